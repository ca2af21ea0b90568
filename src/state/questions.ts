import { unsay } from './feedback.ts';
import type { StateOptions } from './options.ts';
import { type Database, nextPosition, type QuestionRow } from './schema.ts';
import { type NewTurn, removeTurn, writeTurn } from './turns.ts';
import type { Write } from './writer.ts';

export interface NewQuestion {
  /** `CHANNEL:TS` of a message, or what is the only one of its kind for a command or a press. Unique. */
  readonly key: string;
  /** Slack's id of the event; unique where there is one. */
  readonly eventId: string | null;
  readonly surface: 'mention' | 'direct' | 'command' | 'button';
  readonly channel: string;
  readonly user: string;
  readonly ts: string | null;
  /** Time stamp of the message that the conversation hangs on; null for one that only the asker sees. */
  readonly thread: string | null;
  readonly text: string;
  readonly responseUrl: string | null;
  /** The turn that it follows, when that is not the newest of the conversation. */
  readonly previous: string | null;
}

export interface Question extends NewQuestion {
  readonly id: string;
  /** When its present text arrived. */
  readonly receivedAt: Date;
  readonly state: 'received' | 'answered' | 'failed';
  /** Why it failed: a code. */
  readonly failure: string | null;
  /** Time stamp of our message. */
  readonly reply: string | null;
  /** Its answer; null while it has none, and when it came to a notice. */
  readonly turn: string | null;
}

/** Two presses within that are one. Milliseconds. */
const ONE_PRESS = 5000;

/** The inbox: every question is on the disk before it is acknowledged, and there once however often it is delivered. */
export interface QuestionStore {
  /** A question whose event or key is known already is not new; the first row is handed back, also one taken back since. */
  record(question: NewQuestion): Promise<{ readonly isNew: boolean; readonly question: Question }>;
  /**
   * Keeps the answer: its message (null leaves what is known) and its turn, which replaces an earlier one (null leaves
   * none). `text`: what was answered. When the question was revised meanwhile, it stays unanswered.
   * False when the question is gone; then nothing is kept.
   */
  settle(id: string, reply: string | null, turn: NewTurn | null, text: string): Promise<boolean>;
  /**
   * Given up, with a code that says why. An answered question stays so, and one revised since `text` stays unanswered.
   * `reply`: the message that says so; empty where there is none.
   */
  fail(id: string, code: string, text: string, reply?: string): Promise<void>;
  /** Also one whose author was forgotten, without text and name. */
  byKey(key: string): Promise<Question | null>;
  byId(id: string): Promise<Question | null>;
  /** Those neither answered nor given up, in order of arrival. */
  unanswered(): Promise<readonly Question[]>;
  /** Its author edited it: it arrives anew and keeps its reply. Null when it is gone. */
  revise(id: string, text: string, user: string): Promise<Question | null>;
  /**
   * Somebody pressed for it again, in whose name it arrives anew: where it came to no answer, or to one that only the
   * presser saw and may have lost since. Null where its answer stands.
   */
  askAgain(id: string, by: Pick<NewQuestion, 'user' | 'responseUrl'>): Promise<Question | null>;
  /**
   * The person took it back: text and turn are deleted. It is not recorded again when it is delivered again. Hands back
   * what it was; null when it is gone already.
   */
  remove(id: string): Promise<Question | null>;
  /** Those taken back whose reply has not been deleted. */
  withReplyLeft(): Promise<readonly Question[]>;
  /** The reply of one taken back is gone, or will never be. */
  replyGone(id: string): Promise<void>;
}

