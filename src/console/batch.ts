import { z } from 'zod';
import type { Assistant, Turn } from '../answer/assistant.ts';
import type { Responder } from '../answer/responder.ts';
import { BOTH } from '../face-wording.ts';
import { answerData } from './answer-print.ts';
import { EXIT, type ExitCode, type Streams } from './streams.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]),
  q: z.string(),
  /** Earlier questions of the same conversation. */
  thread: z.array(z.string()).optional(),
});
type BatchLine = z.infer<typeof lineSchema>;

/**
 * Answers JSON lines, one line an answer, in order. A line that is no question is named on the error stream, and the
 * others are still answered.
 */
export async function runBatch(
  file: string,
  text: string,
  assistant: Assistant,
  responder: Responder,
  streams: Streams,
): Promise<ExitCode> {
  let code: ExitCode = EXIT.done;
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const place = `${file}:${at + 1}`;
    const read = readLine(line);
    if (typeof read === 'string') {
      streams.stderr.write(`${BOTH.badLine(place, read)}\n`);
      if (code === EXIT.done) code = EXIT.wrongInput;
      continue;
    }
    try {
      streams.stdout.write(
        `${JSON.stringify({ id: read.id, ...(await answerLine(read, assistant, responder, streams)) })}\n`,
      );
    } catch (error) {
      streams.stderr.write(`${place}: ${BOTH.bug}\n${error instanceof Error ? error.stack : String(error)}\n`);
      code = EXIT.bug;
    }
  }
  return code;
}

/** The earlier questions of a thread only set what it is about: the rules alone know that. */
async function answerLine({ q, thread = [] }: BatchLine, assistant: Assistant, responder: Responder, { now }: Streams) {
  let turn: Turn | null = null;
  for (const earlier of thread) turn = assistant.ask(earlier, turn).turn;
  const start = now();
  const { answer } = await responder.respond(q, turn, { signal: new AbortController().signal });
  return answerData(q, answer, now() - start);
}

/** The question of a line, or what is wrong with it. */
function readLine(line: string): BatchLine | string {
  let data: unknown;
  try {
    data = JSON.parse(line);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  const parsed = lineSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  return parsed.error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${issue.message}`).join('; ');
}
