import { STATUS_MARK } from './wording-grounding.ts';
import { IS_JAPANESE } from './wording-grounding-words.ts';

/** Words that get their meaning from where they stand: in a list, a table, or behind a bracket. */

/** A year at the start of a bracket, and the same year in the next one. */
export const YEAR_IN_BRACKET = /[(]((?:令和|平成|昭和|[RHS]|FY)?\s?(?:元|\d+)年?度?|前年度?|昨年度?)/u;
export const SAME_YEAR = /[(]同(?:年度?|期)?(?:は|が|の|、|:)?\s*(?=[\d△▲-])/u;
/** The head of a column of ranks. */
export const RANK_HEAD = /^(?:順位|rank(?:ing)?)$/iu;
export const asRank = (digits: string): string => `${digits}位`;
/** The mark of a line of a list. */
export const LIST_MARK = /^\s*(?:[・*•]|-\s|\d{1,2}[.)]\s)/u;
/** A line of such a list that leads by what the sentence before the list says of all of its lines. */
export const leading = (line: string, most: string): string =>
  IS_JAPANESE.test(most) ? `${line}が${most}` : `${line}, the ${most}`;

/** The head of a column of numbers of items, and such a number. */
export const ITEM_HEAD = /^(?:整理番号|項目番号|項目|取組番号|(?:plan )?items?(?: (?:no\.?|number))?)$/iu;
export const asItem = (digits: string): string => `整理番号${digits}`;
/** The unit at the end of the head of a column. */
export const HEAD_UNIT_END =
  /\s*[(]\s*(?:単位\s*[:]?\s*|in |unit:? ?)?([百千万億]*円|時間|%|人|日|件|項目|\s?(?:million|thousand|billion) yen|\s?hours)\s*[)]$/iu;
/** A cell that is a bare figure, and one that is the status of an item. */
export const NUMBER_CELL = /^[△▲-]?\s?\d[\d,]*(?:\.\d+)?$/u;
const STATUS_NAME =
  '(?:実施済み?|一部(?:のみ)?実施|未実施(?:(?:または|・)検討中)?|検討中|次年度以降(?:に)?(?:実施)?(?:予定)?|(?:fully |partially |partly |not )?implemented)';
export const STATUS_CELL = new RegExp(
  `^(?:${STATUS_NAME}?\\s*[(]?${STATUS_MARK}?[)]?|${STATUS_MARK}\\s*[(]?${STATUS_NAME}[)]?)$`,
  'iu',
);
/** A cell with the head of its column before it. */
export const headed = (head: string, cell: string): string =>
  /\p{Script=Han}/u.test(head) ? `${head}は${cell}` : `${head}: ${cell}`;

/** Before a list of those that are not what the sentence says. */
export const THE_REST =
  /残り|残る|ほか|それ以外|を除|以外の|のうち|内訳|理由|\b(?:rest|remaining|others?|except|reasons?|of which|not|why)\b/iu;
/** Such a line with the status that the sentence before the list says of it. */
export const stated = (line: string, status: string): string => {
  const mark = LIST_MARK.exec(line)?.[0] ?? '';
  const rest = line.slice(mark.length).trimStart();
  // The number of an item leads its line.
  const behind = IS_JAPANESE.test(status) ? `は${status}` : `: ${status}`;
  return /^\d/u.test(rest) ? `${mark}${rest}${behind}` : `${mark}${status}: ${rest}`;
};
