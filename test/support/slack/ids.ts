/** Ids and timestamps that never repeat within one stand-in. */
export class Ids {
  readonly #now: () => number;
  #count = 0;
  #lastMicros = 0;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number) {
    this.#now = now;
  }

  /** The next id of a kind, such as `Ev0000000012` for `Ev`. */
  next(prefix: string): string {
    this.#count += 1;
    return `${prefix}${String(this.#count).padStart(10, '0')}`;
  }

  /** A message timestamp: seconds with six decimals, later than every one before. */
  ts(): string {
    this.#lastMicros = Math.max(this.#lastMicros + 1, Math.floor(this.#now() * 1000));
    const digits = String(this.#lastMicros).padStart(7, '0');
    return `${digits.slice(0, -6)}.${digits.slice(-6)}`;
  }
}
