import { readEnvironment } from './config.ts';
import { endWithReader, isStarted, processStreams, runFace } from './console/entry.ts';
import { EXIT, type ExitCode, type Output } from './console/streams.ts';
import { BOTH } from './face-wording.ts';
import { readState } from './state/database.ts';

/**
 * `npm run feedback`: what was rated bad or not answered, newest first, one line each, tabs between: date, kind, question,
 * reason. From it the vocabulary grows. Works while the bot is running.
 * @throws AppError `STATE_MISSING` when nothing was ever kept
 */
export async function runFeedback(folder: string, output: Output): Promise<ExitCode> {
  const state = await readState(folder, {
    now: () => new Date(),
    newId: () => '',
    mask: (text) => text,
  });
  try {
    const rows = (await state.feedback.list()).filter(({ kind }) => kind !== 'good');
    for (const { at, kind, question, reason } of rows) {
      const fields = [at.toISOString(), kind, question ?? '', reason ?? ''];
      output.write(`${fields.map((field) => field.replaceAll(/\s+/g, ' ')).join('\t')}\n`);
    }
    if (rows.length === 0) output.write(BOTH.noFeedback);
    return EXIT.done;
  } finally {
    await state.close();
  }
}

if (isStarted(import.meta.url)) {
  endWithReader();
  process.exitCode = await runFace(
    ({ data }) => runFeedback(data, process.stdout),
    readEnvironment(),
    processStreams,
    {},
  );
}
