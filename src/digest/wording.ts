import type { Language } from '../answer/frame.ts';
import type { Names } from '../answer/wording.ts';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, ScheduleEntry, Status } from '../report/model.ts';
import type { StatusChange } from '../tools/status-changes.ts';
import type { Attention } from './attention.ts';
import type { Basis } from './digest.ts';
import type { NoteView } from './notes.ts';
import type { OpenItem, Since } from './open-item.ts';
import { english } from './wording-en.ts';
import { japanese } from './wording-ja.ts';

/** How much a line says of an item. */
export type Detail = 'full' | 'title' | 'number';

/** All sentences of digests, reminders and notes, in one language. */
export interface DigestWording {
  digestTitle(subjects: readonly string[]): string;
  /** Of several sections together; each then stands under its name. */
  remindersTitle(): string;
  reminderHeading(section: string | null, count: number, names: Names): string;
  reminderTitle(section: string | null, names: Names): string;
  /** Which report, of what date; a report that is old is named with its age. */
  basis(basis: Basis): string;
  /** Above the counts: the year, how many items, and that the year before stands in brackets. */
  countsLead(subject: string, year: FiscalYear, before: FiscalYear | null, total: number): string;
  /** One status: number and share, with those of the year before. */
  countLine(status: string, now: CountAndShare, before: CountAndShare | null): string;
  /** Where several are counted: one line each, numbers only. */
  countsOfSeveral(year: FiscalYear, before: FiscalYear | null): string;
  countRow(subject: string, total: number, counts: readonly StatusCount[]): string;
  /** The share that the report prints for several statuses together, of the year and of the one before. */
  jointShares(statuses: readonly Status[], share: string | null, before: string | null): string;
  noItems(subjects: readonly string[]): string;
  firstHeading(): string;
  /** In full with who is in charge. */
  firstLine(attention: Attention, detail: Detail, names: Names): string;
  improvedHeading(years: readonly [FiscalYear, FiscalYear], count: number): string;
  worsenedHeading(years: readonly [FiscalYear, FiscalYear], count: number): string;
  oneYearOnly(): string;
  change(change: StatusChange, detail: Detail, names: Names): string;
  openHeading(year: FiscalYear, count: number): string;
  openGroup(status: string, count: number, items: readonly string[]): string;
  openItem(open: OpenItem, detail: Detail, names: Names): string;
  ownerlessHeading(count: number): string;
  atLargeHeading(count: number): string;
  ownedItem(item: PlanItem, detail: Detail, names: Names): string;
  startingHeading(year: FiscalYear, count: number): string;
  item(item: PlanItem, detail: Detail, names: Names): string;
  /** Joins what stands under a heading. */
  list(items: readonly string[]): string;
  since(since: Since): string;
  newNotesHeading(count: number): string;
  reminderLead(count: number, year: FiscalYear): string;
  dueLine(open: OpenItem, next: FiscalYear, names: Names): string;
  dueItems(items: readonly string[]): string;
  plannedFrom(start: ScheduleEntry): string;
  /** Stands between the report's words and the notes. */
  notesHeading(count: number): string;
  noteLine(note: NoteView): string;
  moreNotes(count: number): string;
  /** To the owner of a subscription, by the code of Slack. */
  undelivered(kind: 'digest' | 'reminder', code: string): string;
  chartTitle(year: FiscalYear, ofShares: boolean): string;
  readonly columns: Readonly<Record<'since' | 'note', string>>;
  tableCaption(year: FiscalYear): string;
}

export interface CountAndShare {
  readonly count: string;
  /** As printed with its sign: `61.8%`; null when there is nothing to share. */
  readonly share: string | null;
}

export interface StatusCount {
  /** Word and mark. */
  readonly status: string;
  readonly count: string;
  readonly before: string | null;
}

/** Sentences in the reader's language. */
export function digestWording(language: Language): DigestWording {
  return language === 'ja' ? japanese : english;
}
