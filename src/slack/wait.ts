/** Waits, unless the process is told to leave first. Passed in, so that tests need not wait. */
export type Wait = (milliseconds: number) => Promise<void>;

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
