import { z } from 'zod';
import type { Log } from '../log.ts';
import type { SlackApi } from './api.ts';
import type { Identity } from './intake.ts';
import { type Patience, persist } from './retry.ts';
import { readButtonValue } from './views/actions.ts';
import type { Wait } from './wait.ts';

/**
 * The turn of the answer of ours that a thread hangs on; null when it hangs on something else. An answer that was shown
 * to the channel, or went to a person directly, stands in a place that was not known when it was kept: but its buttons
 * carry its turn.
 */
export type TurnAbove = (channel: string, thread: string) => Promise<string | null>;

export interface TurnAboveOptions {
  readonly api: SlackApi;
  readonly me: Pick<Identity, 'bot'>;
  readonly wait: Wait;
  readonly log: Log;
}

/** Only the first message is looked at, and of others than ours nothing. */
const message = z.object({ ts: z.string(), bot_id: z.string().optional(), blocks: z.array(z.unknown()).default([]) });
const replies = z.object({ messages: z.array(message.nullable().catch(null)) });
/** Somebody waits for an answer, which can be given without. */
const PATIENCE: Patience = { tries: 2, longest: 2 };

export function createTurnAbove({ api, me, wait, log }: TurnAboveOptions): TurnAbove {
  return async (channel, thread) => {
    const args = { channel, ts: thread, limit: 1 };
    const result = await persist(wait, () => api.call('conversations.replies', args), PATIENCE);
    const read = replies.safeParse(result.ok ? result.data : null);
    if (!read.success) {
      log.warn('thread not readable', { code: result.ok ? 'unreadable_answer' : result.code });
      return null;
    }
    const root = read.data.messages.find((each) => each?.ts === thread);
    return root?.bot_id === me.bot ? turnIn(root.blocks) : null;
  };
}

/** The turn that the first button carries. */
function turnIn(part: unknown): string | null {
  if (typeof part !== 'object' || part === null) return null;
  const own = 'value' in part && typeof part.value === 'string' ? readButtonValue(part.value) : null;
  if (own) return own.turn;
  for (const inner of Object.values(part)) {
    const found = turnIn(inner);
    if (found !== null) return found;
  }
  return null;
}
