import { type SlackLanguage, slackWording } from '../wording.ts';
import { bold, context, type SlackMessage, section } from './elements.ts';
import { escapeText } from './escape.ts';

/** How to use the app: what `/gyokaku help` shows. */
export function helpMessage(language: SlackLanguage): SlackMessage {
  const { title, lead, lines, tail } = slackWording(language).help;
  const list = lines.map(({ what, does }) => `${what}\n  ${does}`).join('\n');
  return {
    text: escapeText([title, lead, list, tail].join('\n')),
    blocks: [bold(title), section(lead), section(list), context([tail])],
  };
}
