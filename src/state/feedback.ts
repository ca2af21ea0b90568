import type { StateOptions } from './options.ts';
import { type Database, type FeedbackTableRow, nextPosition } from './schema.ts';
import type { Write } from './writer.ts';

export interface Rating {
  readonly turn: string;
  readonly user: string;
  readonly rating: 'good' | 'bad';
  readonly reason: string | null;
}

/** A question that got no answer. */
export interface Unanswered {
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
  /** Masked. Null when the turn was deleted before it was rated. */
  readonly question: string | null;
  /** Masked. */
  readonly reason: string | null;
  readonly at: Date;
}

/** What people thought of answers, and which questions had none: from this the vocabulary grows. */
export interface FeedbackStore {
  /** One rating for each person and turn: a second one replaces the first. */
  rate(rating: Rating): Promise<void>;
  unanswered(question: Unanswered): Promise<void>;
  /** Newest first. */
  list(): Promise<readonly FeedbackRow[]>;
}

export function createFeedbackStore(db: Database, write: Write, { now, newId, mask }: StateOptions): FeedbackStore {
  return {
    rate: ({ turn, user, rating, reason }) =>
      write(async (trx) => {
        const rated = await trx.selectFrom('turns').select('question').where('id', '=', turn).executeTakeFirst();
        const content = {
          kind: rating,
          question: rated ? mask(rated.question) : null,
          reason: reason === null ? null : mask(reason),
          at: now().toISOString(),
          position: nextPosition('feedback'),
        };
        await trx
          .insertInto('feedback')
          .values({ id: newId(), turn, user, ...content })
          .onConflict((conflict) => conflict.columns(['turn', 'user']).doUpdateSet(content))
          .execute();
      }),
    unanswered: ({ question, kind }) =>
      write(async (trx) => {
        await trx
          .insertInto('feedback')
          .values({
            id: newId(),
            kind,
            turn: null,
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

function feedbackOf({ id, kind, turn, user, question, reason, at }: FeedbackTableRow): FeedbackRow {
  return { id, kind, turn, user, question, reason, at: new Date(at) };
}
