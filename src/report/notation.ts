import { MARK_CHARACTERS, statusOfMeaning } from './form.ts';
import type { Figure } from './model.ts';
import { foldSpaces } from './source.ts';

/** Signs that mean "less than zero" in a number column. The same △ is a status elsewhere: the column decides. */
export const MINUS_SIGNS = '-△▲−–‐';
/** A cell of nothing but these prints "no value". */
const DASHES = /^[-–—―‐−ー─━]+$/u;
/** Words that stand where a figure would and say there is none. */
const NO_VALUE = /^(?:該当なし|なし|不明|未定|未集計|非公表|皆増|皆減|…+|\.{3,}|n\/a)$/iu;
/** Marks that point to a note (※) and are no part of the number. */
const NOTE_MARK = /(?:※|\*|\(?注\)?)\s*[0-9]?/gu;
const UNITS = [
  ...['百万円', '千円', '万円', '億円', '円', '時間', 'ポイント', '人日', '人', '名', '件', '日', '回', '戸', '世帯'],
  ...[
    '箇所',
    'か所',
    'カ所',
    'ヶ所',
    '団体',
    '位',
    '倍',
    '年',
    'か月',
    '%',
    '‰',
    'pt',
    'h',
    't',
    'トン',
    '㎡',
    'm2',
    'km',
    '分',
  ],
];
const UNIT = new RegExp(`^(?:${UNITS.join('|')})$`, 'u');
const NUMBER = new RegExp(
  `^(?<sign>[${MINUS_SIGNS}+]?) ?(?<whole>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?<part>\\.[0-9]+)? ?(?<unit>[^0-9.,]*)$`,
  'u',
);

/** A bare item number after folding: `12`, `12.`, `No.12`, `(12)`. */
export const ITEM_NUMBER = /^(?:No\.?|№|第|項目|\()?([0-9]{1,4})(?:[.)]|番|号)?$/iu;
/** A year without its era, after one that has it: `28年度`. */
export const SHORT_YEAR = /^([0-9]{1,2}|元)年度?$/u;
/** Whether a cell can hold a year at all. */
export const YEAR_DIGIT = /[0-9０-９元]/u;

