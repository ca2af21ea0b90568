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

/** What sections write about their items after the report was made. Nothing that was written is ever lost. */
export interface NoteStore {
  /**
   * `id`: where it was written, so that what is sent twice is one note, with the content sent last. Null when that note
   * was withdrawn meanwhile.
   */
  write(id: string, note: NewNote): Promise<Note | null>;
  /** Null when it is no note of this author, or withdrawn. */
  edit(id: string, author: string, content: NoteContent): Promise<Note | null>;
  /** The note is not shown any more; its history stays. False when it is no note of this author, or withdrawn before. */
  withdraw(id: string, author: string): Promise<boolean>;
  /** Newest first, without those withdrawn. */
  all(): Promise<readonly Note[]>;
}

export function createNoteStore(db: Database, { now }: Pick<StateOptions, 'now'>): NoteStore {
  const shown = (trx: Database) =>
    trx.selectFrom('notes').selectAll().where('withdrawn', '=', 0).orderBy('position', 'desc');
  const own = async (trx: Database, id: string, author: string): Promise<Note | null> => {
    const row = await shown(trx).where('id', '=', id).where('author', '=', author).executeTakeFirst();
    return row ? noteOf(row) : null;
  };
  const keepVersion = async (
    trx: Database,
    act: NoteVersionRow['act'],
    { id, text, status, on }: Note,
    at: Date,
  ): Promise<void> => {
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
  const edit = async (trx: Database, id: string, author: string, content: NoteContent): Promise<Note | null> => {
    const old = await own(trx, id, author);
    const { text, status, on } = content;
    if (!old || (old.text === text && old.status === status && old.on === on)) return old;
    const at = now();
    const values = { text, status, day: on, changedAt: at.toISOString() };
    await trx.updateTable('notes').set(values).where('id', '=', id).execute();
    const edited = { ...old, text, status, on, changedAt: at };
    await keepVersion(trx, 'edited', edited, at);
    return edited;
  };
  return {
    write: (id, note) =>
      db.transaction().execute(async (trx) => {
        const at = now();
        const row = newRow(note, id, at);
        const { numInsertedOrUpdatedRows } = await trx
          .insertInto('notes')
          .values({ ...row, position: nextPosition('notes') })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirstOrThrow();
        if (numInsertedOrUpdatedRows !== 1n) return edit(trx, id, note.author, note);
        const written = noteOf(row);
        await keepVersion(trx, 'written', written, at);
        return written;
      }),
    edit: (id, author, content) => db.transaction().execute((trx) => edit(trx, id, author, content)),
    withdraw: (id, author) =>
      db.transaction().execute(async (trx) => {
        const old = await own(trx, id, author);
        if (!old) return false;
        await trx.updateTable('notes').set({ withdrawn: 1 }).where('id', '=', id).execute();
        await keepVersion(trx, 'withdrawn', old, now());
        return true;
      }),
    all: async () => (await shown(db).execute()).map(noteOf),
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
