import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Assistant, openAssistant } from '../../src/answer/assistant.ts';
import { generateReport } from '../generator/generate.ts';
import { type Asked, answerTimes } from './answering.ts';
import { timed } from './figures.ts';

export interface ManyReports {
  readonly assistant: Assistant;
  /** Reading all reports and indexing each. */
  readonly loadMs: number;
  readonly times: readonly number[];
}

/** Writes generated reports into a corpus folder, loads and indexes them all, and asks each its questions. */
export async function measureManyReports(count: number, general: string): Promise<ManyReports> {
  const folder = await mkdtemp(join(tmpdir(), 'gyokaku-bench-'));
  try {
    const questions: Asked[] = [];
    for (let seed = 0; seed < count; seed++) {
      const report = `seed-${String(seed).padStart(3, '0')}`;
      const generated = generateReport(seed);
      await mkdir(join(folder, report));
      await writeFile(join(folder, report, 'report.txt'), generated.text);
      questions.push(...generated.questions.map(({ q, thread }) => ({ q, thread, report })));
    }
    const { ms: loadMs, result: assistant } = await timed(async () => {
      const opened = await openAssistant(folder, general);
      for (const { id } of opened.library.reports) opened.scope(id);
      return opened;
    });
    const read = new Set(assistant.library.reports.map(({ id }) => id));
    const answered = questions.filter(({ report }) => report !== undefined && read.has(report));
    return { assistant, loadMs, times: answerTimes(assistant, answered, 1, 1) };
  } finally {
    await rm(folder, { recursive: true });
  }
}
