import type { Failure } from './api.ts';
import type { Wait } from './wait.ts';

const TRIES = 6;
/** Seconds between tries where Slack names no time. */
const BACK_OFF = [0.5, 1, 2, 4, 8];
/** Longer than that nobody waits in front of a screen. Seconds. */
const LONGEST_WAIT = 60;

/** Slack refuses the blocks, not the message. */
export const BLOCKS_REFUSED: ReadonlySet<string> = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'invalid_arguments',
]);

type Result = { readonly ok: true } | Failure;

/** How often a call is made, and how many seconds are waited at most between two tries. */
export interface Patience {
  readonly tries?: number;
  readonly longest?: number;
}

/** Repeats a call while its failure may pass: bounded in number and time. */
export async function persist<R extends Result>(
  wait: Wait,
  call: () => Promise<R>,
  { tries = TRIES, longest = LONGEST_WAIT }: Patience = {},
): Promise<R> {
  for (let attempt = 0; ; attempt++) {
    const result = await call();
    if (result.ok || !result.mayPass || attempt + 1 >= tries) return result;
    const seconds = result.retryAfter ?? BACK_OFF[attempt] ?? longest;
    // More patience than anybody has.
    if (seconds > longest) return result;
    await wait(seconds * 1000);
  }
}

/** Says it with tables and charts; plainly where those are refused. */
export async function richOrPlain<Form, R extends Result>(
  message: { readonly rich: Form; readonly plain: Form },
  say: (form: Form) => Promise<R>,
  isRefused = ({ code }: Failure) => BLOCKS_REFUSED.has(code),
): Promise<R> {
  const result = await say(message.rich);
  return !result.ok && isRefused(result) ? say(message.plain) : result;
}
