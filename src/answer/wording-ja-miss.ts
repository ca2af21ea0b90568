import { longYear } from '../report/fiscal-year.ts';
import type { Miss } from '../tools/miss.ts';
import { WHOLE } from '../tools/progress-figures.ts';
import type { Names } from './wording.ts';
import { itemLabel, some, tableName, years } from './wording-ja-words.ts';

/** Why something is not there, and what is. */
export function japaneseMiss(m: Miss, names: Names): string {
  switch (m.what) {
    case 'item': {
      const [first, last] = [Math.min(...m.numbers), Math.max(...m.numbers)];
      const label = itemLabel(m.item.kind, m.item.number);
      if (m.numbers.length === 0) return `${label}は報告書に記載がありません。`;
      return `${label}は報告書に記載がありません。記載があるのは${m.item.kind === 'plan' ? '整理番号' : '計画以外の番号'}${first}〜${last}です。`;
    }
    case 'subject':
      return `「${m.asked}」は報告書に記載がありません。${m.nearest.length > 0 ? `近いものは${some(m.nearest.map(names.subject))}です。` : ''}`;
    case 'measure':
      return `「${names.measure(m.asked)}」の数値は報告書に記載がありません。${m.nearest.length > 0 ? `表にあるのは${some(m.nearest.map(names.measure))}です。` : ''}`;
    case 'combination':
      return `${names.subject(m.subject)}の「${names.measure(m.measure)}」は報告書に記載がありません。${m.nearest.length > 0 ? `表にあるのは${some(m.nearest.map(names.measure))}です。` : ''}`;
    case 'year': {
      const subject = m.subject === WHOLE ? '取組状況' : names.subject(m.subject);
      return `${longYear(m.year)}の${subject}の値は報告書に記載がありません。${m.years.length > 0 ? `${tableName(m.table)}にあるのは${years(m.years)}です。` : ''}`;
    }
    case 'not-listed': {
      const subject = names.subject(m.subject);
      const years = m.asked.map(longYear).join('、');
      const listed = m.years.length > 0 ? `${subject}が載っているのは${m.years.map(longYear).join('、')}です。` : '';
      if (m.table.top !== null) {
        return `${subject}は${years}の上位${m.table.top}職場に含まれていないため、${names.measure(m.measure)}は報告書に記載がありません（ゼロという意味ではありません）。${listed}`;
      }
      return `${years}の${subject}の${names.measure(m.measure)}は、${tableName(m.table)}に記載がありません。${listed}`;
    }
    case 'blank':
      return `${longYear(m.year)}の${names.subject(m.subject)}の${names.measure(m.measure)}は、報告書では「${m.print || '空欄'}」で、数値の記載がありません。`;
    case 'no-average':
      return `${names.measure(m.measure)}の平均値は${tableName(m.table)}に記載がありません。`;
    case 'no-total':
      return `${names.measure(m.measure)}の合計は${tableName(m.table)}に記載がありません。`;
    case 'no-owner':
      return `${names.subject(m.subject)}の担当課は報告書に記載がありません。担当課の記載があるのは、計画の項目と計画以外の取組だけです。`;
    case 'per-head':
      return `1人当たりの${names.measure(m.measure)}は報告書に記載がありません。全体の値は記載があります。`;
    case 'place':
      return `「${m.asked}」の数値は報告書に記載がありません。${m.city ? `報告書の数値は${m.city}のものです。` : ''}`;
    case 'unlinked-policy':
      return `「${m.policy}」は${names.pillar(m.pillar)}の施策ですが、どの項目がこの施策に当たるかは、報告書の項目の表から読み取れません。`;
    case 'caption':
      return `「${m.caption.text}」は図の題名だけで、数値は報告書の本文に記載がありません。図のある原本をご確認ください。`;
    case 'operands':
      return {
        'too-few': '計算に必要な数値がそろわないため、お答えできません。',
        units: '単位の異なる数値どうしは計算できません。',
        zero: 'もとになる数値が0以下のため、割合は計算できません。',
      }[m.reason];
  }
}
