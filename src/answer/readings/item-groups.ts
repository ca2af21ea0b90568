import { latest } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import type { Limit } from '../../tools/limit.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { type RankArgs, rankFigures } from '../../tools/ranking.ts';
import type { Scope } from '../../tools/tool.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { calculation } from './figure-places.ts';
import { LIMITS, limitFor } from './figure-plans.ts';
import { FILTERS, statusesOf } from './item-filters.ts';
import type { Reading } from './reading.ts';

/** Pillars or sections by how many items they have in a status, or by their share. */
const rankOfGroups: Reading = {
  id: 'items.rank-groups',
  needs: [
    ['w:highest', 'w:lowest', 'w:ranking', 'positions', 'limit', 'w:above', 'w:below'],
    ['w:pillar', 'w:section', 'w:owner', 'pillars'],
    [
      'w:item',
      'w:share',
      'statuses',
      'w:implement',
      'w:status',
      'w:count',
      'w:notDone',
      'w:plan',
      'w:percent',
      'w:owner',
      'w:worst',
      'w:best',
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic', 'owners'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, ...LIMITS, 'w:above': 1, 'w:below': 1, 'w:highest': 1, 'w:lowest': 1, 'w:ranking': 1, positions: 1, count: 1, 'w:share': 1.2, 'w:percent': 1,
    'w:count': 1, 'w:howMany': 1, want: 1, 'w:list': 0.5, 'w:owner': 1, 'w:than': 1, 'w:average': 1, 'w:through': 0.3,
  },
  plan({ frame, scope }) {
    const bySection = !frame.words.has('pillar') && speaksOf(frame, 'section', 'owner');
    const groups = groupsOf(scope, !bySection);
    // One pillar is not ranked by itself.
    if (!groups || (frame.pillars.length === 1 && !frame.words.has('pillar'))) return null;
    const { table } = groups;
    const subjects = frame.pillars.length > 1 ? [...frame.pillars] : groups.subjects;
    // The least done has the smallest share of what is done.
    const isUndone = frame.words.has('notDone') && frame.statuses.length === 0;
    const status =
      (isUndone ? 'done' : statusesOf(frame)[0]) ??
      (speaksOf(frame, 'implement', 'share', 'status', 'worst', 'best') ? 'done' : null);
    const shares =
      frame.limit?.unit === 'percent' ||
      speaksOf(frame, 'share', 'percent') ||
      (!bySection && (isUndone || speaksOf(frame, 'implement', 'status', 'worst', 'best')));
    const measure = status ? (shares ? `share.${status}` : `items.${status}`) : 'items';
    const [year] = frame.years;
    const whole = shares && !frame.limit ? wholeOf(frame, scope, measure) : null;
    const limit = whole?.limit ?? limitFor(frame, scope, measure);
    const isOrdered = speaksOf(frame, 'highest', 'lowest', 'ranking');
    if (!limit && (frame.limit || (speaksOf(frame, 'above', 'below') && !isOrdered))) return null;
    const isLow = frame.words.has('lowest') || limit?.side === 'below';
    const order = isLow !== isUndone ? 'lowest' : 'highest';
    const [position] = frame.positions;
    const rows = limit
      ? { limit }
      : position !== undefined
        ? { position }
        : // Of a few that are named, each is told.
          frame.count === null && (frame.words.has('ranking') || frame.pillars.length > 1)
          ? {}
          : { count: frame.count ?? 1 };
    return {
      kind: 'run',
      calls: [
        ...(whole ? [whole.call] : []),
        {
          name: 'rank_figures',
          args: { measure, table: table.id, ...(year ? { year } : {}), order, subjects, ...rows },
        },
      ],
    };
  },
};

/** The share of the whole plan as a bound, where groups are asked for that are above or below it. */
function wholeOf(frame: Frame, scope: Scope, measure: string): { limit: Limit; call: ToolCall } | null {
  const isAbove = speaksOf(frame, 'above', 'highest');
  const isSet = speaksOf(frame, 'whole', 'average') && speaksOf(frame, 'than', 'above', 'below');
  if (!isSet || isAbove === speaksOf(frame, 'below', 'lowest')) return null;
  const figures = scope.figures.of(WHOLE).filter((f) => f.measure === measure);
  const year = frame.years[0] ?? latest(figures.map((f) => f.year));
  const value = figures.find((f) => f.year === year)?.value ?? null;
  if (!year || value === null) return null;
  return {
    limit: { side: isAbove ? 'above' : 'below', value, inclusive: false },
    call: { name: 'look_up_figures', args: { subjects: [WHOLE], measures: [measure], years: [year] } },
  };
}

/** Pillars or sections that have no item in a status: of those in the table of progress, the ones with a count of zero. */
const groupsWithout: Reading = {
  id: 'items.groups-without',
  needs: [['w:lacking'], ['statuses'], ['w:pillar', 'w:section', 'w:owner']],
  not: ['items', 'measures', 'titles', 'accounts', 'pillars', 'sections'],
  uses: { ...FILTERS, 'w:lacking': 10, 'w:list': 1, 'w:counter': 1 },
  plan({ frame, scope }) {
    const groups = groupsOf(scope, frame.words.has('pillar'));
    const [status, another] = statusesOf(frame);
    if (!groups || !status || another) return null;
    const [year] = frame.years;
    const limit: Limit = { side: 'below', value: 0, inclusive: true };
    const { table, subjects } = groups;
    const args: RankArgs = { measure: `items.${status}`, table: table.id, order: 'lowest', limit, subjects };
    return { kind: 'run', calls: [{ name: 'rank_figures', args: { ...args, ...(year ? { year } : {}) } }] };
  },
};

/** How far the pillars, or sections, at both ends of a ranking are apart. */
const groupsApart: Reading = {
  id: 'items.groups-apart',
  needs: [...rankOfGroups.needs, ['w:difference'], ['w:highest'], ['w:lowest']],
  not: [...(rankOfGroups.not ?? []), 'limit', 'positions'],
  uses: { ...rankOfGroups.uses, 'w:difference': 1, 'w:and': 1, 'w:between': 1, 'w:through': 1, 'w:then': 0.5 },
  plan(context) {
    const ranking = rankOfGroups.plan(context);
    const [call] = ranking?.kind === 'run' ? ranking.calls : [];
    if (call?.name !== 'rank_figures') return null;
    const ends = (['highest', 'lowest'] as const).map((order): RankArgs => ({ ...call.args, order, count: 1 }));
    const figures = ends.flatMap((args) => {
      const result = rankFigures.run(context.scope, args);
      return result.kind === 'ranking' ? result.rows.slice(0, 1).map((row) => row.figure) : [];
    });
    if (figures.length < 2) return null;
    return {
      kind: 'run',
      calls: [...ends.map((args): ToolCall => ({ name: 'rank_figures', args })), calculation('difference', figures)],
    };
  },
};

/** The pillars or sections whose number of items in a status, or share of them, rose or fell, or did so most. */
const groupChanges: Reading = {
  id: 'items.group-changes',
  needs: [
    ['w:increase', 'w:decrease', 'w:improved', 'w:worsened'],
    ['w:pillar', 'w:section', 'w:owner'],
    ['w:highest', 'w:ranking', 'count', 'w:share', 'statuses'],
    ['statuses', 'w:share', 'w:item', 'w:implement', 'w:status', 'w:improved', 'w:worsened'],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:increase': 1.3, 'w:decrease': 1.3, 'w:improved': 1.3, 'w:worsened': 1.3, 'w:highest': 1, 'w:ranking': 1,
    count: 1, 'w:share': 1.2, 'w:count': 1, 'w:howMany': 1, want: 1, 'w:difference': 1, 'w:list': 0.5, 'w:compare': 1, 'w:through': 1,
    'w:than': 1, 'w:change': 1,
  },
  plan({ frame, scope }) {
    const groups = groupsOf(scope, frame.words.has('pillar'));
    if (!groups || frame.pillars.length + frame.sections.length > 0) return null;
    const count = frame.count ?? (speaksOf(frame, 'highest', 'ranking') ? 1 : null);
    const kind = speaksOf(frame, 'share', 'percent') ? 'share' : 'items';
    return {
      kind: 'run',
      calls: [
        {
          name: 'rank_changes',
          args: {
            measure: `${kind}.${statusesOf(frame)[0] ?? 'done'}`,
            table: groups.table.id,
            subjects: groups.subjects,
            direction: speaksOf(frame, 'decrease', 'worsened') ? 'fall' : 'rise',
            ...(count === null ? {} : { count }),
          },
        },
      ],
    };
  },
};

/** The table of progress, and the pillars or the sections in it. */
function groupsOf(scope: Scope, byPillar: boolean): { table: TableInfo; subjects: string[] } | null {
  const table = scope.figures.tables.find((t) => t.kind === 'progress');
  const pillars = new Set(scope.report.pillars);
  return table ? { table, subjects: table.subjects.filter((s) => s !== WHOLE && pillars.has(s) === byPillar) } : null;
}

export const groupReadings: readonly Reading[] = [rankOfGroups, groupsWithout, groupsApart, groupChanges];
