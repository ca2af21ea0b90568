import { describe, expect, it } from 'vitest';
import { generateReport, generateWithExamples } from './generate.ts';
import { normalise } from './questions/patterns.ts';
import { squeeze } from './text.ts';

const SEEDS = Array.from({ length: 60 }, (_, index) => index * 7);

/** What is wrong with an answer, by the rules of the questions' judge. */
function faults(
  question: { must: string[][]; must_not: string[]; cite: string[] },
  answer: string,
  citations: string[],
): string[] {
  const text = normalise(answer);
  const hit = (pattern: string, where: string): boolean => new RegExp(pattern, 'i').test(where);
  const cited = citations.join(' | ').normalize('NFKC');
  return [
    ...question.must
      .filter((group) => !group.some((pattern) => hit(pattern, text)))
      .map((group) => `missing ${group[0]}`),
    ...question.must_not.filter((pattern) => hit(pattern, text)).map((pattern) => `forbidden ${pattern}`),
    ...(question.cite.length === 0 ||
    question.cite.some((pattern) => hit(pattern, cited) || hit(pattern, squeeze(cited)))
      ? []
      : ['citation']),
  ];
}

describe('generated reports', () => {
  it('are the same for the same seed', () => {
    expect(generateReport(31)).toEqual(generateReport(31));
    expect(generateReport(31).text).not.toBe(generateReport(32).text);
  });

  it('print what their truth says', () => {
    for (const seed of SEEDS) {
      const { text, truth, variations } = generateReport(seed);
      const printed = squeeze(text.normalize('NFC'));
      const said = [
        ...truth.figures.map(({ print }) => print),
        ...truth.items.flatMap(({ title, outline, narrative, policy, owners }) => [
          title,
          outline,
          narrative,
          policy ?? '',
          ...(owners ?? []),
        ]),
        ...truth.counts.flatMap(({ percentDone, percentPartial, percentRest }) => [
          percentDone,
          percentPartial,
          percentRest,
        ]),
        ...truth.paragraphs,
        ...truth.notes,
        ...truth.captionsWithoutValues,
      ];
      const lost = said.filter((words) => !printed.includes(squeeze(words)));
      expect(lost, `seed ${seed}: ${variations.join(', ')}`).toEqual([]);
    }
  });

  it('come with questions that their own answers pass', () => {
    for (const seed of SEEDS) {
      const { report, examples } = generateWithExamples(seed);
      expect(report.questions.length).toBeGreaterThanOrEqual(30);
      expect(report.questions.length).toBeLessThanOrEqual(40);
      for (const [index, question] of report.questions.entries()) {
        const example = examples[index];
        expect(
          faults(question, example?.answer ?? '', example?.citations ?? []),
          `${question.id} ${question.q}`,
        ).toEqual([]);
      }
    }
  });
});
