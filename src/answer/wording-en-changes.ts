import { englishYear } from '../report/fiscal-year.ts';
import { printNumber } from '../report/notation.ts';
import type { RankedChange } from '../tools/change-ranking.ts';
import type { FigureWording } from './figure-wording.ts';
import { isRate, unit } from './wording-en-words.ts';

/** 24.40% → 42.40%, up 18.00 points */
function path({ to, series, difference, decimals }: RankedChange): string {
  const size = `${printNumber(Math.abs(difference), { decimals })}${isRate(to) ? ' points' : unit(to.unit)}`;
  return `${series.map((f) => f.print).join(' → ')}, ${difference > 0 ? 'up' : 'down'} ${size}`;
}

/** Sentences on who rose or fell most. */
export const englishChanges: Pick<FigureWording, 'changeRankingLead' | 'rankedChange' | 'notCompared'> = {
  changeRankingLead({ args, measure, years, rows, of }, names) {
    const moved = args.direction === 'rise' ? 'rose' : 'fell';
    const when = `from ${englishYear(years.from)} to ${englishYear(years.to)}`;
    const kind = `${names.measure(measure)} ${moved}${args.steady ? ' in every year' : ''} ${when}`;
    const [first, second] = rows;
    if (!first) return `${kind} for none of ${of}.`;
    if (args.count && !second)
      return `${names.measure(measure)} ${moved} most ${when} for ${names.subject(first.to.subject)} (${path(first)}).`;
    return args.count ? `${names.measure(measure)} ${moved} most ${when}:` : `${kind} for ${rows.length} of ${of}.`;
  },
  rankedChange: (row, names) => `${row.rank}. ${names.subject(row.to.subject)} (${path(row)})`,
  notCompared: ({ years, left }) =>
    `${left} without a figure for ${englishYear(years.from)} ${left === 1 ? 'is' : 'are'} not compared.`,
};
