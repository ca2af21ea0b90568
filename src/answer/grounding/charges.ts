import { OFFICE_END, TASK_BEHIND, TASK_TO_WHO, WORK_OF } from '../wording-grounding-words.ts';
import type { Mention } from './binding.ts';
import type { Claims } from './claims.ts';
import type { Sentence } from './facts.ts';

/** A task that a text gives in brackets to somebody: 受付事務（A課）. */
export interface Charge {
  readonly task: string;
  readonly who: string;
}

/** The tasks that texts give to somebody. */
export function chargesIn(sentences: readonly Sentence[]): Charge[] {
  return sentences.flatMap((s) =>
    [...s.text.matchAll(WORK_OF)].map(([, task = '', who = '']): Charge => ({ task, who })),
  );
}

/** The section right behind a task that a text gives to another office. */
export function isOthersTask(
  mention: Mention<readonly string[]>,
  { text, subjects }: Claims,
  charges: readonly Charge[],
): boolean {
  const before = text.slice(0, mention.start);
  const offices = charges.filter(({ task, who }) => OFFICE_END.test(who) && before.includes(task));
  const ends = offices.map(({ task }) => ({ task, end: before.lastIndexOf(task) + task.length }));
  const own = ends.toSorted((a, b) => b.end - a.end)[0];
  // A's task: it stands behind the name.
  if (!own || TASK_BEHIND.test(text.slice(mention.end)) || !TASK_TO_WHO.test(text.slice(own.end, mention.start)))
    return false;
  const isFirst = !subjects.some((m) => m.start >= own.end && m.end <= mention.start && !isSameName(m, mention));
  return isFirst && !offices.some(({ task, who }) => task === own.task && isOf(who, mention));
}

/** A task that is said to be the work of a section, where the texts give it to another: the work of A, and work (B). */
export function isOthersWork(mention: Mention<readonly string[]>, text: string, charges: readonly Charge[]): boolean {
  const said = TASK_BEHIND.exec(text.slice(mention.end))?.[1];
  const told = said ? charges.filter(({ task }) => task.endsWith(said)) : [];
  return told.length > 0 && !told.some(({ who }) => isOf(who, mention));
}

function isOf(who: string, { value }: Mention<readonly string[]>): boolean {
  return value.some((name) => who.includes(name));
}

function isSameName(a: Mention<readonly string[]>, b: Mention<readonly string[]>): boolean {
  return a.value.some((name) => b.value.includes(name));
}
