import { type Answer, MAX_ANSWER } from '../answer/assemble.ts';
import type { Language } from '../answer/frame.ts';
import type { AnswerChart } from '../answer/part.ts';
import { type Names, wordingFor } from '../answer/wording.ts';
import type { FiscalYear } from '../report/fiscal-year.ts';
import type { ProgressRow } from '../tools/progress.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { Digest } from './digest.ts';
import { openTable } from './open-table.ts';
import { shortNames } from './short-names.ts';
import { type Detail, type DigestWording, digestWording } from './wording.ts';

/** How much each part of the text says: everything first, then less until it is short enough. */
interface Depth {
  readonly first: Detail;
  readonly changes: Detail;
  readonly open: Detail;
  readonly others: Detail;
  readonly notes: number;
}
const DEPTHS: readonly Depth[] = [
  { first: 'full', changes: 'title', open: 'full', others: 'title', notes: 3 },
  { first: 'full', changes: 'number', open: 'full', others: 'title', notes: 3 },
  { first: 'full', changes: 'number', open: 'title', others: 'title', notes: 3 },
  { first: 'full', changes: 'number', open: 'number', others: 'title', notes: 3 },
  { first: 'full', changes: 'number', open: 'number', others: 'number', notes: 2 },
  { first: 'title', changes: 'number', open: 'number', others: 'number', notes: 1 },
];

/** A digest as people read it: complete as text, with the table of what is not done, a chart and its places in the report. */
export function composeDigest(digest: Digest, language: Language, names: Names): Answer {
  const words = wordingFor(language);
  const own = digestWording(language);
  const chart = chartOf(digest, language, names);
  return {
    kind: 'answer',
    language,
    text: textOf(digest, language, shortNames(names)),
    ...(digest.open.length > 0
      ? { table: openTable(own.tableCaption(digest.year), digest.open, digest, language, names) }
      : {}),
    ...(chart ? { chart } : {}),
    citations: digest.citations,
    sources: digest.sources,
    followUps: [
      ...digest.first
        .slice(0, 1)
        .map(({ item }) => words.followUp.itemNarrative(words.itemLabel(item.kind, item.number))),
      words.followUp.listStatus('partial'),
      words.followUp.legend(),
    ],
    choices: [],
    called: digest.called,
  };
}

/** The most detailed text within the limit; one that no depth makes short enough ends with a whole line. */
function textOf(digest: Digest, language: Language, names: Names): string {
  const { more } = wordingFor(language);
  let lines: string[] = [];
  for (const depth of DEPTHS) {
    lines = linesOf(digest, depth, language, names);
    if (lines.join('\n').length <= MAX_ANSWER) return lines.join('\n');
  }
  while (lines.length > 1 && [...lines, more()].join('\n').length > MAX_ANSWER) lines.pop();
  return [...lines, more()].join('\n');
}

function linesOf(digest: Digest, depth: Depth, language: Language, names: Names): string[] {
  const own = digestWording(language);
  const about = [...digest.about.pillars, ...digest.about.sections];
  const subjects = about.map(names.subject);
  const without = about.filter((subject) => !digest.rows.some((row) => row.subject === subject)).map(names.subject);
  const lead = [own.digestTitle(subjects), own.basis(digest)];
  if (digest.rows.length === 0) return [...lead, own.noItems(subjects)];
  const item = (i: Digest['starting'][number]): string => own.item(i, depth.others, names);
  const atLarge = (i: Digest['atLarge'][number]): string =>
    depth.others === 'number' ? item(i) : own.ownedItem(i, depth.others, names);
  const under = (heading: string, items: readonly string[]): string[] =>
    items.length > 0 ? [heading, own.list(items)] : [heading];
  return [
    ...lead,
    ...countLines(digest, language, names),
    ...(without.length > 0 ? [own.noItems(without)] : []),
    ...(digest.first.length > 0
      ? [own.firstHeading(), ...digest.first.map((a) => own.firstLine(a, depth.first, names))]
      : []),
    ...worsenedLines(digest, own, names),
    ...openLines(digest, depth.open, language, names),
    ...improvedLines(digest, depth.changes, own, names),
    ...under(own.ownerlessHeading(digest.withoutOwner.length), digest.withoutOwner.map(item)),
    ...(digest.atLarge.length > 0
      ? [own.atLargeHeading(digest.atLarge.length), own.list(digest.atLarge.map(atLarge))]
      : []),
    ...under(own.startingHeading(digest.next, digest.starting.length), digest.starting.map(item)),
    ...noteLines(digest, depth.notes, own),
  ];
}

