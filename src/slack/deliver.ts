import type { AnyBlock } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { type CallResult, type SlackApi, UNREACHED } from './api.ts';
import type { Wait } from './wait.ts';

/** A message as Slack takes it. `text` is complete by itself; the blocks show the same. */
export interface Message {
  readonly text: string;
  readonly blocks: readonly AnyBlock[];
}

/** The same content twice: with tables and charts, and for a workspace that refuses those. */
export interface Outgoing {
  readonly rich: Message;
  readonly plain: Message;
}

export interface Place {
  readonly channel: string;
  /** Root message of the thread; null for the channel itself. */
  readonly thread: string | null;
}

/** What marks a message as the one for a certain purpose, so that it is posted once. */
export interface Mark {
  readonly key: string;
  /** Nothing with this key can be older. */
  readonly since: Date;
  /** True when an earlier try may have got through: then the conversation is searched first. */
  readonly mayBePosted: boolean;
}

export type Delivered =
  | { readonly ok: true; readonly ts: string }
  /** `mayPass`: the same message may get through later, and will then not be there twice. */
  | { readonly ok: false; readonly code: string; readonly mayPass: boolean };

export interface Delivery {
  post(place: Place, message: Outgoing, mark: Mark): Promise<Delivered>;
  /** One try, with no look for an earlier one: for a caller that keeps its own ledger. `retryAfter` in seconds. */
  tryPost(place: Place, message: Outgoing, key: string): Promise<Delivered & { readonly retryAfter?: number }>;
  /** The message with that key, or null. Rejects when Slack cannot tell. */
  find(place: Place, key: string, since: Date): Promise<string | null>;
  update(channel: string, ts: string, message: Outgoing): Promise<Delivered>;
  remove(channel: string, ts: string): Promise<Delivered>;
  /** Shown to one person only; gone when that person reloads. */
  whisper(place: Place, user: string, message: Message): Promise<Delivered>;
}

export interface DeliveryOptions {
  readonly api: SlackApi;
  readonly wait: Wait;
  readonly log: Log;
}

/** Kind of the metadata that a message of ours carries; its payload has the key. */
export const METADATA_TYPE = 'gyokaku_message';
const TRIES = 6;
/** Seconds between tries where Slack names no time. */
const BACK_OFF = [0.5, 1, 2, 4, 8];
/** Longer than that nobody waits in front of a screen. Seconds. */
const LONGEST_WAIT = 60;
const PAGE = 200;
/** Clocks differ a little between Slack and this machine. Milliseconds. */
const CLOCK_SLACK = 60_000;
const MAX_PAGES = 5;

const PASSING = new Set(['rate_limited', 'ratelimited', ...UNREACHED]);

/** Slack refuses the blocks, not the message. */
const BLOCKS_REFUSED = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'invalid_arguments',
]);

const posted = z.object({ ts: z.string() });
const page = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_type: z.string(), event_payload: z.record(z.string(), z.unknown()) }).optional(),
    }),
  ),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

/**
 * Posts each message once. A post whose answer was lost is looked for by its key before the next try; what Slack
 * refuses for good is given back with Slack's code. Retries are bounded in number and time.
 */
