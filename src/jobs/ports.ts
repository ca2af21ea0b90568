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

/** The service's own verdict on what went wrong. What it refuses may not pass. */
export interface Failure {
  readonly ok: false;
  readonly code: string;
  /** True when it says nothing about the message: the service could not be asked, did not answer, or had no time. */
  readonly mayPass: boolean;
  /** True when the message is surely not there; false when only the answer was lost. */
  readonly isUndone: boolean;
  /** Seconds, where the service names them. */
  readonly retryAfter?: number;
}

export type Posted = { readonly ok: true; readonly ts: string } | Failure;

/** `ts` is null when there is no such message. */
export type Found = { readonly ok: true; readonly ts: string | null } | Failure;

/** Where messages go. */
export interface Post {
  /** Posts to a channel, or to a person by id, with the key as the message's metadata. */
  post(channel: string, message: Outgoing, key: string): Promise<Posted>;
  /** Looks for the message with that key, which cannot be older than `since`. */
  find(channel: string, key: string, since: Date): Promise<Found>;
}

/** Time, passed in so that tests need not wait. */
export interface Clock {
  now(): Date;
  /** Resolves after so many milliseconds, or earlier when the signal says so. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