/** One subject in full, with the year before beside it; of several a line each. */
function countLines(digest: Digest, language: Language, names: Names): string[] {
  const own = digestWording(language);
  const { rows, rowsBefore, year } = digest;
  const beforeOf = (row: ProgressRow): ProgressRow | null => rowsBefore.find((r) => r.subject === row.subject) ?? null;
  const before = rowsBefore.length > 0 ? digest.before : null;
  const [row, ...others] = rows;
  if (!row) return [];
  if (others.length > 0)
    return [
      own.countsOfSeveral(year, before),
      ...rows.map((r) => {
        const counts = STATUSES.map((status) => ({
          status: names.status(status),
          count: r.counts[status].print,
          before: beforeOf(r)?.counts[status].print ?? null,
        }));
        return own.countRow(names.subject(r.subject), r.total, counts);
      }),
    ];
  return [
    own.countsLead(names.subject(row.subject), year, before, row.total),
    ...STATUSES.map((status) => {
      const figures = (r: ProgressRow) => ({ count: r.counts[status].print, share: r.shares[status]?.print ?? null });
      const last = beforeOf(row);
      return own.countLine(names.status(status), figures(row), last && figures(last));
    }),
    ...jointLines(row, year, before, own),
  ];
}

/** Shares that the report prints for statuses together, without which theirs look like misprints: 2 of 7 as 28.5% and 28.6%. */
function jointLines(
  { printed }: ProgressRow,
  year: FiscalYear,
  before: FiscalYear | null,
  own: DigestWording,
): string[] {
  const cells = (printed?.counts ?? []).filter(({ statuses, share }) => statuses.length > 1 && share !== null);
  const shareOf = (same: typeof cells, of: FiscalYear | null) => same.find((cell) => cell.year === of)?.share?.print;
  return [...Map.groupBy(cells, ({ statuses }) => statuses.join()).values()].flatMap((same) => {
    const shares = [shareOf(same, year) ?? null, shareOf(same, before) ?? null] as const;
    const [first] = same;
    return first && shares.some((share) => share !== null) ? [own.jointShares(first.statuses, ...shares)] : [];
  });
}

function openLines({ open, year }: Digest, detail: Detail, language: Language, names: Names): string[] {
  const own = digestWording(language);
  return [
    own.openHeading(year, open.length),
    ...STATUSES.flatMap((status) => {
      const items = open.filter((o) => o.status.status === status);
      const [first] = items;
      if (!first) return [];
      const said = items.map((o) => own.openItem(o, detail, names));
      return [own.openGroup(names.status(status, first.status.print), items.length, said)];
    }),
  ];
}

/** What fell back is always named in full. */
function worsenedLines({ before, year, worsened }: Digest, own: DigestWording, names: Names): string[] {
  if (!before) return [own.oneYearOnly()];
  const items = worsened.map((change) => own.change(change, 'title', names));
  return [own.worsenedHeading([before, year], worsened.length), ...(items.length > 0 ? [own.list(items)] : [])];
}

function improvedLines({ before, year, improved }: Digest, detail: Detail, own: DigestWording, names: Names): string[] {
  if (!before) return [];
  const items = improved.map((change) => own.change(change, detail, names));
  return [own.improvedHeading([before, year], improved.length), ...(items.length > 0 ? [own.list(items)] : [])];
}

function noteLines({ notes }: Digest, most: number, own: DigestWording): string[] {
  if (notes.length === 0) return [];
  const rest = notes.length - most;
  return [
    own.newNotesHeading(notes.length),
    ...notes.slice(0, most).map(own.noteLine),
    ...(rest > 0 ? [own.moreNotes(rest)] : []),
  ];
}

/** Where the plan stands: the share of items done by pillar; of one pillar or section, the items by status. */
function chartOf({ pillars, rows, year }: Digest, language: Language, names: Names): AnswerChart | null {
  const words = wordingFor(language);
  const own = digestWording(language);
  const [row] = rows;
  if (!row) return null;
  if (pillars.length > 0 || rows.length > 1) {
    const points = (pillars.length > 0 ? pillars : rows).flatMap(({ subject, shares: { done } }) =>
      done && done.value !== null ? [{ label: names.subject(subject), value: done.value }] : [],
    );
    const unit = words.unit(rows[0]?.shares.done?.unit ?? null);
    return points.length > 0 ? { title: own.chartTitle(year, true), unit, points } : null;
  }
  const points = STATUSES.map((status) => ({ label: names.status(status), value: row.counts[status].value ?? 0 }));
  return { title: own.chartTitle(year, false), unit: words.unit(row.counts.done.unit), points };
}
