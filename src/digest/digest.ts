import { MAX_CITATIONS } from '../answer/assemble.ts';
import { type Called, citationOf } from '../answer/compose.ts';
import type { DigestAbout } from '../answer/digest-port.ts';
import { addYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Report, SourceRef, Status } from '../report/model.ts';
import type { ProgressRow } from '../tools/progress.ts';
import type { StatusChange } from '../tools/status-changes.ts';
import type { Scope } from '../tools/tool.ts';
import { narrowed } from './about.ts';
import { type Attention, lookAtFirst } from './attention.ts';
import { type NoteView, newestFirst } from './notes.ts';
import { type OpenItem, openItem } from './open-item.ts';
import { needsManager } from './owners.ts';
import { record, viewsOf } from './recorded.ts';
import { ageOf, type ReportAge } from './report-age.ts';

/** What a digest or reminder rests on. */
export interface Basis {
  readonly report: Pick<Report, 'id' | 'name' | 'city' | 'year' | 'issued'>;
  readonly age: ReportAge;
  /** At most four places in the report, as lines to cite. */
  readonly sources: readonly SourceRef[];
  readonly citations: readonly string[];
  /** Every call made, with its result: what stands behind the figures. */
  readonly called: readonly Called[];
}

export interface Digest extends Basis {
  readonly about: DigestAbout;
  /** The newest year with statuses, and the one before; null when the report has only one. */
  readonly year: FiscalYear;
  readonly before: FiscalYear | null;
  /** Counts and shares: one row for the whole plan, or one for each pillar and section. */
  readonly rows: readonly ProgressRow[];
  /** The same subjects a year earlier. */
  readonly rowsBefore: readonly ProgressRow[];
  /** A row for each pillar; only in a digest of the whole plan. */
  readonly pillars: readonly ProgressRow[];
  readonly improved: readonly StatusChange[];
  readonly worsened: readonly StatusChange[];
  /** Items that are △, × or ―. */
  readonly open: readonly OpenItem[];
  /** Items, also outside the plan, without a section in charge. */
  readonly withoutOwner: readonly PlanItem[];
  /** Items that are not done and have an owner that stands for several sections. */
  readonly atLarge: readonly PlanItem[];
  /** The year after the report's, and the items whose schedule says that they are carried out from then on. */
  readonly next: FiscalYear;
  readonly starting: readonly PlanItem[];
  /** Notes since the last digest, the newest first. */
  readonly notes: readonly NoteView[];
  readonly first: readonly Attention[];
}

export interface DigestOptions {
  readonly scope: DigestAbout;
  readonly notes: readonly NoteView[];
  /** When the last digest went out; null when there was none: then all notes are new. */
  readonly since: Date | null;
  readonly now: Date;
}

export const OPEN_STATUSES: readonly Status[] = ['partial', 'not', 'later'];

/** What managers have to know of the plan, or of a part of it. Every figure comes from the tools that answers use. */
export function buildDigest(scope: Scope, { scope: about, notes, since, now }: DigestOptions): Digest {
  const { report } = scope;
  const tools = record(scope);
  tools.run('contents', { name: 'report_contents', args: { topic: 'overview' } });
  const filter = narrowed(about);
  const subjects = [...about.pillars, ...about.sections];
  const whole = subjects.length === 0;
  const progress = tools.run('progress', { name: 'progress', args: whole ? {} : { subjects } });
  const pillars = whole ? tools.run('progress', { name: 'progress', args: { by: 'pillar' } }).rows : [];
  const improved = tools.run('changes', { name: 'status_changes', args: { direction: 'improved', ...filter } }).changes;
  const worsened = tools.run('changes', { name: 'status_changes', args: { direction: 'worsened', ...filter } }).changes;
  const listed = tools.run('item-list', { name: 'list_items', args: { statuses: [...OPEN_STATUSES], ...filter } });
  const ownerless = tools.run('item-list', { name: 'list_items', args: { withoutOwner: true, ...filter } });
  const next = addYears(report.year, 1);
  const starting = tools.run('item-list', {
    name: 'list_items',
    args: { stage: { year: next, starting: true }, ...filter },
  }).items;
  const own = newestFirst(notes.filter(({ item }) => item.report === report.id));
  const open = viewsOf(tools, listed.items).flatMap((view) => openItem(view, progress.year, own) ?? []);
  const part = whole ? null : tools.run('item-list', { name: 'list_items', args: filter });
  const isIn = ({ item }: NoteView): boolean =>
    !part || [...part.items, ...part.extra].some((i) => i.kind === item.kind && i.number === item.number);
  const first = lookAtFirst(open, worsened, progress.year, next);
  return {
    report,
    age: ageOf(report, now),
    ...cited(scope, [
      ...progress.rows.slice(0, 1).map((row) => row.source),
      ...listed.items.slice(0, 1).map((item) => ({ ...item.source, cell: null, place: '' })),
      ...first.map(({ item }) => item.source),
    ]),
    about,
    year: progress.year,
    before: progress.years[progress.years.indexOf(progress.year) - 1] ?? null,
    rows: progress.rows,
    rowsBefore: progress.before,
    pillars,
    improved,
    worsened,
    open,
    atLarge: open.flatMap(({ item }) => (item.owners !== null && needsManager(scope, item) ? [item] : [])),
    withoutOwner: [...ownerless.items, ...ownerless.extra],
    next,
    starting,
    notes: own.filter((note) => isIn(note) && (!since || note.changedAt > since)),
    first,
    called: tools.called,
  };
}

/** Places without doubles, as many as an answer cites. */
export function cited(scope: Scope, sources: readonly SourceRef[]): Pick<Basis, 'sources' | 'citations'> {
  const lines = [...new Map(sources.map((source) => [citationOf(source, scope), source]))].slice(0, MAX_CITATIONS);
  return { sources: lines.map(([, source]) => source), citations: lines.map(([line]) => line) };
}
