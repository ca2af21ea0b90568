import { expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { generateReport } from '../generator/generate.ts';
import { differences } from './truth.ts';

const SEEDS = 200;
const READERS = Array.from({ length: 10 }, (_, i) => i);

test.each(READERS)(`every value of generated reports is read right (part %i of ${READERS.length})`, (part) => {
  const wrong: string[] = [];
  for (let seed = part; seed < SEEDS; seed += READERS.length) {
    const generated = generateReport(seed);
    const result = readReport(new TextEncoder().encode(generated.text), `seed-${seed}`);
    const found = result.ok
      ? differences(result.report, generated)
      : result.problems.map((problem) => `refused, line ${problem.line}: ${problem.message} | ${problem.excerpt}`);
    if (found.length > 0) wrong.push(`seed ${seed} (${generated.variations.join('; ')}):\n  ${found.join('\n  ')}`);
  }
  expect(wrong.join('\n\n')).toBe('');
});
