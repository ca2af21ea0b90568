import { tidy } from '../notation.ts';
import type { Unit } from '../settings.ts';
import type { MoneyTable } from '../style.ts';
import type { MoneyChapter, NamedAccount } from '../tables/money-chapters.ts';
import type { MeasureKey } from '../tables/money-model.ts';
import { at } from '../text.ts';
import type { TruthFigure } from '../truth.ts';
import type { Desk, Draft } from './desk.ts';
import { minusPatterns, moneyPatterns, namePattern, yearPatterns } from './patterns.ts';

const SPOKEN: Partial<Record<MeasureKey, readonly string[]>> = {
  revenue: ['歳入'],
  expenditure: ['歳出'],
  realBalance: ['実質収支'],
  bonds: ['借金の残高'],
  enterpriseBonds: ['借金の残高'],
};
const ENGLISH: Partial<Record<MeasureKey, string>> = {
  revenue: 'revenue',
  expenditure: 'expenditure',
  realBalance: 'real balance',
  bonds: 'outstanding local bonds',
  income: 'total revenue',
  cost: 'total expenses',
  profit: 'net profit or loss',
};

/** A series of one account and measure, and the words for both. */
export interface Series {
  account: NamedAccount;
  key: MeasureKey;
  measure: string;
  unit: Unit;
  cells: TruthFigure[];
}

/** All series whose measure a question can name. */
export function allSeries(desk: Desk, table: MoneyTable): Series[] {
  const { truth, money, settings } = desk.manuscript;
  const chapter: MoneyChapter = money[table];
  // An unlabelled sub-column may be a total or the part within the standard: nobody can ask for it clearly.
  const columns = chapter.columns.filter(
    ({ key, measure }) => key !== 'shortfall' && (key !== 'transferFirst' || measure.includes('（')),
  );
  return chapter.accounts.flatMap((account) =>
    columns.map(({ key, measure }) => ({
      account,
      key,
      measure,
      unit: settings.units[table],
      cells: truth.figures.filter(
        (figure) => figure.table === table && figure.subject === account.subject && figure.measure === measure,
      ),
    })),
  );
}

/** A name for the account that fits no other account of the report. */
export function accountName(desk: Desk, account: NamedAccount, english: boolean): string {
  const { money } = desk.manuscript;
  const others = [...money.ordinary.accounts, ...money.special.accounts, ...money.enterprise.accounts].filter(
    ({ whole }) => whole !== account.whole,
  );
  // Everyone says 水道 although 下水道 holds the word; other overlaps would be riddles.
  const clear = account.spoken.filter((name) =>
    others.every(({ whole }) => !whole.includes(name) || (name === '水道' && whole === '下水道事業会計')),
  );
  if (english && account.english && desk.random.chance(0.6)) {
    return account.part === null ? account.english : `${account.english} (${account.part})`;
  }
  const name = clear.length > 0 && desk.random.chance(0.6) ? desk.random.pick(clear) : account.whole;
  return account.part === null
    ? name
    : desk.random.chance(0.5)
      ? `${name}の${account.part}`
      : `${account.whole}（${account.part}）`;
}

function measureWord(desk: Desk, series: Series): string {
  const spoken = SPOKEN[series.key];
  return spoken && desk.random.chance(0.4) ? desk.random.pick(spoken) : series.measure;
}

/** Asks in English only where the measure has an English name. */
export function sayMoney(
  desk: Desk,
  series: Series,
  ja: readonly string[],
  en: readonly string[],
  years: Record<string, number>,
) {
  const spoken = Object.fromEntries(Object.entries(years).map(([name, year]) => [name, desk.year(year)]));
  const english = ENGLISH[series.key];
  const asked = desk.say(english === undefined ? { ja } : { ja, en }, { a: '\u0001', m: '\u0002', ...spoken });
  const inEnglish = asked.lang === 'en';
  const account = accountName(desk, series.account, inEnglish);
  const measure = inEnglish ? (english ?? series.measure) : measureWord(desk, series);
  return { lang: asked.lang, q: asked.q.replace('\u0001', account).replace('\u0002', measure) };
}

