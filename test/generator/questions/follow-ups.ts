import { at } from '../text.ts';
import type { Desk, Draft } from './desk.ts';
import { citeItem, lastStatusYear, markOf, statusYears } from './desk.ts';
import { accountName, allSeries, amountGroups, moneyCite } from './money.ts';
import { namePattern, numberPattern, otherStatusPattern, statusPatterns } from './patterns.ts';
import { rankingCite } from './rankings.ts';

/** The same figure of another account. */
function otherAccount(desk: Desk): Draft[] {
  const table = desk.random.chance(0.5) ? 'special' : 'enterprise';
  const whole = allSeries(desk, table).filter(({ account }) => account.part === null);
  const pairs = whole.flatMap((series) =>
    whole
      .filter((other) => other.account !== series.account && other.measure === series.measure)
      .map((other) => ({ series, other })),
  );
  return desk.random
    .sample(pairs, 6)
    .flatMap(({ series, other }): Draft[] => {
      const cell = desk.random.pick(other.cells);
      if (cell.value === null || cell.value === 0) return [];
      const asked = desk.say(
        { ja: ['{a}は？', 'じゃあ{a}だと？', '同じ年の{a}はどうですか'] },
        { a: accountName(desk, other.account, false) },
      );
      return [
        {
          class: 'followup',
          ...asked,
          thread: [
            `${accountName(desk, series.account, false)}の${desk.spokenYear(cell.year)}の${series.measure}を教えて`,
          ],
          must: amountGroups(cell.value, series.unit),
          must_not: [],
          ...moneyCite(desk, table),
          kind: 'value',
          answer: `${cell.value < 0 ? `マイナス${-cell.value}` : cell.value}${series.unit}です。`,
        },
      ];
    })
    .slice(0, 1);
}

/** The same figure of another year. */
function otherYear(desk: Desk): Draft[] {
  const series = desk.random.pick(allSeries(desk, desk.random.pick(['ordinary', 'special', 'enterprise'] as const)));
  const [first, second] = desk.random.sample(
    series.cells.filter(({ value }) => value !== null && value !== 0),
    2,
  );
  if (!first || !second) return [];
  const value = second.value ?? 0;
  return [
    {
      class: 'followup',
      ...desk.say({ ja: ['{y}は？', '{y}だといくら？'], en: ['And in {y}?'] }, { y: desk.year(second.year) }),
      thread: [`${accountName(desk, series.account, false)}の${desk.spokenYear(first.year)}の${series.measure}は？`],
      must: amountGroups(value, series.unit),
      must_not: [],
      ...moneyCite(desk, series.account.table),
      kind: 'value',
      answer: `${value < 0 ? `マイナス${-value}` : value}${series.unit}です。`,
    },
  ];
}

/** The same item a year before, or another item. */
function otherStatus(desk: Desk): Draft[] {
  const years = statusYears(desk);
  const [first, second] = desk.random.sample(desk.planItems, 2);
  if (!first || !second) return [];
  const last = lastStatusYear(desk);
  const back = years.length > 1 && desk.random.chance(0.6);
  const [item, year] = back ? [first, at(years, years.length - 2)] : [second, last];
  const mark = markOf(item, year);
  const asked = back
    ? desk.say({ ja: ['去年は？', '前の年度はどうだった？'], en: ['And the year before?'] }, {})
    : desk.say({ ja: ['じゃあ{n}番は？', '項目{n}の方は？'], en: ['And item {n}?'] }, { n: item.number });
  return [
    {
      class: 'followup',
      ...asked,
      thread: [`${first.number}番の状況（${desk.spokenYear(last)}）教えてください`],
      must: [statusPatterns(mark, desk.words[mark])],
      must_not: [otherStatusPattern(year, mark, desk.words)],
      ...citeItem(item),
      kind: 'status',
      answer: `整理番号${item.number}「${item.title}」は${desk.words[mark]}です。`,
    },
  ];
}

/** The owner of the item just spoken of. */
function owner(desk: Desk): Draft[] {
  const known = desk.planItems.filter((item) => item.owners !== null && desk.key(item) !== null);
  return desk.random.sample(known, 1).map((item): Draft => {
    const asked = desk.say({ ja: ['担当はどこ？', 'それってどこの課？'], en: ['and who owns it?'] }, {});
    const opening = asked.lang === 'en' ? `How is ${desk.key(item)} going?` : `${desk.key(item)}の状況は？`;
    const names = item.owners ?? [];
    return {
      class: 'followup',
      ...asked,
      thread: [opening],
      must: names.map((name) => [namePattern(name)]),
      must_not: [],
      ...citeItem(item),
      kind: names.length > 1 ? 'list' : 'text',
      answer: `整理番号${item.number}「${item.title}」の担当は${names.join('、')}です。`,
    };
  });
}

/** The rate of another section in the same year. */
function otherSection(desk: Desk): Draft[] {
  const ranked = desk.random.pick(desk.manuscript.leave.years);
  const [first, second] = desk.random.sample(ranked.rows, 2);
  if (!first || !second) return [];
  return [
    {
      class: 'followup',
      ...desk.say({ ja: ['{s}は？', '{s}だと？'], en: ['What about {s}?'] }, { s: second.section }),
      thread: [`${first.section}の${desk.spokenYear(ranked.year)}の有給休暇取得率を教えて`],
      must: [[numberPattern(second.value)]],
      must_not: [],
      ...rankingCite(desk, 'leave'),
      kind: 'value',
      answer: `${second.section}は${second.value}%です。`,
    },
  ];
}

/** Questions that only the question before them makes clear. */
export function followUps(desk: Desk): Draft[] {
  return [...otherAccount(desk), ...otherYear(desk), ...otherStatus(desk), ...owner(desk), ...otherSection(desk)];
}
