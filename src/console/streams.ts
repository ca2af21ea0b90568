/** What a terminal face writes to. */
export interface Output {
  write(text: string): unknown;
}

/** What a terminal face needs of its surroundings; tests hand in their own. */
export interface Streams {
  readonly stdout: Output;
  readonly stderr: Output;
  /** All of standard input; null when it is a terminal. */
  readInput(): Promise<string> | null;
  /** Milliseconds of a clock that only moves forward. */
  now(): number;
}

/** Exit codes that other programs rely on. */
export const EXIT = { done: 0, wrongInput: 1, bug: 2 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
