/** How questions write a number of years; each is held against what stands behind the number. */
const UNIT = '(?:[かカケヶ]?年|(?:years?|yrs?)\\b)';
/** Years as such. */
export const YEARS = new RegExp(`^${UNIT}`, 'iu');
/** Years before now. */
export const AGO = new RegExp(`^${UNIT}\\s?(?:前(?!半)|ago\\b|earlier\\b)`, 'iu');
/** Years as a period. */
export const PERIOD = /^(?:[かカケヶ]?年\s?(?:間|分|平均|と\s?も|で(?!の))|[かカケヶ]年|(?:years|yrs)\b)/iu;
/** Before a period these set no bound and ask for no list: over three years, all five years. */
export const LEADING = /^(?:over|within|under|all)$/iu;
/** The word that says it is past, where it stands by itself. */
export const ALONE = /^(?:ago|earlier)$/iu;
/** Behind a number: a fiscal year, never a number of years. */
export const FISCAL = /^年度/u;
