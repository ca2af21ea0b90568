import type { Assistant, Turn } from '../../src/answer/assistant.ts';
import { judge } from './judge.ts';
import type { Question } from './question-file.ts';

/** A question with the answer it got and why that fails; no reasons when it passes. */
export interface Verdict {
  readonly question: Question;
  /** Where the question comes from: its file, or the seed of a generated report. */
  readonly from: string;
  readonly kind: string;
  readonly answer: string;
  readonly citations: readonly string[];
  readonly reasons: readonly string[];
}

export interface Tally {
  readonly name: string;
  readonly passed: number;
  readonly total: number;
}

/** Asks a question after the earlier ones of its thread, and judges the answer. */
export function askAndJudge(assistant: Assistant, question: Question, from: string): Verdict {
  let turn: Turn | null = null;
  for (const earlier of question.thread ?? []) turn = assistant.ask(earlier, turn).turn;
  const { answer } = assistant.ask(question.q, turn);
  const { text, citations, kind } = answer;
  return { question, from, kind, answer: text, citations, reasons: judge(question, { answer: text, citations }) };
}

/** Passed and total, by name, in the order of the names. */
export function tally(verdicts: readonly Verdict[], nameOf: (verdict: Verdict) => string): Tally[] {
  const groups = Map.groupBy(verdicts, nameOf);
  return [...groups]
    .map(([name, group]) => ({ name, passed: group.filter(passes).length, total: group.length }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

export function passes(verdict: Verdict): boolean {
  return verdict.reasons.length === 0;
}

/** Share that passed; 1 when nothing was asked. */
export function accuracy(verdicts: readonly Verdict[]): number {
  return verdicts.length === 0 ? 1 : verdicts.filter(passes).length / verdicts.length;
}
