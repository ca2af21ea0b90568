import type { Log } from '../log.ts';
import type { Delivered, Delivery, Mark, Outgoing, Place } from './deliver.ts';
import { isElsewherePossible } from './refusals.ts';
import type { Respond } from './response-url.ts';

/** One person, and the ways to say something to that person alone. */
export interface Addressee {
  readonly user: string;
  /** Where the person is; null in Home and in a window. */
  readonly place: Place | null;
  /** What came with a command or a press. */
  readonly responseUrl: string | null;
}

/**
 * Says something to one person alone: by the address that came along, else beside what is there, else in a direct
 * message. What may have got through is said again the next way, since twice harms nobody and silence does. With a mark
 * it has a caller who tries again later, and is not hurried to the next way while an address is only busy.
 */
export type Aside = (to: Addressee, message: Outgoing, mark?: Mark) => Promise<Delivered>;

export function createAside(delivery: Delivery, respond: Respond, log: Log, now: () => Date): Aside {
  let count = 0;

  async function say({ user, place, responseUrl }: Addressee, message: Outgoing, mark?: Mark): Promise<Delivered> {
    const responded = responseUrl === null ? null : await respond(responseUrl, message, 'beside');
    if (responded && (responded.ok || (mark && responded.mayPass))) return responded;
    const whispered = place && (await delivery.whisper(place, user, message.plain));
    if (whispered && (whispered.ok || !isElsewherePossible(whispered))) return whispered;
    const since = now();
    const own = { key: `aside:${user}:${since.getTime()}:${++count}`, since, mayBePosted: false };
    return delivery.post({ channel: user, thread: null }, message, mark ?? own);
  }

  return async (to, message, mark) => {
    const said = await say(to, message, mark);
    if (!said.ok && !mark) log.error('person not told', { code: said.code });
    return said;
  };
}