/** True for a cell that ends with, begins with or is a note mark. */
export function hasNoteMark(cell: string): boolean {
  return /※|\*|\(注/u.test(cell.normalize('NFKC'));
}

/** A text without its note marks: `下水道事業会計 ※` → `下水道事業会計`. */
export function withoutNoteMarks(text: string): string {
  return foldSpaces(text.replace(/(?:※|＊|\*)\s*[0-9０-９]?|[（(]注[0-9０-９]*[）)]/gu, ''));
}

/** A unit as reports write it (`百万円`, `%`), or null. */
export function parseUnit(text: string): string | null {
  const unit = foldSpaces(text.normalize('NFKC')).replace(/^%$/u, '%');
  return UNIT.test(unit) ? unit : null;
}

/**
 * A cell of a number column. A dash or nothing is a missing value (null, never 0); `null` as a whole means that the
 * cell cannot be read as a number. A unit inside the cell wins over the unit given.
 */
export function parseFigure(cell: string, unit: string | null): Figure | null {
  const print = foldSpaces(cell.normalize('NFKC'));
  const bare = foldSpaces(print.replace(NOTE_MARK, '')).replace(/(?<=[0-9]) ?([.,]) ?(?=[0-9])/gu, '$1');
  if (bare === '' || DASHES.test(bare) || NO_VALUE.test(bare)) return { value: null, unit, print };
  const groups = NUMBER.exec(bare)?.groups;
  if (!groups) return null;
  const own = groups.unit ? parseUnit(groups.unit) : null;
  if (groups.unit && !own) return null;
  const size = Number(`${(groups.whole ?? '').replaceAll(',', '')}${groups.part ?? ''}`);
  const minus = groups.sign !== '' && groups.sign !== '+';
  return { value: minus && size !== 0 ? -size : size, unit: own ?? unit, print };
}

/** How a number is set: its minus sign, decimals, grouping and the unit behind it. */
export interface NumberStyle {
  readonly minus: string;
  readonly decimals: number;
  readonly grouped: boolean;
  readonly unit: string;
}

/** A number in the notation of the reports; `parseFigure` reads it back to the same value. */
export function printNumber(value: number, style: Partial<NumberStyle> = {}): string {
  const { minus = '△', decimals, grouped = true, unit = '' } = style;
  const digits = Math.abs(value).toFixed(decimals ?? decimalsOf(value));
  const [whole = '', part] = digits.split('.');
  const size = grouped ? whole.replace(/(?<=[0-9])(?=(?:[0-9]{3})+$)/gu, ',') : whole;
  return `${value < 0 ? minus : ''}${size}${part ? `.${part}` : ''}${unit}`;
}

/** Digits behind the point of a printed number: `54.30%` has 2. */
export function decimalsPrinted(print: string): number {
  return /\.([0-9]+)/u.exec(print)?.[1]?.length ?? 0;
}

/** Digits behind the point that say something: `54.30%` needs 1. */
export function decimalsNeeded(print: string): number {
  return /\.([0-9]*[1-9])/u.exec(print)?.[1]?.length ?? 0;
}

function decimalsOf(value: number): number {
  const text = String(Math.abs(value));
  if (text.includes('e')) return Math.abs(value) < 1 ? Math.min(100, Number(text.split('e-')[1] ?? 0) + 16) : 0;
  return text.split('.')[1]?.length ?? 0;
}

const LETTER = '[A-EＡ-Ｅ](?=\\s*[:：=＝…])';
const MARK = `(?:[${MARK_CHARACTERS}]|${LETTER})`;
const BEFORE = '[\\s、,，;；:：(（／/】]';
const PLAIN = `[^\\s${MARK_CHARACTERS}、,，;；／/]`;
const QUOTED = /[「『"“](?<mark>[^「」『』"“”\s]{1,2})[」』"”]\s*[:：=＝…‥]*\s*(?<meaning>[^「『"“]+)/gu;
const OPEN = new RegExp(
  `(?:^|(?<=${BEFORE}))(?<mark>${MARK})\\s*[:：=＝…‥]*\\s*(?<meaning>${PLAIN}(?:(?!\\s${LETTER})[^${MARK_CHARACTERS}、,，;；／/])*)`,
  'gu',
);
const MARKS_OF_LEGEND = [
  new RegExp(`[「『"“](?:[${MARK_CHARACTERS}]|[A-EＡ-Ｅ]){1,2}[」』"”]`, 'gu'),
  new RegExp(`(?:^|${BEFORE})${MARK}(?=[\\s:：=＝…]|[^\\s${MARK_CHARACTERS}])`, 'gu'),
];

/** A line that explains marks, at least two of them. */
export function isLegend(text: string): boolean {
  const [quoted = 0, open = 0] = MARKS_OF_LEGEND.map((pattern) => text.match(pattern)?.length ?? 0);
  return quoted >= 2 || (open >= 2 && !text.includes('。'));
}

/** The marks and meanings of a legend as printed: `「○」実施済み 「△」一部実施`, `○：実施済、△：一部実施`. */
export function legendPairs(text: string): { mark: string; meaning: string }[] {
  const [quoted, open] = [QUOTED, OPEN].map((pattern) => [...text.matchAll(pattern)]);
  const matches = quoted && open && quoted.length > 0 && (quoted.length > 1 || open.length < 2) ? quoted : (open ?? []);
  return matches.map(({ groups }) => ({
    mark: groups?.mark ?? '',
    meaning: foldSpaces((groups?.meaning ?? '').replace(/[、,，;；。）)\s]+$/u, '')),
  }));
}

/** One mark with its meaning in a line of its own, where a legend takes several lines: `△：一部実施`. */
export function isLegendPart(text: string): boolean {
  const [only, second] = text.length <= 40 ? legendPairs(text) : [];
  return only !== undefined && second === undefined && statusOfMeaning(only.meaning) !== null && !/[。]/u.test(text);
}

/** A mark in quotes or brackets: the inside. */
export const QUOTED_MARK = /^[「『(](.+)[」』)]$/u;

