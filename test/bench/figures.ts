/** A measured figure, with the limit that it has to keep. */
export interface Measured {
  readonly name: string;
  readonly value: number;
  readonly unit: 'ms' | 'MB' | 'times' | 'questions';
  /** The most that it may be. */
  readonly limit: number | null;
}

/** What a bench found out. */
export interface Bench {
  /** Lines for people about what was measured on. */
  readonly about: readonly string[];
  /** The same for programs, by name. */
  readonly facts: Readonly<Record<string, unknown>>;
  readonly measured: readonly Measured[];
}

/** The value below which the given share of the values lie. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Milliseconds that a piece of work takes, with its result. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const start = performance.now();
  const result = await work();
  return { ms: performance.now() - start, result };
}
