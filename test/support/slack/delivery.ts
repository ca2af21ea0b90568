import type { Faults } from './faults.ts';
import { isObject, type Json } from './json.ts';

/** What Slack sends to an app. */
export type Kind = 'events_api' | 'slash_commands' | 'interactive';

export interface Parcel {
  readonly kind: Kind;
  readonly payload: Json;
  /** Set from the second attempt on. */
  readonly retry?: { readonly attempt: number; readonly reason: string };
}

/** What came of one attempt. */
export type Receipt =
  | { readonly acked: true; readonly response: unknown }
  | { readonly acked: false; readonly reason: string; readonly final: boolean };

/** A way to the app: Socket Mode or HTTP. */
export interface Carrier {
  deliver(parcel: Parcel, withinMs: number): Promise<Receipt>;
}

/** https://docs.slack.dev/apis/events-api: three seconds, then at once, after one minute, after five. */
export interface Patience {
  readonly ackWithinMs: number;
  readonly retryAfterMs: readonly number[];
}
export const DOCUMENTED: Patience = { ackWithinMs: 3000, retryAfterMs: [0, 60_000, 300_000] };

/** The app did not acknowledge, also not when asked again where Slack asks again. */
export class NotAcknowledged extends Error {
  readonly reason: string;

  constructor(reason: string) {
    super(`not acknowledged: ${reason}`);
    this.reason = reason;
  }
}

/** Brings events, commands and interactions to the app, and events again when they were not acknowledged. */
export class Delivery {
  /** May be exchanged while running. */
  carrier: Carrier;
  /** May be exchanged while running. */
  patience: Patience;
  readonly #faults: Faults;
  readonly #timers = new Set<() => void>();
  #stopped = false;

  constructor(carrier: Carrier, patience: Patience, faults: Faults) {
    this.carrier = carrier;
    this.patience = patience;
    this.#faults = faults;
  }

  /**
   * Delivers an event until it is acknowledged.
   * @throws NotAcknowledged after the last attempt
   */
  async event(payload: Json): Promise<void> {
    let receipt = await this.#attempt({ kind: 'events_api', payload });
    for (const [index, wait] of this.patience.retryAfterMs.entries()) {
      if (receipt.acked || receipt.final) break;
      await this.#pause(wait);
      if (this.#stopped) return;
      receipt = await this.#attempt({
        kind: 'events_api',
        payload,
        retry: { attempt: index + 1, reason: receipt.reason },
      });
    }
    if (!receipt.acked) throw new NotAcknowledged(receipt.reason);
    if (this.#faults.redelivers()) {
      void this.#attempt({ kind: 'events_api', payload, retry: { attempt: 1, reason: 'timeout' } });
    }
  }

  /**
   * Delivers a command or an interaction, once, and gives what the app answered with its acknowledgement.
   * @throws NotAcknowledged
   */
  async once(kind: 'slash_commands' | 'interactive', payload: Json): Promise<Json | string | undefined> {
    const receipt = await this.#attempt({ kind, payload });
    if (!receipt.acked) throw new NotAcknowledged(receipt.reason);
    const { response } = receipt;
    return isObject(response) || typeof response === 'string' ? response : undefined;
  }

  /** Gives up what waits for its next attempt. */
  stop(): void {
    this.#stopped = true;
    for (const end of this.#timers) end();
  }

  #attempt(parcel: Parcel): Promise<Receipt> {
    return this.carrier.deliver(parcel, this.patience.ackWithinMs);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        this.#timers.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#timers.add(end);
    });
  }
}
