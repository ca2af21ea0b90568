import { WHOLE } from '../../tools/progress-figures.ts';
import { LIMITS, limitFor } from './figure-plans.ts';
import { FILTERS, statusesOf } from './item-filters.ts';
import type { Reading } from './reading.ts';

/** Pillars or sections by how many items they have in a status, or by their share. */
const rankOfGroups: Reading = {
  id: 'items.rank-groups',
  needs: [
    ['w:highest', 'w:lowest', 'w:ranking', 'positions', 'limit'],
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
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, ...LIMITS, 'w:above': 1, 'w:below': 1, 'w:highest': 1, 'w:lowest': 1, 'w:ranking': 1, positions: 1, count: 1, 'w:share': 1.2, 'w:percent': 1,
    'w:count': 1, 'w:howMany': 1, want: 1, 'w:list': 0.5, 'w:owner': 1,
  },
  plan({ frame, scope }) {
    const table = scope.figures.tables.find((t) => t.kind === 'progress');
    // One pillar is not ranked by itself.
    if (!table || (frame.pillars.length === 1 && !frame.words.has('pillar'))) return null;
    const pillars = new Set(scope.report.pillars);
    const bySection = !frame.words.has('pillar') && (frame.words.has('section') || frame.words.has('owner'));
    const groups =
      frame.pillars.length > 1
        ? [...frame.pillars]
        : table.subjects.filter((s) => s !== WHOLE && pillars.has(s) !== bySection);
    const status =
      statusesOf(frame)[0] ??
      (frame.words.has('implement') || frame.words.has('share') || frame.words.has('status') ? 'done' : null);
    const shares =
      !bySection &&
      (frame.limit?.unit === 'percent' ||
        frame.words.has('share') ||
        frame.words.has('percent') ||
        frame.words.has('implement') ||
        frame.words.has('status'));
    const measure = status ? (shares ? `share.${status}` : `items.${status}`) : 'items';
    const [year] = frame.years;
    const limit = limitFor(frame, scope, measure);
    if (frame.limit && !limit) return null;
    const order = frame.words.has('lowest') || limit?.side === 'below' ? 'lowest' : 'highest';
    const [position] = frame.positions;
    const rows = limit
      ? { limit }
      : position !== undefined
        ? { position }
        : frame.words.has('ranking') && frame.count === null
          ? {}
          : { count: frame.count ?? 1 };
    return {
      kind: 'run',
      calls: [
        {
          name: 'rank_figures',
          args: { measure, table: table.id, ...(year ? { year } : {}), order, subjects: groups, ...rows },
        },
      ],
    };
  },
};

/** The pillar or section whose number of items in a status rose or fell most. */
const groupChanges: Reading = {
  id: 'items.group-changes',
  needs: [
    ['w:increase', 'w:decrease', 'w:improved', 'w:worsened'],
    ['w:pillar', 'w:section', 'w:owner'],
    ['w:highest', 'w:ranking', 'count'],
    ['statuses', 'w:share', 'w:item', 'w:implement', 'w:status'],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:increase': 1.3, 'w:decrease': 1.3, 'w:improved': 1.3, 'w:worsened': 1.3, 'w:highest': 1, 'w:ranking': 1,
    count: 1, 'w:share': 1, 'w:count': 1, 'w:howMany': 1, want: 1, 'w:difference': 1, 'w:list': 0.5, 'w:compare': 1, 'w:through': 1,
  },
  plan({ frame, scope }) {
    const table = scope.figures.tables.find((t) => t.kind === 'progress');
    if (!table) return null;
    const pillars = new Set(scope.report.pillars);
    const byPillar = frame.words.has('pillar');
    const kind = frame.words.has('share') || frame.words.has('percent') ? 'share' : 'items';
    const falls = frame.words.has('decrease') || frame.words.has('worsened');
    return {
      kind: 'run',
      calls: [
        {
          name: 'rank_changes',
          args: {
            measure: `${kind}.${statusesOf(frame)[0] ?? 'done'}`,
            table: table.id,
            subjects: table.subjects.filter((s) => s !== WHOLE && pillars.has(s) === byPillar),
            direction: falls ? 'fall' : 'rise',
            count: frame.count ?? 1,
          },
        },
      ],
    };
  },
};

export const groupReadings: readonly Reading[] = [rankOfGroups, groupChanges];
