import type { Answer } from '../answer/assemble.ts';
import type { Digest } from '../digest/digest.ts';
import type { Reminder } from '../digest/reminder.ts';
import type { Subscription } from '../state/subscriptions.ts';

/** What is to be posted: content with its text; blocks and buttons are the face's. */
export type Outgoing =
  | {
      readonly kind: 'digest';
      readonly subscription: Subscription;
      readonly answer: Answer;
      readonly digest: Digest;
      /** What only a manager can hand on; null when there is nothing. */
      readonly handOn: Reminder | null;
    }
  | {
      readonly kind: 'reminder';
      readonly subscription: Subscription;
      readonly answer: Answer;
      /** By section, in the order of the text. */
      readonly reminders: readonly Reminder[];
    }
  /** Tells the owner of a subscription that it could not be delivered. */
  | { readonly kind: 'undelivered'; readonly subscription: Subscription; readonly code: string; readonly text: string };

export type Posted =
  | { readonly ok: true; readonly ts: string }
  /** `retryAfter` in seconds, where the service names it. */
  | { readonly ok: false; readonly code: string; readonly retryAfter?: number };

/** Where messages go. */
export interface Post {
  /** Posts to a channel, or to a person by id, with the key as the message's metadata. */
  post(channel: string, message: Outgoing, key: string): Promise<Posted>;
  /** The message with that key, none of which can be older than `since`; null when there is none. Rejects when it cannot tell. */
  find(channel: string, key: string, since: Date): Promise<string | null>;
}

/** Time, passed in so that tests need not wait. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or earlier when the signal says so. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
