/** How long a test waits for something that should come, in milliseconds. */
export const PATIENCE_MS = 10_000;

/** Lets tests wait for a state without polling: every change asks the open questions again. */
export class Waiting {
  readonly #open = new Set<() => void>();

  /** Tells that something changed. */
  changed(): void {
    for (const ask of [...this.#open]) ask();
  }

  /**
   * The first value that `find` gives, now or after a change.
   * @throws Error naming `what` when none came within `withinMs`
   */
  until<T>(find: () => T | undefined, what: string, withinMs: number = PATIENCE_MS): Promise<T> {
    const found = find();
    if (found !== undefined) return Promise.resolve(found);
    return new Promise<T>((resolve, reject) => {
      const ask = () => {
        const value = find();
        if (value === undefined) return;
        settle();
        resolve(value);
      };
      const timer = setTimeout(() => {
        settle();
        reject(new Error(`waited ${withinMs} ms in vain for ${what}`));
      }, withinMs);
      const settle = () => {
        clearTimeout(timer);
        this.#open.delete(ask);
      };
      this.#open.add(ask);
    });
  }
}
