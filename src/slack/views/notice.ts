import { MAX_QUESTION } from '../../answer/answer.ts';
import { type NoticeKind, type SlackLanguage, slackWording } from '../wording.ts';
import { type SlackMessage, sentence } from './elements.ts';

export interface NoticeData {
  /** What a person gives to whoever looks after the app: it stands in the log as well. */
  readonly id?: string | null;
}

/** Said instead of an answer: why there is none, and what to do. */
export function noticeMessage(kind: NoticeKind, language: SlackLanguage, data: NoticeData = {}): SlackMessage {
  return sentence(noticeText(kind, language, data));
}

/** The same as text, not yet escaped. */
export function noticeText(kind: NoticeKind, language: SlackLanguage, { id = null }: NoticeData = {}): string {
  return slackWording(language).notice(kind, { id, limit: MAX_QUESTION });
}
