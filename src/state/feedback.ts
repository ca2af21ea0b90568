import { type SelectQueryBuilder, sql } from 'kysely';
import type { StateOptions } from './options.ts';
import { type Database, type FeedbackTableRow, nextPosition, type Schema } from './schema.ts';
import type { Write } from './writer.ts';

export interface Rating {
  readonly turn: string;
  readonly user: string;
  readonly rating: 'good' | 'bad';
  readonly reason: string | null;
}

/** A question that got no answer. */
export interface Unanswered {
  /** Id of the question: when that is taken back or its author forgotten, this goes as well. */
  readonly asked: string;
  readonly question: string;
  readonly kind: 'abstain' | 'failed';
}

export interface FeedbackRow {
  readonly id: string;
  readonly kind: 'good' | 'bad' | 'abstain' | 'failed';
  /** The rated turn; it may be deleted before its rating. */
  readonly turn: string | null;
  /** Who rated; unanswered questions are kept without a name. */
  readonly user: string | null;
  /** Masked. Null when it was taken back. */
  readonly question: string | null;
  /** Masked. */
  readonly reason: string | null;
  readonly at: Date;
}

/** What people thought of answers, and which questions had none: from this the vocabulary grows. */
export interface FeedbackStore {
  /**
   * One rating for each person and turn: a second one replaces the first, and keeps its reason where it says the same
   * without one. False when the turn is gone; then nothing is kept.
   */
  rate(rating: Rating): Promise<boolean>;
  unanswered(question: Unanswered): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly FeedbackRow[]>;
}

export function createFeedbackStore(db: Database, write: Write, { now, newId, mask }: StateOptions): FeedbackStore {
  return {
    rate: ({ turn, user, rating, reason }) =>
      write(async (trx) => {
        const rated = await trx.selectFrom('turns').select('question').where('id', '=', turn).executeTakeFirst();
        if (!rated) return false;
        const content = {
          kind: rating,
          question: mask(rated.question),
          reason: reason === null ? null : mask(reason),
          at: now().toISOString(),
          position: nextPosition('feedback'),
        };
        await trx
          .insertInto('feedback')
          .values({ id: newId(), turn, asked: null, user, ...content })
          .onConflict((conflict) => conflict.columns(['turn', 'user']).doUpdateSet({ ...content, reason: REASON }))
          .execute();
        return true;
      }),
    unanswered: ({ asked, question, kind }) =>
      write(async (trx) => {
        await trx
          .insertInto('feedback')
          .values({
            id: newId(),
            kind,
            turn: null,
            asked,
            user: null,
            question: mask(question),
            reason: null,
            at: now().toISOString(),
            position: nextPosition('feedback'),
          })
          .execute();
      }),
    async list() {
      const rows = await db.selectFrom('feedback').selectAll().orderBy('position', 'desc').execute();
      return rows.map(feedbackOf);
    },
  };
}

const REASON = sql<string | null>`case
  when feedback.kind = excluded.kind then coalesce(excluded.reason, feedback.reason)
  else excluded.reason
end`;

/** At least one, or a query for them. */
type Ids = readonly [string] | SelectQueryBuilder<Schema, 'questions' | 'turns', { id: string }>;

/** Takes what was asked out of what is kept of these questions and turns: of the ratings, only the words. */
export async function unsay(trx: Database, questions: Ids, turns: Ids): Promise<number> {
  const { numDeletedRows } = await trx.deleteFrom('feedback').where('asked', 'in', questions).executeTakeFirst();
  const { numUpdatedRows } = await trx
    .updateTable('feedback')
    .set({ question: null })
    .where('turn', 'in', turns)
    .executeTakeFirst();
  return Number(numDeletedRows + numUpdatedRows);
}

function feedbackOf({ id, kind, turn, user, question, reason, at }: FeedbackTableRow): FeedbackRow {
  return { id, kind, turn, user, question, reason, at: new Date(at) };
}
