import type { Clock } from './ports.ts';

/**
 * Milliseconds between two posts. Slack takes about one message a second in a channel and some hundred a minute in a
 * workspace (https://docs.slack.dev/apis/web-api/rate-limits).
 */
export const PACE = { channel: 1100, workspace: 150 } as const;
/** A queue longer than this is a clock that was set back. Milliseconds. */
const LONGEST_QUEUE = 60_000;

/** Lets posts through: each channel at its own pace, all of them together at the workspace's. */
export interface Pace {
  /** Resolves when the channel's next post may start; one at a time in a channel. */
  turn(channel: string, signal: AbortSignal): Promise<void>;
}

export function createPace(clock: Clock): Pace {
  /** When the last post of a channel started, in milliseconds. */
  const last = new Map<string, number>();
  let nextOfAll = 0;
  const until = async (time: number, longest: number, signal: AbortSignal): Promise<void> => {
    const left = time - clock.now().getTime();
    if (left > 0) await clock.wait(Math.min(left, longest), signal);
  };
  return {
    async turn(channel, signal) {
      // Its own pause comes first and outside the queue, so that a busy channel delays nobody else.
      await until((last.get(channel) ?? 0) + PACE.channel, PACE.channel, signal);
      const now = clock.now().getTime();
      const start = nextOfAll > now + LONGEST_QUEUE ? now : Math.max(now, nextOfAll);
      nextOfAll = start + PACE.workspace;
      await until(start, LONGEST_QUEUE, signal);
      last.set(channel, clock.now().getTime());
    },
  };
}
