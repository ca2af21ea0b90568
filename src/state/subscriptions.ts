import { z } from 'zod';
import type { StateOptions } from './options.ts';
import { type Database, nextPosition, type SubscriptionRow } from './schema.ts';

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Who is called when it is posted: nobody, a user group, or people, by Slack's ids. */
export type Mention =
  | { readonly kind: 'none' }
  | { readonly kind: 'group'; readonly group: string }
  | { readonly kind: 'people'; readonly people: readonly string[] };

export interface NewSubscription {
  readonly kind: 'digest' | 'reminder';
  /** Pillars or sections as the report prints them; everything when both are empty. */
  readonly scope: { readonly pillars: readonly string[]; readonly sections: readonly string[] };
  /** Id of a channel, or of a person for a direct message. */
  readonly channel: string;
  readonly weekdays: readonly Weekday[];
  /** `HH:MM`, in the time zone of the settings. */
  readonly time: string;
  readonly mention: Mention;
  readonly language: 'ja' | 'en';
  /** Who is told when it cannot be delivered; null for nobody. */
  readonly owner: string | null;
  readonly origin: 'slack' | 'settings';
}

export interface Subscription extends NewSubscription {
  readonly id: string;
  readonly paused: boolean;
  /** Slots before this are not owed: it was made, resumed or put on another time then. */
  readonly since: Date;
}

export type SubscriptionChange = Partial<NewSubscription & { readonly paused: boolean }>;

/** What is posted where and when. */
export interface SubscriptionStore {
  /** With an id, one that is there already is changed instead. */
  create(subscription: NewSubscription, id?: string): Promise<Subscription>;
  /** Null when it is gone. */
  change(id: string, change: SubscriptionChange): Promise<Subscription | null>;
  remove(id: string): Promise<void>;
  byId(id: string): Promise<Subscription | null>;
  /** Oldest first. */
  list(): Promise<readonly Subscription[]>;
  /**
   * Makes the subscriptions of the settings those of this list, by id: new ones are made, others changed or removed. One
   * that was paused stays paused.
   */
  takeFromSettings(wanted: readonly (Omit<NewSubscription, 'origin'> & { readonly id: string })[]): Promise<void>;
}

export function createSubscriptionStore(
  db: Database,
  { now, newId }: Pick<StateOptions, 'now' | 'newId'>,
): SubscriptionStore {
  const find = async (trx: Database, id: string): Promise<Subscription | null> => {
    const row = await trx.selectFrom('subscriptions').selectAll().where('id', '=', id).executeTakeFirst();
    return row ? subscriptionOf(row) : null;
  };
  const insert = async (trx: Database, subscription: NewSubscription, id: string): Promise<Subscription> => {
    const made = { ...subscription, id, paused: false, since: now() };
    await trx
      .insertInto('subscriptions')
      .values({ ...rowOf(made), position: nextPosition('subscriptions') })
      .execute();
    return made;
  };
  const change = async (trx: Database, id: string, values: SubscriptionChange): Promise<Subscription | null> => {
    const old = await find(trx, id);
    if (!old) return null;
    const changed = { ...old, ...values };
    const owesAnew = (old.paused && !changed.paused) || timeOf(old) !== timeOf(changed);
    const kept = owesAnew ? { ...changed, since: now() } : changed;
    await trx.updateTable('subscriptions').set(rowOf(kept)).where('id', '=', id).execute();
    return kept;
  };
  return {
    create: (subscription, id = newId()) =>
      db.transaction().execute(async (trx) => (await change(trx, id, subscription)) ?? insert(trx, subscription, id)),
    change: (id, values) => db.transaction().execute((trx) => change(trx, id, values)),
    async remove(id) {
      await db.deleteFrom('subscriptions').where('id', '=', id).execute();
    },
    byId: (id) => find(db, id),
    async list() {
      const rows = await db.selectFrom('subscriptions').selectAll().orderBy('position').execute();
      return rows.flatMap((row) => subscriptionOf(row) ?? []);
    },
    takeFromSettings: (wanted) =>
      db.transaction().execute(async (trx) => {
        const known = await trx.selectFrom('subscriptions').select('id').where('origin', '=', 'settings').execute();
        for (const { id } of known) {
          if (!wanted.some((subscription) => subscription.id === id))
            await trx.deleteFrom('subscriptions').where('id', '=', id).execute();
        }
        for (const { id, ...subscription } of wanted) {
          const values = { ...subscription, origin: 'settings' as const };
          if (!(await change(trx, id, values))) await insert(trx, values, id);
        }
      }),
  };
}

/**
 * Ends what a person had sent to himself, and takes the name off all other subscriptions, which go on without it. Hands
 * back how many that were.
 */
export async function forgetSubscriber(trx: Database, user: string): Promise<number> {
  const { numDeletedRows } = await trx
    .deleteFrom('subscriptions')
    .where('channel', '=', user)
    .where('origin', '=', 'slack')
    .executeTakeFirst();
  const rows = await trx.selectFrom('subscriptions').selectAll().execute();
  const named = rows
    .flatMap((row) => subscriptionOf(row) ?? [])
    .filter(({ owner, mention }) => owner === user || (mention.kind === 'people' && mention.people.includes(user)));
  for (const { id, owner, mention } of named) {
    const values = { owner: owner === user ? null : owner, mention: JSON.stringify(without(user, mention)) };
    await trx.updateTable('subscriptions').set(values).where('id', '=', id).execute();
  }
  return named.length + Number(numDeletedRows);
}

function without(user: string, mention: Mention): Mention {
  if (mention.kind !== 'people') return mention;
  const people = mention.people.filter((person) => person !== user);
  return people.length > 0 ? { kind: 'people', people } : { kind: 'none' };
}

const json = z.string().transform((text, context) => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    context.addIssue({ code: 'custom', message: 'no JSON' });
    return z.NEVER;
  }
});
const structures = z.object({
  scope: json.pipe(z.object({ pillars: z.array(z.string()), sections: z.array(z.string()) })),
  weekdays: json.pipe(z.array(z.literal([1, 2, 3, 4, 5, 6, 7]))),
  mention: json.pipe(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('group'), group: z.string() }),
      z.object({ kind: z.literal('people'), people: z.array(z.string()) }),
    ]),
  ),
});

function timeOf({ weekdays, time }: NewSubscription): string {
  return JSON.stringify([[...weekdays].sort(), time]);
}

type WithoutPlace = Omit<SubscriptionRow, 'position'>;

function rowOf(subscription: Subscription): WithoutPlace {
  const { id, kind, scope, channel, weekdays, time, mention, language, owner, origin, paused, since } = subscription;
  return {
    ...{ id, kind, channel, time, language, owner, origin },
    scope: JSON.stringify({ pillars: scope.pillars, sections: scope.sections }),
    weekdays: JSON.stringify(weekdays),
    mention: JSON.stringify(mention),
    paused: paused ? 1 : 0,
    since: since.toISOString(),
  };
}

/** Null when the row cannot be read. */
function subscriptionOf(row: WithoutPlace): Subscription | null {
  const { id, kind, channel, time, language, owner, origin } = row;
  const read = structures.safeParse(row);
  if (!read.success) return null;
  const plain = { id, kind, channel, time, language, owner, origin };
  return { ...plain, ...read.data, paused: row.paused !== 0, since: new Date(row.since) };
}
