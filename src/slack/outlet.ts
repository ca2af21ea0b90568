import type { Question } from '../state/questions.ts';
import type { Delivered, Delivery, Outgoing, Place } from './deliver.ts';
import type { Respond } from './response-url.ts';

/** Where the answer to a question goes: by where it was asked. */
export interface Outlet {
  /** The answer; a new text of an edited question goes into the message that is there. */
  send(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered>;
  /** What concerns only the asker: in a channel nobody else sees it. */
  tell(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered>;
  remove(question: Question, ts: string): Promise<Delivered>;
  placeOf(question: Question): Place;
  /** True when only the asker sees the answer. */
  isPrivate(question: Question): boolean;
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

export function createOutlet(delivery: Delivery, respond: Respond): Outlet {
  const placeOf = ({ channel, thread }: Question): Place => ({ channel, thread });
  /** An edited question arrives anew, but an answer may be as old as its message. */
  const markOf = ({ id, ts, receivedAt }: Question, mayBePosted: boolean) => ({
    key: id,
    since: ts === null ? receivedAt : new Date(Number(ts) * 1000),
    mayBePosted,
  });

  async function post(question: Question, message: Outgoing, mayBePosted: boolean): Promise<Delivered> {
    const sent = await delivery.post(placeOf(question), message, markOf(question, mayBePosted));
    if (sent.ok || !CLOSED.has(sent.code) || question.surface === 'direct') return sent;
    return delivery.post({ channel: question.user, thread: null }, message, markOf(question, false));
  }

  return {
    placeOf,
    isPrivate: ({ responseUrl }) => responseUrl !== null,
    async send(question, message, mayBePosted) {
      if (question.responseUrl !== null) return respond(question.responseUrl, message, 'beside');
      if (question.reply === null) return post(question, message, mayBePosted);
      const updated = await delivery.update(question.channel, question.reply, message);
      // Somebody deleted the first answer: the new one is a new message.
      return updated.ok || updated.code !== 'message_not_found' ? updated : post(question, message, false);
    },
    async tell(question, message, mayBePosted) {
      if (question.responseUrl !== null) return respond(question.responseUrl, message, 'beside');
      if (question.surface !== 'mention') return post(question, message, mayBePosted);
      return delivery.whisper(placeOf(question), question.user, message.plain);
    },
    remove: ({ channel }, ts) => delivery.remove(channel, ts),
  };
}