export function createDelivery({ api, wait, log }: DeliveryOptions): Delivery {
  async function find({ channel, thread }: Place, { key, since }: Mark): Promise<CallResult & { ts?: string }> {
    const oldest = String((since.getTime() - CLOCK_SLACK) / 1000);
    let cursor: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const result = await persist(() =>
        api.call(thread === null ? 'conversations.history' : 'conversations.replies', {
          channel,
          ...(thread === null ? {} : { ts: thread }),
          oldest,
          limit: PAGE,
          include_all_metadata: true,
          ...(cursor ? { cursor } : {}),
        }),
      );
      if (!result.ok) return result;
      const read = page.safeParse(result.data);
      if (!read.success) return UNREADABLE;
      const ours = read.data.messages.find(
        ({ metadata }) => metadata?.event_type === METADATA_TYPE && metadata.event_payload.key === key,
      );
      if (ours) return { ...result, ts: ours.ts };
      cursor = read.data.response_metadata?.next_cursor || undefined;
      if (!cursor) return result;
    }
    return { ok: true, data: null };
  }

  /** Repeats a call that may be repeated without harm. */
  async function persist(call: () => Promise<CallResult>): Promise<CallResult> {
    for (let attempt = 0; ; attempt++) {
      const result = await call();
      if (result.ok || !isPassing(result) || attempt + 1 >= TRIES) return result;
      if (!(await paused(result, attempt))) return result;
    }
  }

  /** False when Slack asks for more patience than anybody has. */
  async function paused({ retryAfter }: Failure, attempt: number): Promise<boolean> {
    const seconds = retryAfter ?? BACK_OFF[attempt] ?? LONGEST_WAIT;
    if (seconds > LONGEST_WAIT) return false;
    await wait(seconds * 1000);
    return true;
  }

  async function send(
    method: string,
    args: Readonly<Record<string, unknown>>,
    message: Outgoing,
    search: (() => Promise<CallResult & { ts?: string }>) | null,
    searchFirst: boolean,
  ): Promise<Delivered> {
    let form = message.rich;
    let look = searchFirst;
    for (let attempt = 0; ; attempt++) {
      if (look && search) {
        const found = await search();
        if (found.ok && found.ts) return { ok: true, ts: found.ts };
        if (!found.ok) {
          log.warn('own message not searchable', { code: found.code });
          // Later it can be looked for. Where it never can, a second answer is better than none.
          if (isPassing(found)) return failed(found);
        }
      }
      const result = await api.call(method, { ...args, ...form });
      if (result.ok) {
        const read = posted.safeParse(result.data);
        return read.success ? { ok: true, ts: read.data.ts } : failed(UNREADABLE);
      }
      log.warn('call failed', { method, code: result.code, attempt, detail: result.details?.join(' ').slice(0, 300) });
      if (BLOCKS_REFUSED.has(result.code) && form !== message.plain) {
        form = message.plain;
        look = false;
        continue;
      }
      if (!isPassing(result) || attempt + 1 >= TRIES) return failed(result);
      if (!(await paused(result, attempt))) return failed(result);
      look = !result.isUndone;
    }
  }

  return {
    post: (place, message, mark) =>
      send('chat.postMessage', posting(place, mark.key), message, () => find(place, mark), mark.mayBePosted),
    async tryPost(place, { rich, plain }, key) {
      const args = posting(place, key);
      const first = await api.call('chat.postMessage', { ...args, ...rich });
      const isRefused = !first.ok && BLOCKS_REFUSED.has(first.code);
      const result = isRefused ? await api.call('chat.postMessage', { ...args, ...plain }) : first;
      if (!result.ok) {
        const { retryAfter } = result;
        return { ...failed(result), ...(retryAfter === undefined ? {} : { retryAfter }) };
      }
      const read = posted.safeParse(result.data);
      return read.success ? { ok: true, ts: read.data.ts } : failed(UNREADABLE);
    },
    async find(place, key, since) {
      const found = await find(place, { key, since, mayBePosted: true });
      if (!found.ok) throw new Error(found.code);
      return found.ts ?? null;
    },
    update: (channel, ts, message) => send('chat.update', { channel, ts }, message, null, false),
    async remove(channel, ts) {
      const result = await persist(() => api.call('chat.delete', { channel, ts }));
      return result.ok || result.code === 'message_not_found' ? { ok: true, ts } : failed(result);
    },
    async whisper({ channel, thread }, user, message) {
      const result = await persist(() =>
        api.call('chat.postEphemeral', {
          channel,
          user,
          ...(thread === null ? {} : { thread_ts: thread }),
          ...message,
        }),
      );
      return result.ok ? { ok: true, ts: '' } : failed(result);
    },
  };
}

/** A new message: its place, its key, and nothing unfurled. */
function posting({ channel, thread }: Place, key: string): Readonly<Record<string, unknown>> {
  return {
    channel,
    ...(thread === null ? {} : { thread_ts: thread }),
    metadata: { event_type: METADATA_TYPE, event_payload: { key } },
    parse: 'none',
    mrkdwn: false,
    unfurl_links: false,
    unfurl_media: false,
  };
}

type Failure = Extract<CallResult, { ok: false }>;
const UNREADABLE: Failure = { ok: false, code: 'unreadable_answer', isUndone: true };

/** A failure that another try may mend. */
export function isPassing({ isUndone, code }: Failure): boolean {
  return !isUndone || PASSING.has(code);
}

function failed(result: Failure): Delivered {
  return { ok: false, code: result.code, mayPass: isPassing(result) };
}
