import { createHash } from 'node:crypto';
import type { Question } from '../state/questions.ts';

/**
 * Names the answer to a question as it is worded now. After an edit there is another answer with a name of its own, so
 * that a button always means what it shows.
 */
export function turnIdOf({ id, text }: Question): string {
  return `${id}.${createHash('sha256').update(text).digest('base64url').slice(0, LENGTH)}`;
}

/** The question that a turn answers. What was posted without a question goes by one name. */
export function questionIdOf(turn: string): string {
  return turn.split('.')[0] ?? turn;
}

/** Enough to tell the wordings of one question apart. */
const LENGTH = 8;
