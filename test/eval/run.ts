import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { generalLexicon, judgeGenerated } from './generated.ts';
import { page, pageData } from './page.ts';
import { readQuestions } from './question-file.ts';
import { accuracy, askAndJudge, type Verdict } from './score.ts';

const HERE = fileURLToPath(new URL('.', import.meta.url));
/** Failures of generated reports that are shown. */
const SHOWN = 40;

const USAGE = `npm run eval -- [FILE…] [--corpus DIR] [--generated N [--from SEED]] [--min 0.97] [--json]

Asks the questions of the files (default: all of test/eval/*.jsonl) and judges the answers.
--corpus DIR    answers from another corpus folder: test/eval/other/questions.jsonl --corpus test/eval/other
--generated N   asks the questions of N generated reports instead; --from: the first seed (default 0)
--min SHARE     exit code 1 when fewer than this share pass
--json          prints the result as data
`;

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      corpus: { type: 'string', default: GENERAL_CORPUS },
      generated: { type: 'string' },
      from: { type: 'string', default: '0' },
      min: { type: 'string', default: '0' },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(USAGE);
    return;
  }
  const { generated } = values;
  const verdicts =
    generated === undefined
      ? await judgeFiles(positionals.length > 0 ? positionals : await questionFiles(), values.corpus)
      : await judgeSeeds(number('--generated', generated), number('--from', values.from));
  const most = generated === undefined ? undefined : SHOWN;
  process.stdout.write(values.json ? `${JSON.stringify(pageData(verdicts), null, 1)}\n` : page(verdicts, most));
  if (accuracy(verdicts) < number('--min', values.min)) process.exitCode = 1;
}

async function judgeFiles(files: readonly string[], corpus: string): Promise<Verdict[]> {
  const assistant = await openAssistant(corpus, GENERAL_CORPUS);
  const verdicts: Verdict[] = [];
  for (const file of files)
    for (const question of await readQuestions(file)) verdicts.push(askAndJudge(assistant, question, basename(file)));
  return verdicts;
}

async function judgeSeeds(count: number, first: number): Promise<Verdict[]> {
  const seeds = Array.from({ length: count }, (_, i) => first + i);
  return judgeGenerated(seeds, await generalLexicon(GENERAL_CORPUS));
}

async function questionFiles(): Promise<string[]> {
  const names = await readdir(HERE);
  return names
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .map((name) => join(HERE, name));
}

function number(option: string, value: string): number {
  const parsed = Number(value);
  if (value.trim() === '' || !Number.isFinite(parsed) || parsed < 0)
    throw new Error(`${option} takes a number, not "${value}".`);
  return parsed;
}
