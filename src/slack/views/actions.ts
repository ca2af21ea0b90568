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
} as const;
export type Action = (typeof ACTIONS)[keyof typeof ACTIONS];

/** Modals that are sent, by `callback_id`. */
export const CALLBACKS = { feedback: 'feedback', source: 'source', answer: 'answer' } as const;

/** Blocks of inputs, by `block_id`: where a submitted value is found. */
export const INPUTS = { reason: 'reason', comment: 'comment' } as const;

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
