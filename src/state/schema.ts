import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Status } from '../report/model.ts';

/**
 * The tables as the newest migration leaves them. Times are ISO-8601 texts in UTC, structures are JSON texts: both mean
 * the same to SQLite and PostgreSQL. Columns are named in snake case, `response_url` for `responseUrl`.
 */
export interface Schema {
  schemaVersion: SchemaVersionRow;
  questions: QuestionRow;
  turns: TurnRow;
  choices: ChoiceRow;
  feedback: FeedbackTableRow;
  subscriptions: SubscriptionRow;
  deliveries: DeliveryRow;
  notes: NoteRow;
  noteVersions: NoteVersionRow;
}

/** Either the database or a transaction in it. */
export type Database = Kysely<Schema>;

export interface SchemaVersionRow {
  version: number;
  /** Counts the trials whether the database can be written to. */
  trials: number;
}

export interface QuestionRow {
  id: string;
  key: string;
  eventId: string | null;
  surface: 'mention' | 'direct' | 'command' | 'button';
  team: string;
  channel: string;
  user: string;
  ts: string | null;
  thread: string | null;
  text: string;
  responseUrl: string | null;
  previous: string | null;
  receivedAt: string;
  position: number;
  /**
   * `removed`: the person took it back. The row stays, without its text, so that a redelivery is still recognised.
   * `forgotten`: its author was; only which reply of ours belongs to which question stays.
   */
  state: 'received' | 'answered' | 'failed' | 'removed' | 'forgotten';
  failure: string | null;
  reply: string | null;
  turn: string | null;
}

export interface TurnRow {
  id: string;
  conversation: string;
  user: string;
  question: string;
  frame: string;
  report: string;
  answer: string;
  at: string;
  position: number;
}

export interface ChoiceRow {
  user: string;
  name: string;
  value: string;
}

export interface FeedbackTableRow {
  id: string;
  kind: 'good' | 'bad' | 'abstain' | 'failed';
  turn: string | null;
  /** For a question without an answer: the one that it was. */
  asked: string | null;
  user: string | null;
  question: string | null;
  reason: string | null;
  at: string;
  position: number;
}

export interface SubscriptionRow {
  id: string;
  kind: 'digest' | 'reminder';
  scope: string;
  channel: string;
  weekdays: string;
  time: string;
  mention: string;
  language: 'ja' | 'en';
  owner: string | null;
  origin: 'slack' | 'settings';
  /** 0 or 1. */
  paused: number;
  since: string;
  position: number;
}

export interface DeliveryRow {
  id: string;
  subscription: string;
  slot: string;
  state: 'leased' | 'retry' | 'posted' | 'skipped' | 'failed';
  leasedBy: string | null;
  /** End of the lease, or time of the next try. */
  dueAt: string;
  claims: number;
  attempts: number;
  code: string | null;
  channel: string | null;
  ts: string | null;
  changedAt: string;
  position: number;
}

export interface NoteRow {
  id: string;
  report: string;
  itemKind: 'plan' | 'extra';
  itemNumber: number;
  itemTitle: string;
  text: string;
  status: Status | null;
  day: string;
  author: string | null;
  section: string | null;
  writtenAt: string;
  changedAt: string;
  /** 0 or 1. */
  withdrawn: number;
  position: number;
}

export interface NoteVersionRow {
  note: string;
  number: number;
  act: 'written' | 'edited' | 'withdrawn';
  text: string;
  status: Status | null;
  day: string;
  at: string;
}

/** The next place in a table's order of arrival. Times can tie, and row numbers differ from database to database. */
export function nextPosition(
  table: 'questions' | 'feedback' | 'subscriptions' | 'deliveries' | 'notes',
): RawBuilder<number> {
  return sql<number>`(select coalesce(max(position), 0) + 1 from ${sql.table(table)})`;
}
