import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { englishYear, longYear } from '../../src/report/fiscal-year.ts';
import type { FigureHit } from '../../src/tools/figure-index.ts';
import { ask, scope, vocabulary } from './support.ts';

const SEED = 20_210_201;
const printed = scope.figures.all.filter((f) => f.table.kind !== 'progress' && f.value !== null && f.role === 'value');
const english = (f: FigureHit) => ({
  subject: vocabulary.english('accounts', f.subject) ?? vocabulary.english('sections', f.subject),
  measure: vocabulary.english('measures', f.measure),
});
const subjects = [...new Set(printed.map((f) => english(f).subject))];
/** With an English name that is not the beginning of another one's. */
const spoken = printed.filter((f) => {
  const { subject, measure } = english(f);
  return subject !== null && measure !== null && !subjects.some((s) => s !== subject && s?.startsWith(subject));
});

function expectExactly(question: string, figure: FigureHit): void {
  const { kind, called, text } = ask(question);
  const found = called.flatMap(({ result }) => (result.kind === 'figures' ? result.figures : []));
  expect([kind, found.map((f) => [f.subject, f.measure, f.year, f.print])]).toEqual([
    'answer',
    [[figure.subject, figure.measure, figure.year, figure.print]],
  ]);
  expect(text).toContain(figure.print);
}

describe('any figure of the report, asked by its names and year', () => {
  test('in Japanese, is answered with exactly what is printed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...printed), fc.constantFrom('は？', 'を教えてください', ''), (f, end) => {
        expectExactly(`${longYear(f.year)}の${f.subject}の${f.measure}${end}`, f);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
  test('in English, is answered with exactly what is printed', () => {
    fc.assert(
      fc.property(fc.constantFrom(...spoken), (f) => {
        const { subject, measure } = english(f);
        expectExactly(`What was the ${measure} of the ${subject} in ${englishYear(f.year)}?`, f);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
