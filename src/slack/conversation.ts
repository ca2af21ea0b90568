import type { Question } from '../state/questions.ts';

/** What belongs together: a thread, or one command with what is pressed below its answer. */
export function conversationOf({ channel, thread, key }: Question): string {
  return thread === null ? key : `${channel}:${thread}`;
}

/** True where only the asker sees what is said: a command, and what is pressed below its answer, hang on no message. */
export function isPrivate({ thread }: Question): boolean {
  return thread === null;
}

/** True in the direct messages of one person with the app. */
export function isDirect({ surface, channel }: Question): boolean {
  return surface === 'direct' || channel.startsWith('D');
}
