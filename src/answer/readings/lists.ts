import type { Status } from '../../report/model.ts';
import type { ToolCall } from '../../tools/all.ts';
import { type ListItemsArgs, statusYears } from '../../tools/plan-items.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { Frame } from '../frame.ts';
import type { Plan, Reading, ReadingContext } from './reading.ts';

/** Slots by which a set of items is named. */
const FILTERS = {
  pillars: 1,
  pillarStems: 1,
  policies: 1,
  sections: 1,
  sectionStems: 0.5,
  statuses: 1,
  years: 1,
  'w:item': 1,
  'w:plan': 1,
  'w:pillar': 1,
  'w:policy': 1,
  'w:section': 1,
  'w:owner': 1,
  'w:notDone': 1,
  'w:extra': 1,
  'w:whole': 1,
  'w:what': 1,
  'w:latest': 1,
  'w:thisYear': 1,
  'w:lastYear': 1,
  'w:yearBefore': 1,
  stated: 1,
  tables: 0.5,
  'w:status': 0.8,
  'w:implement': 0.6,
  'w:each': 1,
  'w:year': 1,
  'w:numbersOnly': 1,
  'w:report': 1,
} as const;

/** Statuses named, or all that are not done where that is the word. */
export function statusesOf(frame: Frame): Status[] {
  const named = [...new Set(frame.statuses.flat())];
  if (named.length > 0) return named;
  return frame.words.has('notDone') ? ['partial', 'not', 'later'] : [];
}

/** Pillars named, by stem only where the question speaks of pillars or of sets of items. */
export function pillarsOf(frame: Frame): string[] {
  return frame.pillars.length > 0 ? [...frame.pillars] : [...frame.stems.pillars];
}

function sectionsMeant(frame: Frame): string[] {
  return frame.sections.length > 0
    ? [...frame.sections]
    : frame.words.has('section') || frame.words.has('owner')
      ? [...frame.stems.sections]
      : [];
}

function filterOf(frame: Frame, scope: ReadingContext['scope']): ListItemsArgs {
  const known = statusYears(scope);
  const year = frame.years.find((y) => known.includes(y)) ?? frame.years[0];
  const statuses = statusesOf(frame);
  const pillars = pillarsOf(frame);
  const sections = sectionsMeant(frame);
  const stage = stageOf(frame, scope);
  return {
    ...(frame.words.has('extra')
      ? { kind: 'extra' as const }
      : frame.words.has('plan')
        ? { kind: 'plan' as const }
        : {}),
    ...(pillars.length > 0 ? { pillars } : {}),
    ...(frame.policies.length > 0 && pillars.length === 0 ? { policies: [...frame.policies] } : {}),
    ...(sections.length > 0 ? { sections } : {}),
    ...(statuses.length > 0 ? { statuses, ...(year ? { year } : {}) } : year && !stage ? { year } : {}),
    ...(stage ? { stage } : {}),
    ...(frame.words.has('noOwner') ? { withoutOwner: true } : {}),
  };
}

