import type { Ids } from './ids.ts';
import { Refusal } from './refusal.ts';

/** One use, three seconds. https://docs.slack.dev/interactivity/handling-user-interaction */
const LIVES_MS = 3000;

/** Trigger ids: what lets the app open a modal before the person who just did something. */
export class Triggers {
  readonly #ids: Ids;
  readonly #now: () => number;
  readonly #issued = new Map<string, { readonly user: string; readonly at: number; used: boolean }>();

  constructor(ids: Ids, now: () => number) {
    this.#ids = ids;
    this.#now = now;
  }

  issue(user: string): string {
    const id = `${this.#ids.next('')}.${this.#ids.next('')}.${'ab'.repeat(16)}`;
    this.#issued.set(id, { user, at: this.#now(), used: false });
    return id;
  }

  /**
   * The user before whom a modal may be opened.
   * @throws Refusal invalid_trigger_id, exchanged_trigger_id, expired_trigger_id
   */
  exchange(id: string): string {
    const trigger = this.#issued.get(id);
    if (!trigger) throw new Refusal('invalid_trigger_id');
    if (trigger.used) throw new Refusal('exchanged_trigger_id');
    if (this.#now() - trigger.at > LIVES_MS) throw new Refusal('expired_trigger_id');
    trigger.used = true;
    return trigger.user;
  }
}
