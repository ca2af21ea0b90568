import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Assistant, Turn } from '../../src/answer/assistant.ts';
import { assistantOver, readGenerated } from '../eval/generated.ts';
import { type Question, readQuestions } from '../eval/question-file.ts';
import { generateReport } from '../generator/generate.ts';
import { assistant, general, invented, namesOf, scope } from './support.ts';

/** Every answer of the questions' threads that breaks a rule which holds for all answers, with the rule. */
function unsound(asked: Assistant, questions: readonly Question[], names: readonly string[]): unknown[] {
  return questions.flatMap(({ id, q, thread = [] }) => {
    let turn: Turn | null = null;
    const turns = [...thread, q];
    return turns.flatMap((question, i) => {
      const reply = asked.ask(question, turn);
      turn = reply.turn;
      const { text, citations } = reply.answer;
      const broken = [
        ...invented(reply.answer, turns.slice(0, i + 1).join('\n'), [...names]),
        ...(text.trim() === '' ? ['empty'] : []),
        ...(text.length > 1500 ? ['long'] : []),
        ...(citations.length > 4 ? ['citations'] : []),
      ];
      return broken.length > 0 ? [{ id, question, broken }] : [];
    });
  });
}

describe('every answer keeps to the tool results and the limits', () => {
  test.each(['questions.jsonl', 'retrieval.jsonl', 'blind.jsonl'])('for %s', async (file) => {
    const questions = await readQuestions(fileURLToPath(new URL(`../eval/${file}`, import.meta.url)));
    expect(unsound(assistant, questions, namesOf(scope.report))).toEqual([]);
  });
  test.each([12, 51, 132])('for the questions of generated report %i', (seed) => {
    const read = readGenerated(seed);
    if ('problems' in read) throw new Error(read.problems.join('\n'));
    const { questions } = generateReport(seed);
    expect(unsound(assistantOver([read.report], general), questions, namesOf(read.report))).toEqual([]);
  });
});
