/** A number written in words. Offsets are of the text given. */
export interface NumberWord {
  readonly start: number;
  readonly end: number;
  readonly value: number;
}

const DIGITS = '一二三四五六七八九';
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 1e4, 億: 1e8, 兆: 1e12 };
/** Kanji numbers count only before what is counted or paid: 一部 and 統一 hold none. */
const KANJI =
  /(?<![\p{Script=Han}\d])[一二三四五六七八九十百千万億兆]+(?=円|項目|件|課(?![題税長])|職場|部署|つの|つです|つあ|割|倍|か所|箇所|位|番目|名(?![称簿])|人(?![材事員権口的当])|時間|ポイント|パーセント|%)/gu;
const KANJI_YEARS = /(?<![\p{Script=Han}\d])[二三四五六七八九十](?=[かカヶケ]?年(?!度|末))/gu;
const ENGLISH: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
const ENGLISH_SCALES: Readonly<Record<string, number>> = { hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9 };
const WORD = [...Object.keys(ENGLISH), ...Object.keys(ENGLISH_SCALES)].join('|');
const ENGLISH_NUMBER = new RegExp(
  `(?<![\\w-]|\\d\\s)(?:${WORD})(?:(?:\\s+and\\s+|[\\s-]+)(?:${WORD})\\b)*(?![\\w])`,
  'giu',
);
/** A number before one of these names no amount: one of the items, two years ago. */
const NO_AMOUNT = /^\s+(?:of\b|(?:years?|days?)\s+(?:ago|earlier|before|later)|hand\b|such\b)/iu;

/** Numbers in kanji before a counter: 二億円, 一項目, 十二件. */
export function kanjiNumbersIn(text: string): NumberWord[] {
  return [...text.matchAll(KANJI)].map(({ index, 0: print }) => {
    let [total, part, digit] = [0, 0, 0];
    for (const character of print) {
      const [ten, myriad] = [TENS[character], MYRIADS[character]];
      if (ten) {
        part += (digit || 1) * ten;
        digit = 0;
      } else if (myriad) {
        total += (part + digit || 1) * myriad;
        [part, digit] = [0, 0];
      } else digit = DIGITS.indexOf(character) + 1;
    }
    return { start: index, end: index + print.length, value: total + part + digit };
  });
}

/** Numbers of years in kanji: 三年とも, 五か年. */
export function kanjiYearsIn(text: string): NumberWord[] {
  return [...text.matchAll(KANJI_YEARS)].map(({ index, 0: print }) => ({
    start: index,
    end: index + 1,
    value: TENS[print] ?? DIGITS.indexOf(print) + 1,
  }));
}

/** Numbers in English words: two hundred million, twenty-one. */
export function englishNumbersIn(text: string): NumberWord[] {
  return [...text.matchAll(ENGLISH_NUMBER)].flatMap(({ index, 0: print }) => {
    const end = index + print.length;
    if (NO_AMOUNT.test(text.slice(end))) return [];
    let [total, part] = [0, 0];
    for (const word of print.toLowerCase().split(/[\s-]+/u)) {
      const scale = ENGLISH_SCALES[word];
      if (scale === 100) part = (part || 1) * scale;
      else if (scale) {
        total += (part || 1) * scale;
        part = 0;
      } else part += ENGLISH[word] ?? 0;
    }
    return [{ start: index, end, value: total + part }];
  });
}

const ORDINALS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');
/** Ranks in words: the second highest, ranked third, in fourth place. */
const ORDINAL = new RegExp(
  `\\b(?:${ORDINALS.join('|')})(?=[\\s-]+(?:highest|lowest|largest|smallest|greatest|biggest|longest|shortest|most|fewest|least|best|worst|place\\b))|` +
    `(?<=\\b(?:rank(?:s|ed|ing)?|place[ds]?|c[ao]mes?) )(?:${ORDINALS.join('|')})\\b`,
  'giu',
);

/** Ranks in English words. */
export function ordinalsIn(text: string): NumberWord[] {
  return [...text.matchAll(ORDINAL)].map(({ index, 0: print }) => ({
    start: index,
    end: index + print.length,
    value: ORDINALS.indexOf(print.toLowerCase()) + 1,
  }));
}
