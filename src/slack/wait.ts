/** Waits, unless the process is told to leave first. Passed in, so that tests need not wait. */
export type Wait = (milliseconds: number) => Promise<void>;

/** What comes of the work, or `otherwise` when that takes longer. */
export async function within<T>(
  wait: (milliseconds: number, signal: AbortSignal) => Promise<void>,
  milliseconds: number,
  work: Promise<T>,
  otherwise: T,
): Promise<T> {
  const isOver = new AbortController();
  try {
    return await Promise.race([work, wait(milliseconds, isOver.signal).then(() => otherwise)]);
  } finally {
    isOver.abort();
  }
}

/** A wait that ends early, without an error, when the signal says so. */
export function waiter(signal: AbortSignal): Wait {
  return (milliseconds) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    });
}
