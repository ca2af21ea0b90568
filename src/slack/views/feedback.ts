import type { ModalView } from '@slack/types';
import type { Entered } from '../payload.ts';
import { FEEDBACK_REASONS, type SlackWording } from '../wording.ts';
import { ACTIONS, CALLBACKS, INPUTS } from './actions.ts';
import { plainText, section } from './elements.ts';
import { writeMetadata } from './form-metadata.ts';
import { LIMITS } from './limits.ts';

/** More than a remark is a letter. */
const COMMENT = 500;

/** Asks what was wrong with an answer: a reason, and words; both may be left out. `turn` comes back as metadata. */
export function feedbackModal(turn: string, words: SlackWording): ModalView {
  const { feedback } = words;
  return {
    type: 'modal',
    callback_id: CALLBACKS.feedback,
    private_metadata: writeMetadata({ language: words.language, value: turn }),
    title: plainText(feedback.title, LIMITS.view.title),
    submit: plainText(feedback.send, LIMITS.view.button),
    close: plainText(feedback.cancel, LIMITS.view.button),
    blocks: [
      section(feedback.lead),
      {
        type: 'input',
        block_id: INPUTS.reason,
        optional: true,
        label: plainText(feedback.reason, LIMITS.section.field),
        element: {
          type: 'radio_buttons',
          action_id: ACTIONS.feedbackReason,
          options: FEEDBACK_REASONS.map((reason) => ({
            text: plainText(feedback.reasons[reason], LIMITS.select.text),
            value: reason,
          })),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.comment,
        optional: true,
        label: plainText(feedback.comment, LIMITS.section.field),
        hint: plainText(feedback.hint, LIMITS.section.field),
        element: {
          type: 'plain_text_input',
          action_id: ACTIONS.feedbackComment,
          multiline: true,
          max_length: COMMENT,
        },
      },
    ],
  };
}

/** The reason and the words of a sent form as one text, `wrong: …`; null when nothing was entered. */
export function readFeedback(reason: Entered, comment: Entered): string | null {
  const known = FEEDBACK_REASONS.find((each) => each === reason.selected_option?.value);
  const typed = comment.value?.trim().slice(0, COMMENT).toWellFormed();
  return [known, typed].filter((part) => part).join(': ') || null;
}

/** Thanks for a rating. */
export function feedbackThanks(good: boolean, words: SlackWording): ModalView {
  return {
    type: 'modal',
    title: plainText(words.feedback.title, LIMITS.view.title),
    close: plainText(words.close, LIMITS.view.button),
    blocks: [section(words.feedback.thanks(good))],
  };
}
