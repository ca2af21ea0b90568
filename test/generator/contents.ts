import type { Settings } from './settings.ts';
import type { ChapterWord } from './style.ts';
import { at, fill, widen } from './text.ts';

export type Chapter = 'figures' | 'background' | 'results' | 'items' | 'extras';
export type FigureChapter = 'ordinary' | 'special' | 'enterprise' | 'staff';

/** Order, numbers and titles of the chapters. */
export interface Contents {
  chapters: Chapter[];
  parts: FigureChapter[];
  number(chapter: Chapter): number;
  partNumber(part: FigureChapter): number;
  title(word: ChapterWord): string;
  heading(chapter: Chapter): string;
  partHeading(part: FigureChapter): string;
  pillarHeading(index: number, name: string): string;
}

const ORDERS: readonly Chapter[][] = [
  ['figures', 'background', 'results', 'items', 'extras'],
  ['background', 'figures', 'results', 'items', 'extras'],
  ['background', 'results', 'items', 'extras', 'figures'],
  ['figures', 'background', 'items', 'results', 'extras'],
  ['background', 'results', 'items', 'figures', 'extras'],
];

const PART_ORDERS: readonly FigureChapter[][] = [
  ['ordinary', 'special', 'enterprise', 'staff'],
  ['staff', 'ordinary', 'special', 'enterprise'],
  ['ordinary', 'enterprise', 'special', 'staff'],
];

/** Draws the order and numbering of chapters. */
export function drawContents(settings: Settings, extras: number): Contents {
  const { choice, style, city, plan, outline } = settings;
  const orders = ORDERS.map((order) => order.join(' '));
  const drawn = at(ORDERS, orders.indexOf(choice.among('chapter order', orders, 0.3)));
  const chapters = extras > 0 ? drawn : drawn.filter((chapter) => chapter !== 'extras');
  if (extras === 0) choice.note('no chapter of out-of-plan measures');
  const partOrders = PART_ORDERS.map((order) => order.join(' '));
  const parts = at(PART_ORDERS, partOrders.indexOf(choice.among('order of figure chapters', partOrders, 0.2)));
  const form = choice.among('chapter numbers', ['1. ', '1．', '第1章 ', '1 '], 0.3);
  const partForm = choice.among('numbers of sub-chapters', ['1.1 ', '1-1 ', '１．１ ', '(1) '], 0.3);
  const number = (chapter: Chapter): number => chapters.indexOf(chapter) + 1;
  const partNumber = (part: FigureChapter): number => parts.indexOf(part) + 1;
  const title = (word: ChapterWord): string => fill(style.chapter[word], { city: city.name, plan, outline });
  const label = (chapter: number): string => form.replace('1', String(chapter));
  const partLabel = (chapter: number, part: number): string =>
    ({
      '1.1 ': `${chapter}.${part} `,
      '1-1 ': `${chapter}-${part} `,
      '１．１ ': `${widen(`${chapter}．${part}`)} `,
      '(1) ': `(${part}) `,
    })[partForm];
  return {
    chapters,
    parts,
    number,
    partNumber,
    title,
    heading: (chapter) => label(number(chapter)) + title(chapter),
    partHeading: (part) => partLabel(number('figures'), partNumber(part)) + title(part),
    pillarHeading: (index, name) => partLabel(number('items'), index + 1) + name,
  };
}
