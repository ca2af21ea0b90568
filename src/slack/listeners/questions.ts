import type { App } from '@slack/bolt';
import { sessionStopped } from '../payload.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Mentions and direct messages. They are on the disk already; what they turned out to be stands in the context. */
export function registerQuestions(app: App<TakenContext>, { answerer }: Toolbox): void {
  const handle = async ({ taken }: TakenContext) => {
    if (!taken) return;
    if (taken.kind === 'deleted') return answerer.withdraw(taken.question);
    if (taken.kind === 'question' && !taken.isNew && taken.question.state !== 'received') return;
    // Delivered again while it is being answered, or after a crash: an earlier answer may be there.
    await answerer.answer(taken.question, { mayBePosted: taken.kind === 'question' && !taken.isNew });
  };
  app.event('app_mention', ({ context }) => handle(context));
  app.event('message', ({ context }) => handle(context));
  app.event('agent_session_stopped', async ({ event }) => {
    const read = sessionStopped.safeParse(event);
    if (read.success) answerer.stop(read.data.channel, read.data.thread_ts);
  });
}
