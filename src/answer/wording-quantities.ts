import { englishNumbersIn, kanjiNumbersIn, ordinalsIn } from './wording-number-words.ts';

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
  | 'month'
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
  /** The word of the unit as written, empty without one. */
  readonly counter: string;
  /** True when a scale or unit says the size of the number. */
  readonly sized: boolean;
  /** A minus stands before it, as a mark or a word. */
  readonly negative: boolean;
  readonly rounded: boolean;
  /** The figure itself is said to lie on this side: more than 23 billion. */
  readonly bound: 'above' | 'below' | null;
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
  [/^\s*月(?![額平間])/u, 'month', 1],
  [/^\s*(?:人日|日間?|days?\b)/iu, 'days', 1],
  [
    /^\s*(?:人(?![当あ])|名|people\b|persons?\b|staff\b|employees?\b|applicants?\b|members?\b|candidates?\b)/iu,
    'people',
    1,
  ],
  [/^\s*つの(?=体系|分野|柱|課|部署|職場|会計)/u, 'sections', 1],
  [/^\s*(?:項目|件|つ|(?:plan |out-of-plan )?(?:items?|measures?|initiatives?|projects?)\b)/iu, 'items', 1],
  [
    /^\s*(?:課(?![題税])|職場(?!環境)|部署|会計|体系|(?:pillars?|sections?|departments?|divisions?|offices?|workplaces?|accounts?)\b)/iu,
    'sections',
    1,
  ],
  [/^\s*(?:回|倍|times\b)/iu, 'times', 1],
  [/^\s*-?(?:年間?|か年|years?\b)/iu, 'years', 1],
  [
    /^\s*(?:歳|世帯|戸|か所|箇所|地区|業務|施設|団体|社|校|冊|台|トン|km|㎡|facilit(?:y|ies)\b|forms?\b|districts?\b)/iu,
    'other',
    1,
  ],
];

const NUMBER = /(?<![\d.])\d+(?:\.\d+)?(?![\d])/gu;
const MINUS_BEFORE = /(?:[△▲]\s?|マイナス\s?|(?:minus|negative)\s)[¥￥]?$/iu;
/** A hyphen is a minus where nothing stands before it that it could join or subtract from. */
const HYPHEN_BEFORE = /(?:^|[^\d\p{L})）%]\s?|[=:は]\s*)-\s?[¥￥]?$/u;
const RANK_BEFORE = /(?<!\bitem )\b(?:number|ranked|rank)\s*$/iu;
const ROUNDED_BEFORE =
  /(?:約|およそ|おおよそ|概ね|ほぼ|about|approximately|around|roughly|nearly|almost|some)\s*[△▲-]?\s*[¥￥]?\s*[△▲-]?$/iu;
const ROUNDED_BEHIND = /^\s*(?:程度|前後|ほど|強|弱|余り|あまり|余|or so\b)/u;
const ABOVE_BEHIND = /^\s*(?:[をに]?(?:超|越え|上回)|以上|台|or more\b|and above\b)/u;
const BELOW_BEHIND =
  /^\s*(?:[をに]?(?:下回|切[っりる]|割[っりる]|満た)|に(?:は|も)?(?:まだ)?(?:達し|届[いか]|及[んば])(?:て(?:は)?い|てお)?(?:な|ませ|ず|ら)|未満|以下|or less\b|or fewer\b|and below\b)/u;
const ABOVE_BEFORE = /\b(?:over|above|more than|at least|exceed(?:s|ed|ing)?|topped|surpassed)\s*[¥￥]?\s*$/iu;
const BELOW_BEFORE = /\b(?:under|below|less than|fewer than|at most)\s*[¥￥]?\s*$/iu;
/** A half is no number of items, and the first examination is none of examinations. */
const NO_QUANTITY = /^次(?!年|期)/u;

/** All numbers of a normalised text, with sign, scale and unit. */
export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  let behind = 0;
  for (const match of text.matchAll(NUMBER)) {
    if (match.index < behind || NO_QUANTITY.test(text.slice(match.index + match[0].length))) continue;
    const quantity = readQuantity(text, match.index, match[0]);
    behind = quantity.end;
    found.push(quantity);
  }
  for (const { start, end, value } of [...kanjiNumbersIn(text), ...englishNumbersIn(text)]) {
    const written = String(value);
    const read = readQuantity(`${written}${text.slice(end)}`, 0, written);
    // Without a unit a word counts nothing that a tool returned: the other two, one by one.
    if (!read.unit && !BARE_COUNT.test(text.slice(end))) continue;
    const shift = end - written.length;
    const before = text.slice(Math.max(0, start - 24), start);
    const behind = text.slice(shift + read.end);
    const marks = marksOf(before, behind);
    found.push({
      ...read,
      ...(OF_THEM.test(text.slice(end)) ? { unit: 'items' as const, sized: true } : {}),
      ...marks,
      start,
      end: shift + read.end,
      print: text.slice(start, shift + read.end),
    });
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Ranks in words. */
export function ranksIn(text: string): Quantity[] {
  return ordinalsIn(text).map(({ start, end, value }) => ({
    ...readQuantity(String(value), 0, String(value)),
    start,
    end,
    print: text.slice(start, end),
    unit: 'rank',
    sized: true,
  }));
}

/** Some of the items that were named. */
const OF_THEM = /^\s+of (?:its (?:\w+ )?items|them|these|those)\b/iu;
const BARE_COUNT =
  /^\s+(?:of (?:them|these|those|its)|are|were|is|was|have|has|had|remain(?:s|ed)?|stayed|went|moved|improved|belongs?)\b/iu;

function marksOf(before: string, behind: string): Pick<Quantity, 'negative' | 'rounded' | 'bound'> {
  return {
    negative: MINUS_BEFORE.test(before) || HYPHEN_BEFORE.test(before),
    rounded: ROUNDED_BEFORE.test(before) || ROUNDED_BEHIND.test(behind),
    bound:
      ABOVE_BEHIND.test(behind) || ABOVE_BEFORE.test(before)
        ? 'above'
        : BELOW_BEHIND.test(behind) || BELOW_BEFORE.test(before)
          ? 'below'
          : null,
  };
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
  const counter = unit?.[0].exec(text.slice(end))?.[0] ?? '';
  end += counter.length;
  const before = text.slice(Math.max(0, start - 24), start);
  const yen = unit === undefined && /[¥￥]\s?$/u.test(before);
  const ranks = unit === undefined && RANK_BEFORE.test(before);
  return {
    start,
    end,
    print: text.slice(start, end).trim(),
    bare: Number(print),
    value: total * factor,
    tolerance: 0.5 * ulp(last) * scale * factor,
    unit: yen ? 'yen' : ranks ? 'rank' : (unit?.[1] ?? null),
    counter: counter.trim(),
    sized: sized || yen || unit !== undefined,
    ...marksOf(before, text.slice(end)),
  };
}

/** Worth of the last digit that is not a closing zero: 0.1 of 61.8, 1000 of 22000. */
function ulp(print: string): number {
  const [whole = '', part] = print.split('.');
  if (part) return 10 ** -part.length;
  return 10 ** (/0+$/u.exec(whole)?.[0].length ?? 0);
}
