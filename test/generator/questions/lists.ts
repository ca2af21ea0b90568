import { at } from '../text.ts';
import type { Mark, TruthItem } from '../truth.ts';
import { shortYear } from '../years.ts';
import { type Desk, type Draft, lastStatusYear, markOf, statusYears } from './desk.ts';
import { countPattern, namePattern, numberPattern } from './patterns.ts';

const MARKS = ['done', 'partial', 'not', 'later'] as const;
const ENGLISH: Record<Mark, string> = {
  done: 'implemented',
  partial: 'partially implemented',
  not: 'not implemented or still under consideration',
  later: 'scheduled for later years',
};

/** More items than this would make an answer of the whole plan. */
const LONGEST_LIST = 9;

/** Question and answer for a list of plan items; `strangers` must not be named. */
function listDraft(
  desk: Desk,
  kind: string,
  asked: { lang: 'ja' | 'en'; q: string },
  items: readonly TruthItem[],
  strangers: readonly TruthItem[],
): Draft {
  const initials = [...new Set(desk.manuscript.plan.pillars.map(({ name }) => namePattern(name, 1)))].join('');
  return {
    class: kind,
    ...asked,
    must: items.map(({ number, title }) => [
      `(?<![0-9.RrHh和成年])${number}(?![0-9%年月件課号人日点次]|\\.[0-9${initials}])`,
      namePattern(title, 14),
    ]),
    must_not: strangers.flatMap(({ number, title }) => [
      `(?:項目|整理番号|No\\.?|item|#)${number}(?![0-9件])`,
      namePattern(title, 14),
    ]),
    cite: [...desk.cites.results, ...desk.cites.items],
    kind: 'list',
    answer: `該当するのは${items.map(({ number, title }) => `整理番号${number}「${title}」`).join('、')}です。`,
    citation: desk.manuscript.contents.heading('items'),
  };
}

/** The items of a group and up to two neighbours outside it; null when the list would be empty or endless. */
function group(
  desk: Desk,
  belongs: (item: TruthItem) => boolean,
): { items: TruthItem[]; strangers: TruthItem[] } | null {
  const items = desk.planItems.filter(belongs);
  if (items.length === 0 || items.length > LONGEST_LIST) return null;
  const others = desk.planItems.filter((item) => !belongs(item));
  return { items, strangers: desk.random.sample(others, 2) };
}

/** Which items a section owns. */
export function listsBySection(desk: Desk): Draft[] {
  const sections = [...new Set(desk.planItems.flatMap(({ owners }) => owners ?? []))];
  return desk.random
    .sample(sections, 6)
    .flatMap((section) => {
      const found = group(desk, ({ owners }) => owners?.includes(section) ?? false);
      if (!found) return [];
      const asked = desk.say(
        {
          ja: [
            '{s}が担当している計画の項目はどれですか',
            '実施計画で{s}の担当は？番号で',
            '{s}が持っている計画項目を一覧で',
          ],
          en: ['Which plan items does {s} own?', 'List the plan items {s} is responsible for.'],
        },
        { s: section },
      );
      return [listDraft(desk, 'list', asked, found.items, found.strangers)];
    })
    .slice(0, 2);
}

/** Which items have a status, in the whole plan or in one pillar. */
export function listsByStatus(desk: Desk): Draft[] {
  const drafts: Draft[] = [];
  const years = statusYears(desk);
  const pillars = desk.manuscript.plan.pillars.map(({ name }) => name);
  for (const mark of desk.random.sample(MARKS, 4)) {
    const year = desk.random.pick(years);
    const pillar = desk.random.chance(0.5) ? desk.random.pick(pillars) : null;
    const found = group(desk, (item) => markOf(item, year) === mark && (pillar === null || item.pillar === pillar));
    if (!found) continue;
    const values = { y: desk.year(year), w: desk.asking[mark], e: ENGLISH[mark], p: pillar ?? '' };
    const asked = desk.say(
      pillar === null
        ? {
            ja: ['{y}に「{w}」の項目はどれ', '{y}の取組状況が{w}の項目を全部教えて'],
            en: ['Which items were {e} in {y}?'],
          }
        : {
            ja: ['「{p}」のうち{y}に{w}の項目は？', '{p}で{y}時点が{w}なのはどれですか'],
            en: ['Which items under {p} were {e} in {y}?'],
          },
      values,
    );
    drafts.push(listDraft(desk, 'list', asked, found.items, found.strangers));
  }
  return drafts.slice(0, 2);
}

