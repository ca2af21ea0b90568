import { sql } from 'kysely';
import type { StateOptions } from './options.ts';
import type { Database, TurnRow } from './schema.ts';
import type { Write } from './writer.ts';

export interface NewTurn {
  readonly id: string;
  /** `CHANNEL:ROOT`: the channel and the time stamp of the message that the thread hangs on. */
  readonly conversation: string;
  readonly user: string;
  readonly question: string;
  /** Any JSON: what a follow-up builds on. */
  readonly frame: unknown;
  readonly report: string;
  /** Any JSON: what was shown. */
  readonly answer: unknown;
}

export interface Turn extends NewTurn {
  readonly at: Date;
}

/** Questions with their answers, as the context of what is asked next in the same conversation. */
export interface TurnStore {
  /** The newest of a conversation. Null also when its row cannot be read: an older one would be the wrong context. */
  latest(conversation: string): Promise<Turn | null>;
  /** The one before another in its conversation. Null also when that row cannot be read. */
  before(id: string): Promise<Turn | null>;
  byId(id: string): Promise<Turn | null>;
  /** A turn of the same id is replaced and keeps its place. */
  save(turn: NewTurn): Promise<void>;
}

export function createTurnStore(db: Database, write: Write, { now }: Pick<StateOptions, 'now'>): TurnStore {
  return {
    async latest(conversation) {
      const row = await db
        .selectFrom('turns')
        .selectAll()
        .where('conversation', '=', conversation)
        .orderBy('position', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? turnOf(row) : null;
    },
    async before(id) {
      const row = await db
        .selectFrom('turns as earlier')
        .innerJoin('turns as later', 'later.conversation', 'earlier.conversation')
        .selectAll('earlier')
        .where('later.id', '=', id)
        .whereRef('earlier.position', '<', 'later.position')
        .orderBy('earlier.position', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? turnOf(row) : null;
    },
    async byId(id) {
      const row = await db.selectFrom('turns').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? turnOf(row) : null;
    },
    save: (turn) => write((trx) => writeTurn(trx, turn, null, now())),
  };
}

/** Writes a turn in the place of the one that it replaces, and as the newest of its conversation when there is none. */
export async function writeTurn(trx: Database, turn: NewTurn, replaced: string | null, at: Date): Promise<void> {
  const place = replaced === null || replaced === turn.id ? null : await removeTurn(trx, replaced);
  const content = {
    conversation: turn.conversation,
    user: turn.user,
    question: turn.question,
    frame: jsonOf(turn.frame),
    report: turn.report,
    answer: jsonOf(turn.answer),
    at: at.toISOString(),
  };
  const newest = sql<number>`(select coalesce(max(position), 0) + 1 from turns where conversation = ${turn.conversation})`;
  await trx
    .insertInto('turns')
    .values({ id: turn.id, ...content, position: place ?? newest })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(content))
    .execute();
}

/** Deletes a turn and hands back the place that it had in its conversation. */
export async function removeTurn(trx: Database, id: string): Promise<number | null> {
  const row = await trx.deleteFrom('turns').where('id', '=', id).returning('position').executeTakeFirst();
  return row?.position ?? null;
}

function jsonOf(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

function turnOf({ id, conversation, user, question, frame, report, answer, at }: TurnRow): Turn | null {
  const [frameValue, answerValue] = [parsed(frame), parsed(answer)];
  if (!frameValue || !answerValue) return null;
  return {
    id,
    conversation,
    user,
    question,
    frame: frameValue.value,
    report,
    answer: answerValue.value,
    at: new Date(at),
  };
}

function parsed(json: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(json) };
  } catch {
    return null;
  }
}
