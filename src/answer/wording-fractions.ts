/** Fractions in words and figures, in both languages. */
const KANJI = '一二三四五六七八九十';
const ENGLISH: readonly (readonly [shape: string, value: number])[] = [
  ['(?:a|one)[ -]quarter\\b', 1 / 4],
  ['three[ -]quarters\\b', 3 / 4],
  ['(?:a|one)[ -]third\\b', 1 / 3],
  ['two[ -]thirds\\b', 2 / 3],
];
const WORDS = new RegExp(`\\b(?:${ENGLISH.map(([shape]) => shape).join('|')})`, 'giu');
const OF_PARTS = new RegExp(`([${KANJI}\\d]{1,2})分の([${KANJI}\\d]{1,2})`, 'gu');
const SLASHED = /(?<![\d/])(\d)\/(\d{1,2})(?![\d/])/gu;
const HALVES = /半[分減額]/gu;

/** A part of something, and where it is said. Offsets are of the text given. */
export interface Fraction {
  readonly start: number;
  readonly end: number;
  readonly print: string;
  readonly value: number;
}

/** Fractions in the words of a sentence: 4分の1, a quarter. */
export function fractionsIn(text: string): Fraction[] {
  const english = [...text.matchAll(WORDS)].map((m) =>
    at(m, ENGLISH.find(([shape]) => new RegExp(`^${shape}`, 'iu').test(m[0]))?.[1] ?? Number.NaN),
  );
  const japanese = [...text.matchAll(OF_PARTS)].map((m) => at(m, digit(m[2]) / digit(m[1])));
  return [...english, ...japanese];
}

/** The same as a report prints them, in figures too: 1/4. */
export function fractionsPrinted(text: string): Fraction[] {
  const slashed = [...text.matchAll(SLASHED)].map((m) => at(m, Number(m[1]) / Number(m[2])));
  const halves = [...text.matchAll(HALVES)].map((m) => at(m, 1 / 2));
  return [...fractionsIn(text), ...slashed.filter((f) => f.value < 1), ...halves];
}

function at({ index, 0: print }: RegExpExecArray, value: number): Fraction {
  return { start: index, end: index + print.length, print, value };
}

function digit(print = ''): number {
  return /^\d+$/u.test(print) ? Number(print) : KANJI.indexOf(print) + 1;
}
