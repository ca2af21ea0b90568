import { cpus, totalmem } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Assistant, openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { readQuestions } from '../eval/question-file.ts';
import { answerTimes, p50, p99 } from './answering.ts';
import { digestTimes } from './digest.ts';
import { type Measured, median } from './figures.ts';
import { slowestLongQuestion } from './long-questions.ts';
import { measureManyReports } from './many-reports.ts';
import { inFreshProcess, processCost } from './processes.ts';

const QUESTIONS = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));
const MANY = 70;
const LOADS = 5;
/** The question of the start-up limit. */
const QUESTION = '項目23の状況は？';

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});

const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
if (positionals.includes('model')) {
  // Apart from the others: it loads the libraries of the model path.
  const { modelOverhead } = await import('./model.ts');
  const times = await modelOverhead(assistant, 60);
  process.stdout.write(
    `model path beside a bare agent, median: ${times.toFixed(2)} × (limit 1.2)  ${times <= 1.2 ? 'met' : 'NOT MET'}\n`,
  );
  process.exit();
}
const warm = answerTimes(assistant, await readQuestions(QUESTIONS), 5, 20);
const loads = Array.from(
  { length: LOADS },
  () => z.object({ ms: z.number() }).parse(inFreshProcess('./load-once.ts')).ms,
);
const node = processCost(process.execPath, ['src/ask.ts', QUESTION]);
const npm = processCost('npm', ['run', '-s', 'ask', '--', QUESTION]);
const many = await measureManyReports(MANY, GENERAL_CORPUS);

const measured: Measured[] = [
  { name: 'sample question, warm, p50', value: p50(warm), unit: 'ms', limit: 1 },
  { name: 'sample question, warm, p99', value: p99(warm), unit: 'ms', limit: 5 },
  { name: 'question of 2,000 characters', value: await slowestLongQuestion(assistant), unit: 'ms', limit: 50 },
  { name: 'digest, warm, p99', value: p99(digestTimes(assistant, 5, 100)), unit: 'ms', limit: 20 },
  { name: 'load report and build index', value: median(loads), unit: 'ms', limit: 300 },
  { name: 'ask, whole process, node itself', value: node.ms, unit: 'ms', limit: 500 },
  { name: 'ask, whole process, through npm', value: npm.ms, unit: 'ms', limit: 900 },
  { name: 'ask, peak memory, node itself', value: node.megabytes, unit: 'MB', limit: 150 },
  { name: 'ask, peak memory, npm and node', value: npm.megabytes, unit: 'MB', limit: null },
  { name: `${MANY} reports, load and index`, value: many.loadMs, unit: 'ms', limit: 8000 },
  { name: `${MANY} reports, answer, p50`, value: p50(many.times), unit: 'ms', limit: null },
  { name: `${MANY} reports, answer, p99`, value: p99(many.times), unit: 'ms', limit: 40 },
];

const [cpu] = cpus();
const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, memoryMB: Math.round(totalmem() / 1e6) };
const result = {
  machine,
  node: process.version,
  corpus: sizeOf(assistant),
  generated: sizeOf(many.assistant),
  measured: measured.map((figure) => ({
    ...figure,
    value: Math.round(figure.value * 1000) / 1000,
    met: figure.limit === null || figure.value <= figure.limit,
  })),
};
process.stdout.write(values.json ? `${JSON.stringify(result, null, 1)}\n` : page());

function sizeOf({ library, refused }: Assistant) {
  const { reports } = library;
  return {
    reports: reports.length,
    refused: refused.length,
    passages: reports.reduce((total, report) => total + passagesOf(report).length, 0),
    lines: reports.reduce((total, report) => total + report.lines.length, 0),
  };
}

function page(): string {
  const size = ({ reports, refused, passages, lines }: ReturnType<typeof sizeOf>): string =>
    `${reports} reports${refused > 0 ? ` (${refused} refused)` : ''}, ${passages} passages, ${lines} lines`;
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryMB} MB · Node ${result.node}`,
    `corpus: ${size(result.corpus)}`,
    `generated: ${size(result.generated)}`,
    ...result.measured.map(({ name, value, unit, limit, met }) => {
      const verdict = limit === null ? '' : `  limit ${limit} ${unit}  ${met ? 'met' : 'NOT MET'}`;
      return `${name.padEnd(34)} ${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ${unit}${verdict}`;
    }),
    '',
  ].join('\n');
}
