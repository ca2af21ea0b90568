import type { Choice } from './choice.ts';
import type { NumberStyle } from './notation.ts';
import type { Random } from './random.ts';
import type { FigureTable, Mark } from './truth.ts';
import { CHAPTER_TITLES, HEADER_WORDS, LEGEND_WORDS, MARK_SIGNS, MONEY_WORDS } from './vocabulary/words.ts';
import type { YearStyle } from './years.ts';

export type HeaderWord = keyof typeof HEADER_WORDS;
export type MoneyWord = keyof typeof MONEY_WORDS;
export type ChapterWord = keyof typeof CHAPTER_TITLES;
export type MoneyTable = 'ordinary' | 'special' | 'enterprise';

/** The words and signs that one report uses. */
export interface Style {
  header: Record<HeaderWord, string>;
  money: Record<MoneyWord, string>;
  chapter: Record<ChapterWord, string>;
  signs: Record<Mark, string>;
  /** The table of results may use other signs than the item tables. */
  countSigns: Record<Mark, string>;
  legendWords: Record<Mark, string>;
  numbers: Record<MoneyTable, NumberStyle>;
  years: Record<FigureTable | 'heading' | 'schedule' | 'status', YearStyle>;
  /** What a schedule cell says while a measure goes on. */
  arrow: string;
  legendForm: 'quoted' | 'bracketed' | 'dotted';
}

const MINUS = ['△', '▲ ', '-', '▲', '△ ', '−', '－'] as const;
const MISSING = ['—', '－', '-', '―', '…'] as const;

function headerWords(choice: Choice): Record<HeaderWord, string> {
  const one = (key: HeaderWord): string => choice.among(`header ${key}`, HEADER_WORDS[key], 0.35);
  const words = {
    number: one('number'),
    pillar: one('pillar'),
    policy: one('policy'),
    title: one('title'),
    outline: one('outline'),
    schedule: one('schedule'),
    narrative: one('narrative'),
    status: one('status'),
    owner: one('owner'),
    itemCount: one('itemCount'),
    total: one('total'),
    year: one('year'),
    account: one('account'),
    enterprise: one('enterprise'),
    section: one('section'),
    overtime: one('overtime'),
    leave: one('leave'),
    average: one('average'),
    rank: one('rank'),
  };
  // A municipality that speaks of 進捗状況 does so in both columns more often than not.
  return words.status !== '評価' && words.narrative !== '取組実績' ? { ...words, status: words.narrative } : words;
}

function moneyWords(choice: Choice): Record<MoneyWord, string> {
  const one = (key: MoneyWord): string => choice.among(`header ${key}`, MONEY_WORDS[key], 0.35);
  return {
    revenue: one('revenue'),
    expenditure: one('expenditure'),
    balance: one('balance'),
    realBalance: one('realBalance'),
    singleYear: one('singleYear'),
    bonds: one('bonds'),
    fund: one('fund'),
    transfers: one('transfers'),
    income: one('income'),
    cost: one('cost'),
    profit: one('profit'),
    enterpriseBonds: one('enterpriseBonds'),
    shortfall: one('shortfall'),
  };
}

function chapterTitles(choice: Choice): Record<ChapterWord, string> {
  const one = (key: ChapterWord): string => choice.among(`title of ${key}`, CHAPTER_TITLES[key], 0.35);
  return {
    figures: one('figures'),
    ordinary: one('ordinary'),
    special: one('special'),
    enterprise: one('enterprise'),
    staff: one('staff'),
    background: one('background'),
    results: one('results'),
    items: one('items'),
    extras: one('extras'),
  };
}

const FORMS: readonly YearStyle['form'][] = ['long', 'spaced', 'shortYear', 'short', 'western'];

function yearStyle(
  choice: Choice,
  heiseiOnly: boolean,
  name: string,
  usual: YearStyle['form'],
  forms: readonly YearStyle['form'][] = FORMS,
): YearStyle {
  return {
    form: choice.among(`years of ${name}`, [usual, ...forms.filter((form) => form !== usual)], 0.3),
    first: heiseiOnly ? '平成31' : choice.among(`first year of ${name}`, ['元', '1', '平成31'], 0.12),
    heiseiOnly,
    wide: choice.maybe(`full-width years of ${name}`, 0.06),
  };
}

function numberStyle(choice: Choice, name: MoneyTable): NumberStyle {
  return {
    minus: choice.among(`minus of ${name}`, MINUS, 0.6),
    separator: choice.maybe(`no thousands separator in ${name}`, 0.12) ? '' : ',',
    missing: choice.among(`sign for missing in ${name}`, MISSING, 0.35),
    wide: choice.maybe(`full-width figures in ${name}`, 0.07),
  };
}

/** Draws the words and signs of a report. */
export function drawStyle(choice: Choice, random: Random, heiseiOnly: boolean): Style {
  const one = (key: Mark): string => choice.among(`sign ${key}`, MARK_SIGNS[key], 0.35);
  const word = (key: Mark): string => choice.among(`word ${key}`, LEGEND_WORDS[key], 0.35);
  const signs = { done: one('done'), partial: one('partial'), not: one('not'), later: one('later') };
  const years = (name: string, usual: YearStyle['form'] = 'long') => yearStyle(choice, heiseiOnly, name, usual);
  // The title page always names the year in full.
  const heading = yearStyle(choice, heiseiOnly, 'headings', random.chance(0.6) ? 'long' : 'spaced', []);
  return {
    header: headerWords(choice),
    money: moneyWords(choice),
    chapter: chapterTitles(choice),
    signs,
    countSigns: { ...signs, later: random.chance(0.5) ? '-' : signs.later },
    legendWords: { done: word('done'), partial: word('partial'), not: word('not'), later: word('later') },
    numbers: {
      ordinary: numberStyle(choice, 'ordinary'),
      special: numberStyle(choice, 'special'),
      enterprise: numberStyle(choice, 'enterprise'),
    },
    years: {
      heading,
      ordinary: years('ordinary'),
      special: years('special'),
      enterprise: years('enterprise', 'spaced'),
      overtime: years('overtime'),
      leave: years('leave'),
      schedule: years('schedule', 'shortYear'),
      status: years('status columns', 'shortYear'),
    },
    arrow: choice.among('arrow of the schedule', ['→', '⇒', '➡'], 0.25),
    legendForm: choice.among('form of the legend', ['quoted', 'bracketed', 'dotted'], 0.4),
  };
}
