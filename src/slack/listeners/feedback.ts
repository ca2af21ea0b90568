import type { App } from '@slack/bolt';
import { submission } from '../payload.ts';
import { ACTIONS, CALLBACKS, FEEDBACK, INPUTS } from '../views/actions.ts';
import { feedbackModal, feedbackThanks, readFeedback } from '../views/feedback.ts';
import { readMetadata } from '../views/form-metadata.ts';
import { wordModal } from '../views/note.ts';
import { noticeText } from '../views/notice.ts';
import { slackWording } from '../wording.ts';
import { lookUp, sayExpired } from './buttons.ts';
import { enteredIn, onAskerPress, openView, sayBeside } from './press.ts';
import type { TakenContext, Toolbox } from './toolbox.ts';

/** Good is kept at once; for bad a reason is asked for, and kept also without one. */
export function registerFeedback(app: App<TakenContext>, toolbox: Toolbox): void {
  const { state } = toolbox;

  onAskerPress(app, toolbox, ACTIONS.feedback, async (press, _, person) => {
    const { language } = person;
    const pressed = await lookUp(press, toolbox);
    if (!pressed) return sayExpired(press, person, toolbox);
    const rating = pressed.index === FEEDBACK.good ? 'good' : 'bad';
    // Before anything is asked: whoever closes the window has still said that it was bad.
    const isKept = await state.feedback.rate({ turn: pressed.turn.id, user: press.user.id, rating, reason: null });
    if (!isKept) return sayExpired(press, person, toolbox);
    const words = slackWording(language);
    // Beside the answer: a window for a mere thank-you would be in the way.
    if (rating === 'good') return sayBeside(toolbox, press, words.feedback.thanks(true), language);
    await openView(toolbox, press.trigger_id, feedbackModal(pressed.turn.id, words));
  });

  app.view(CALLBACKS.feedback, async ({ body, ack }) => {
    const read = submission.safeParse(body);
    if (!read.success) return ack();
    const { user, view } = read.data;
    const { language, value: turn } = readMetadata(view.private_metadata);
    const words = slackWording(language);
    const reason = readFeedback(enteredIn(read.data, INPUTS.reason), enteredIn(read.data, INPUTS.comment));
    const isKept = await state.feedback.rate({ turn, user: user.id, rating: 'bad', reason });
    const said = isKept
      ? feedbackThanks(false, words)
      : wordModal(words.feedback.title, noticeText('expired', words.language), words.close);
    await ack({ response_action: 'update', view: said });
  });
}
