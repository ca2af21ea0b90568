import type { Waiting } from './waiting.ts';

/** A status line that the app showed in a thread; an empty one takes it away. */
export interface Status {
  readonly channel: string;
  readonly thread_ts: string;
  readonly status: string;
}

/** Prompts offered in the agent pane. */
export interface Prompts {
  readonly channel: string;
  readonly title: string | undefined;
  readonly prompts: readonly { readonly title: string; readonly message: string }[];
}

/** What the app showed in the agent pane besides messages. */
export class AgentNotes {
  /** Every status that was ever set, in order. */
  readonly statuses: Status[] = [];
  /** Every set of prompts that was ever offered, in order. */
  readonly prompts: Prompts[] = [];
  /** Titles by `channel:thread_ts`. */
  readonly titles = new Map<string, string>();
  /** States of the conversations by `channel:thread_ts`. */
  readonly sessions = new Map<string, string>();
  readonly #waiting: Waiting;
  readonly #shown = new Map<string, string>();

  constructor(waiting: Waiting) {
    this.#waiting = waiting;
  }

  /** The status line that a thread shows now, empty when none. */
  shown(channel: string, thread: string): string {
    return this.#shown.get(`${channel}:${thread}`) ?? '';
  }

  setStatus(status: Status): void {
    this.statuses.push(status);
    this.#shown.set(`${status.channel}:${status.thread_ts}`, status.status);
    this.#waiting.changed();
  }

  /** A reply takes the status line away. */
  replied(channel: string, thread: string): void {
    this.#shown.delete(`${channel}:${thread}`);
  }

  offer(prompts: Prompts): void {
    this.prompts.push(prompts);
    this.#waiting.changed();
  }

  setTitle(channel: string, thread: string, title: string): void {
    this.titles.set(`${channel}:${thread}`, title);
    this.#waiting.changed();
  }

  setSession(channel: string, thread: string, state: string): void {
    this.sessions.set(`${channel}:${thread}`, state);
    this.#waiting.changed();
  }
}
