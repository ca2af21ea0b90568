import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { judgeGenerated } from '../eval/generated.ts';
import { readQuestions } from '../eval/question-file.ts';
import { accuracy, askAndJudge, passes, type Verdict } from '../eval/score.ts';
import { assistant, general } from './support.ts';

function failures(verdicts: readonly Verdict[]): string {
  const failed = verdicts.filter((verdict) => !passes(verdict));
  return failed.map((v) => `${v.from} ${v.question.id} ${v.question.q}: ${v.reasons.join('; ')}`).join('\n');
}

async function judged(file: string): Promise<Verdict[]> {
  const questions = await readQuestions(fileURLToPath(new URL(`../eval/${file}`, import.meta.url)));
  return questions.map((question) => askAndJudge(assistant, question, file));
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
  test('about generated reports is at least 95 %', () => {
    const verdicts = judgeGenerated([4, 23, 61, 118, 177], general);
    expect(verdicts.length).toBeGreaterThan(100);
    expect(accuracy(verdicts), failures(verdicts)).toBeGreaterThanOrEqual(0.95);
  });
});
