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
  /\p{Script=Hiragana}/u.test(most) || /\p{Script=Han}/u.test(most) ? `${line}が${most}` : `${line}, the ${most}`;
