import type { Assistant } from '../answer/assistant.ts';
import type { Outgoing, Post, Posted } from '../jobs/ports.ts';
import type { TurnStore } from '../state/turns.ts';
import type { Delivery } from './deliver.ts';
import { section } from './views/elements.ts';
import { escapeText } from './views/escape.ts';
import { postedMessage } from './views/posted.ts';
import { storeAnswer } from './views/stored-answer.ts';
import { jobsWording } from './wording-jobs.ts';

export interface PostPortOptions {
  readonly delivery: Delivery;
  readonly turns: TurnStore;
  readonly assistant: Pick<Assistant, 'scope'>;
}

/** Posts what the schedule has due as Slack messages whose buttons work like those below an answer. */
export function createPost({ delivery, turns, assistant }: PostPortOptions): Post {
  async function send(channel: string, message: Outgoing, key: string): Promise<Posted> {
    const place = { channel, thread: null };
    if (message.kind === 'undelivered') {
      const plain = { text: escapeText(message.text), blocks: [section(message.text)] };
      return delivery.tryPost(place, { rich: plain, plain }, key);
    }
    const { answer, subscription } = message;
    const report = message.kind === 'digest' ? message.digest.report.id : (message.reminders[0]?.report.id ?? '');
    const stored = storeAnswer(answer, assistant.scope(report));
    // Before the post: its buttons name this turn.
    const turn = {
      id: key,
      conversation: `posted:${key}`,
      user: '',
      question: '',
      frame: null,
      report,
      answer: stored,
    };
    await turns.save(turn);
    const hasNotes = message.kind === 'reminder' || message.handOn !== null;
    const view = { turn: key, answer: stored, page: 0, ephemeral: false };
    const outgoing = postedMessage(
      { view, mention: subscription.mention, noteFor: hasNotes ? subscription.id : null },
      jobsWording(subscription.language),
    );
    return delivery.tryPost(place, outgoing, key);
  }
  return {
    post: send,
    find: (channel, key, since) => delivery.find({ channel, thread: null }, key, since),
  };
}
