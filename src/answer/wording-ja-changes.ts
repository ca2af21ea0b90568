import { longYear } from '../report/fiscal-year.ts';
import { printNumber } from '../report/notation.ts';
import type { RankedChange } from '../tools/change-ranking.ts';
import type { FigureWording } from './figure-wording.ts';
import { isRate, unit } from './wording-ja-words.ts';

/** 24.40%→42.40%、18.0ポイント上昇 */
function path({ to, series, difference, decimals }: RankedChange): string {
  const rate = isRate(to);
  const size = printNumber(Math.abs(difference), { decimals, unit: rate ? 'ポイント' : unit(to.unit) });
  const move = difference > 0 ? (rate ? '上昇' : '増加') : rate ? '低下' : '減少';
  return `${series.map((f) => f.print).join('→')}、${size}${move}`;
}

/** Sentences on who rose or fell most. */
export const japaneseChanges: Pick<FigureWording, 'changeRankingLead' | 'rankedChange' | 'notCompared'> = {
  changeRankingLead({ args, measure, table, years, rows, of }, names) {
    const rate = isRate(rows[0]?.to ?? table);
    const moved = args.direction === 'rise' ? (rate ? '上がった' : '増えた') : rate ? '下がった' : '減った';
    const lead = `${names.measure(measure)}が${longYear(years.from)}から${longYear(years.to)}まで`;
    const [first, second] = rows;
    if (!first) return `${lead}${args.steady ? '毎年続けて' : 'に'}${moved}ものはありません（${of}件中）。`;
    if (args.count && !second)
      return `${lead}に最も${moved}のは${names.subject(first.to.subject)}です（${path(first)}）。`;
    if (args.count) return `${lead}に${moved}幅の大きい順に、次のとおりです。`;
    return `${lead}${args.steady ? '毎年続けて' : 'に'}${moved}のは${rows.length}件です（${of}件中）。`;
  },
  rankedChange: (row, names) => `${row.rank}位 ${names.subject(row.to.subject)}（${path(row)}）`,
  notCompared: ({ years, left }) => `${longYear(years.from)}の値がない${left}件は比べていません。`,
};
