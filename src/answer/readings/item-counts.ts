import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import type { ToolCall } from '../../tools/all.ts';
import { statusYears } from '../../tools/plan-items.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { bySize } from './figure-inputs.ts';
import { FILTERS, filterOf, pillarsOf, statusesOf } from './item-filters.ts';
import { saysMove } from './item-lists.ts';
import type { Plan, Reading } from './reading.ts';

const count: Reading = {
  id: 'items.count',
  needs: [
    ['w:count', 'w:share', 'w:howMany', 'w:status', 'w:percent', 'w:sum', 'limit'],
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
      'owners',
    ],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'w:change', 'stages'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:against': 1, 'w:count': 1.3, 'w:share': 1.5, 'w:howMany': 1.5, 'w:percent': 1.3, want: 1, 'w:status': 1,
    'w:sum': 1, 'w:implement': 1, 'w:owner': 0.7, 'w:list': 0.3, 'w:compare': 0.5, 'w:growth': 0.5, 'w:narrative': 0.3,
    'w:noOwner': 1, 'w:and': 1, 'w:through': 1, limit: 1, 'w:over': 1, 'w:under': 1, 'w:orMore': 1, 'w:orLess': 1,
  },
  assumes: ({ frame }) =>
    (saysMove(frame) ? 3 : 0) +
    // Neither are items counted in yen or people, nor are accounts, and what a table lists, items.
    (speaksOf(frame, 'money', 'people', 'days', 'hours') && !speaksOf(frame, 'item', 'plan') ? 3 : 0) +
    (frame.words.has('account') && !speaksOf(frame, 'item', 'plan') ? 3 : 0) +
    // A bound is one of groups, but in a question for yes or no.
    (frame.limit && !frame.asksWhether
      ? 3
      : speaksOf(frame, 'count', 'share', 'howMany', 'percent') || frame.limit
        ? 0
        : 1),
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
      filter.stage ||
      filter.owners ||
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
    const summed = sumOf(
      frame,
      statuses,
      subjects,
      calls.length === 1 ? (frame.years[0] ?? statusYears(scope).at(-1)) : undefined,
    );
    if (summed && !asksShare) calls.unshift(summed);
    const part = asksShare && calls.length === 1 ? partOfAll(frame, subjects, statusYears(scope).at(-1)) : null;
    if (part) calls.unshift(part);
    // A section's few items are named along with their number, and those of which it is asked which they are.
    const isNamed = filter.sections || (frame.words.has('list') && frame.words.has('what'));
    if (!asksShare && isNamed && statuses.length > 0 && calls.length === 1)
      calls.push({ name: 'list_items', args: filter });
    return { kind: 'run', calls };
  },
};

/** What part of all items of a status, or of all items, one pillar or section has. */
function partOfAll(frame: Frame, [subject, another]: readonly string[], last: FiscalYear | undefined): ToolCall | null {
  const [status, further] = statusesOf(frame);
  const ofAll = frame.statusFirst || frame.words.has('whole');
  const isMeant = status ? ofAll && !further : frame.words.has('owner');
  const year = frame.years[0] ?? last;
  if (!subject || another || !isMeant || !year) return null;
  const measure = status ? `items.${status}` : 'items';
  const inputs = [subject, WHOLE].map((of) => ({ subject: of, measure, year }));
  return { name: 'calculate', args: { operation: 'share', inputs } };
}

/** Several statuses, or several pillars, added up. */
function sumOf(
  frame: Frame,
  statuses: readonly Status[],
  subjects: readonly string[],
  year: FiscalYear | undefined,
): ToolCall | null {
  if (!frame.words.has('sum') || !year) return null;
  const measures = statuses.length > 0 ? statuses.map((s) => `items.${s}`) : ['items'];
  const inputs = (subjects.length > 0 ? subjects : [WHOLE]).flatMap((subject) =>
    measures.map((measure) => ({ subject, measure, year })),
  );
  return inputs.length > 1 ? { name: 'calculate', args: { operation: 'sum', inputs } } : null;
}

function asksShareOfWhole(frame: Frame): boolean {
  return frame.words.has('whole');
}

/** How a number of items moved from one year to the next. */
const countDifference: Reading = {
  id: 'items.count-difference',
  needs: [
    ['w:increase', 'w:decrease', 'w:difference', 'w:compare', 'w:growth', 'w:than', 'w:above', 'w:below'],
    ['statuses', 'w:share'],
    ['w:count', 'w:howMany', 'want', 'w:difference', 'w:share', 'w:percent', 'w:increase', 'w:decrease'],
  ],
  not: ['items', 'measures', 'titles', 'accounts', 'topic', 'w:list'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:increase': 1.3, 'w:decrease': 1.3, 'w:difference': 1.3, 'w:compare': 1.3, 'w:growth': 1.3,
    'w:count': 1, 'w:share': 1, 'w:percent': 1, 'w:howMany': 1, want: 1, 'w:change': 1, 'w:through': 1,
    'w:implement': 1, 'w:average': 0.8, 'w:than': 1, 'w:above': 1, 'w:below': 1, 'w:highest': 0.8, 'w:lowest': 0.8,
  },
  // From one status to another is a matter of items, not of numbers.
  assumes: ({ frame }) => (frame.statuses.length > 1 && (frame.words.has('through') || frame.years.length > 1) ? 3 : 0),
  plan({ frame, scope }) {
    const years = statusYears(scope);
    const [first, last] = [
      frame.years.length > 1 ? frame.years.toSorted()[0] : years.at(-2),
      frame.years.length > 1 ? frame.years.toSorted().at(-1) : years.at(-1),
    ];
    if (!first || !last) return null;
    const status = statusesOf(frame)[0] ?? 'done';
    const measure = frame.words.has('share') || frame.words.has('percent') ? `share.${status}` : `items.${status}`;
    const named = [...pillarsOf(frame), ...frame.sections];
    // Which of them moved is asked, and not how all of them together did.
    if (named.length === 0 && speaksOf(frame, 'pillar', 'section') && speaksOf(frame, 'increase', 'decrease'))
      return null;
    // One pillar set against the whole plan, whose share is that of all pillars on average.
    const ofAverage = measure.startsWith('share') && speaksOf(frame, 'average', 'above', 'below');
    const isAgainstWhole = named.length === 1 && (ofAverage || frame.words.has('whole'));
    const subjects = isAgainstWhole ? [...named, WHOLE] : named;
    if (!isAgainstWhole && !speaksOf(frame, 'increase', 'decrease', 'difference', 'compare', 'growth')) return null;
    // Two pillars set against each other, in one year.
    if (subjects.length === 2 && frame.years.length < 2 && !moves(frame)) {
      const [year] = frame.years.length > 0 ? frame.years : [last];
      const pairs = subjects.map((subject) => ({ subject, measure }));
      const inputs = bySize(scope, pairs, year ?? last).map((pair) => ({ ...pair, year: year ?? last }));
      return { kind: 'run', calls: [{ name: 'calculate', args: { operation: 'difference', inputs } }] };
    }
    const calls = (subjects.length > 0 ? subjects : [WHOLE]).map(
      (subject): ToolCall => ({
        name: 'calculate',
        args: { operation: 'difference', inputs: [first, last].map((year) => ({ subject, measure, year })) },
      }),
    );
    return { kind: 'run', calls };
  },
};

function moves({ words }: Frame): boolean {
  return speaksOf({ words }, 'increase', 'decrease', 'growth', 'change');
}

export const countReadings: readonly Reading[] = [count, countDifference];
