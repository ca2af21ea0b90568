import type { Failure } from './ports.ts';

const MINUTE = 60_000;
/** Waits before the next try: after a refusal somebody has to act first (invite the bot), a disturbance passes by itself. */
const AFTER_REFUSAL = [1, 5, 15].map((minutes) => minutes * MINUTE);
const AFTER_DISTURBANCE = [0.5, 1, 2, 5, 10].map((minutes) => minutes * MINUTE);

/**
 * Milliseconds to the next try; null when no other try makes sense. `refusals` counts those before this failure,
 * `claims` all tries.
 */
export function backOff({ mayPass, retryAfter = 0 }: Failure, refusals: number, claims: number): number | null {
  if (!mayPass) return AFTER_REFUSAL[refusals] ?? null;
  const usual = AFTER_DISTURBANCE[Math.min(claims, AFTER_DISTURBANCE.length) - 1] ?? MINUTE;
  return Math.max(usual, retryAfter * 1000);
}
