import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { openAssistant } from '../answer/assistant.ts';
import { converse, type Terminal } from '../console.ts';
import { digestComposer } from '../digest/composer.ts';
import { AppError } from '../errors.ts';
import { BOTH } from '../face-wording.ts';
import { type ModelUse, openResponder } from '../open-responder.ts';
import { modelListener, refusedText } from './answer-print.ts';
import { argumentProblem } from './arguments.ts';
import type { Folders } from './ask-command.ts';
import { EXIT, type ExitCode } from './streams.ts';
import { columnsOf } from './width.ts';

/** Streams that may be terminals. */
export interface TerminalStreams {
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };
  readonly stderr: NodeJS.WritableStream;
}

/**
 * `npm start`: a conversation on the terminal, or an answer to each line of piped input.
 * @throws AppError when the arguments or the corpus are wrong
 */
export async function runStart(
  args: readonly string[],
  folders: Folders,
  { stdin, stdout, stderr }: TerminalStreams,
  use: ModelUse,
): Promise<ExitCode> {
  const values = readArguments(args);
  if (values.help) {
    stdout.write(BOTH.startHelp);
    return EXIT.done;
  }
  const assistant = await openAssistant(
    values.corpus ?? folders.corpus,
    folders.general,
    digestComposer(() => new Date()),
  );
  stderr.write(refusedText(assistant));
  const interactive = Boolean(stdin.isTTY && stdout.isTTY);
  const reader = createInterface({
    input: stdin,
    terminal: interactive,
    prompt: '> ',
    ...(interactive ? { output: stdout } : {}),
  });
  const { responder, prepare, close } = await openResponder(assistant, use, modelListener(stderr));
  void prepare();
  const leaving = new AbortController();
  // Ctrl-C leaves as Ctrl-D does.
  reader.on('SIGINT', () => {
    leaving.abort();
    reader.close();
  });
  const terminal: Terminal = {
    lines: reader,
    stdout,
    stderr,
    interactive,
    width: () => columnsOf(stdout),
    prompt: () => reader.prompt(),
    signal: leaving.signal,
  };
  try {
    return await converse(assistant, responder, terminal);
  } finally {
    reader.close();
    await close();
  }
}

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { corpus: { type: 'string' }, help: { type: 'boolean', default: false, short: 'h' } },
    });
    return values;
  } catch (error) {
    throw new AppError('USAGE', `${argumentProblem(error) ?? String(error)}\n${BOTH.seeHelp('npm start')}`);
  }
}
