import { compareYears, latest } from '../../report/fiscal-year.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { beginning, NAMES, rankedIn, rankedOver, unique, unitMismatch } from './figure-plans.ts';
import type { Reading } from './reading.ts';

/** Words that ask for those that moved, not for the years in which one moved. */
const WHO = ['section', 'owner', 'account', 'list', 'person', 'either'] as const;

/** Which section or account rose or fell most, or in every year. */
const changes: Reading = {
  id: 'figure.changes',
  needs: [
    ['measures'],
    ['w:increase', 'w:decrease'],
    // biome-ignore format: one line reads better than a column
    ['w:highest', 'w:ranking', 'w:steady', 'w:trend', 'w:list', 'count', 'w:owner', 'w:section', 'w:account', 'w:person', 'w:either'],
  ],
  not: ['items', 'titles', 'w:whichYear', 'w:average', 'limit'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:increase': 1.5, 'w:decrease': 1.5, 'w:improved': 1.5, 'w:worsened': 1.5, 'w:highest': 1, 'w:ranking': 1,
    'w:steady': 1, 'w:trend': 1, 'w:list': 1, 'w:owner': 1, 'w:person': 1, 'w:change': 1, 'w:growth': 1, 'w:compare': 1, 'w:through': 1,
    'w:allYears': 1, count: 1, want: 0.5, 'w:difference': 1, 'w:and': 1, 'w:percent': 0.5, 'w:counter': 1, 'w:than': 1,
  },
  assumes: (context) => unitMismatch(context) + (WHO.some((word) => context.frame.words.has(word)) ? 0 : 3),
  plan({ frame, figures }) {
    const slots = figures();
    const ranked = rankedIn(frame, slots);
    // Of those that are named, two at least, the one that moved more; one alone moved by itself.
    const named = unique(slots.assumedSubject ? [] : slots.pairs.map((pair) => pair.subject));
    const isNamed = frame.accounts.length + frame.sections.length > 0;
    if (isNamed && (named.length < 2 || !speaksOf(frame, 'either', 'highest'))) return null;
    if (!ranked || (!isNamed && ranked.table.subjects.length < 2)) return null;
    const years = [...frame.years].sort(compareYears);
    const isFirst = years.length > 1 || frame.words.has('allYears') || isBase(frame, ranked.table);
    const [first, to] = isFirst ? [years[0], years.slice(1).at(-1)] : [undefined, years[0]];
    const newest = to ?? latest(ranked.table.years);
    const from = first ?? (newest && beginning(frame, newest));
    const steady = frame.words.has('steady') || frame.words.has('trend');
    const count = frame.count ?? (frame.words.has('highest') ? 1 : undefined);
    return {
      kind: 'run',
      calls: [
        {
          name: 'rank_changes',
          args: {
            ...rankedOver(isNamed ? { ...frame, tables: [] } : frame, slots, ranked),
            ...(isNamed ? { subjects: named } : {}),
            ...(from ? { from } : {}),
            ...(to ? { to } : {}),
            direction: frame.words.has('decrease') ? 'fall' : 'rise',
            ...(steady ? { steady } : {}),
            ...(count ? { count } : {}),
          },
        },
      ],
    };
  },
};

/** "Since FY2015", "than in FY2015" name the first year, as the oldest of a table is one; any other single year is the last. */
function isBase(frame: Frame, table: TableInfo): boolean {
  const [year] = frame.years;
  const [oldest] = table.years.toSorted(compareYears);
  if (year === latest(table.years) || speaksOf(frame, 'yearBefore', 'lastYear')) return false;
  return year === oldest || (year !== undefined && speaksOf(frame, 'through', 'than', 'compare'));
}

export const changeReadings: readonly Reading[] = [changes];