/** Which items belong to a pillar, or start in a year. */
export function listsByPlace(desk: Desk): Draft[] {
  const { plan } = desk.manuscript;
  const drafts: Draft[] = [];
  for (const { name } of desk.random.sample(plan.pillars, 3)) {
    const found = group(desk, ({ pillar }) => pillar === name);
    if (!found) continue;
    const asked = desk.say(
      { ja: ['{p}の項目は何がありますか', '「{p}」に入っている取組を並べて'], en: ['What items are under {p}?'] },
      { p: name },
    );
    drafts.push(listDraft(desk, 'list', asked, found.items, found.strangers));
    break;
  }
  const rows = plan.pillars.flatMap(({ items }) => items);
  const word = (item: TruthItem): string => {
    const row = at(rows, item.number - 1);
    return item.schedule.find(({ year }) => year === row.start)?.print ?? '';
  };
  const sample = desk.random.pick(desk.planItems);
  const start = at(rows, sample.number - 1).start;
  const found = group(desk, (item) => at(rows, item.number - 1).start === start && word(item) === word(sample));
  if (found) {
    const values = { y: desk.year(start), w: word(sample) };
    const asked = desk.say(
      { ja: ['スケジュール上「{w}」が{y}からの項目はどれ', '{y}に「{w}」が始まる項目を挙げて'] },
      values,
    );
    drafts.push(listDraft(desk, 'item_schedule', asked, found.items, found.strangers));
  }
  return drafts;
}

/** Which items went from one status to another. */
export function listsByChange(desk: Desk): Draft[] {
  const years = statusYears(desk);
  if (years.length < 2) return [];
  const [before, last] = [at(years, years.length - 2), lastStatusYear(desk)];
  const pairs = MARKS.flatMap((from) => MARKS.filter((to) => to !== from).map((to) => ({ from, to })));
  return desk.random
    .sample(pairs, pairs.length)
    .flatMap(({ from, to }) => {
      const found = group(desk, (item) => markOf(item, before) === from && markOf(item, last) === to);
      if (!found) return [];
      const sign = (mark: Mark): string => desk.manuscript.settings.style.signs[mark];
      const values = {
        a: sign(from),
        b: sign(to),
        v: desk.asking[from],
        w: desk.asking[to],
        y: shortYear(before),
        z: shortYear(last),
      };
      const asked = desk.say(
        {
          ja: ['{y}の「{a}」から{z}に「{b}」になった項目は何番ですか', '{y}は{v}だったのに{z}で{w}になったのはどれ'],
          en: ['Which items went from {a} in {y} to {b} in {z}?'],
        },
        values,
      );
      return [listDraft(desk, 'status_change', asked, found.items, found.strangers)];
    })
    .slice(0, 1);
}

/** How many items, and what share of them, have a status. */
export function counts(desk: Desk): Draft[] {
  const { truth, contents } = desk.manuscript;
  const base = {
    class: 'count',
    must_not: [],
    cite: desk.cites.results,
    kind: 'count',
    citation: contents.heading('results'),
  };
  return desk.random.sample(truth.counts, 4).map((count, index): Draft => {
    const all = count.pillar === '合計';
    const values = { p: count.pillar, y: desk.year(count.year) };
    if (index % 2 === 0) {
      const mark = desk.random.pick(MARKS);
      const number = { done: count.done, partial: count.partial, not: count.not, later: count.later }[mark];
      const filled = { ...values, w: desk.asking[mark], e: ENGLISH[mark] };
      const asked = desk.say(
        all
          ? {
              ja: ['{y}に「{w}」の項目は全部で何件？', '{y}時点で{w}はいくつありますか'],
              en: ['How many items were {e} in {y}?'],
            }
          : {
              ja: ['{p}で{y}に{w}の項目は何件ですか', '「{p}」の{y}の{w}、件数は'],
              en: ['How many items under {p} were {e} in {y}?'],
            },
        filled,
      );
      return { ...base, ...asked, must: [[countPattern(number)]], answer: `${count.year}年度は${number}件です。` };
    }
    const asked = desk.say(
      all
        ? {
            ja: ['{y}の実施済の割合は全体で何％', '全項目のうち{y}に実施済だった割合は？'],
            en: ['What share of all items was implemented in {y}?'],
          }
        : {
            ja: ['{p}の{y}の実施済割合は？', '「{p}」は{y}に何％実施済ですか'],
            en: ['What percentage of the {p} items was implemented in {y}?'],
          },
      values,
    );
    const share = Number.parseFloat(count.percentDone);
    return { ...base, ...asked, must: [[numberPattern(share)]], answer: `${count.year}年度は${share}%です。` };
  });
}
