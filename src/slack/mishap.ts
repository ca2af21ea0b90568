import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import { alike } from './deliver.ts';
import type { People } from './people.ts';
import type { Respond } from './response-url.ts';
import { noticeMessage } from './views/notice.ts';

export interface MishapOptions {
  readonly people: People;
  readonly respond: Respond;
  readonly log: Log;
  now(): Date;
}

/** What a listener could not do: said in the log, and to the person where there is a way back. Never rejects. */
export type Mishap = (error: unknown, body: unknown) => Promise<void>;

/** A command, a press, or what else came with an address for the answer. */
const answerable = z.object({
  response_url: z.url(),
  user_id: z.string().optional(),
  user: z.object({ id: z.string() }).optional(),
});

export function createMishap({ people, respond, log, now }: MishapOptions): Mishap {
  return async (error, body) => {
    const origin = originOf(error);
    // What a press can mend is no failure of the program.
    const isWindow = origin instanceof AppError && origin.code === 'WINDOW_REFUSED';
    // Stands in the log and in the message, so that the one is found by the other.
    const id = now().getTime().toString(36);
    if (isWindow) log.warn('window not opened', { id, detail: origin.message });
    else log.error('listener failed', { id }, origin);
    const read = answerable.safeParse(body);
    if (!read.success) return;
    const { response_url, user, user_id } = read.data;
    try {
      const { language } = await people.of(user?.id ?? user_id ?? '');
      const message = noticeMessage(isWindow ? 'window' : 'failed', language, { id });
      await respond(response_url, alike(message), 'beside');
    } catch (second) {
      log.error('failure not told', { id }, second);
    }
  };
}

/** Bolt wraps what a listener threw. */
function originOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error;
}
