import { realpathSync } from 'node:fs';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { type Config, type Environment, type PartReaders, type Parts, readConfig } from '../config.ts';
import { AppError } from '../errors.ts';
import { BOTH, failureText } from '../face-wording.ts';
import { EXIT, type ExitCode, type Streams } from './streams.ts';

/** The process's own streams and clock. */
export const processStreams: Streams = {
  stdout: process.stdout,
  stderr: process.stderr,
  readInput: () => (process.stdin.isTTY ? null : text(process.stdin)),
  now: () => performance.now(),
};

/** Runs a face with the settings that it needs, and turns whatever goes wrong into a message and an exit code. */
export async function runFace<P extends PartReaders>(
  face: (config: Config, parts: Parts<P>) => Promise<ExitCode>,
  environment: Environment,
  { stderr }: Pick<Streams, 'stderr'>,
  readers: P,
): Promise<ExitCode> {
  try {
    const settings = readConfig(environment, readers);
    if (settings.ok) return await face(settings.config, settings.parts);
    stderr.write(`${[BOTH.settings, ...settings.problems].join('\n')}\n`);
    return EXIT.wrongInput;
  } catch (error) {
    if (error instanceof AppError) {
      stderr.write(`${failureText(error)}\n`);
      return EXIT.wrongInput;
    }
    stderr.write(`${BOTH.bug}\n${error instanceof Error ? error.stack : String(error)}\n`);
    return EXIT.bug;
  }
}

/** True for the file that the process was started with: only that one runs its command. */
export function isStarted(url: string): boolean {
  return process.argv[1] !== undefined && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(url));
}

/** A reader that has seen enough (`| head`) is no bug. */
export function endWithReader(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit();
  });
}
