import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { type Assistant, openAssistant, type Turn } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { assistantOver, generalLexicon, judgeGenerated, readGenerated } from '../eval/generated.ts';
import { type Question, readQuestions } from '../eval/question-file.ts';
import { accuracy, askAndJudge, passes, type Verdict } from '../eval/score.ts';
import { generateReport } from '../generator/generate.ts';
import { assistant, invented, namesOf, scope } from './support.ts';

const general = await generalLexicon(GENERAL_CORPUS);

function failures(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter((verdict) => !passes(verdict));
  return failed.map((v) => `${v.from} ${v.question.id} ${v.question.q}: ${v.reasons.join('; ')}`).join('\n');
}

function fileOf(name: string): string {
  return fileURLToPath(new URL(`../eval/${name}`, import.meta.url));
}

async function judged(file: string, asked = assistant): Promise<Verdict[]> {
  const questions = await readQuestions(fileOf(file));
  return questions.map((question) => askAndJudge(asked, question, file));
}

describe('the share of right answers', () => {
  test.each([
    ['questions.jsonl', 62, 63],
    ['retrieval.jsonl', 58, 62],
    ['blind.jsonl', 146, 150],
  ])('to %s is at least %i of %i', async (file, least, total) => {
    const verdicts = await judged(file);
    expect(verdicts).toHaveLength(total);
    expect(verdicts.filter(passes).length, failures(verdicts)).toBeGreaterThanOrEqual(least);
  });
  test("about another city's report, with no vocabulary of its own, is at least 66 of 70", async () => {
    const verdicts = await judged('other/questions.jsonl', await openAssistant(fileOf('other'), GENERAL_CORPUS));
    expect(verdicts).toHaveLength(70);
    expect(verdicts.filter(passes).length, failures(verdicts)).toBeGreaterThanOrEqual(66);
  });
  test('about generated reports is at least 95 %', () => {
    const verdicts = judgeGenerated([4, 23, 61, 118, 177], general);
    expect(verdicts.length).toBeGreaterThan(100);
    expect(accuracy(verdicts), failures(verdicts)).toBeGreaterThanOrEqual(0.95);
  });
});

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
