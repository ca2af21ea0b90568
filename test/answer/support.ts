import type { Answer } from '../../src/answer/assemble.ts';
import { openAssistant, type Turn } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import type { Report } from '../../src/report/model.ts';
import type { Scope } from '../../src/tools/tool.ts';
import { type Ungrounded, ungrounded } from './grounding/loose.ts';

/** The product as a newcomer's clone has it: the real report with both vocabularies. */
export const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
export const scope: Scope = assistant.scope();

/** Asks in one conversation and gives the last answer. */
export function ask(...questions: readonly string[]): Answer {
  let turn: Turn | null = null;
  let answer: Answer | null = null;
  for (const question of questions) ({ answer, turn } = assistant.ask(question, turn));
  if (!answer) throw new Error('nothing was asked');
  return answer;
}

/** The calls behind an answer, as name and arguments. */
export function calls(answer: Answer): (readonly [name: string, args: unknown])[] {
  return answer.called.map(({ call }) => [call.name, call.args]);
}

/** Names that reports use: each one that an answer says must stand in a tool result. */
export function namesOf({ tables, pillars, items }: Report): string[] {
  return [...new Set([...tables.flatMap((t) => t.subjects), ...pillars, ...items.flatMap((i) => i.owners ?? [])])];
}

const names = namesOf(scope.report);

/** What an answer says beyond its tool results. Passages quoted together stand with a stroke between them. */
export function invented({ text, called }: Answer, question: string, known = names): Ungrounded[] {
  const grounds = { called, question, names: known };
  return ungrounded(text, grounds).flatMap((found) =>
    found.kind === 'quotation' && found.text.includes('/')
      ? found.text.split('/').flatMap((part) => ungrounded(`「${part}」`, grounds))
      : [found],
  );
}
