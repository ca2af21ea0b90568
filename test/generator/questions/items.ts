import { at } from '../text.ts';
import type { TruthItem } from '../truth.ts';
import { ABSTAIN } from './abstain-words.ts';
import { citeItem, type Desk, type Draft, lastStatusYear, markOf, statusYears } from './desk.ts';
import { factQuestion } from './facts.ts';
import { namePattern, otherStatusPattern, statusPatterns, yearPatterns } from './patterns.ts';

function statusDraft(
  desk: Desk,
  item: TruthItem,
  year: number,
  asked: { lang: 'ja' | 'en'; q: string },
  kind: string,
): Draft {
  const mark = markOf(item, year);
  const word = desk.words[mark];
  return {
    class: kind,
    ...asked,
    must: [statusPatterns(mark, word)],
    must_not: [otherStatusPattern(year, mark, desk.words)],
    ...citeItem(item),
    kind: 'status',
    answer: `整理番号${item.number}「${item.title}」は${word}です。`,
  };
}

/** Status by number. */
export function statusByNumber(desk: Desk): Draft[] {
  const last = lastStatusYear(desk);
  return desk.random.sample(desk.planItems, 4).map((item) => {
    const year = desk.random.chance(0.6) ? last : desk.random.pick(statusYears(desk));
    const now = {
      ja: [
        '項目{n}の取組状況を教えて',
        '整理番号{n}番、今どうなっていますか',
        'No.{n}の状況は？',
        '{n}番はもう終わりましたか',
        '項目{n}の進み具合をお願いします',
      ],
      en: ['What is the status of item {n}?', 'Has item {n} been carried out?', 'status of no. {n} please'],
    };
    const then = {
      ja: ['項目{n}の{y}の状況は？', '整理番号{n}は{y}の時点でどうでしたか', '{y}末、{n}番の取組状況'],
      en: ['What was the status of item {n} in {y}?', 'How was item {n} rated in {y}?'],
    };
    const asked = desk.say(year === last && desk.random.chance(0.6) ? now : then, {
      n: item.number,
      y: desk.year(year),
    });
    return statusDraft(desk, item, year, asked, 'item_status');
  });
}

/** Status by words of the title. */
export function statusByTopic(desk: Desk): Draft[] {
  const last = lastStatusYear(desk);
  const known = desk.planItems.filter((item) => desk.key(item) !== null);
  return desk.random.sample(known, 4).map((item) => {
    const asked = desk.say(
      {
        ja: [
          '{key}の取組はどうなっていますか',
          '{key}って今どんな状況？',
          '{key}の件、実施済みですか',
          '{key}はどこまで進んだ？',
          '{key}の項目の状況を教えてください',
        ],
        en: ['How is {key} going?', 'What is the status of the item on {key}?', 'Is {key} done?'],
      },
      { key: desk.key(item) ?? '' },
    );
    return statusDraft(desk, item, last, asked, 'item_topic');
  });
}

/** Owner by number or by words of the title; a row without owner wants a refusal. */
export function owners(desk: Desk): Draft[] {
  const missing = desk.planItems.filter((item) => item.owners === null);
  const there = desk.planItems.filter((item) => item.owners !== null);
  return [...desk.random.sample(there, 3), ...desk.random.sample(missing, 1)].map((item): Draft => {
    const key = desk.key(item);
    const values = { n: item.number, key: key ?? '' };
    const asked =
      key !== null && desk.random.chance(0.4)
        ? desk.say(
            {
              ja: ['{key}の担当はどこですか', '{key}を所管している課は？'],
              en: ['Which section handles {key}?', 'Who is in charge of {key}?'],
            },
            values,
          )
        : desk.say(
            {
              ja: ['項目{n}の担当課は？', '{n}番ってどこの課がやってるの', '整理番号{n}の所管を教えてください'],
              en: ['Who is responsible for item {n}?', 'Which section owns item {n}?'],
            },
            values,
          );
    const names = item.owners;
    return {
      class: 'item_owner',
      ...asked,
      must: names === null ? [[...ABSTAIN]] : names.map((name) => [namePattern(name)]),
      must_not: [],
      ...citeItem(item),
      kind: names === null ? 'abstain' : names.length > 1 ? 'list' : 'text',
      answer: `整理番号${item.number}「${item.title}」の担当は${names === null ? '記載がありません' : `${names.join('、')}です`}。`,
    };
  });
}

/** The year in which an item is to be carried out. */
export function schedules(desk: Desk): Draft[] {
  const starts = new Map(
    desk.manuscript.plan.pillars.flatMap(({ items }) =>
      items.map(({ number, start }): [number, number] => [number, start]),
    ),
  );
  return desk.random.sample(desk.planItems, 3).map((item): Draft => {
    const start = starts.get(item.number) ?? 0;
    const key = desk.key(item);
    const values = { n: item.number, key: key ?? '' };
    const asked =
      key !== null && desk.random.chance(0.5)
        ? desk.say(
            {
              ja: ['{key}は何年度に実施ってなってます？', '{key}、スケジュールではいつから実施？'],
              en: ['According to the schedule, when does {key} start to be implemented?'],
            },
            values,
          )
        : desk.say(
            {
              ja: [
                '項目{n}はいつから実施の予定ですか',
                '{n}番の実施は何年度から？',
                '整理番号{n}のスケジュール、実施の年度は',
              ],
              en: ['From which year is item {n} to be implemented?'],
            },
            values,
          );
    return {
      class: 'item_schedule',
      ...asked,
      must: [yearPatterns(start)],
      must_not: [],
      ...citeItem(item),
      kind: 'value',
      answer: `整理番号${item.number}「${item.title}」は${start}年度から実施の予定です。`,
    };
  });
}

/** Figures that narratives of plan items state. */
export function narratives(desk: Desk): Draft[] {
  const items = desk.manuscript.plan.pillars.flatMap((pillar) => pillar.items).filter((item) => item.facts.length > 0);
  return desk.random.sample(items, 3).map((item) => {
    const { cite, citation } = citeItem(at(desk.planItems, item.number - 1));
    return factQuestion(desk, 'item_narrative', desk.random.pick(item.facts), cite, citation);
  });
}

/** Has an item moved on since the year before? */
export function progressByTopic(desk: Desk): Draft[] {
  const years = statusYears(desk);
  if (years.length < 2) return [];
  const [before, last] = [at(years, years.length - 2), lastStatusYear(desk)];
  const moved = desk.planItems.filter((item) => desk.key(item) !== null && markOf(item, before) !== markOf(item, last));
  return desk.random.sample(moved, 1).map((item): Draft => {
    const [from, to] = [markOf(item, before), markOf(item, last)];
    const asked = desk.say(
      {
        ja: ['{key}は前年度から進みましたか', '{key}、{a}から{b}でどう変わった？'],
        en: ['How did the status of {key} change from {a} to {b}?'],
      },
      { key: desk.key(item) ?? '', a: desk.year(before), b: desk.year(last) },
    );
    return {
      class: 'status_change',
      ...asked,
      must: [statusPatterns(from, desk.words[from]), statusPatterns(to, desk.words[to])],
      must_not: [otherStatusPattern(last, to, desk.words)],
      ...citeItem(item),
      kind: 'status',
      answer: `整理番号${item.number}「${item.title}」は${desk.words[from]}から${desk.words[to]}になりました。`,
    };
  });
}
