/** What a number counts, by the word behind it. */
export type UnitClass =
  | 'yen'
  | 'percent'
  | 'points'
  | 'hours'
  | 'days'
  | 'people'
  | 'items'
  | 'sections'
  | 'times'
  | 'years'
  | 'rank'
  | 'other';

/** A number of a text with what stands around it. Offsets are of the text given, which must be normalised. */
export interface Quantity {
  readonly start: number;
  /** Behind the unit. */
  readonly end: number;
  readonly print: string;
  /** As written, without scale and sign: 2.5 of `△2.5億円`. */
  readonly bare: number;
  /** Multiplied out, without sign: 250,000,000 of `△2.5億円`; 60 of `6割`. */
  readonly value: number;
  /** Half of the last digit that is written, multiplied out: how far a rounded value may be off. */
  readonly tolerance: number;
  readonly unit: UnitClass | null;
  /** True when a scale or unit says the size of the number. */
  readonly sized: boolean;
  /** A minus stands before it, as a mark or a word. */
  readonly negative: boolean;
  readonly rounded: boolean;
}

const SCALES: Readonly<Record<string, number>> = { 百: 1e2, 千: 1e3, 万: 1e4, 億: 1e8, 兆: 1e12 };
const ENGLISH_SCALES: readonly (readonly [RegExp, number])[] = [
  [/^\s*(?:thousand|k\b)/iu, 1e3],
  [/^\s*(?:million|mn\b)/iu, 1e6],
  [/^\s*(?:billion|bn\b)/iu, 1e9],
  [/^\s*trillion/iu, 1e12],
];

/** In this order: the first that fits counts. */
const UNITS: readonly (readonly [RegExp, UnitClass, number])[] = [
  [/^\s*-?(?:円|yen\b|JPY\b)/iu, 'yen', 1],
  [/^\s*割/u, 'percent', 10],
  [/^\s*(?:ポイント|percentage points?\b|points?\b|pt\b)/iu, 'points', 1],
  [/^\s*(?:%|パーセント|per ?cent\b)/iu, 'percent', 1],
  [/^\s*-?(?:時間|hours?\b|hrs?\b|h\b)/iu, 'hours', 1],
  [/^\s*(?:位|番目|(?:st|nd|rd|th)\b)/u, 'rank', 1],
  [/^\s*(?:人日|日間?|days?\b)/iu, 'days', 1],
  [/^\s*(?:人|名|people\b|persons?\b|staff\b|employees?\b|applicants?\b|members?\b)/iu, 'people', 1],
  [/^\s*(?:項目|件|つ|(?:plan |out-of-plan )?(?:items?|measures?|initiatives?|projects?)\b)/iu, 'items', 1],
  [/^\s*(?:課|職場|部署|(?:sections?|departments?|divisions?|offices?)\b)/iu, 'sections', 1],
  [/^\s*(?:回|倍|times\b)/iu, 'times', 1],
  [/^\s*-?(?:年間?|か年|years?\b)/iu, 'years', 1],
  [/^\s*(?:世帯|戸|か所|箇所|施設|団体|社|校|冊|台|トン|km|㎡)/u, 'other', 1],
];

const NUMBER = /(?<![\d.])\d+(?:\.\d+)?(?![\d])/gu;
const MINUS_BEFORE = /(?:[△▲]\s?|マイナス\s?|(?:minus|negative)\s)$/iu;
/** A hyphen is a minus where nothing stands before it that it could join or subtract from. */
const HYPHEN_BEFORE = /(?:^|[^\d\p{L})）%]\s?|[=:は]\s*)-\s?$/u;
const ROUNDED_BEFORE =
  /(?:約|およそ|おおよそ|概ね|ほぼ|about|approximately|around|roughly|nearly|almost|some)\s*[△▲-]?\s*$/iu;
const ROUNDED_BEHIND = /^\s*(?:程度|前後|ほど|強|弱|余り|余|or so\b)/u;
const KANJI = '一二三四五六七八九';
/** Kanji numbers count only before a unit that is counted. */
const KANJI_NUMBER = /[二三四五六七八九十]{1,3}(?=項目|件|課|職場|つの|割|倍|か所|箇所|位|番目)/gu;

/** All numbers of a normalised text, with sign, scale and unit. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let behind = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < behind) continue;
    const quantity = readQuantity(text, match.index, match[0]);
    behind = quantity.end;
    found.push(quantity);
  }
  for (const { index, 0: print } of text.matchAll(KANJI_NUMBER)) {
    const [, tens, ones = ''] = /^(?:(.)?十)?(.)?$/u.exec(print) ?? [];
    const value = (print.includes('十') ? 10 * (tens ? digit(tens) : 1) : 0) + (ones ? digit(ones) : 0);
    found.push({ ...readQuantity(text, index, print), bare: value, value, tolerance: 0.5 });
  }
  return found.sort((a, b) => a.start - b.start);
}

function digit(kanji: string): number {
  return KANJI.indexOf(kanji) + 1;
}

function readQuantity(text: string, start: number, print: string): Quantity {
  let end = start + print.length;
  let scale = 1;
  let total = 0;
  let last = print;
  let sized = false;
  // 2億1500万円: each part has a scale of its own.
  for (;;) {
    scale = 1;
    const kanji = /^\s?[百千万億兆]+/u.exec(text.slice(end))?.[0];
    const english = ENGLISH_SCALES.find(([shape]) => shape.test(text.slice(end)));
    if (kanji) {
      for (const character of kanji.trim()) scale *= SCALES[character] ?? 1;
      end += kanji.length;
    } else if (english) {
      scale = english[1];
      end += english[0].exec(text.slice(end))?.[0].length ?? 0;
    }
    sized ||= scale > 1;
    total += Number(last) * scale;
    const next = kanji ? /^\d+(?:\.\d+)?/u.exec(text.slice(end))?.[0] : undefined;
    if (next === undefined) break;
    last = next;
    end += next.length;
  }
  const unit = UNITS.find(([shape]) => shape.test(text.slice(end)));
  const factor = unit?.[2] ?? 1;
  if (unit) end += unit[0].exec(text.slice(end))?.[0].length ?? 0;
  const before = text.slice(Math.max(0, start - 16), start);
  const yen = unit === undefined && /[¥￥]\s?$/u.test(before);
  return {
    start,
    end,
    print: text.slice(start, end).trim(),
    bare: Number(print),
    value: total * factor,
    tolerance: 0.5 * ulp(last) * scale * factor,
    unit: yen ? 'yen' : (unit?.[1] ?? null),
    sized: sized || yen || unit !== undefined,
    negative: MINUS_BEFORE.test(before) || HYPHEN_BEFORE.test(before),
    rounded: ROUNDED_BEFORE.test(before) || ROUNDED_BEHIND.test(text.slice(end)),
  };
}

/** Worth of the last digit that is not a closing zero: 0.1 of 61.8, 1000 of 22000. */
function ulp(print: string): number {
  const [whole = '', part] = print.split('.');
  if (part) return 10 ** -part.length;
  return 10 ** (/0+$/u.exec(whole)?.[0].length ?? 0);
}
