import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import { PLAN_CHANGES } from '../../tools/plan-changes.ts';
import { statusYears } from '../../tools/plan-items.ts';
import type { Scope } from '../../tools/tool.ts';
import type { Frame } from '../frame.ts';
import type { ItemRef } from '../meaning.ts';
import { FILTERS, filterOf, isAhead, pillarsOf } from './item-filters.ts';
import type { Reading } from './reading.ts';

const list: Reading = {
  id: 'items.list',
  needs: [
    [
      'pillars',
      'pillarStems',
      'policies',
      'sections',
      'sectionStems',
      'exceptSections',
      'exceptStages',
      'statuses',
      'w:notDone',
      'w:noOwner',
      'owners',
      'w:extra',
      'stages',
      'w:starting',
      'w:item',
      'w:whole',
      'w:plan',
      'w:implement',
      'w:plans',
      'w:schedule',
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, exceptSections: 1, exceptStages: 1, 'w:list': 1, 'w:whole': 1, stated: 1, 'w:noOwner': 1, stages: 1, 'w:schedule': 1, 'w:plans': 1, 'w:nextYear': 1, 'w:starting': 1, 'w:through': 1,
    'w:when': 0.3, 'w:narrative': 0.5, 'w:reason': 0.7, 'w:owner': 1, 'w:section': 0.7, 'w:count': 0.4, 'w:howMany': 0.3, 'w:and': 1, 'w:forecast': 0.5, count: 0.3,
  },
  assumes: ({ frame, scope }) => {
    const hasFilter =
      frame.pillars.length +
        frame.policies.length +
        frame.sections.length +
        frame.except.sections.length +
        frame.statuses.length +
        frame.stages.length >
        0 ||
      frame.words.has('notDone') ||
      frame.words.has('noOwner') ||
      (frame.words.has('starting') && frame.years.length > 0) ||
      isAhead(frame, scope) ||
      frame.owners !== null ||
      frame.words.has('extra');
    const moved = frame.statuses.length > 1 && frame.years.length > 1 ? 1 : 0;
    // A list of the items without more is one of all of them.
    const isWholeList = frame.words.has('list') && (frame.words.has('item') || frame.words.has('whole'));
    return moved + (frame.words.has('list') || frame.words.has('what') ? 0 : 0.5) + (hasFilter || isWholeList ? 0 : 2);
  },
  plan({ frame, scope }) {
    const items = itemsTitledAfter(frame, scope);
    if (items.length > 0) {
      const inside: ToolCall[] =
        frame.want === null && frame.topic.length === 0
          ? []
          : [{ name: 'search_passages', args: { query: frame.content, items, want: frame.want, count: items.length } }];
      return { kind: 'run', calls: [{ name: 'get_items', args: { items } }, ...inside] };
    }
    const filter = filterOf(frame, scope);
    // A pillar by a name that nobody knows is none of them: a list of all items would be taken for its own.
    const asked = frame.topic.filter((t) => scope.search.weight(t) === 0).map((t) => t.typed);
    if (frame.words.has('pillar') && !filter.pillars && !filter.policies && asked.length > 0)
      return { kind: 'refuse', misses: [{ what: 'subject', asked: asked.join(' '), nearest: scope.report.pillars }] };
    if (isOfAll(frame)) {
      const { statuses: _, ...all } = filter;
      return { kind: 'run', calls: [all.pillars || all.sections ? { name: 'list_items', args: all } : wholeOf(frame)] };
    }
    // Whose they are is told of each.
    if (frame.ofAll === 'section') delete filter.sections;
    // "Ever ×, in one year or the other": one list a year.
    const isOfStatus = (year: FiscalYear): boolean => statusYears(scope).includes(year) && year !== filter.stage?.year;
    const years = filter.statuses ? frame.years.filter(isOfStatus) : [];
    const calls = (years.length > 1 ? years : [filter.year]).map(
      (year): ToolCall => ({ name: 'list_items', args: { ...filter, ...(year ? { year } : {}) } }),
    );
    return { kind: 'run', calls };
  },
};

/** "Are all of them done?": the whole set tells, not those that are. */
function isOfAll({ ofAll, statuses, stages }: Frame): boolean {
  return ofAll === 'status' && new Set(statuses.flat()).size === 1 && stages.length === 0;
}

function wholeOf({ years: [year] }: Frame): ToolCall {
  return { name: 'progress', args: year ? { year } : {} };
}

/** Items about an office that is in charge of none: a fact of it is asked (給食センターの担当課は, いつから). */
function itemsTitledAfter({ words, sections, want, topic }: Frame, { report }: Scope): ItemRef[] {
  const [only, another] = sections;
  if ((!words.has('owner') && want === null && topic.length === 0) || only === undefined || another !== undefined)
    return [];
  if (report.items.some((item) => item.owners?.includes(only))) return [];
  return report.items.filter((item) => item.title.includes(only)).map(({ kind, number }) => ({ kind, number }));
}

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
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:change': 1.3, 'w:improved': 1.3, 'w:worsened': 1.3, 'w:unchanged': 1.3, 'w:through': 1.3, 'w:steady': 1, 'w:then': 1,
    'w:list': 1, 'w:compare': 1, 'w:status': 1, 'w:count': 0.9, 'w:howMany': 0.8, 'w:increase': 0.8,
    'w:decrease': 0.8, 'w:difference': 0.8, want: 0.5, 'w:and': 1,
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
            : // What fell back from a status had it before.
              direction === 'worsened'
              ? { from: [...from] }
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

/** What became of the plan since the report before. */
const planChanges: Reading = {
  id: 'items.plan-changes',
  needs: [['w:added', 'w:removed', 'w:retitled', 'w:renumbered']],
  not: ['items', 'titles', 'measures', 'accounts', 'statuses'],
  // biome-ignore format: one line reads better than a column
  uses: {
    sections: 1, pillars: 1, 'w:pillar': 1, 'w:section': 1, 'w:owner': 1, 'w:added': 2.5, 'w:removed': 2.5, 'w:retitled': 2.5, 'w:renumbered': 2.5, 'w:item': 1, 'w:plan': 1, 'w:list': 1, 'w:what': 1,
    'w:count': 1, 'w:howMany': 1, 'w:report': 1, 'w:reportBefore': 1, 'w:reportLatest': 1, 'w:compare': 1, 'w:through': 1,
    'w:latest': 1, 'w:thisYear': 1, 'w:lastYear': 1, 'w:change': 1, 'w:numbersOnly': 1, years: 0.5, want: 0.3, topic: 0.4,
  },
  plan({ frame }) {
    const changes = PLAN_CHANGES.filter((change) => frame.words.has(change));
    const filter = {
      ...(frame.pillars.length > 0 ? { pillars: [...frame.pillars] } : {}),
      ...(frame.sections.length > 0 ? { sections: [...frame.sections] } : {}),
    };
    return { kind: 'run', calls: [{ name: 'plan_changes', args: { changes, ...filter } }] };
  },
};

/** From one status to another, each in a year of its own. */
export function saysMove({ words, statuses, years }: Frame): boolean {
  return words.has('through') && statuses.length > 1 && (years.length > 1 || words.has('latest'));
}

const section: Reading = {
  id: 'section.overview',
  needs: [['sections']],
  not: ['measures', 'items', 'titles', 'accounts', 'pillars', 'statuses', 'topic'],
  // biome-ignore format: one line reads better than a column
  uses: {
    sections: 1, years: 0.3, 'w:status': 1, 'w:narrative': 1, 'w:what': 1, 'w:value': 1, 'w:section': 1,
    'w:owner': 0.5, 'w:thisYear': 1, 'w:latest': 1,
  },
  plan({ frame, scope }) {
    if (itemsTitledAfter(frame, scope).length > 0) return null;
    const calls: ToolCall[] = [{ name: 'list_items', args: { sections: [...frame.sections] } }];
    for (const table of scope.figures.tables.filter(
      (t) => t.kind === 'ranking' && t.source.report === scope.report.id,
    )) {
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

export const listReadings: readonly Reading[] = [list, changes, planChanges, section];
