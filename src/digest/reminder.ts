import type { DigestAbout } from '../answer/digest-port.ts';
import { addYears, compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { Scope } from '../tools/tool.ts';
import { narrowed, WHOLE_PLAN } from './about.ts';
import { type Basis, cited, OPEN_STATUSES } from './digest.ts';
import type { NoteView } from './notes.ts';
import { type OpenItem, openItem } from './open-item.ts';
import { needsManager, singleOwners } from './owners.ts';
import { record, viewsOf } from './recorded.ts';
import { ageOf } from './report-age.ts';

/** What one section has to be reminded of; or, without a section, what only a manager can hand on. */
export interface Reminder extends Basis {
  /** As the report prints it; null for items without an owner, or with one that stands for several sections. */
  readonly section: string | null;
  readonly year: FiscalYear;
  /** The year after the report's: a ― whose schedule begins by then is due. */
  readonly next: FiscalYear;
  readonly items: readonly OpenItem[];
}

/**
 * The items of a section that are △, × or due (― with a first implementing stage no later than the year after the
 * report's), of these pillars or of all. Items that were noted as done since the report are left out. Null when nothing
 * is left: then nothing is sent.
 */
export function buildReminder(
  scope: Scope,
  section: string | null,
  notes: readonly NoteView[],
  now: Date,
  pillars: readonly string[] = [],
): Reminder | null {
  const tools = record(scope);
  tools.run('contents', { name: 'report_contents', args: { topic: 'overview' } });
  const filter = narrowed({ pillars, sections: section === null ? [] : [section] });
  const listed = tools.run('item-list', { name: 'list_items', args: { statuses: [...OPEN_STATUSES], ...filter } });
  const next = addYears(scope.report.year, 1);
  const own = listed.items.filter((item) => section !== null || needsManager(scope, item));
  const items = viewsOf(tools, own)
    .flatMap((view) => openItem(view, listed.year, notes) ?? [])
    .filter((open) => isDue(open, next) && open.note?.status !== 'done');
  if (items.length === 0) return null;
  return {
    report: scope.report,
    age: ageOf(scope.report, now),
    section,
    year: listed.year,
    next,
    items,
    ...cited(
      scope,
      items.map(({ item }) => item.source),
    ),
    called: tools.called,
  };
}

function isDue({ status, start }: OpenItem, next: FiscalYear): boolean {
  return status.status !== 'later' || (start !== null && compareYears(start.year, next) <= 0);
}

/**
 * A reminder for every section named, or else for every one that has something due, then one for what only a manager can
 * hand on: items without an owner, or with one that is no single section. An item of several sections is in each.
 */
export function remindersFor(
  scope: Scope,
  notes: readonly NoteView[],
  now: Date,
  { pillars, sections }: DigestAbout = WHOLE_PLAN,
): Reminder[] {
  const all = sections.length > 0 ? sections : [...ownersOfOpenItems(scope), null];
  return all.flatMap((section) => buildReminder(scope, section, notes, now, pillars) ?? []);
}

/** Sections in charge of items that are not done, in the order of the report. */
function ownersOfOpenItems(scope: Scope): string[] {
  const { items } = record(scope).run('item-list', { name: 'list_items', args: { statuses: [...OPEN_STATUSES] } });
  return [...new Set(items.flatMap((item) => singleOwners(scope, item)))];
}
