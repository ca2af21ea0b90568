/** Calls a minute of each tier. https://docs.slack.dev/apis/web-api/rate-limits */
const PER_MINUTE = { 1: 1, 2: 20, 3: 50, 4: 100 } as const;
/** About one message a second to a channel, with short bursts. https://docs.slack.dev/reference/methods/chat.postMessage */
const POSTING = { burst: 3, perSecond: 1 };

/** How often a method may be called: a tier, so often per channel, or without a limit. */
export type Rate = keyof typeof PER_MINUTE | 'per channel' | 'unlimited';

/** Counts calls against the documented rates. */
export class Rates {
  readonly #now: () => number;
  readonly #left = new Map<string, { tokens: number; at: number }>();

  /** @param now milliseconds */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** Seconds to wait, as in `Retry-After`, or nothing when the call may go ahead. */
  retryAfter(method: string, rate: Rate, channel: string): number | undefined {
    if (rate === 'unlimited') return undefined;
    if (rate === 'per channel') return this.#take(`${method} ${channel}`, POSTING.burst, POSTING.perSecond);
    return this.#take(method, PER_MINUTE[rate], PER_MINUTE[rate] / 60);
  }

  #take(key: string, burst: number, perSecond: number): number | undefined {
    const now = this.#now();
    const before = this.#left.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, before.tokens + ((now - before.at) / 1000) * perSecond);
    this.#left.set(key, { tokens: tokens >= 1 ? tokens - 1 : tokens, at: now });
    return tokens >= 1 ? undefined : Math.max(1, Math.ceil((1 - tokens) / perSecond));
  }
}
