import type { Database } from './schema.ts';

/** What a person chose and wants to find again, by name. */
export interface ChoiceStore {
  get(user: string, name: string): Promise<string | null>;
  set(user: string, name: string, value: string): Promise<void>;
}

export function createChoiceStore(db: Database): ChoiceStore {
  return {
    async get(user, name) {
      const query = db.selectFrom('choices').select('value').where('user', '=', user).where('name', '=', name);
      return (await query.executeTakeFirst())?.value ?? null;
    },
    async set(user, name, value) {
      await db
        .insertInto('choices')
        .values({ user, name, value })
        .onConflict((conflict) => conflict.columns(['user', 'name']).doUpdateSet({ value }))
        .execute();
    },
  };
}
