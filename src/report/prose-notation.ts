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
  /(?:年度?|[RHS]\d+).{0,12}(?:から|~|〜|-|–|－).{0,20}(?:年度?|[RHS]\d+).{0,10}(?:年間|か年|ヶ年|カ年|期間)|(?:計画|推進|対象|取組)期間/u;
