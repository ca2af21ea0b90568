import type { Cast, Channel, User } from './cast.ts';
import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import { Waiting } from './waiting.ts';

/** A block as Slack keeps it: every one has an id. */
export type Block = Json & { readonly type: string; readonly block_id: string };

/** Where a message stands. */
export interface Place {
  readonly channel: string;
  readonly ts: string;
}

/** A message as it is stored. Records are never changed: an edit stores a new one. */
export interface StoredMessage extends Place {
  readonly user: string;
  /** As Slack keeps it, with `&amp;`, `&lt;` and `&gt;`. */
  readonly text: string;
  readonly thread_ts?: string;
  readonly blocks?: readonly Block[];
  readonly metadata?: Json;
  readonly edited?: { readonly user: string; readonly ts: string };
  readonly bot_id?: string;
  readonly reactions?: readonly { readonly name: string; readonly users: readonly string[] }[];
  /** Only this user sees it: an ephemeral message. */
  readonly visibleTo?: string;
  /** What the caller asked of links; Slack unfurls where this is not false. */
  readonly unfurls?: { readonly links: boolean; readonly media: boolean };
  /** Milliseconds since 1970 when it was stored. */
  readonly storedAt: number;
}

/** The parts of a message that its writer gives. */
export type Draft = Omit<StoredMessage, 'ts' | 'channel' | 'storedAt'>;

/** Users, conversations and their messages; what a test reads back. */
export class Workspace {
  readonly cast: Cast;
  readonly waiting = new Waiting();
  readonly #ids: Ids;
  readonly #now: () => number;
  readonly #messages = new Map<string, Map<string, StoredMessage>>();
  readonly #threads = new Map<string, string[]>();
  readonly #whispers = new Map<string, StoredMessage>();

  constructor(cast: Cast, ids: Ids, now: () => number) {
    this.cast = cast;
    this.#ids = ids;
    this.#now = now;
  }

  /** @throws Refusal channel_not_found */
  channel(id: string): Channel {
    const channel = this.cast.channels.get(id);
    if (!channel) throw new Refusal('channel_not_found');
    return channel;
  }

  /** @throws Refusal user_not_found */
  user(id: string): User {
    const user = this.cast.users.get(id);
    if (!user) throw new Refusal('user_not_found');
    return user;
  }

  /** Stores a message that everybody in the channel sees. */
  post(channel: string, draft: Draft): StoredMessage {
    const message = { ...draft, channel, ts: this.#ids.ts(), storedAt: this.#now() };
    this.#log(channel).set(message.ts, message);
    if (message.thread_ts !== undefined) this.#thread(channel, message.thread_ts).push(message.ts);
    this.waiting.changed();
    return message;
  }

  /** Stores a message that only `draft.visibleTo` sees. */
  whisper(channel: string, draft: Draft & { readonly visibleTo: string }): StoredMessage {
    const message = { ...draft, channel, ts: this.#ids.ts(), storedAt: this.#now() };
    this.#whispers.set(message.ts, message);
    this.waiting.changed();
    return message;
  }

  /** Stores `message` in place of the one that stands there. */
  replace(message: StoredMessage): void {
    const log = message.visibleTo === undefined ? this.#log(message.channel) : this.#whispers;
    log.set(message.ts, message);
    this.waiting.changed();
  }

  remove(message: StoredMessage): void {
    this.#log(message.channel).delete(message.ts);
    this.#whispers.delete(message.ts);
    if (message.thread_ts !== undefined) {
      const replies = this.#thread(message.channel, message.thread_ts);
      const at = replies.indexOf(message.ts);
      if (at >= 0) replies.splice(at, 1);
    }
    this.waiting.changed();
  }

  /** The message at a place, ephemeral ones not included. */
  message(channel: string, ts: string): StoredMessage | undefined {
    return this.#messages.get(channel)?.get(ts);
  }

  /** Every message of a channel that everybody sees, oldest first. */
  messages(channel: string): StoredMessage[] {
    return [...(this.#messages.get(channel)?.values() ?? [])];
  }

  /** The answers in a thread, oldest first, without the message that began it. */
  replies(channel: string, thread: string): StoredMessage[] {
    const replies = this.#threads.get(`${channel}:${thread}`) ?? [];
    return replies.flatMap((ts) => this.message(channel, ts) ?? []);
  }

  /** The ephemeral messages that a user sees now, oldest first. */
  whispers(user: string): StoredMessage[] {
    return [...this.#whispers.values()].filter((message) => message.visibleTo === user);
  }

  /** The ephemeral message with a timestamp. */
  whispered(ts: string): StoredMessage | undefined {
    return this.#whispers.get(ts);
  }

  /** What the app has said since a message: in its thread, and in a DM also below it. Oldest first. */
  repliesTo({ channel, ts }: Place): StoredMessage[] {
    const root = this.message(channel, ts)?.thread_ts ?? ts;
    const below = this.cast.channels.get(channel)?.kind === 'im' ? this.messages(channel) : [];
    const loose = below.filter((message) => message.thread_ts === undefined);
    return [...this.replies(channel, root), ...loose].filter((message) => message.ts > ts && this.isOurs(message));
  }

  /** Waits for the first reply of the app in the thread of a message. */
  replyTo(question: Place, withinMs?: number): Promise<StoredMessage> {
    const what = `a reply to ${question.ts} in ${question.channel}`;
    return this.waiting.until(() => this.repliesTo(question)[0], what, withinMs);
  }

  /** Waits until the app's first reply in the thread of a message satisfies a condition, such as after an edit. */
  replyThat(question: Place, fits: (reply: StoredMessage) => boolean, withinMs?: number): Promise<StoredMessage> {
    const what = `a fitting reply to ${question.ts} in ${question.channel}`;
    return this.waiting.until(() => this.repliesTo(question).find(fits), what, withinMs);
  }

  /** Waits until something is found in the workspace; asked again after every change. */
  until<T>(find: () => T | undefined, what: string, withinMs?: number): Promise<T> {
    return this.waiting.until(find, what, withinMs);
  }

  /** Whether the app wrote a message. */
  isOurs(message: StoredMessage): boolean {
    return message.bot_id === this.cast.app.botId;
  }

  #log(channel: string): Map<string, StoredMessage> {
    const known = this.#messages.get(channel);
    if (known) return known;
    const log = new Map<string, StoredMessage>();
    this.#messages.set(channel, log);
    return log;
  }

  #thread(channel: string, thread: string): string[] {
    const key = `${channel}:${thread}`;
    const known = this.#threads.get(key);
    if (known) return known;
    const replies: string[] = [];
    this.#threads.set(key, replies);
    return replies;
  }
}
