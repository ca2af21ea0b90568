import type { Question } from '../state/questions.ts';
import type { Aside } from './aside.ts';
import { isDirect, isPrivate } from './conversation.ts';
import type { Delivered, Delivery, Outgoing, Place } from './deliver.ts';
import { isElsewherePossible } from './refusals.ts';

/** Where the answer to a question goes: by where it was asked. */
export interface Outlet {
  /** The answer; a new text of an edited question goes into the message that is there. */
  send(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered>;
  /** What concerns only the asker: in a channel nobody else sees it, unless it has to take the place of an answer. */
  tell(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered>;
  /** Our message, looked for where it may be there and was never noted; null when there is none to be found. */
  replyTo(question: Question): Promise<string | null>;
  remove(channel: string, ts: string): Promise<Delivered>;
  placeOf(question: Question): Place;
}

export function createOutlet(delivery: Delivery, aside: Aside): Outlet {
  const placeOf = ({ channel, thread }: Question): Place => ({ channel, thread });
  /** An edited question arrives anew, but an answer may be as old as its message. */
  const markOf = ({ id, ts, receivedAt }: Question, mayBePosted: boolean) => ({
    key: id,
    since: ts === null ? receivedAt : new Date(Number(ts) * 1000),
    mayBePosted,
  });

  /** The mark of what goes to the person directly: an edited question may have been answered there before. */
  const markOfDirect = (question: Question, mayBePosted: boolean) =>
    markOf(question, mayBePosted || question.reply !== null);

  /** In the thread, or to the person directly where the thread takes nothing from us although its question arrived. */
  async function post(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered> {
    const sent = await delivery.post(placeOf(question), message, markOf(question, mayBePosted));
    if (sent.ok || !isElsewherePossible(sent) || question.surface === 'direct') return sent;
    return delivery.post({ channel: question.user, thread: null }, message, markOfDirect(question, mayBePosted));
  }

  function whisper(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered> {
    const { user, responseUrl } = question;
    const to = { user, place: placeOf(question), responseUrl };
    return aside(to, message, markOfDirect(question, mayBePosted));
  }

  /** Into the message that is there. Null where there is none, or it cannot be reached any more. */
  async function replace({ channel, reply }: Question, message: Outgoing): Promise<Delivered | null> {
    if (reply === null) return null;
    const updated = await delivery.update(channel, reply, message);
    return updated.ok || !isElsewherePossible(updated) ? updated : null;
  }

  return {
    placeOf,
    async send(question, message, mayBePosted) {
      if (isPrivate(question)) return whisper(question, message, mayBePosted);
      return (await replace(question, message)) ?? post(question, message, mayBePosted);
    },
    async tell(question, message, mayBePosted) {
      if (isPrivate(question)) return whisper(question, message, mayBePosted);
      const replaced = await replace(question, message);
      if (replaced) return replaced;
      if (isDirect(question)) return post(question, message, mayBePosted);
      return whisper(question, message, mayBePosted);
    },
    async replyTo(question) {
      if (question.reply !== null || question.state !== 'received' || isPrivate(question)) return question.reply;
      const { key, since } = markOf(question, true);
      const found = await delivery.find(placeOf(question), key, since);
      return found.ok ? found.ts : null;
    },
    remove: delivery.remove,
  };
}
