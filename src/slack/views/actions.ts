import { LIMITS } from './limits.ts';

/** What can be pressed, chosen or sent. Several alike in one block carry a number behind: `follow_up.1`. */
export const ACTIONS = {
  source: 'source',
  followUp: 'follow_up',
  choose: 'choose',
  page: 'page',
  feedback: 'feedback',
  show: 'show',
  homeSection: 'home_section',
  homeQuestion: 'home_question',
  homeDigest: 'home_digest',
  feedbackReason: 'feedback_reason',
  feedbackComment: 'feedback_comment',
  noteWrite: 'note_write',
  noteDone: 'note_done',
  noteLater: 'note_later',
  noteEdit: 'note_edit',
  noteWithdraw: 'note_withdraw',
  noteItem: 'note_item',
  noteText: 'note_text',
  noteStatus: 'note_status',
  noteOn: 'note_on',
  scheduleAdd: 'schedule_add',
  scheduleChange: 'schedule_change',
  schedulePause: 'schedule_pause',
  scheduleRemove: 'schedule_remove',
  scheduleKind: 'schedule_kind',
  scheduleAbout: 'schedule_about',
  scheduleChannel: 'schedule_channel',
  scheduleWeekdays: 'schedule_weekdays',
  scheduleTime: 'schedule_time',
  schedulePeople: 'schedule_people',
  scheduleGroup: 'schedule_group',
  scheduleLanguage: 'schedule_language',
} as const;
export type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Modals that are sent, by `callback_id`. */
export const CALLBACKS = {
  feedback: 'feedback',
  source: 'source',
  answer: 'answer',
  note: 'note',
  notes: 'notes',
  schedule: 'schedule',
  subscription: 'subscription',
} as const;

/** Blocks of inputs, by `block_id`: where a submitted value is found. */
export const INPUTS = {
  reason: 'reason',
  comment: 'comment',
  item: 'item',
  text: 'text',
  status: 'status',
  on: 'on',
  kind: 'kind',
  about: 'about',
  channel: 'channel',
  weekdays: 'weekdays',
  time: 'time',
  people: 'people',
  group: 'group',
  language: 'language',
} as const;

/** `action_id` of one of several alike. */
export function actionId(action: Action, index: number): string {
  return `${action}.${index}`;
}

/** Finds an action with or without its number: what a listener registers. */
export function actionPattern(action: Action): RegExp {
  return new RegExp(`^${action}(?:\\.\\d+)?$`, 'u');
}

/** What a button carries: the turn it belongs to, and which of its questions, choices or pages is meant. Ids only. */
export interface ButtonValue {
  readonly turn: string;
  readonly index: number;
}

/** @throws RangeError when the id does not fit into a button */
export function buttonValue(turn: string, index: number): string {
  const value = `${turn}:${index}`;
  if (value.length > LIMITS.button.value) throw new RangeError('The id of a turn is too long for a button.');
  return value;
}

/** Null for anything that `buttonValue` did not make. */
export function readButtonValue(value: string | undefined): ButtonValue | null {
  const [, turn, index] = /^(.+):(\d{1,6})$/su.exec(value ?? '') ?? [];
  return turn && index ? { turn, index: Number(index) } : null;
}

/** The two answers to "was this useful", as the number of a button value. */
export const FEEDBACK = { bad: 0, good: 1 } as const;
