import type { Posted } from './ports.ts';

type Failure = Extract<Posted, { ok: false }>;

const MINUTE = 60_000;
/** Waits before the next try: after a refusal somebody has to act first (invite the bot), a disturbance passes by itself. */
const AFTER_REFUSAL = [1, 5, 15].map((minutes) => minutes * MINUTE);
const AFTER_DISTURBANCE = [0.5, 1, 2, 5, 10].map((minutes) => minutes * MINUTE);

/** Codes that say nothing about the message: Slack could not be asked, did not answer, or had too much to do. */
const DISTURBANCE =
  /^(?:rate_?limited|no_connection|no_answer|unreadable_answer|lookup_failed|http_\d+|internal_error|fatal_error|service_unavailable|request_timeout|timeout|team_added_to_org)$/u;

/** False for what Slack refuses: the message is surely not there, and trying again helps only when somebody mends it. */
export function isDisturbance({ code, retryAfter }: Failure): boolean {
  return retryAfter !== undefined || DISTURBANCE.test(code);
}

/**
 * Milliseconds to the next try; null when no other try makes sense. `refusals` counts those before this failure,
 * `claims` all tries.
 */
export function backOff(failure: Failure, refusals: number, claims: number): number | null {
  if (!isDisturbance(failure)) return AFTER_REFUSAL[refusals] ?? null;
  const usual = AFTER_DISTURBANCE[Math.min(claims, AFTER_DISTURBANCE.length) - 1] ?? MINUTE;
  return Math.max(usual, (failure.retryAfter ?? 0) * 1000);
}
