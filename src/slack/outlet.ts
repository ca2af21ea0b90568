import type { Question } from '../state/questions.ts';
import { isDirect, isPrivate } from './conversation.ts';
import type { Delivered, Delivery, Outgoing, Place } from './deliver.ts';
import type { Respond } from './response-url.ts';

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

/** Reasons why a thread cannot be answered although its question arrived. The asker is then written to directly. */
const CLOSED = new Set([
  'not_in_channel',
  'channel_not_found',
  'is_archived',
  'restricted_action',
  'thread_not_found',
  'cannot_reply_to_message',
  'no_permission',
]);

/** What an address says that takes no more. https://docs.slack.dev/interactivity/handling-user-interaction */
const USED_UP = new Set(['used_url', 'expired_url', 'http_404']);

export function createOutlet(delivery: Delivery, respond: Respond): Outlet {
  const placeOf = ({ channel, thread }: Question): Place => ({ channel, thread });
  /** An edited question arrives anew, but an answer may be as old as its message. */
  const markOf = ({ id, ts, receivedAt }: Question, mayBePosted: boolean) => ({
    key: id,
    since: ts === null ? receivedAt : new Date(Number(ts) * 1000),
    mayBePosted,
  });

  /** What came of it, or the same to the person directly where the thread takes nothing more. */
  async function orDirectly(
    sent: Delivered,
    question: Question,
    message: Outgoing,
    mayBePosted: boolean,
  ): Promise<Delivered> {
    if (sent.ok || !CLOSED.has(sent.code) || question.surface === 'direct') return sent;
    const place = { channel: question.user, thread: null };
    // An edited question may have been answered there before.
    return delivery.post(place, message, markOf(question, mayBePosted || question.reply !== null));
  }

  async function post(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered> {
    const sent = await delivery.post(placeOf(question), message, markOf(question, mayBePosted));
    return orDirectly(sent, question, message, mayBePosted);
  }

  async function whisper(question: Question, message: Outgoing): Promise<Delivered> {
    const { responseUrl, user } = question;
    const sent = responseUrl === null ? null : await respond(responseUrl, message, 'beside');
    if (sent && (sent.ok || !USED_UP.has(sent.code))) return sent;
    return delivery.whisper(placeOf(question), user, message.plain);
  }

  /** Into the message that is there. Null where there is none, or it cannot be reached any more. */
  async function replace({ channel, reply }: Question, message: Outgoing): Promise<Delivered | null> {
    if (reply === null) return null;
    const updated = await delivery.update(channel, reply, message);
    return updated.ok || !(updated.code === 'message_not_found' || CLOSED.has(updated.code)) ? updated : null;
  }

  return {
    placeOf,
    async send(question, message, mayBePosted) {
      if (isPrivate(question)) return whisper(question, message);
      return (await replace(question, message)) ?? post(question, message, mayBePosted);
    },
    async tell(question, message, mayBePosted) {
      if (isPrivate(question)) return whisper(question, message);
      const replaced = await replace(question, message);
      if (replaced) return replaced;
      if (isDirect(question)) return post(question, message, mayBePosted);
      return orDirectly(await whisper(question, message), question, message, mayBePosted);
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