/** The citations of a money table. */
export function moneyCite(desk: Desk, table: MoneyTable): { cite: string[]; citation: string } {
  const { contents } = desk.manuscript;
  const [chapter, part] = [contents.number('figures'), contents.partNumber(table)];
  return {
    cite: [`${chapter}[.-]\\s*${part}(?![0-9])|${namePattern(contents.title(table))}`],
    citation: contents.partHeading(table),
  };
}

/** The amount as groups: a deficit must be said as such. */
export function amountGroups(value: number, unit: Unit): string[][] {
  return value < 0 ? [moneyPatterns(value, unit), minusPatterns(value)] : [moneyPatterns(value, unit)];
}

/** Values that are there and not 0: a lone 0 would match too much. */
function solid(series: Series): TruthFigure[] {
  return series.cells.filter(({ value }) => value !== null && value !== 0);
}

/** Single cells of a money table. */
export function values(desk: Desk, table: MoneyTable): Draft[] {
  const series = allSeries(desk, table).filter((each) => solid(each).length > 0);
  return desk.random.sample(series, 3).map((each): Draft => {
    const cell = desk.random.pick(solid(each));
    const value = cell.value ?? 0;
    const asked = sayMoney(
      desk,
      each,
      [
        '{a}の{y}の{m}はいくら？',
        '{y}の{m}、{a}でお願いします',
        '{a}、{m}は{y}でいくらでしたか',
        '{m}（{a}）の{y}の額を教えて',
      ],
      ['What was the {m} of the {a} account in {y}?', '{a} account: {m} in {y}?'],
      { y: cell.year },
    );
    return {
      class: table,
      ...asked,
      must: amountGroups(value, each.unit),
      must_not: [],
      ...moneyCite(desk, table),
      kind: 'value',
      answer: `${each.account.subject}の${each.measure}は${value < 0 ? `マイナス${-value}` : value}${each.unit}です。`,
    };
  });
}

/** Differences between two years. */
export function differences(desk: Desk, table: MoneyTable): Draft[] {
  const series = allSeries(desk, table).filter((each) => each.key !== 'transferSecond' && solid(each).length > 1);
  return desk.random.sample(series, 2).flatMap((each) => {
    const cells = desk.random.sample(solid(each), 2).sort((a, b) => a.year - b.year);
    const [from, to] = [at(cells, 0), at(cells, 1)];
    const change = tidy((to.value ?? 0) - (from.value ?? 0));
    if (change === 0) return [];
    const asked = sayMoney(
      desk,
      each,
      [
        '{a}の{m}、{y}と{z}でいくら違う？',
        '{y}から{z}にかけて{a}の{m}はどれだけ増減しましたか',
        '{a}の{m}の{y}→{z}の差は',
      ],
      ['How much did the {m} of the {a} account change from {y} to {z}?'],
      { y: from.year, z: to.year },
    );
    const draft: Draft = {
      class: 'compute',
      ...asked,
      must: [moneyPatterns(change, each.unit)],
      must_not: [],
      ...moneyCite(desk, table),
      kind: 'compare',
      answer: `差は${Math.abs(change)}${each.unit}${change < 0 ? 'の減' : 'の増'}です。`,
    };
    return [draft];
  });
}

/** The year in which a measure was highest or lowest. */
export function extremes(desk: Desk, table: MoneyTable): Draft[] {
  const series = allSeries(desk, table).filter(
    (each) => each.key !== 'transferSecond' && solid(each).length === each.cells.length,
  );
  return desk.random.sample(series, 2).flatMap((each) => {
    const highest = desk.random.chance(0.65);
    const wanted = (highest ? Math.max : Math.min)(...each.cells.map(({ value }) => value ?? 0));
    const best = each.cells.filter(({ value }) => value === wanted);
    if (best.length !== 1) return [];
    const year = at(best, 0).year;
    const ja = highest
      ? ['{a}の{m}が一番多かったのは何年度？', '{a}で{m}が最高だった年度を教えて']
      : ['{a}の{m}が最も少なかった年度は？'];
    const en = highest
      ? ['In which year was the {m} of the {a} account the highest?']
      : ['In which year was the {m} of the {a} account the lowest?'];
    const draft: Draft = {
      class: 'compute',
      ...sayMoney(desk, each, ja, en, {}),
      must: [yearPatterns(year)],
      must_not: [],
      ...moneyCite(desk, table),
      kind: 'compare',
      answer: `${year}年度です。`,
    };
    return [draft];
  });
}
