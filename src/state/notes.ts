import type { Status } from '../report/model.ts';
import type { StateOptions } from './options.ts';
import { type Database, type NoteRow, type NoteVersionRow, nextPosition } from './schema.ts';

/** An item of a report, by all that tells it from others. */
export interface NotedItem {
  readonly report: string;
  readonly kind: 'plan' | 'extra';
  readonly number: number;
  readonly title: string;
}

/** What a note says. */
export interface NoteContent {
  readonly text: string;
  /** How the author sees it; not a status of the report. */
  readonly status: Status | null;
  /** Day that the author gives, `2021-05-31`. */
  readonly on: string;
}

export interface NewNote extends NoteContent {
  readonly item: NotedItem;
  readonly author: string;
  /** Section for which it was written. */
  readonly section: string | null;
}

export interface Note extends Omit<NewNote, 'author'> {
  readonly id: string;
  /** Null when the author had the name taken off; then nobody can change the note any more. */
  readonly author: string | null;
  readonly writtenAt: Date;
  /** When it was last edited; the same as `writtenAt` when it never was. */
  readonly changedAt: Date;
}

/** A note as it stood from then on. Its author is that of the note, who alone can change it. */
export interface NoteVersion extends NoteContent {
  readonly act: 'written' | 'edited' | 'withdrawn';
  readonly at: Date;
}

/** What sections write about their items after the report was made. Nothing that was written is ever lost. */
export interface NoteStore {
  write(note: NewNote): Promise<Note>;
  /** Null when it is no note of this author, or withdrawn. */
  edit(id: string, author: string, content: NoteContent): Promise<Note | null>;
  /** The note is not shown any more; its history stays. False when it is no note of this author, or withdrawn before. */
  withdraw(id: string, author: string): Promise<boolean>;
  /** Null also when it was withdrawn. */
  byId(id: string): Promise<Note | null>;
  /** Newest first, without those withdrawn. */
  byItem(item: NotedItem): Promise<readonly Note[]>;
  /** Written or edited since then, newest first, without those withdrawn. */
  since(date: Date): Promise<readonly Note[]>;
  /** How the note came to be what it is, oldest first. */
  history(id: string): Promise<readonly NoteVersion[]>;
}

export function createNoteStore(db: Database, { now, newId }: Pick<StateOptions, 'now' | 'newId'>): NoteStore {
  const shown = (trx: Database) =>
    trx.selectFrom('notes').selectAll().where('withdrawn', '=', 0).orderBy('position', 'desc');
  const own = async (trx: Database, id: string, author: string): Promise<Note | null> => {
    const row = await shown(trx).where('id', '=', id).where('author', '=', author).executeTakeFirst();
    return row ? noteOf(row) : null;
  };
  const keepVersion = async (trx: Database, id: string, { act, text, status, on, at }: NoteVersion): Promise<void> => {
    const { count } = await trx
      .selectFrom('noteVersions')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('note', '=', id)
      .executeTakeFirstOrThrow();
    await trx
      .insertInto('noteVersions')
      .values({ note: id, number: Number(count) + 1, act, text, status, day: on, at: at.toISOString() })
      .execute();
  };
  return {
    write: (note) =>
      db.transaction().execute(async (trx) => {
        const at = now();
        const row = newRow(note, newId(), at);
        await trx
          .insertInto('notes')
          .values({ ...row, position: nextPosition('notes') })
          .execute();
        const written = noteOf(row);
        await keepVersion(trx, row.id, { ...written, act: 'written', at });
        return written;
      }),
    edit: (id, author, { text, status, on }) =>
      db.transaction().execute(async (trx) => {
        const old = await own(trx, id, author);
        if (!old) return null;
        const at = now();
        const values = { text, status, day: on, changedAt: at.toISOString() };
        await trx.updateTable('notes').set(values).where('id', '=', id).execute();
        const edited = { ...old, text, status, on, changedAt: at };
        await keepVersion(trx, id, { ...edited, act: 'edited', at });
        return edited;
      }),
    withdraw: (id, author) =>
      db.transaction().execute(async (trx) => {
        const old = await own(trx, id, author);
        if (!old) return false;
        await trx.updateTable('notes').set({ withdrawn: 1 }).where('id', '=', id).execute();
        await keepVersion(trx, id, { ...old, act: 'withdrawn', at: now() });
        return true;
      }),
    async byId(id) {
      const row = await shown(db).where('id', '=', id).executeTakeFirst();
      return row ? noteOf(row) : null;
    },
    async byItem({ report, kind, number, title }) {
      const rows = await shown(db)
        .where('report', '=', report)
        .where('itemKind', '=', kind)
        .where('itemNumber', '=', number)
        .where('itemTitle', '=', title)
        .execute();
      return rows.map(noteOf);
    },
    async since(date) {
      const rows = await shown(db).where('changedAt', '>=', date.toISOString()).execute();
      return rows.map(noteOf);
    },
    async history(id) {
      const rows = await db.selectFrom('noteVersions').selectAll().where('note', '=', id).orderBy('number').execute();
      return rows.map(versionOf);
    },
  };
}

type WithoutPlace = Omit<NoteRow, 'position'>;

function newRow({ item, text, status, on, author, section }: NewNote, id: string, at: Date): WithoutPlace {
  const { report, kind, number, title } = item;
  const time = at.toISOString();
  return {
    ...{ id, report, itemKind: kind, itemNumber: number, itemTitle: title },
    ...{ text, status, day: on, author, section, writtenAt: time, changedAt: time, withdrawn: 0 },
  };
}

function noteOf(row: WithoutPlace): Note {
  const { id, report, itemKind, itemNumber, itemTitle, text, status, day, author, section } = row;
  return {
    id,
    item: { report, kind: itemKind, number: itemNumber, title: itemTitle },
    ...{ text, status, on: day, author, section },
    writtenAt: new Date(row.writtenAt),
    changedAt: new Date(row.changedAt),
  };
}

function versionOf({ act, text, status, day, at }: NoteVersionRow): NoteVersion {
  return { act, text, status, on: day, at: new Date(at) };
}
