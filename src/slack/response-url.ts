import type { Log } from '../log.ts';
import { CALL_TIMEOUT, type CallResult, type Failure, unanswered } from './api.ts';
import type { Delivered, Message, Outgoing } from './deliver.ts';
import type { Network } from './network.ts';
import { persist, richOrPlain } from './retry.ts';
import type { Wait } from './wait.ts';

/** How a message reaches somebody through the address that came with a command or a press. */
export type Manner =
  /** Seen by the asker only, beside what is there. */
  | 'beside'
  /** In the place of the message that was pressed, seen by the same people. */
  | 'instead'
  /** Seen by everybody in the channel. */
  | 'in-channel';

export type Respond = (url: string, message: Outgoing, manner: Manner) => Promise<Delivered>;

const FORMS: Readonly<Record<Manner, Readonly<Record<string, unknown>>>> = {
  beside: { response_type: 'ephemeral', replace_original: false },
  instead: { replace_original: true },
  'in-channel': { response_type: 'in_channel', replace_original: false, delete_original: true },
};
const TRIES = 3;
/** Said with a good status all the same. */
const REFUSED = /^\{\s*"ok"\s*:\s*false\b/;

/**
 * Answers through a response address: five times within thirty minutes, without any scope. A message that may have got
 * through is not repeated, since nothing tells whether it did.
 * @see https://docs.slack.dev/interactivity/handling-user-interaction
 */
export function createRespond(network: Network, wait: Wait, log: Log): Respond {
  async function send(url: string, message: Message, manner: Manner): Promise<CallResult> {
    try {
      const response = await network.fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify({ ...message, ...FORMS[manner] }),
        redirect: 'error',
        signal: AbortSignal.timeout(CALL_TIMEOUT),
      });
      const said = await response.text();
      if (response.ok && !REFUSED.test(said)) return { ok: true, data: null };
      if (response.status === 429) return { ok: false, code: 'rate_limited', mayPass: true, isUndone: true };
      const code = /^[a-z_]{3,60}$/.test(said) ? said : `http_${response.status}`;
      return { ok: false, code, mayPass: false, isUndone: response.status < 500 };
    } catch (error) {
      const failure = unanswered(error);
      return { ...failure, mayPass: failure.isUndone };
    }
  }

  return async (url, message, manner) => {
    // What is wrong with a message is not always told in words that say it is the blocks.
    const isRefused = ({ mayPass, isUndone }: Failure) => isUndone && !mayPass;
    const say = () => richOrPlain(message, (form) => send(url, form, manner), isRefused);
    const result = await persist(wait, say, { tries: TRIES });
    if (result.ok) return { ok: true, channel: '', ts: '' };
    log.warn('response address failed', { code: result.code, manner });
    return result;
  };
}