/** A stage and its year. Only a stage word, the word schedule or a start makes a year one of the schedule. */
function stageOf(frame: Frame, scope: ReadingContext['scope']): ListItemsArgs['stage'] {
  const [year] = frame.years;
  if (!year || frame.statuses.length > 0) return null;
  const [word] = frame.stages.toSorted((a, b) => b.length - a.length);
  if (!word && !frame.words.has('schedule') && !frame.words.has('starting')) return null;
  if (!word && !frame.words.has('implement') && !frame.words.has('starting')) return null;
  const starting =
    frame.words.has('starting') ||
    frame.words.has('through') ||
    frame.words.has('schedule') ||
    compare(year, scope.report.year) > 0;
  return { ...(word ? { word } : {}), year, starting };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

const list: Reading = {
  id: 'items.list',
  needs: [
    [
      'pillars',
      'pillarStems',
      'policies',
      'sections',
      'sectionStems',
      'statuses',
      'w:notDone',
      'w:noOwner',
      'w:extra',
      'stages',
      'w:starting',
      'w:item',
      'w:plan',
      'w:implement',
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts'],
  uses: {
    ...FILTERS,
    'w:list': 1,
    'w:noOwner': 1,
    stages: 1,
    'w:schedule': 1,
    'w:starting': 1,
    'w:through': 1,
    'w:when': 0.3,
    'w:narrative': 0.5,
    'w:count': 0.4,
    'w:howMany': 0.3,
    'w:and': 1,
    'w:forecast': 0.5,
    count: 0.3,
  },
  assumes: ({ frame }) => {
    const hasFilter =
      frame.pillars.length +
        frame.policies.length +
        frame.sections.length +
        frame.statuses.length +
        frame.stages.length >
        0 ||
      frame.words.has('notDone') ||
      frame.words.has('noOwner') ||
      frame.words.has('extra');
    const moved = frame.statuses.length > 1 && frame.years.length > 1 ? 1 : 0;
    return moved + (frame.words.has('list') || frame.words.has('what') ? 0 : 0.5) + (hasFilter ? 0 : 2);
  },
  plan({ frame, scope }) {
    return { kind: 'run', calls: [{ name: 'list_items', args: filterOf(frame, scope) }] };
  },
};

const count: Reading = {
  id: 'items.count',
  needs: [
    ['w:count', 'w:share', 'w:howMany', 'w:status', 'w:percent', 'w:sum'],
    [
      'statuses',
      'pillars',
      'pillarStems',
      'sections',
      'w:whole',
      'w:item',
      'w:plan',
      'w:notDone',
      'w:extra',
      'w:implement',
      'w:pillar',
      'policies',
      'w:noOwner',
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'w:change', 'stages'],
  uses: {
    ...FILTERS,
    'w:count': 1.3,
    'w:share': 1.5,
    'w:howMany': 1.5,
    'w:percent': 1.3,
    want: 1,
    'w:status': 1,
    'w:sum': 1,
    'w:implement': 1,
    'w:owner': 0.7,
    'w:list': 0.3,
    'w:compare': 0.5,
    'w:narrative': 0.3,
    'w:noOwner': 1,
    'w:and': 1,
  },
  assumes: ({ frame }) =>
    frame.words.has('count') || frame.words.has('share') || frame.words.has('howMany') || frame.words.has('percent')
      ? 0
      : 1,
  plan({ frame, scope }): Plan {
    const filter = filterOf(frame, scope);
    const asksShare = frame.words.has('share') || frame.words.has('percent');
    // Counts over pillars or sections are the progress table's; any other set is listed and counted.
    const several = frame.words.has('notDone') && frame.statuses.length === 0 && !asksShare;
    if (
      several ||
      filter.kind === 'extra' ||
      filter.policies ||
      filter.withoutOwner ||
      (filter.pillars && filter.sections)
    )
      return { kind: 'run', calls: [{ name: 'list_items', args: filter }] };
    const subjects = [...(filter.pillars ?? []), ...(filter.sections ?? [])];
    const years = frame.years.length > 0 ? frame.years : [undefined];
    const by =
      subjects.length > 0
        ? undefined
        : frame.words.has('pillar') && !asksShareOfWhole(frame)
          ? 'pillar'
          : frame.words.has('section') && frame.words.has('each')
            ? 'section'
            : undefined;
    const calls = years.map(
      (year): ToolCall => ({
        name: 'progress',
        args: { ...(subjects.length > 0 ? { subjects } : {}), ...(year ? { year } : {}), ...(by ? { by } : {}) },
      }),
    );
    const statuses = statusesOf(frame);
    // A section's few items are named along with their number.
    if (!asksShare && filter.sections && statuses.length > 0 && calls.length === 1)
      calls.push({ name: 'list_items', args: filter });
    return { kind: 'run', calls };
  },
};

function asksShareOfWhole(frame: Frame): boolean {
  return frame.words.has('whole');
}

const rankOfGroups: Reading = {
  id: 'items.rank-groups',
  needs: [
    ['w:highest', 'w:lowest', 'w:ranking', 'position'],
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
  uses: {
    ...FILTERS,
    'w:highest': 1,
    'w:lowest': 1,
    'w:ranking': 1,
    position: 1,
    count: 1,
    'w:share': 1.2,
    'w:percent': 1,
    'w:count': 1,
    'w:howMany': 1,
    want: 1,
    'w:list': 0.5,
    'w:owner': 1,
  },
  plan({ frame, scope }) {
    const table = scope.figures.tables.find((t) => t.kind === 'progress');
    if (!table) return null;
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
      (frame.words.has('share') ||
        frame.words.has('percent') ||
        frame.words.has('implement') ||
        frame.words.has('status'));
    const measure = status ? (shares ? `share.${status}` : `items.${status}`) : 'items';
    const [year] = frame.years;
    const order = frame.words.has('lowest') ? 'lowest' : 'highest';
    const rows =
      frame.position !== null
        ? { position: frame.position }
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

/** How a number of items moved from one year to the next. */
const countDifference: Reading = {
  id: 'items.count-difference',
  needs: [
    ['w:increase', 'w:decrease', 'w:difference', 'w:compare', 'w:growth'],
    ['statuses', 'w:share'],
    ['w:count', 'w:howMany', 'want', 'w:difference', 'w:share', 'w:percent'],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic', 'w:list'],
  uses: {
    ...FILTERS,
    'w:increase': 1.3,
    'w:decrease': 1.3,
    'w:difference': 1.3,
    'w:compare': 1.3,
    'w:growth': 1.3,
    'w:count': 1,
    'w:share': 1,
    'w:percent': 1,
    'w:howMany': 1,
    want: 1,
    'w:change': 1,
    'w:through': 1,
    'w:implement': 1,
  },
  plan({ frame, scope }) {
    const years = statusYears(scope);
    const [first, last] = [
      frame.years.length > 1 ? frame.years.toSorted()[0] : years.at(-2),
      frame.years.length > 1 ? frame.years.toSorted().at(-1) : years.at(-1),
    ];
    if (!first || !last) return null;
    const status = statusesOf(frame)[0] ?? 'done';
    const measure = frame.words.has('share') || frame.words.has('percent') ? `share.${status}` : `items.${status}`;
    const subjects = [...pillarsOf(frame), ...frame.sections];
    const calls = (subjects.length > 0 ? subjects : [WHOLE]).map(
      (subject): ToolCall => ({
        name: 'calculate',
        args: { operation: 'difference', inputs: [first, last].map((year) => ({ subject, measure, year })) },
      }),
    );
    return { kind: 'run', calls };
  },
};

const changes: Reading = {
  id: 'items.changes',
  needs: [
    [
      'w:change',
      'w:improved',
      'w:worsened',
      'w:unchanged',
      'w:through',
      'w:compare',
      'w:increase',
      'w:decrease',
      'w:difference',
      'statuses',
    ],
    ['statuses', 'w:item', 'w:status', 'w:plan', 'w:improved', 'w:worsened', 'w:unchanged', 'w:change', 'pillars'],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic'],
  uses: {
    ...FILTERS,
    'w:change': 1.3,
    'w:improved': 1.3,
    'w:worsened': 1.3,
    'w:unchanged': 1.3,
    'w:through': 1.3,
    'w:list': 1,
    'w:compare': 1,
    'w:status': 1,
    'w:count': 0.9,
    'w:howMany': 0.8,
    'w:increase': 0.8,
    'w:decrease': 0.8,
    'w:difference': 0.8,
    want: 0.5,
    'w:and': 1,
  },
  assumes: ({ frame }) => {
    const said = ['change', 'improved', 'worsened', 'unchanged'] as const;
    const moves =
      said.some((w) => frame.words.has(w)) ||
      (frame.statuses.length > 1 && frame.words.has('through')) ||
      (frame.statuses.length > 1 && frame.years.length > 1);
    return moves ? 0 : 4;
  },
  plan({ frame }) {
    const [from, to] = frame.statuses;
    const direction = frame.words.has('improved')
      ? 'improved'
      : frame.words.has('worsened')
        ? 'worsened'
        : frame.words.has('unchanged')
          ? 'unchanged'
          : null;
    const one = from && !to;
    const pillars = pillarsOf(frame);
    // One status with "became" is where it ended; with "stayed" it is both.
    const ends =
      from && to
        ? { from: [...from], to: [...to] }
        : one
          ? direction === 'unchanged'
            ? { from: [...from], to: [...from] }
            : { to: [...from] }
          : {};
    return {
      kind: 'run',
      calls: [
        {
          name: 'status_changes',
          args: {
            ...ends,
            direction: direction ?? (one ? 'changed' : null),
            ...(pillars.length > 0 ? { pillars } : {}),
            ...(frame.sections.length > 0 ? { sections: [...frame.sections] } : {}),
          },
        },
      ],
    };
  },
};

const section: Reading = {
  id: 'section.overview',
  needs: [['sections']],
  not: ['measures', 'items', 'titles', 'accounts', 'pillars', 'statuses', 'topic'],
  uses: {
    sections: 1,
    years: 0.3,
    'w:status': 1,
    'w:narrative': 1,
    'w:what': 1,
    'w:value': 1,
    'w:section': 1,
    'w:owner': 0.5,
    'w:thisYear': 1,
    'w:latest': 1,
  },
  assumes: () => 1,
  plan({ frame, scope }) {
    const calls: ToolCall[] = [{ name: 'list_items', args: { sections: [...frame.sections] } }];
    for (const table of scope.figures.tables.filter((t) => t.kind === 'ranking' && t.report === scope.report.name)) {
      const year = table.years.at(-1);
      if (year)
        calls.push({
          name: 'look_up_figures',
          args: { subjects: [...frame.sections], measures: [...table.measures], years: [year] },
        });
    }
    return { kind: 'run', calls };
  },
};

export const listReadings: readonly Reading[] = [list, count, countDifference, rankOfGroups, changes, section];