/** Numbered headings after NFKC, the highest kind first; `name` is the heading without its number. */
export const HEADINGS = {
  chapter: /^第 ?(?<number>[0-9]+) ?[章部編節] ?[.:]? ?(?<name>.+)$/u,
  section: /^(?<number>[0-9]+ ?(?:[.-] ?[0-9]+ ?){1,2})[.、:]?(?: |(?=[^0-9.,%-]))(?<name>(?=.*\p{L})[^0-9.,%\s-].*)$/u,
  number: /^(?<number>[0-9]{1,2})(?: ?[.、:)] ?| )(?<name>(?=.*\p{L})[^0-9.,%\s].*)$/u,
  bracket: /^(?<number>\( ?[0-9]{1,2} ?\))[.、: ]?(?<name>\S.*)$/u,
  roman: /^(?<number>[IVX]{1,5})[.、:) ] ?(?<name>\S.*)$/u,
  corner: /^(?:【(?<name>[^【】]+)】|[■◆]\s?(?<marked>\S.*))$/u,
} as const;
/** The number of a heading that stands in a tab cell of its own. */
export const HEADING_NUMBER = /^[0-9０-９]+[.．-] ?[0-9０-９]*[.．]?$|^第.*章$/u;
/** ① and the like, and bare digits, before a label. */
export const LABEL_NUMBER = /^(?:[①-⑳]|[0-9０-９]{1,2}(?=[^0-9０-９])[.．、]?)/u;
export const PAGE_NUMBER = /^[-‐－―– ]*(?:p\.?|P\.?)? ?[0-9]{1,3} ?(?:\/ ?[0-9]{1,3}|頁|ページ)?[-‐－―– ]*$/u;
/** Leaders and page number behind an entry of a table of contents. */
export const CONTENTS_LEADER = /(?:[…‥・.．]{2,}|[ ])[ ]*[-‐－]?[0-9０-９]{1,3}[-‐－]?$/u;
export const CONTENTS_PAGE = /[…‥・.．\s]*[0-9０-９]{1,3}$/u;

const LEADING_NOTE_MARK = /^(?:[※*](?:[0-9](?![0-9年月日]))?|[(]?注[0-9]*[)]?)/u;
const bareMark = (mark: string): string => mark.replace(/[()]/gu, '');

/** The marks of notes in a cell, after NFKC: `下水道事業会計 ※2` has `※2`. */
export function noteMarksIn(cell: string): string[] {
  return (cell.match(/[※*][0-9]?|[(]注[0-9]*[)]/gu) ?? []).map(bareMark);
}

/** The mark that a note begins with, after NFKC, or null. */
export function noteMarkOf(note: string): string | null {
  const mark = LEADING_NOTE_MARK.exec(note)?.[0];
  return mark === undefined ? null : bareMark(mark);
}

/** How a note names an account or section: as printed, its parts before and in brackets, and without the endings of accounts. */
export function nameForms(subject: string): string[] {
  const [, whole, part] = /^(.+?)（(.+)）$/u.exec(subject) ?? [];
  const base = whole ?? subject;
  const short = base.replace(/(?:特別|事業|企業)*会計$/u, '');
  return [subject, base, ...(part ? [part] : []), ...(short.length >= 2 && short !== base ? [short] : [])];
}

/** The name of a column that is a part of the one before it, without the word that says so: `うち女性職員数`, `（再掲）市債`. */
export function withoutPartMark(name: string): string {
  return name.replace(/^(?:[（(](?:うち|内|内数|再掲)[）)]|(?:うち|内数|再掲)[、:：]?(?!訳|わけ))/u, '') || name;
}

/** The heading of what stands outside a plan as people say it: `推進プラン以外の取組の状況` also without its ending, and up to 以外. */
export function outsideForms(heading: string): string[] {
  const name = heading.replace(/(?:の(?:取組|実施|進捗)?状況|について|の概要)(?:[（(].*)?$/u, '');
  const outside = /^(.{2,}?(?:以外|計画外))/u.exec(name)?.[1];
  return outside ? [...new Set([heading, name, outside])] : [];
}
