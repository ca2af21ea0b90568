import { z } from 'zod';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { Aside } from './aside.ts';
import { alike } from './deliver.ts';
import type { People } from './people.ts';
import { noticeMessage } from './views/notice.ts';

export interface MishapOptions {
  readonly people: People;
  readonly aside: Aside;
  readonly log: Log;
  now(): Date;
}

/** What a listener could not do: said in the log, and to the person who pressed, sent or typed. Never rejects. */
export type Mishap = (error: unknown, body: unknown) => Promise<void>;

/** A command: its person and place stand at the top. */
const typed = z
  .object({ response_url: z.url().optional(), user_id: z.string(), channel_id: z.string().optional() })
  .transform(({ response_url, user_id, channel_id }) => ({ user: user_id, channel: channel_id, response_url }));
/** A press, a choice or a form. An event is neither: nobody waits for what comes of opening Home. */
const pressed = z
  .object({
    response_url: z.url().optional(),
    user: z.object({ id: z.string() }),
    channel: z.object({ id: z.string() }).optional(),
  })
  .transform(({ response_url, user, channel }) => ({ user: user.id, channel: channel?.id, response_url }));
const told = z.union([typed, pressed]);

export function createMishap({ people, aside, log, now }: MishapOptions): Mishap {
  return async (error, body) => {
    const origin = originOf(error);
    // What a press can mend is no failure of the program.
    const isWindow = origin instanceof AppError && origin.code === 'WINDOW_REFUSED';
    // Stands in the log and in the message, so that the one is found by the other.
    const id = now().getTime().toString(36);
    if (isWindow) log.warn('window not opened', { id, detail: origin.message });
    else log.error('listener failed', { id }, origin);
    const read = told.safeParse(body);
    if (!read.success) return;
    const { response_url, user, channel } = read.data;
    try {
      const { language } = await people.of(user);
      const message = noticeMessage(isWindow ? 'window' : 'failed', language, { id });
      const place = channel === undefined ? null : { channel, thread: null };
      await aside({ user, place, responseUrl: response_url ?? null }, alike(message));
    } catch (second) {
      log.error('failure not told', { id }, second);
    }
  };
}

/** Bolt wraps what a listener threw. */
function originOf(error: unknown): unknown {
  return error instanceof Error && 'original' in error ? error.original : error;
}
