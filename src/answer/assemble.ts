import type { SourceRef } from '../report/model.ts';
import type { Scope } from '../tools/tool.ts';
import { type Called, citationOf } from './compose.ts';
import type { AnswerChart, AnswerTable, ComposeContext, Part } from './part.ts';

/** What an asker gets. `text` is complete by itself: what a reader without tables or charts sees. */
export interface Answer {
  readonly kind: 'answer' | 'clarify' | 'abstain';
  readonly language: 'ja' | 'en';
  /** At most 1,500 characters, no markup. */
  readonly text: string;
  readonly table?: AnswerTable;
  readonly chart?: AnswerChart;
  /** At most four lines, each leading to a place in the report. */
  readonly citations: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly followUps: readonly string[];
  /** Names between which the asker is asked to choose. */
  readonly choices: readonly string[];
  /** The rules did not read the question, or not all of it: a language model may do better. */
  readonly unread?: boolean;
  /** The language model that worded the answer; without one the rules did. */
  readonly model?: string;
  /** Every call made, with its result: what stands behind the figures. */
  readonly called: readonly Called[];
}

/** Longest text of an answer, in characters. */
export const MAX_ANSWER = 1500;
export const MAX_CITATIONS = 4;
export const MAX_FOLLOW_UPS = 3;

/** An answer of fixed sentences. */
export function plain(
  kind: Answer['kind'],
  sentences: readonly string[],
  { words, language }: ComposeContext,
  called: readonly Called[] = [],
): Answer {
  return {
    kind,
    language,
    text: words.sentence(sentences),
    citations: [],
    sources: [],
    followUps: [],
    choices: [],
    called,
  };
}

/** Puts parts together: one table, one chart, at most four citations, and text within the limit. */
export function assemble(
  kind: Answer['kind'],
  parts: readonly Part[],
  notes: readonly string[],
  called: readonly Called[],
  context: ComposeContext,
  scope: Scope,
): Answer {
  const { language } = context;
  const sources = parts.flatMap((p) => p.sources);
  const cited = new Map(sources.map((s) => [citationOf(s, scope), s]));
  const citations = [...cited.keys()].slice(0, MAX_CITATIONS);
  const table = parts.find((p) => p.table)?.table;
  const chart = parts.find((p) => p.chart)?.chart;
  return {
    kind,
    language,
    // A remark that several parts make stands once.
    text: withinLimit([...new Set([...parts.flatMap((p) => p.sentences), ...notes])], context),
    ...(table ? { table } : {}),
    ...(chart ? { chart } : {}),
    citations,
    sources: [...cited.values()].slice(0, MAX_CITATIONS),
    followUps: [...new Set(parts.flatMap((p) => p.followUps ?? []))].slice(0, MAX_FOLLOW_UPS),
    choices: [],
    called,
  };
}

/** Whole sentences up to the limit; a single one that is too long is cut. */
function withinLimit(sentences: readonly string[], { words }: ComposeContext): string {
  let length = 0;
  const over = sentences.findIndex((sentence) => {
    length += sentence.trim().length;
    return length > MAX_ANSWER;
  });
  for (let count = over < 0 ? sentences.length : over; count > 0; count--) {
    const cut = sentences.length - count;
    const text = words.sentence([...sentences.slice(0, count), ...(cut > 0 ? [words.more()] : [])]).trim();
    if (text.length <= MAX_ANSWER) return text;
  }
  return `${words.sentence(sentences).slice(0, MAX_ANSWER - 1)}…`;
}
