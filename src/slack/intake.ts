import { MAX_QUESTION } from '../answer/answer.ts';
import type { NewQuestion, Question, QuestionStore } from '../state/questions.ts';
import { type Delivered, delivered } from './payload.ts';
import { readText } from './views/escape.ts';

/** Who the bot is in its workspace. */
export interface Identity {
  readonly user: string;
  readonly bot: string;
  readonly team: string;
  /** The organisation of several workspaces; null for a workspace of its own. */
  readonly enterprise: string | null;
}

/** What a delivery turned out to be, once it is on the disk. */
export type Taken =
  | { readonly kind: 'question'; readonly question: Question; readonly isNew: boolean }
  /** Its text changed: it is to be answered anew. */
  | { readonly kind: 'revised'; readonly question: Question }
  | { readonly kind: 'deleted'; readonly question: Question };

export interface Intake {
  /**
   * Writes a question down before it is acknowledged. Null for deliveries that are none.
   * @throws AppError `STATE_WRITE_FAILED`: then it must not be acknowledged, so that Slack delivers it again
   */
  take(body: unknown): Promise<Taken | null>;
}

/** Longer texts are refused anyway, so no more of them is kept than shows it. Characters. */
export const KEPT_TEXT = MAX_QUESTION + 1;

export function createIntake(questions: QuestionStore, me: Identity): Intake {
  const typed = (text: string) => readText(text, me.user).slice(0, KEPT_TEXT);

  async function revised(key: string, text: string, user: string): Promise<Taken | null> {
    const known = await questions.byKey(key);
    if (!known || known.text === text) return null;
    const question = await questions.revise(known.id, text, user);
    return question && { kind: 'revised', question };
  }

  async function deleted(key: string): Promise<Taken | null> {
    const question = await questions.byKey(key);
    return question && { kind: 'deleted', question };
  }

  async function takeEvent({ event, event_id }: Delivered): Promise<Taken | null> {
    if ('subtype' in event && event.subtype === 'message_deleted')
      return deleted(keyOf(event.channel, event.deleted_ts));
    if ('subtype' in event && event.subtype === 'message_changed') {
      const { message, previous_message } = event;
      // A message with answers below it is not deleted but becomes a tombstone.
      if (message.subtype === 'tombstone') return deleted(keyOf(event.channel, message.ts));
      // A link that is unfurled changes a message as well, but not its words.
      if (!isOthers(message) || previous_message?.text === message.text) return null;
      return revised(keyOf(event.channel, message.ts), typed(message.text), message.user);
    }
    if (!isOthers(event)) return null;
    const asked: NewQuestion = {
      key: keyOf(event.channel, event.ts),
      eventId: event_id,
      surface: event.type === 'app_mention' ? 'mention' : 'direct',
      channel: event.channel,
      user: event.user,
      ts: event.ts,
      thread: event.thread_ts ?? event.ts,
      text: typed(event.text),
      responseUrl: null,
      previous: null,
    };
    const { isNew, question } = await questions.record(asked);
    if (!isNew && event.edited && question.text !== asked.text) return revised(asked.key, asked.text, asked.user);
    return { kind: 'question', question, isNew };
  }

  /** Bots, this one included, are never answered: two of them would talk for ever. */
  function isOthers({ user, bot_id }: { readonly user: string; readonly bot_id?: string | undefined }): boolean {
    return bot_id === undefined && user !== me.user;
  }

  return {
    async take(body) {
      const read = delivered.safeParse(body);
      return read.success ? takeEvent(read.data) : null;
    },
  };
}

function keyOf(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}
