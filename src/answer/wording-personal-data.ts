/** How data about a person is written, after NFKC. */
export type PersonalDataKind = 'phone' | 'my-number' | 'mail' | 'account' | 'address';

const HYPHEN = '[-‐‑‒–—−ー]';
/** A number with one of these behind it is a quantity. */
const NO_UNIT = '(?!\\d|[.,]\\d|\\s?(?:百万|千|万|億|円|人|名|件|時間|%|yen|million|billion|people|hours))';
const NO_DIGIT = '(?<![\\d.,])';
/** Names of places hold no kana that could be a particle, but for one within a name. */
const PLACE = '(?:[\\p{Script=Han}\\p{Script=Katakana}ヶノ]|が(?=\\p{Script=Han}))';

/** Words before a number that make it something else than the number of a house. */
const COUNTED =
  '(?!\\p{Script=Han}*(?:番号|項目|計画|以外|令和|平成|昭和|年|月|会計|図|表|第|歳|課|別|債|税|費|額|率|数))';
/** What is counted in a town. */
const NO_THING = '(?!\\p{Script=Han}*(?:職員|人口|世帯|施設|件|会|回|室|館|所|業務|団体|体系|位|条|項|版|基|台))';
const HOUSE = `\\d{1,4}(?:丁目|番地|番\\d{1,4}号|${HYPHEN}\\d{1,4}(?:${HYPHEN}\\d{1,4})?(?![-\\d年月番号項])${NO_UNIT})`;
const HAN_DIGITS = '[〇一二三四五六七八九十百千]';

/** What each kind looks like. Twelve digits are a My Number with the right check digit, or when they are called one. */
export const PERSONAL_DATA_SHAPES: Readonly<Record<PersonalDataKind, RegExp>> = {
  mail: /[\w.+%-]+@[\w-]+(?:\.[\w-]+)*/gu,
  phone: new RegExp(
    [
      `(?<![\\d.,-])0\\d{1,4}\\s?${HYPHEN}\\s?\\d{1,4}\\s?${HYPHEN}\\s?\\d{3,4}${NO_UNIT}`,
      `\\(0\\d{1,4}\\)\\s?\\d{1,4}\\s?${HYPHEN}\\s?\\d{4}${NO_UNIT}`,
      `(?<![\\d.,-])0\\d{1,4}\\s?\\(\\d{1,4}\\)\\s?\\d{4}${NO_UNIT}`,
      `(?<![\\d.,-])0\\d{1,4}\\.\\d{1,4}\\.\\d{3,4}${NO_UNIT}`,
      `(?<![\\d.,])0\\d{1,3} \\d{2,4} \\d{4}${NO_UNIT}`,
      `${NO_DIGIT}0\\d{9,10}${NO_UNIT}`,
      `\\+81[\\s\\d()-]{9,14}\\d`,
      // Within the town. Three digits before the hyphen may as well be amounts, and four behind it a year.
      `(?<![\\w.,-])[1-9]\\d${HYPHEN}(?!19|20)\\d{4}(?![-\\w年月])${NO_UNIT}`,
      `(?:電話|連絡先|携帯|tel|phone)[^\\d\\n]{0,6}[1-9]\\d{1,2}${HYPHEN}\\d{4}(?![-\\w年月])${NO_UNIT}`,
    ].join('|'),
    'giu',
  ),
  'my-number': new RegExp(
    [
      `(?:(?:マイナンバー|個人番号|my number)[^\\d\\n]{0,6})?${NO_DIGIT}\\d{4}(?:[ -]?\\d{4}){2}${NO_UNIT}`,
      `住民票コード[^\\d\\n]{0,6}\\d{11}(?!\\d)`,
    ].join('|'),
    'giu',
  ),
  account: new RegExp(
    [
      `(?:口座(?:番号)?|(?:普通|当座|貯蓄)預金|ゆうちょ|(?:bank|savings) account|account (?:number|no\\.?|#))[^\\d\\n]{0,12}` +
        `(?:\\d{5}${HYPHEN}\\d{1,8}|\\d{6,8})${NO_UNIT}`,
      `(?:普通|当座|貯蓄)[\\s:のは]{0,3}\\d{7}${NO_UNIT}`,
      `(?:支店|本店|出張所)[^\\d\\n]{0,8}\\d{7}${NO_UNIT}`,
      // Of the post office, and international.
      `記号[^\\d\\n]{0,4}\\d{5}(?!\\d)[^\\d\\n]{0,8}番号[^\\d\\n]{0,4}\\d{6,8}(?!\\d)`,
      `\\bIBAN\\b[^\\dA-Z\\n]{0,3}[A-Z]{2}\\d{2}[A-Z\\d ]{11,34}|\\b[A-Z]{2}\\d{2}[A-Z]{4}\\d{7,}`,
    ].join('|'),
    'giu',
  ),
  address: new RegExp(
    [
      `(?:〒|郵便(?:番号)?|(?:postal|zip) code)[^\\d\\n]{0,4}\\d{3}${HYPHEN}?\\d{4}(?!\\d)`,
      // Alone it is one where it cannot be a span of amounts or years.
      `(?<![\\w.,]|${HYPHEN}|(?:電話|連絡先|携帯|tel|phone)[^\\d\\n]{0,6})\\d{3}${HYPHEN}(?!19|20)\\d{4}(?!${HYPHEN}|[\\w年月])${NO_UNIT}`,
      `[市区町村郡]${COUNTED}${PLACE}{1,12}\\s?${HOUSE}`,
      // The bare number of a house, behind the town; two digits may be the number of an item.
      `${PLACE}{1,8}[市区町村]${COUNTED}${NO_THING}[\\p{Script=Han}ヶノ]{2,6}\\d{3,4}(?=$|[のにでと、。,\\s)」在番号])`,
      `${PLACE}{2,3}[都道府県]${PLACE}{1,8}[市区町村郡]${PLACE}{0,12}\\s?${HOUSE}`,
      `${PLACE}{1,8}(?:\\d{1,5}|${HAN_DIGITS}{1,7})番地`,
      `${PLACE}{1,8}(?:\\d{1,2}|${HAN_DIGITS}{1,3})丁目`,
      `${NO_DIGIT}\\d{1,4}-\\d{1,4}-\\d{1,4},? [A-Z][\\w-]+,? (?:[A-Z][\\w-]+,? )?(?:City|Town|Ward|Prefecture|Tokyo|Japan)`,
      `\\d{1,4}-\\d{1,4}(?:-\\d{1,4})?,? [A-Z]\\w+,? [A-Z]\\w+-(?:shi|ku|cho|machi|mura|gun)\\b`,
      `[A-Z][\\w-]+-(?:shi|ku|cho|machi|mura) \\d{1,4}-\\d{1,4}`,
    ].join('|'),
    'gu',
  ),
};
