import type { AnyBlock } from '@slack/types';
import type { Mention } from '../../state/subscriptions.ts';
import type { Outgoing } from '../deliver.ts';
import { isGroup, isPerson } from '../ids.ts';
import { type JobsWording, jobsWording } from '../wording-jobs.ts';
import { ACTIONS } from './actions.ts';
import { type AnswerView, answerMessage, plainMessage } from './answer.ts';
import { button, type SlackMessage } from './elements.ts';

/** What stands around the content of a digest or reminder. */
export interface Around {
  readonly mention: Mention;
  /** The subscription whose items can be noted on; null where nothing is to be noted. */
  readonly noteFor: string | null;
  /** True where it can be put off to next week. */
  readonly canWait: boolean;
}

/** A digest or a reminder: who is called, the content, and what can be answered on the spot. */
export function postedMessage(view: AnswerView, { mention, noteFor, canWait }: Around): Outgoing {
  const words = jobsWording(view.answer.language);
  const called = mentionText(mention);
  const around = ({ text, blocks }: SlackMessage): SlackMessage => ({
    text: called === '' ? text : `${called}\n${text}`,
    blocks: [
      ...(called === '' ? [] : [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text: called } }]),
      ...blocks,
      ...(noteFor === null ? [] : [noteButtons(noteFor, canWait, words)]),
    ],
  });
  return { rich: around(answerMessage(view)), plain: around(plainMessage(view)) };
}

/** Only what is an id is put into a mention: it is the one place where markup is meant. */
function mentionText(mention: Mention): string {
  if (mention.kind === 'group') return isGroup(mention.group) ? `<!subteam^${mention.group}>` : '';
  if (mention.kind === 'none') return '';
  return mention.people
    .filter(isPerson)
    .map((person) => `<@${person}>`)
    .join(' ');
}

function noteButtons(subscription: string, canWait: boolean, { reminder }: JobsWording): AnyBlock {
  return {
    type: 'actions',
    elements: [
      button({ text: reminder.write, action: ACTIONS.noteWrite, value: subscription }),
      button({ text: reminder.done, action: ACTIONS.noteDone, value: subscription }),
      ...(canWait ? [button({ text: reminder.later, action: ACTIONS.noteLater, value: subscription })] : []),
    ],
  };
}
