import { z } from 'zod';
import type { Assistant } from '../answer/assistant.ts';
import type { Outgoing, Post, Posted } from '../jobs/ports.ts';
import type { Subscription, SubscriptionStore } from '../state/subscriptions.ts';
import type { Turn, TurnStore } from '../state/turns.ts';
import { alike, type Delivery, type Outgoing as Message } from './deliver.ts';
import { type AnswerView, answerForms } from './views/answer.ts';
import { sentence } from './views/elements.ts';
import { type Around, postedMessage } from './views/posted.ts';
import { storeAnswer } from './views/stored-answer.ts';

export interface PostPortOptions {
  readonly delivery: Delivery;
  readonly turns: TurnStore;
  readonly assistant: Pick<Assistant, 'scope'>;
}

/** Posts what the schedule has due as Slack messages whose buttons work like those below an answer. */
export function createPost({ delivery, turns, assistant }: PostPortOptions): Post {
  async function send(channel: string, message: Outgoing, key: string): Promise<Posted> {
    const place = { channel, thread: null };
    if (message.kind === 'undelivered') return delivery.tryPost(place, alike(sentence(message.text)), key);
    const { subscription } = message;
    const report = message.kind === 'digest' ? message.digest.report.id : (message.reminders[0]?.report.id ?? '');
    const answer = storeAnswer(message.answer, assistant.scope(report));
    const posted: Posting = {
      subscription: subscription.id,
      hasNotes: message.kind === 'reminder' || message.handOn !== null,
    };
    // Before the post: its buttons name this turn.
    await turns.save({
      id: key,
      conversation: `posted:${key}`,
      user: '',
      question: '',
      frame: null,
      report,
      answer: { ...answer, posted },
    });
    const view = { turn: key, answer, page: 0, ephemeral: false };
    return delivery.tryPost(place, postedMessage(view, around(subscription, posted)), key);
  }
  return {
    post: send,
    find: (channel, key, since) => delivery.find({ channel, thread: null }, key, since),
  };
}

/** What is kept of a digest or reminder with its answer. Who is called is not: that is looked up, and may be forgotten. */
const postingSchema = z.object({ subscription: z.string(), hasNotes: z.boolean() });
type Posting = z.infer<typeof postingSchema>;
const keptSchema = z.object({ posted: postingSchema });

/** A page of an answer; of a digest or reminder, with what stands around it. */
export async function pageOf(
  view: AnswerView,
  { answer }: Pick<Turn, 'answer'>,
  subscriptions: Pick<SubscriptionStore, 'byId'>,
): Promise<Message> {
  const kept = keptSchema.safeParse(answer);
  const subscription = kept.success ? await subscriptions.byId(kept.data.posted.subscription) : null;
  if (kept.success && subscription) return postedMessage(view, around(subscription, kept.data.posted));
  return answerForms(view);
}

function around({ id, kind, mention }: Subscription, { hasNotes }: Posting): Around {
  return { mention, noteFor: hasNotes ? id : null, canWait: kind === 'reminder' };
}
