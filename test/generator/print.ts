import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateWithExamples } from './generate.ts';

/** Prints a report, or writes it with its truth and questions below a folder. */
function main(args: readonly string[]): number {
  const seed = Number(args[0]);
  const folder = args[1];
  if (!Number.isInteger(seed) || args.length < 1 || args.length > 2) {
    process.stderr.write('usage: node test/generator/print.ts SEED [DIR]\n');
    return 1;
  }
  const { report, examples } = generateWithExamples(seed);
  if (folder === undefined) {
    process.stdout.write(report.text);
    return 0;
  }
  const lines = (values: readonly object[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('');
  const corpus = join(folder, `seed-${seed}`);
  mkdirSync(corpus, { recursive: true });
  writeFileSync(join(corpus, 'report.txt'), report.text);
  writeFileSync(join(folder, 'questions.jsonl'), lines(report.questions));
  // Answers that the judge accepts: score.py on them shows that every question can be answered.
  writeFileSync(join(folder, 'answers.jsonl'), lines(examples));
  const { truth, variations } = report;
  writeFileSync(join(folder, 'truth.json'), `${JSON.stringify({ seed, variations, truth }, null, 1)}\n`);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
