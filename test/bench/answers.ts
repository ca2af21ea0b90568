import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { type Assistant, openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { passagesOf } from '../../src/search/passages.ts';
import { readQuestions } from '../eval/question-file.ts';
import { answerTimes, p50, p99 } from './answering.ts';
import { digestTimes } from './digest.ts';
import { type Bench, type Measured, median } from './figures.ts';
import { slowestLongQuestion } from './long-questions.ts';
import { measureManyReports } from './many-reports.ts';
import { inFreshProcess, processCost } from './processes.ts';

const QUESTIONS = fileURLToPath(new URL('../eval/questions.jsonl', import.meta.url));
const MANY = 70;
const LOADS = 5;
/** The question of the start-up limit. */
const QUESTION = '項目23の状況は？';

/** Answers by the rules, start-up, and many reports at once. */
export async function measure(): Promise<Bench> {
  const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);
  const warm = answerTimes(assistant, await readQuestions(QUESTIONS), 5, 20);
  const loads = Array.from(
    { length: LOADS },
    () => z.object({ ms: z.number() }).parse(inFreshProcess('./load-once.ts')).ms,
  );
  const node = processCost(process.execPath, ['src/ask.mjs', QUESTION]);
  const npm = processCost('npm', ['run', '-s', 'ask', '--', QUESTION]);
  const many = await measureManyReports(MANY, GENERAL_CORPUS);

  const measured: readonly Measured[] = [
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
  const corpus = sizeOf(assistant);
  const generated = sizeOf(many.assistant);
  return {
    about: [`corpus: ${inWords(corpus)}`, `generated: ${inWords(generated)}`],
    facts: { corpus, generated },
    measured,
  };
}

function sizeOf({ library, refused }: Assistant) {
  const { reports } = library;
  return {
    reports: reports.length,
    refused: refused.length,
    passages: reports.reduce((total, report) => total + passagesOf(report).length, 0),
    lines: reports.reduce((total, report) => total + report.lines.length, 0),
  };
}

function inWords({ reports, refused, passages, lines }: ReturnType<typeof sizeOf>): string {
  return `${reports} reports${refused > 0 ? ` (${refused} refused)` : ''}, ${passages} passages, ${lines} lines`;
}
