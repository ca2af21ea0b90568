/** How quantities look in running text after NFKC, by the kind of thing that is counted. */
export type QuantityKind = 'people' | 'money' | 'percent' | 'date' | 'amount' | 'days' | 'hours';

export const QUANTITY_SHAPES: Readonly<Record<QuantityKind, RegExp>> = {
  people: /\d[\d.]*\s*(?:名|人)/,
  money: /\d[\d.万億千百]*\s*円/,
  percent: /\d[\d.]*\s*(?:%|ポイント|割|パーセント)|\d\/\d/,
  date: /\d{1,2}\s*月|年度|\d{1,2}\s*年|元年/,
  amount: /\d/,
  days: /\d[\d.]*\s*日/,
  hours: /\d[\d.]*\s*時間/,
};

/** Words by which a sentence gives a reason. */
export const REASON_SHAPE = /ため|により|影響|ことから|ので|要因|よって/;

/** Words by which a sentence says what is still to be done. */
export const PLAN_SHAPE = /予定|今後|てい[くき](?:。|、|$)|必要がある|見込|目指し?|開始する|検討する/u;

/** Units of tables that can answer a question for a kind of quantity. */
export const UNIT_SHAPES: Readonly<Partial<Record<QuantityKind, RegExp>>> = {
  percent: /%/,
  money: /円/,
  hours: /時間/,
  people: /人|名/,
  days: /日/,
};

/** A sentence that states a period of several years: 令和元年度から令和5年度までの5年間. */
export const PERIOD_SHAPE =
  /(?:年度?|[RHS]\d+).{0,12}(?:から|~|〜|～|-|–|－).{0,20}(?:年度?|[RHS]\d+)|(?:計画|推進|対象|取組)期間/u;
/** Words that name a period. */
export const PERIOD_WORD = /期間|年間/u;

/** Two quantities of one unit that a sentence sets against each other: now, and the year before (or another named time). */
export interface Comparison {
  readonly now: ProseQuantity;
  readonly before: ProseQuantity;
}

export interface ProseQuantity {
  readonly value: number;
  readonly unit: string;
  /** As printed, without the unit. */
  readonly print: string;
}

const AMOUNT = String.raw`(\d[\d,]*(?:\.\d+)?)(人|名|件|円|千円|万円|百万円|億円|時間|日|回|%|戸|世帯|台|か所|箇所|施設|ポイント|トン|t|社|団体|冊|校)`;
const EARLIER = String.raw`(?:前年度?|昨年度?|前回|[RHS]\d+|(?:令和|平成)(?:元|\d+)年度?)`;
/** 36,418時間（R1 29,671時間） · 15人（前年度26人） */
const NOW_THEN_BEFORE = new RegExp(String.raw`${AMOUNT}\s*[（(]\s*${EARLIER}[^0-9（()）]{0,8}${AMOUNT}`, 'gu');
/** 昨年度の65名を上回る101名 · 前年度の26人から15人に */
const BEFORE_THEN_NOW = new RegExp(
  `${EARLIER}[^0-9]{0,8}${AMOUNT}(?:を(?:上|下)回(?:る|り)|から|に対し|より)[^0-9]{0,12}${AMOUNT}`,
  'gu',
);

/** The comparisons that a sentence (after NFKC) states between a year and the one before. */
export function comparisonsIn(sentence: string): Comparison[] {
  const quantity = (print = '', unit = ''): ProseQuantity => ({
    value: Number(print.replaceAll(',', '')),
    unit,
    print,
  });
  const found: Comparison[] = [];
  for (const [, now, unit, before, other] of sentence.matchAll(NOW_THEN_BEFORE))
    if (unit === other) found.push({ now: quantity(now, unit), before: quantity(before, other) });
  for (const [, before, other, now, unit] of sentence.matchAll(BEFORE_THEN_NOW))
    if (unit === other) found.push({ now: quantity(now, unit), before: quantity(before, other) });
  return found;
}

const SCALES: readonly (readonly [string, number])[] = [
  ['百万', 1e6],
  ['千', 1e3],
  ['億', 1e8],
  ['万', 1e4],
  ['million', 1e6],
  ['billion', 1e9],
  ['thousand', 1e3],
];

/** What a question can measure a figure against: a share in percent, or money in yen. */
export type AmountUnit = 'percent' | 'money';

/** A number with its unit as people write it: 50%, 3割, 230億円, 2億1500万円, 15 million yen. */
const SHARE = /(\d+(?:\.\d+)?)\s*(%|percent\b|per cent\b|パーセント|割)/giu;
const HALF = /半分|半数|\bhalf\b/giu;
const MONEY =
  /(?:¥\s*)?(?:\d+(?:\.\d+)?\s*(?:億|百万|千万|万|千)(?![人名件台冊戸回時日]))+円?|(?:¥\s*)?\d+(?:\.\d+)?\s*(?:million|billion|thousand)?\s*(?:円|yen\b)|(?:¥\s*)?\d+(?:\.\d+)?\s*(?:million|billion)\b/giu;
const MONEY_TERM = /(\d+(?:\.\d+)?)\s*(億|百万|千万|万|千|million|billion|thousand)?/giu;
const POWERS: Readonly<Record<string, number>> = { 千万: 1e7, 千: 1e3, thousand: 1e3 };

export interface PrintedAmount {
  readonly start: number;
  readonly end: number;
  /** In percent, or in yen. */
  readonly value: number;
  readonly unit: AmountUnit;
}

/** Every amount of a normalised text that carries a unit of share or of money. */
export function amountsWithUnit(text: string): PrintedAmount[] {
  const shares = [...text.matchAll(SHARE)].map(
    (m): PrintedAmount => ({
      start: m.index,
      end: m.index + m[0].length,
      value: Number(m[1]) * (m[2] === '割' ? 10 : 1),
      unit: 'percent',
    }),
  );
  const money = [...text.matchAll(MONEY)].map((m): PrintedAmount => {
    const terms = [...m[0].matchAll(MONEY_TERM)];
    const power = (scale = ''): number => POWERS[scale.toLowerCase()] ?? scaleOf(scale.toLowerCase());
    const value = terms.reduce((sum, [, number, scale]) => sum + Number(number) * power(scale), 0);
    return { start: m.index, end: m.index + m[0].length, value, unit: 'money' };
  });
  const halves = [...text.matchAll(HALF)].map(
    (m): PrintedAmount => ({ start: m.index, end: m.index + m[0].length, value: 50, unit: 'percent' }),
  );
  return [...shares, ...halves, ...money];
}

/** The power of ten that a table in this unit is printed in, in yen; null when it is no unit of money. */
export function yenOf(unit: string): number | null {
  const scale = /^(百万|千|万|億)?円$/u.exec(unit);
  return scale ? scaleOf(scale[1] ?? '') : null;
}

/** The power of ten at the end of a printed amount, 1 when it has none. */
function scaleOf(print: string): number {
  return SCALES.find(([word]) => print.endsWith(word))?.[1] ?? 1;
}
