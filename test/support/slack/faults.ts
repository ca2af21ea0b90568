/** Something that goes wrong with one Web API call; answers without a token go by the name `response_url`. */
export type Fault =
  /** 429 with `Retry-After` in whole seconds; the work is not done. */
  | { readonly kind: 'ratelimited'; readonly retryAfter: number }
  /** The work is done and the connection is cut before the answer. */
  | { readonly kind: 'lost' }
  /** The work is done, the answer comes late. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** 500 with a page of HTML; the work is not done. */
  | { readonly kind: 'error500' }
  /** The connection is cut; the work is not done. */
  | { readonly kind: 'reset' }
  /** `{"ok":false,"error":code}`; the work is not done. */
  | { readonly kind: 'refused'; readonly code: string };

/** A fault and in what share of the calls it happens, from 0 to 1. */
export interface Odds {
  readonly fault: Fault;
  readonly share: number;
  /** Only these methods; all of them by default. */
  readonly methods?: readonly string[];
}

/** What goes wrong: scripted call by call, or by chance from a seed. */
export class Faults {
  readonly #scripts = new Map<string, (Fault | undefined)[]>();
  #odds: readonly Odds[] = [];
  #redelivered = 0;
  #random: () => number;

  constructor(seed = 1) {
    this.#random = randomFrom(seed);
  }

  /** The next calls of a method meet these, in order; `undefined` lets one through. */
  next(method: string, ...faults: readonly (Fault | undefined)[]): void {
    this.#scripts.set(method, [...(this.#scripts.get(method) ?? []), ...faults]);
  }

  /** From now on calls go wrong by chance. */
  byChance(odds: readonly Odds[]): void {
    this.#odds = odds;
  }

  /** From now on this share of the acknowledged events is delivered once more. */
  redeliver(share: number): void {
    this.#redelivered = share;
  }

  /** Nothing goes wrong any more. */
  clear(): void {
    this.#scripts.clear();
    this.#odds = [];
    this.#redelivered = 0;
  }

  /** What happens to this call. */
  take(method: string): Fault | undefined {
    const script = this.#scripts.get(method);
    if (script && script.length > 0) return script.shift();
    const fitting = this.#odds.filter((each) => each.methods === undefined || each.methods.includes(method));
    return fitting.find((each) => this.#random() < each.share)?.fault;
  }

  redelivers(): boolean {
    return this.#redelivered > 0 && this.#random() < this.#redelivered;
  }
}

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
