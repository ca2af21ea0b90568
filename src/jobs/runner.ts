import type { Log } from '../log.ts';
import type { Deliverer } from './delivery.ts';
import type { Clock } from './ports.ts';

export interface Runner {
  /** Runs until it is stopped. One that was stopped before never begins. */
  start(): void;
  /** Looks at once instead of at the next time: a subscription was made or changed. */
  wake(): void;
  /** Begins nothing more, and resolves when what is under way has ended. */
  stop(): Promise<void>;
}

/** After a run that failed as a whole, in milliseconds. */
const AFTER_ERROR = 60_000;

/** Runs deliveries one after the other, for as long as the process lives. */
export function createRunner(deliverer: Deliverer, clock: Clock, log: Log): Runner {
  const stopping = new AbortController();
  let sleeping = new AbortController();
  let ended: Promise<void> | null = null;
  return {
    start() {
      ended ??= loop();
    },
    wake: () => sleeping.abort(),
    async stop() {
      stopping.abort();
      sleeping.abort();
      await ended;
    },
  };

  async function loop(): Promise<void> {
    while (!stopping.signal.aborted) {
      // Renewed before the run, so that a call for it during the run is heard after it.
      sleeping = new AbortController();
      const next = await attempt();
      const wait = next.getTime() - clock.now().getTime();
      if (wait > 0) await clock.wait(wait, AbortSignal.any([sleeping.signal, stopping.signal]));
    }
  }

  async function attempt(): Promise<Date> {
    try {
      return await deliverer.run(stopping.signal);
    } catch (error) {
      log.error('deliveries not looked at', {}, error);
      return new Date(clock.now().getTime() + AFTER_ERROR);
    }
  }
}
