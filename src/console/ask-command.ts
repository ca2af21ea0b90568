import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { type Assistant, type AssistantOptions, openAssistant } from '../answer/assistant.ts';
import { digestComposer } from '../digest/composer.ts';
import { AppError } from '../errors.ts';
import { BOTH } from '../face-wording.ts';
import { type ModelUse, openResponder } from '../open-responder.ts';
import { answerData, answerText, explanation, modelListener, refusedText } from './answer-print.ts';
import { argumentProblem } from './arguments.ts';
import { runBatch } from './batch.ts';
import { EXIT, type ExitCode, type Streams } from './streams.ts';

/** The folders that answers come from. */
export interface Folders {
  readonly corpus: string;
  /** The vocabulary that holds for any city. */
  readonly general: string;
}

/**
 * `npm run -s ask`: answers one question, or a file of questions.
 * @throws AppError when the arguments, the input or the corpus are wrong
 */
export async function runAsk(
  args: readonly string[],
  folders: Folders,
  streams: Streams,
  use: ModelUse,
): Promise<ExitCode> {
  const { values, positionals } = readArguments(args);
  if (values.help) {
    streams.stdout.write(BOTH.askHelp);
    return EXIT.done;
  }
  const open = async (options: AssistantOptions): Promise<Assistant> => {
    const assistant = await openAssistant(
      values.corpus ?? folders.corpus,
      folders.general,
      digestComposer(() => new Date()),
      options,
    );
    streams.stderr.write(refusedText(assistant));
    return assistant;
  };
  if (values.batch !== undefined) {
    if (positionals.length > 0) throw usage(BOTH.questionAndBatch);
    const text = await readBatch(values.batch);
    const assistant = await open({});
    const { responder, prepare, close } = await openResponder(assistant, use, modelListener(streams.stderr));
    try {
      await prepare();
      return await runBatch(values.batch, text, assistant, responder, streams);
    } finally {
      await close();
    }
  }
  const question = positionals.length > 0 ? positionals.join(' ') : (await streams.readInput())?.trim();
  if (question === undefined || (question === '' && positionals.length === 0)) throw usage(BOTH.noQuestion);
  const assistant = await open({ once: true });
  const failures: string[] = [];
  const { onWarning, onFailure } = modelListener(streams.stderr);
  const { responder, ledger, close } = await openResponder(assistant, use, {
    onWarning,
    onFailure: (why, detail) => (values.explain ? failures.push(`${why} (${detail})`) : onFailure(why, detail)),
  });
  const start = streams.now();
  const { answer } = await responder.respond(question, null, { signal: new AbortController().signal });
  const ms = streams.now() - start;
  await close();
  const sent = ledger?.sent() ?? [];
  const json = { ...answerData(question, answer, ms), ...(values.explain ? { sent, failures } : {}) };
  const text = `${answerText(answer)}${values.explain ? explanation(answer, sent, failures) : ''}`;
  streams.stdout.write(values.json ? `${JSON.stringify(json)}\n` : text);
  return EXIT.done;
}

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        batch: { type: 'string' },
        corpus: { type: 'string' },
        explain: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false, short: 'h' },
      },
    });
  } catch (error) {
    throw usage(argumentProblem(error) ?? String(error));
  }
}

async function readBatch(file: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(file));
  } catch (cause) {
    throw new AppError('USAGE', BOTH.unreadableFile(file, cause instanceof Error ? cause.message : String(cause)), {
      cause,
    });
  }
}

function usage(message: string): AppError {
  return new AppError('USAGE', `${message}\n${BOTH.seeHelp('npm run -s ask')}`);
}
