import type { Answer } from '../answer/assemble.ts';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Status } from '../report/model.ts';
import type { ToolName } from '../tools/all.ts';
import { english } from './wording-en.ts';
import { japanese } from './wording-ja.ts';

export type SlackLanguage = Answer['language'];

/** What a button or a title names as its target. */
export type Target =
  | { readonly kind: 'item'; readonly of: PlanItem['kind']; readonly number: number }
  /** A table or chapter as printed; `more` when the answer rests on others as well. */
  | { readonly kind: 'place'; readonly name: string; readonly more: boolean };

/** Why a question is not answered, or what is told instead of an answer. */
export type NoticeKind =
  | 'too-long'
  | 'too-fast'
  | 'guest'
  | 'stranger'
  | 'unknown'
  | 'channel'
  | 'failed'
  | 'expired'
  | 'stopped'
  | 'window'
  | 'uncertain'
  | 'late'
  | 'forgotten';

/** What was wrong with an answer. */
export const FEEDBACK_REASONS = ['wrong', 'missing', 'misread', 'unclear', 'other'] as const;
export type FeedbackReason = (typeof FEEDBACK_REASONS)[number];

/** One line of help: what is typed or pressed, and what happens. */
export interface HelpLine {
  readonly what: string;
  readonly does: string;
}

/** Everything around an answer that a person reads in Slack, in one language. */
export interface SlackWording {
  readonly language: SlackLanguage;

  /** A cell in which the report prints nothing, read aloud as well. */
  readonly notStated: string;
  /** Stands for a figure that does not fit: a cut figure would be another one. */
  readonly doesNotFit: string;
  table(caption: string): string;
  row(cells: readonly (readonly [label: string, text: string])[]): string;
  rowsShown(from: number, to: number, of: number): string;
  toRows(from: number, to: number): string;
  columnsLeft(count: number): string;
  unit(unit: string): string;
  readonly years: string;

  citation(citation: string): string;
  readonly followUps: string;
  readonly choices: string;
  target(target: Target): string;
  sourceOf(target: string): string;
  choose(choice: string): string;
  readonly show: string;
  readonly useful: string;
  readonly notUseful: string;
  usefulLabel(good: boolean): string;

  readonly source: {
    readonly title: string;
    report(name: string, title: string, issued: string | null): string;
    header(line: number): string;
    line(line: number): string;
    readonly cells: string;
    left(lines: number): string;
    readonly cut: string;
  };
  readonly close: string;
  readonly answer: { readonly title: string; asked(question: string): string };
  /** Asks how an item of the plan stands. */
  itemQuestion(number: number): string;

  readonly feedback: {
    readonly title: string;
    readonly lead: string;
    readonly reason: string;
    readonly reasons: Readonly<Record<FeedbackReason, string>>;
    readonly comment: string;
    readonly hint: string;
    readonly send: string;
    readonly cancel: string;
    thanks(good: boolean): string;
  };

  /** Title of a window that says one sentence. */
  readonly noticeTitle: string;
  notice(kind: NoticeKind, data: { readonly id: string | null; readonly limit: number }): string;
  /** What people type to be forgotten, besides `forget`. */
  readonly forgetWords: readonly string[];
  readonly help: {
    readonly title: string;
    readonly lead: string;
    readonly lines: readonly HelpLine[];
    readonly tail: string;
  };

  readonly home: {
    title(report: string): string;
    overall(year: FiscalYear, total: number): string;
    status(status: Status, count: string, share: string | null): string;
    before(year: FiscalYear, count: string, share: string | null): string;
    readonly byPillar: string;
    readonly pillar: string;
    readonly year: string;
    readonly total: string;
    readonly notDone: string;
    readonly section: string;
    allSections(open: number): string;
    sectionOption(section: string, open: number): string;
    sectionsLeft(count: number): string;
    open(section: string | null, count: number): string;
    itemsLeft(count: number): string;
    readonly questions: string;
    readonly digest: string;
    basis(name: string, title: string, issued: string | null): string;
    readonly privacy: string;
  };

  readonly pane: {
    readonly prompts: string;
    /** Status line while an answer takes longer. */
    working(tool: ToolName | null): string;
  };
}

/** Everything around an answer, in one language. */
export function slackWording(language: SlackLanguage): SlackWording {
  return language === 'ja' ? japanese : english;
}
