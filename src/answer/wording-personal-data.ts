/** How data about a person is written, after NFKC. */
export type PersonalDataKind = 'phone' | 'my-number' | 'mail' | 'account' | 'address';

const HYPHEN = '[-‐‑‒–—−ー]';
/** A number with one of these behind it is a quantity. */
const NO_UNIT = '(?!\\d|[.,]\\d|\\s?(?:百万|千|万|億|円|人|名|件|時間|%|yen|million|billion|people|hours))';
const NO_DIGIT = '(?<![\\d.,])';
/** Names of places hold no kana that could be a particle, but for one within a name. */
const PLACE = '(?:[\\p{Script=Han}\\p{Script=Katakana}ヶノ]|が(?=\\p{Script=Han}))';

/** What each kind looks like. Twelve digits are a My Number only with the right check digit. */
export const PERSONAL_DATA_SHAPES: Readonly<Record<PersonalDataKind, RegExp>> = {
  mail: /[\w.+%-]+@[\w-]+(?:\.[\w-]+)+/gu,
  phone: new RegExp(
    [
      `(?<![\\d.,-])0\\d{1,4}\\s?${HYPHEN}\\s?\\d{1,4}\\s?${HYPHEN}\\s?\\d{3,4}${NO_UNIT}`,
      `\\(0\\d{1,4}\\)\\s?\\d{1,4}\\s?${HYPHEN}\\s?\\d{4}${NO_UNIT}`,
      `(?<![\\d.,])0\\d{1,3} \\d{2,4} \\d{4}${NO_UNIT}`,
      `${NO_DIGIT}0\\d{9,10}${NO_UNIT}`,
      `\\+81[\\s\\d()-]{9,14}\\d`,
    ].join('|'),
    'gu',
  ),
  'my-number': new RegExp(`${NO_DIGIT}\\d{4}(?:[ -]?\\d{4}){2}${NO_UNIT}`, 'gu'),
  account: new RegExp(
    `(?:口座(?:番号)?|(?:普通|当座|貯蓄)預金|ゆうちょ|(?:bank|savings) account|account (?:number|no\\.?|#))[^\\d\\n]{0,12}` +
      `(?:\\d{5}${HYPHEN}\\d{1,8}|\\d{6,8})${NO_UNIT}`,
    'giu',
  ),
  address: new RegExp(
    [
      `(?:〒|郵便番号[はが:]?|(?:postal|zip) code:?)\\s?\\d{3}${HYPHEN}?\\d{4}`,
      `[市区町村郡]${PLACE}{0,12}\\s?\\d{1,4}(?:丁目|番地|番\\d{1,4}号|${HYPHEN}\\d{1,4}${HYPHEN}\\d{1,4})`,
      `${PLACE}{2,3}[都道府県]${PLACE}{1,8}[市区町村郡]${PLACE}{0,12}\\s?\\d{1,4}(?:丁目|番地|番\\d{1,4}号|${HYPHEN}\\d{1,4})`,
      `${NO_DIGIT}\\d{1,4}-\\d{1,4}-\\d{1,4},? [A-Z][\\w-]+,? (?:[A-Z][\\w-]+,? )?(?:City|Town|Ward|Prefecture|Tokyo|Japan)`,
      `[A-Z][\\w-]+-(?:shi|ku|cho|machi|mura) \\d{1,4}-\\d{1,4}`,
    ].join('|'),
    'gu',
  ),
};
