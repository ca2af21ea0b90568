import type { Assistant } from '../../answer/assistant.ts';
import { exampleQuestions } from '../../answer/examples.ts';
import { type Names, wordingFor } from '../../answer/wording.ts';
import type { NoteView } from '../../digest/notes.ts';
import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, Report, Status } from '../../report/model.ts';
import { TOOLS } from '../../tools/all.ts';
import type { ProgressRow } from '../../tools/progress.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { SlackLanguage } from '../wording.ts';

/** Stands for all sections where one can be chosen. */
export const ALL_SECTIONS = WHOLE;

/** Counts of one subject at the end of one year. */
export interface HomeRow {
  /** Name for the reader. */
  readonly subject: string;
  readonly year: FiscalYear;
  readonly total: number;
  readonly counts: Readonly<Record<Status, { readonly value: number | null; readonly print: string }>>;
  /** As printed or worked out: `61.8%`; null where there is none. */
  readonly shares: Readonly<Record<Status, string | null>>;
  /** Shares that the report prints for two statuses together. */
  readonly joint: readonly { readonly statuses: readonly Status[]; readonly share: string }[];
}

/** What Home shows, from the tools that answers use, so that both say the same. */
export interface HomeData {
  readonly report: Pick<Report, 'name' | 'title' | 'issued'>;
  /** The whole plan: the newest year, then the one before where the report has it. */
  readonly overall: readonly HomeRow[];
  /** Each pillar: the newest year, then the one before. */
  readonly pillars: readonly HomeRow[];
  /** Sections in charge of plan items, as printed, with how many are not done. */
  readonly sections: readonly { readonly name: string; readonly open: number }[];
  /** The chosen section as printed; null for all of them. */
  readonly section: string | null;
  /** Items of the section that are not done, and of all sections. */
  readonly open: readonly PlanItem[];
  readonly openInAll: number;
  readonly questions: readonly string[];
  readonly names: Names;
  /** What sections wrote about items since the report. */
  readonly notes: readonly NoteView[];
}

/** What is not done yet. */
const OPEN: Status[] = ['partial', 'not', 'later'];

/** Figures of the newest report. A `section` that it does not have counts as none chosen. */
export function homeData(
  assistant: Pick<Assistant, 'scope' | 'names'>,
  section: string | null,
  language: SlackLanguage,
  notes: readonly NoteView[] = [],
): HomeData {
  const scope = assistant.scope();
  const names = assistant.names(language);
  const words = wordingFor(language);
  const { name, title, issued } = scope.report;
  const whole = TOOLS.progress.run(scope, {});
  const pillars = TOOLS.progress.run(scope, { by: 'pillar' });
  const sections = TOOLS.progress.run(scope, { by: 'section' }).rows.map(({ subject, total, counts }) => ({
    name: subject,
    open: total - (counts.done.value ?? 0),
  }));
  const chosen = sections.find((s) => s.name === section)?.name ?? null;
  const open = (of: string | null) =>
    TOOLS.list_items.run(scope, { statuses: OPEN, ...(of === null ? {} : { sections: [of] }) }).items;
  return {
    report: { name, title, issued },
    overall: [...whole.rows, ...whole.before].map((row) => homeRow(row, words.whole)),
    pillars: pillars.rows.flatMap((row) => {
      const before = pillars.before.find((b) => b.subject === row.subject);
      return [row, ...(before ? [before] : [])].map((each) => homeRow(each, names.pillar(each.subject)));
    }),
    sections,
    section: chosen,
    open: open(chosen),
    openInAll: open(null).length,
    questions: exampleQuestions(scope, { words, names }),
    names,
    notes,
  };
}

function homeRow({ total, counts, shares, printed }: ProgressRow, subject: string): HomeRow {
  const { year } = counts.done;
  const each = <T>(of: (status: Status) => T): Record<Status, T> => ({
    done: of('done'),
    partial: of('partial'),
    not: of('not'),
    later: of('later'),
  });
  return {
    subject,
    year,
    total,
    counts: each((s) => ({ value: counts[s].value, print: counts[s].print })),
    shares: each((s) => shares[s]?.print ?? null),
    joint: (printed?.counts ?? []).flatMap(({ year: of, statuses, share }) =>
      of === year && statuses.length > 1 && share ? [{ statuses, share: share.print }] : [],
    ),
  };
}
