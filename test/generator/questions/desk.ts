import type { Manuscript } from '../manuscript.ts';
import type { Random } from '../random.ts';
import { at, fill } from '../text.ts';
import type { EvalQuestion, Mark, TruthItem } from '../truth.ts';
import { shortYear, spokenYears } from '../years.ts';
import { itemCite, namePattern } from './patterns.ts';

/** A question with an answer that must pass the judge. */
export interface Draft extends Omit<EvalQuestion, 'id'> {
  answer: string;
  citation: string;
}

/** Phrasings of one kind of question, by language. */
export interface Phrasings {
  ja: readonly string[];
  en?: readonly string[];
}

export interface Fiscal {
  fiscal: number;
}

/** What a question writer works with. */
export interface Desk {
  manuscript: Manuscript;
  random: Random;
  /** Picks a phrasing, in English for about a quarter of the questions that have one. */
  say(
    phrasings: Phrasings,
    values: Readonly<Record<string, string | number | Fiscal>>,
  ): { lang: 'ja' | 'en'; q: string };
  /** A fiscal year that `say` will write in one of the ways of its language. */
  year(year: number): Fiscal;
  /** One of the Japanese ways to write a fiscal year. */
  spokenYear(year: number): string;
  planItems: TruthItem[];
  extraItems: TruthItem[];
  /** The words by which people ask for an item, or null where they would fit another text too. */
  key(item: TruthItem): string | null;
  /** The legend's words. */
  words: Record<Mark, string>;
  /** The words by which people ask for a status. */
  asking: Record<Mark, string>;
  /** Citations of chapters. */
  cites: { items: string[]; results: string[]; background: string[]; extras: string[] };
}

function unambiguousKeys(manuscript: Manuscript): Map<string, string> {
  const { truth, plan, sections } = manuscript;
  const topics = [
    ...plan.pillars.flatMap(({ items }) => items.map(({ topic }) => topic)),
    ...plan.extras.map(({ topic }) => topic),
  ];
  const names = [
    ...sections,
    ...plan.pillars.flatMap((pillar) => [pillar.name, ...pillar.policies]),
    ...truth.figures.map(({ measure }) => measure),
  ];
  const keys = new Map<string, string>();
  for (const topic of topics) {
    const titles = topics.filter(({ title }) => title.includes(topic.key));
    if (titles.length === 1 && !names.some((name) => name.includes(topic.key))) keys.set(topic.title, topic.key);
  }
  return keys;
}

/** Sets up the writing of questions about a report. */
export function openDesk(manuscript: Manuscript, random: Random): Desk {
  const { truth, contents } = manuscript;
  const keys = unambiguousKeys(manuscript);
  const word = (mark: Mark): string => truth.legend.find((entry) => entry.mark === mark)?.word ?? '';
  const title = (chapter: 'items' | 'results' | 'background' | 'extras'): string =>
    namePattern(contents.title(chapter), 14);
  const number = (chapter: 'items' | 'results' | 'background' | 'extras'): string =>
    `(?<![0-9.])${contents.number(chapter)}\\.(?![0-9]{2})|第${contents.number(chapter)}章`;
  return {
    manuscript,
    random,
    say: ({ ja, en }, values) => {
      const lang = en !== undefined && random.chance(0.27) ? 'en' : 'ja';
      const write = (year: number): string =>
        random.pick(lang === 'en' ? [shortYear(year), `FY${year}`] : spokenYears(year));
      const filled = Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'object' ? write(value.fiscal) : value,
      ]);
      return { lang, q: fill(random.pick(lang === 'en' && en ? en : ja), Object.fromEntries(filled)) };
    },
    year: (year) => ({ fiscal: year }),
    spokenYear: (year) => random.pick(spokenYears(year)),
    planItems: truth.items.filter(({ kind }) => kind === 'plan'),
    extraItems: truth.items.filter(({ kind }) => kind === 'extra'),
    key: (item) => keys.get(item.title) ?? null,
    words: { done: word('done'), partial: word('partial'), not: word('not'), later: word('later') },
    asking: {
      done: word('done').replace(/み$/, ''),
      partial: word('partial'),
      not: word('not'),
      // The legend's word names the year after the report's, which would confuse a question about another year.
      later: '次年度以降の実施予定',
    },
    cites: {
      items: [`${title('items')}|取組状況|項目|整理番号|${number('items')}`],
      results: [
        `${title('results')}|${number('results')}`,
        `${title('items')}|取組状況|項目|整理番号|${number('items')}`,
      ],
      background: [`${title('background')}|${namePattern(truth.plan)}|方針|${number('background')}|背景`],
      extras: [`${title('extras')}|実施計画以外|計画外|計画以外|${number('extras')}|out-of-plan`],
    },
  };
}

/** The citation of a plan item in an example answer. */
export function citeItem(item: TruthItem): { cite: string[]; citation: string } {
  return { cite: itemCite(item.number, item.title), citation: `整理番号${item.number}「${item.title}」` };
}

/** The status of an item in a year. */
export function markOf(item: TruthItem, year: number): Mark {
  const status = item.statuses.find((each) => each.year === year);
  if (!status) throw new Error(`item ${item.number} has no status of ${year}`);
  return status.mark;
}

/** The report's status years, oldest first. */
export function statusYears(desk: Desk): number[] {
  return desk.manuscript.settings.statusYears;
}

/** The report's last status year. */
export function lastStatusYear(desk: Desk): number {
  return at(statusYears(desk), statusYears(desk).length - 1);
}
