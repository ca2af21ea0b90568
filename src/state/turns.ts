import type { StateOptions } from './options.ts';
import { type Database, nextPosition, type TurnRow } from './schema.ts';

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
  byId(id: string): Promise<Turn | null>;
  /** A turn of the same id is replaced and keeps its place. */
  save(turn: NewTurn): Promise<void>;
}

export function createTurnStore(db: Database, { now }: Pick<StateOptions, 'now'>): TurnStore {
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
    async byId(id) {
      const row = await db.selectFrom('turns').selectAll().where('id', '=', id).executeTakeFirst();
      return row ? turnOf(row) : null;
    },
    save: (turn) => db.transaction().execute((trx) => writeTurn(trx, turn, turn.id, now())),
  };
}

/** Writes a turn in the place of the one that it replaces, and as the newest when there is none. */
export async function writeTurn(trx: Database, turn: NewTurn, replaced: string | null, at: Date): Promise<void> {
  const old = await trx.selectFrom('turns').select('position').where('id', '=', replaced).executeTakeFirst();
  if (replaced !== turn.id) await trx.deleteFrom('turns').where('id', '=', replaced).execute();
  const content = {
    conversation: turn.conversation,
    user: turn.user,
    question: turn.question,
    frame: jsonOf(turn.frame),
    report: turn.report,
    answer: jsonOf(turn.answer),
    at: at.toISOString(),
  };
  await trx
    .insertInto('turns')
    .values({ id: turn.id, ...content, position: old?.position ?? nextPosition('turns') })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(content))
    .execute();
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
