import type { App } from '@slack/bolt';
import { type Press, press as pressSchema, submission } from '../payload.ts';
import { ACTIONS, actionPattern, CALLBACKS, FEEDBACK, INPUTS } from '../views/actions.ts';
import { section } from '../views/elements.ts';
import { escapeText } from '../views/escape.ts';
import { feedbackModal, feedbackThanks, readFeedback } from '../views/feedback.ts';
import { type SlackWording, slackWording } from '../wording.ts';
import { lookUp, sayExpired } from './buttons.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Good is kept at once; for bad a reason is asked for, and kept also without one. */
export function registerFeedback(app: App<TakenContext>, toolbox: Toolbox): void {
  const { api, people, respond, state, log } = toolbox;

  app.action(actionPattern(ACTIONS.feedback), async ({ body, ack }) => {
    await ack();
    const read = pressSchema.safeParse(body);
    if (!read.success) return;
    const pressed = await lookUp(read.data, toolbox);
    if (!pressed) return sayExpired(read.data, toolbox);
    const { user, trigger_id } = read.data;
    const rating = pressed.index === FEEDBACK.good ? 'good' : 'bad';
    // Before anything is asked: whoever closes the window has still said that it was bad.
    await state.feedback.rate({ turn: pressed.turn.id, user: user.id, rating, reason: null });
    const words = slackWording((await people.of(user.id)).language);
    if (rating === 'good') return thank(read.data, words);
    const result = await api.call('views.open', { trigger_id, view: feedbackModal(pressed.turn.id, words) });
    if (!result.ok) log.warn('feedback not opened', { code: result.code });
  });

  /** Beside the answer: a window for a mere thank-you would be in the way. */
  async function thank({ response_url }: Press, words: SlackWording): Promise<void> {
    const text = words.feedback.thanks(true);
    const message = { text: escapeText(text), blocks: [section(text)] };
    if (response_url) await respond(response_url, { rich: message, plain: message }, 'beside');
  }

  app.view(CALLBACKS.feedback, async ({ body, ack }) => {
    const read = submission.safeParse(body);
    if (!read.success) return ack();
    const { user, view } = read.data;
    const words = slackWording((await people.of(user.id)).language);
    const reason = readFeedback(view.state.values[INPUTS.reason], view.state.values[INPUTS.comment]);
    await state.feedback.rate({ turn: view.private_metadata, user: user.id, rating: 'bad', reason });
    await ack({ response_action: 'update', view: feedbackThanks(false, words) });
  });
}
