import type { AnyBlock } from '@slack/types';
import { z } from 'zod';
import type { Log } from '../log.ts';
import { type Failure, type SlackApi, UNREADABLE } from './api.ts';
import { isPerson } from './ids.ts';
import { persist, richOrPlain } from './retry.ts';
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

/** For what no workspace refuses. */
export function alike(message: Message): Outgoing {
  return { rich: message, plain: message };
}

export interface Place {
  /** A person stands for the direct message with that person. */
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

/** Where the message is; `ts` is empty for one that only one person sees. */
export type Delivered = { readonly ok: true; readonly channel: string; readonly ts: string } | Failure;

/** `ts` is null when there is no such message. */
export type Found = { readonly ok: true; readonly ts: string | null } | Failure;

export interface Delivery {
  /** Where an earlier try has got through already, that message says what this one says. */
  post(place: Place, message: Outgoing, mark: Mark): Promise<Delivered>;
  /** One try, with no look for an earlier one: for a caller that keeps its own ledger. */
  tryPost(place: Place, message: Outgoing, key: string): Promise<Delivered>;
  /** One look for the message with that key. */
  find(place: Place, key: string, since: Date): Promise<Found>;
  update(channel: string, ts: string, message: Outgoing): Promise<Delivered>;
  remove(channel: string, ts: string): Promise<Delivered>;
  /** Shown to one person only; gone when that person reloads. */
  whisper(place: Place, user: string, message: Message): Promise<Delivered>;
}

type Addressed = Readonly<Record<string, unknown>> & { readonly channel: string };

export interface DeliveryOptions {
  readonly api: SlackApi;
  readonly wait: Wait;
  readonly log: Log;
}

/** Kind of the metadata that a message of ours carries; its payload has the key. */
export const METADATA_TYPE = 'gyokaku_message';
const PAGE = 200;
/** Clocks differ a little between Slack and this machine. Milliseconds. */
const CLOCK_SLACK = 60_000;
const MAX_PAGES = 5;

const posted = z.object({ ts: z.string() });
const opened = z.object({ channel: z.object({ id: z.string() }) });
const ours = z.object({
  ts: z.string(),
  metadata: z.object({ event_type: z.literal(METADATA_TYPE), event_payload: z.object({ key: z.string() }) }),
});
const page = z.object({
  // Anybody's message, with whatever metadata other apps give theirs: only our own have to be understood.
  messages: z.array(ours.nullable().catch(null)),
  response_metadata: z.object({ next_cursor: z.string().optional() }).nullish(),
});

/**
 * Posts each message once. A post whose answer was lost is looked for by its key before the next try; what Slack
 * refuses for good is given back with Slack's code. Retries are bounded in number and time.
 */
export function createDelivery({ api, wait, log }: DeliveryOptions): Delivery {
  /** Direct messages by person. Posts would be taken for a person as well, but no conversation of that id can be searched. */
  const direct = new Map<string, string>();

  /** The place as a conversation that can be written to and searched. */
  async function located(place: Place): Promise<{ readonly ok: true; readonly at: Place } | Failure> {
    const { channel, thread } = place;
    if (!isPerson(channel)) return { ok: true, at: place };
    const known = direct.get(channel);
    if (known !== undefined) return { ok: true, at: { channel: known, thread } };
    const result = await api.call('conversations.open', { users: channel });
    // Whatever became of this call, nothing was posted.
    if (!result.ok) return { ...result, isUndone: true };
    const read = opened.safeParse(result.data);
    if (!read.success) return { ...UNREADABLE, isUndone: true };
    const { id } = read.data.channel;
    direct.set(channel, id);
    return { ok: true, at: { channel: id, thread } };
  }

  async function find({ channel, thread }: Place, key: string, since: Date): Promise<Found> {
    const oldest = String((since.getTime() - CLOCK_SLACK) / 1000);
    let cursor: string | undefined;
    for (let pages = 0; pages < MAX_PAGES; pages++) {
      const result = await api.call(thread === null ? 'conversations.history' : 'conversations.replies', {
        channel,
        ...(thread === null ? {} : { ts: thread }),
        oldest,
        limit: PAGE,
        include_all_metadata: true,
        ...(cursor ? { cursor } : {}),
      });
      const read = result.ok ? page.safeParse(result.data) : null;
      if (!result.ok || !read?.success) {
        const failure = result.ok ? UNREADABLE : result;
        log.warn('own message not searchable', { code: failure.code });
        return failure;
      }
      const found = read.data.messages.find((message) => message?.metadata.event_payload.key === key);
      if (found) return { ok: true, ts: found.ts };
      cursor = read.data.response_metadata?.next_cursor || undefined;
      if (!cursor) break;
    }
    return { ok: true, ts: null };
  }

  /** Posts or updates, once. */
  async function say(method: string, args: Addressed, message: Outgoing): Promise<Delivered> {
    const result = await richOrPlain(message, async (form) => {
      const said = await api.call(method, { ...args, ...form });
      if (!said.ok) log.warn('call failed', { method, code: said.code, detail: said.details?.join(' ').slice(0, 300) });
      return said;
    });
    if (!result.ok) return result;
    const read = posted.safeParse(result.data);
    return read.success ? { ok: true, channel: args.channel, ts: read.data.ts } : UNREADABLE;
  }

  /** Brings up to date what an earlier process posted. Null when somebody deleted it meanwhile. */
  async function renew(channel: string, ts: string, message: Outgoing): Promise<Delivered | null> {
    const updated = await say('chat.update', { channel, ts }, message);
    if (updated.ok || updated.mayPass) return updated;
    // What cannot be changed any more is there all the same.
    return updated.code === 'message_not_found' ? null : { ok: true, channel, ts };
  }

  return {
    post(place, message, { key, since, mayBePosted }) {
      let look = mayBePosted;
      let isOwnTry = false;
      return persist(wait, async () => {
        const there = await located(place);
        if (!there.ok) return there;
        if (look) {
          const found = await find(there.at, key, since);
          // Later it can be looked for. Where it never can, a second message is better than none.
          if (!found.ok && found.mayPass) return found;
          if (found.ok && found.ts !== null) {
            const { channel } = there.at;
            const { ts } = found;
            const present = isOwnTry ? { ok: true as const, channel, ts } : await renew(channel, ts, message);
            if (present) return present;
          }
        }
        isOwnTry = true;
        const sent = await say('chat.postMessage', posting(there.at, key), message);
        look = !sent.ok && !sent.isUndone;
        return sent;
      });
    },
    async tryPost(place, message, key) {
      const there = await located(place);
      return there.ok ? say('chat.postMessage', posting(there.at, key), message) : there;
    },
    async find(place, key, since) {
      const there = await located(place);
      return there.ok ? find(there.at, key, since) : there;
    },
    update: (channel, ts, message) => persist(wait, () => say('chat.update', { channel, ts }, message)),
    async remove(channel, ts) {
      const result = await persist(wait, () => api.call('chat.delete', { channel, ts }));
      return result.ok || result.code === 'message_not_found' ? { ok: true, channel, ts } : result;
    },
    async whisper({ channel, thread }, user, message) {
      const args = { channel, user, ...(thread === null ? {} : { thread_ts: thread }), ...message };
      const result = await persist(wait, () => api.call('chat.postEphemeral', args));
      return result.ok ? { ok: true, channel, ts: '' } : result;
    },
  };
}

/** A new message: its place, its key, and nothing unfurled. */
function posting({ channel, thread }: Place, key: string): Addressed {
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
