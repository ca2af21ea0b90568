import type { NoteView } from '../digest/notes.ts';
import type { NewNote, Note, NoteContent, NoteStore } from '../state/notes.ts';

/** All notes that are shown, at hand without waiting: answers and digests are made in one go. */
export interface Notebook {
  /** Newest first. */
  current(): readonly NoteView[];
  /** Null when what the same form wrote before was withdrawn meanwhile. */
  write(id: string, note: NewNote): Promise<Note | null>;
  /** Null when it is no note of this author, or withdrawn. */
  edit(id: string, author: string, content: NoteContent): Promise<Note | null>;
  /** False when it is no note of this author, or withdrawn before. */
  withdraw(id: string, author: string): Promise<boolean>;
  /** The author's own notes, newest first. */
  by(author: string): readonly Note[];
  /** Somebody's name was taken off notes on the disk. */
  refresh(): Promise<void>;
}

/** Keeps what the store holds; every change goes to the disk first. One process holds the database, so both stay alike. */
export async function openNotebook(store: NoteStore): Promise<Notebook> {
  let notes = await store.all();
  const refresh = async () => {
    notes = await store.all();
  };
  const after = async <T>(change: Promise<T>): Promise<T> => {
    const changed = await change;
    await refresh();
    return changed;
  };
  return {
    current: () => notes,
    write: (id, note) => after(store.write(id, note)),
    edit: (id, author, content) => after(store.edit(id, author, content)),
    withdraw: (id, author) => after(store.withdraw(id, author)),
    by: (author) => notes.filter((note) => note.author === author),
    refresh,
  };
}
