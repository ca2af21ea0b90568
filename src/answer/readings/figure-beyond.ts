import { latest } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import { speaksOf } from '../frame.ts';
import { NAMES } from './figure-plans.ts';
import type { Reading } from './reading.ts';

/** Which others have more, or less, than the one that is named: 総務課より残業が多い課は. */
const beyond: Reading = {
  id: 'figure.beyond',
  needs: [['measures'], ['sections', 'accounts'], ['w:than'], ['w:section', 'w:account', 'w:owner', 'w:list']],
  not: ['items', 'titles', 'limit', 'positions', 'w:average', 'w:whichYear', 'w:difference', 'w:rankOf'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:than': 20, 'w:highest': 1, 'w:lowest': 1, 'w:list': 1, 'w:owner': 1, 'w:compare': 1, 'w:through': 1, 'w:count': 0.7,
    want: 0.5,
  },
  plan({ frame, scope, figures }) {
    const { claim, years } = frame;
    const { pairs, misses } = figures();
    const [pair, another] = pairs;
    // Of two that are named it is asked which of them has more, and of several years nothing is asked of others.
    const isOpen = claim !== null && (claim.larger.length === 0) !== (claim.smaller.length === 0);
    if (another || !isOpen || years.length > 1 || speaksOf(frame, 'either', 'year')) return null;
    if (!pair) return misses.length > 0 ? { kind: 'refuse', misses } : null;
    const { subject, measure } = pair;
    const year = years[0] ?? latest(scope.figures.all.flatMap((f) => (f.measure === measure ? [f.year] : [])));
    if (!year) return null;
    const calls: ToolCall[] = [
      { name: 'look_up_figures', args: { subjects: [subject], measures: [measure], years: [year] } },
    ];
    const bar = scope.figures.of(subject).find((f) => f.measure === measure && f.year === year);
    // Where the one has no figure, that is the answer.
    if (bar && bar.value !== null) {
      const isMore = claim.larger.length === 0;
      const limit = { side: isMore ? 'above' : 'below', value: bar.value, inclusive: false } as const;
      // Accounts of all tables are compared, sections of the same.
      const table = bar.table.kind === 'account' ? {} : { table: bar.table.id };
      calls.push({
        name: 'rank_figures',
        args: { measure, ...table, year, order: isMore ? 'highest' : 'lowest', limit },
      });
    }
    return { kind: 'run', calls, assumed: years.length === 0 ? { year } : {} };
  },
};

export const beyondReadings: readonly Reading[] = [beyond];
