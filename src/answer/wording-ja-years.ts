import { longYear } from '../report/fiscal-year.ts';
import type { FigureWording } from './figure-wording.ts';
import { amount, extremeWord } from './wording-ja-words.ts';

/** Sentences on what several years tell together. */
export const japaneseYears: Pick<FigureWording, 'mostOfYears' | 'inYears' | 'claimedYears' | 'placesOverYears'> = {
  mostOfYears(figures, order, names) {
    const told = figures.map((f) => `${longYear(f.year)}の${names.subject(f.subject)}（${amount(f)}）`).join('、');
    const [any] = figures;
    const more = any ? extremeWord(order, any) : '';
    return `このうち最も${more}のは、${told}です。`;
  },
  inYears(subjects, years) {
    const when = years === 'one' ? '1つの年度にのみ該当する' : 'これらの年度に共通する';
    return subjects.length === 0 ? `${when}ものはありません。` : `${when}のは${subjects.join('、')}です。`;
  },
  claimedYears({ subject, measure, than, years }, names) {
    const other = 'subject' in than ? names.subject(than.subject) : names.measure(than.measure);
    const name = `${names.subject(subject)}の${names.measure(measure)}が${other}を上回った`;
    const held = years.filter(({ holds }) => holds).map((year) => longYear(year.larger.year));
    const lead = held.length > 0 ? `${name}のは${held.join('、')}です` : `${name}年度はありません`;
    const rows = years.map((year) => `${longYear(year.larger.year)} ${amount(year.larger)}と${amount(year.smaller)}`);
    return `${lead}（${rows.join('、')}）。`;
  },
  placesOverYears({ subject, measure, order, table, places, missing }, names) {
    const [any] = places;
    const more = extremeWord(order, any?.row.figure ?? table);
    const name = `${names.subject(subject)}の${names.measure(measure)}`;
    const firsts = places.filter(({ row }) => row.rank === 1);
    const others = places.filter(({ row }) => row.rank !== 1);
    const isOnly = firsts.length === 1 && places.length + missing.length > 1;
    const when = firsts.map(({ year, row }) => `${longYear(year)}${isOnly ? 'だけ' : ''}（${amount(row.figure)}）`);
    const lead =
      firsts.length > 0 ? `${name}が最も${more}のは${when.join('、')}です。` : `${name}が最も${more}年度はありません。`;
    const rest = others.map(
      ({ year, row, of }) => `${longYear(year)}は${more}方から${row.rank}位（${of}件中、${amount(row.figure)}）`,
    );
    const absent = missing.map(longYear).join('、');
    const unlisted =
      table.top === null ? `${absent}は記載がありません` : `${absent}は上位${table.top}職場に含まれていません`;
    return `${lead}${rest.length > 0 ? `${rest.join('、')}です。` : ''}${missing.length > 0 ? `${unlisted}。` : ''}`;
  },
};