export function createQuestionStore(
  db: Database,
  write: Write,
  { now, newId }: Pick<StateOptions, 'now' | 'newId'>,
): QuestionStore {
  const find = async (trx: Database, column: 'id' | 'key', value: string): Promise<Question | null> => {
    const row = await trx
      .selectFrom('questions')
      .selectAll()
      .where(column, '=', value)
      .where('state', 'not in', column === 'id' ? ['removed', 'forgotten'] : ['removed'])
      .executeTakeFirst();
    return row ? questionOf(row) : null;
  };
  return {
    record: (question) =>
      write(async (trx) => {
        const row = newRow(question, newId(), now());
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('questions')
          .values({ ...row, position: nextPosition('questions') })
          .onConflict((conflict) => conflict.doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows === 1n) return { isNew: true, question: questionOf(row) };
        // Two at most: the one of the event and the one of the key.
        const known = await trx
          .selectFrom('questions')
          .selectAll()
          .where((where) => where.or([where('key', '=', row.key), where('eventId', '=', row.eventId)]))
          .execute();
        const first = known.reduce((a, b) => (b.position < a.position ? b : a));
        return { isNew: false, question: questionOf(first) };
      }),
    settle: (id, reply, turn, text) =>
      write(async (trx) => {
        const question = await find(trx, 'id', id);
        if (!question) return false;
        if (turn) await writeTurn(trx, turn, question.turn, now());
        else if (question.turn) await removeTurn(trx, question.turn);
        await trx
          .updateTable('questions')
          .set({
            state: text === question.text ? 'answered' : 'received',
            failure: null,
            reply: reply ?? question.reply,
            turn: turn?.id ?? null,
            responseUrl: null,
          })
          .where('id', '=', id)
          .execute();
        return true;
      }),
    fail: (id, code, text, reply = '') =>
      write(async (trx) => {
        await trx
          .updateTable('questions')
          .set({ state: 'failed', failure: code, responseUrl: null, ...(reply === '' ? {} : { reply }) })
          .where('id', '=', id)
          .where('state', '=', 'received')
          .where('text', '=', text)
          .execute();
      }),
    byKey: (key) => find(db, 'key', key),
    byId: (id) => find(db, 'id', id),
    async unanswered() {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('state', '=', 'received')
        .orderBy('position')
        .execute();
      return rows.map(questionOf);
    },
    revise: (id, text, user) =>
      write(async (trx) => {
        await trx
          .updateTable('questions')
          .set({ text, user, state: 'received', failure: null, receivedAt: now().toISOString() })
          .set({ position: nextPosition('questions') })
          .where('id', '=', id)
          .where('state', '<>', 'removed')
          .execute();
        return find(trx, 'id', id);
      }),
    askAgain: (id, { user, responseUrl }) =>
      write(async (trx) => {
        const at = now();
        const before = new Date(at.getTime() - ONE_PRESS).toISOString();
        const row = await trx
          .updateTable('questions')
          .set({ user, responseUrl, state: 'received', failure: null, receivedAt: at.toISOString() })
          .set({ position: nextPosition('questions') })
          .where('id', '=', id)
          .where('state', 'in', ['answered', 'failed'])
          .where(({ or, and, eb }) =>
            or([eb('turn', 'is', null), and([eb('thread', 'is', null), eb('receivedAt', '<', before)])]),
          )
          .returningAll()
          .executeTakeFirst();
        return row ? questionOf(row) : null;
      }),
    remove: (id) =>
      write(async (trx) => {
        const row = await trx
          .selectFrom('questions')
          .selectAll()
          .where('id', '=', id)
          .where('state', '<>', 'removed')
          .executeTakeFirst();
        if (!row) return null;
        if (row.turn) await removeTurn(trx, row.turn);
        await unsay(trx, [id], [row.turn ?? '']);
        await trx
          .updateTable('questions')
          .set({ ...UNSAID, state: 'removed' })
          .where('id', '=', id)
          .execute();
        return questionOf(row);
      }),
    async withReplyLeft() {
      const rows = await db
        .selectFrom('questions')
        .selectAll()
        .where('state', '=', 'removed')
        .where('reply', 'is not', null)
        .execute();
      return rows.map(questionOf);
    },
    async replyGone(id) {
      await db
        .updateTable('questions')
        .set({ reply: null })
        .where('id', '=', id)
        .where('state', '=', 'removed')
        .execute();
    },
  };
}

/** What is left of a question of which nothing may be known any more. */
export const UNSAID = { text: '', user: '', responseUrl: null, previous: null, turn: null } as const;

type Recorded = Omit<QuestionRow, 'position'>;

function newRow(question: NewQuestion, id: string, at: Date): Recorded {
  const { key, eventId, surface, channel, user, ts, thread, text, responseUrl, previous } = question;
  const asked = { key, eventId, surface, channel, user, ts, thread, text, responseUrl, previous };
  const open = { receivedAt: at.toISOString(), state: 'received', failure: null, reply: null, turn: null } as const;
  // The column is from the first version, and nothing reads it.
  return { ...asked, ...open, id, team: '' };
}

function questionOf(row: Recorded): Question {
  const { id, key, eventId, surface, channel, user, ts, thread, text, responseUrl, previous } = row;
  const asked = { id, key, eventId, surface, channel, user, ts, thread, text, responseUrl, previous };
  const { failure, reply, turn } = row;
  // Nothing is left to do for one that was taken back or forgotten.
  const state = row.state === 'removed' || row.state === 'forgotten' ? 'answered' : row.state;
  return { ...asked, receivedAt: new Date(row.receivedAt), state, failure, reply, turn };
}
