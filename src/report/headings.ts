import { folded, foldSpaces } from './source.ts';

/** Kinds of numbered headings, the highest first. */
export type HeadingKind = 'chapter' | 'roman' | 'number' | 'section' | 'bracket' | 'corner' | 'plain';

export interface Heading {
  readonly kind: HeadingKind;
  /** As printed, the number of a section without spaces inside: `1. 2 特別会計` → `1.2 特別会計`. */
  readonly text: string;
  /** Without its number: `特別会計`. */
  readonly name: string;
  /** Number of a chapter heading; null for other kinds. */
  readonly number: number | null;
  readonly line: number;
}

const RANK: readonly HeadingKind[] = ['chapter', 'roman', 'number', 'section', 'bracket', 'corner', 'plain'];
/** Position in the order of headings; smaller is higher. */
export function rankOf(kind: HeadingKind): number {
  return RANK.indexOf(kind);
}

const LONGEST = 70;
const CHAPTER = /^第 ?([0-9]+) ?[章部編節] ?[.:]? ?(?<name>.+)$/u;
const ROMAN = /^(?<roman>[IVX]{1,5})[.、:) ] ?(?<name>\S.*)$/u;
const SECTION = /^(?<number>[0-9]+ ?(?:[.-] ?[0-9]+ ?){1,2})[.、:]?(?: |(?=[^0-9.,%-]))(?<name>[^0-9.,%\s-].*)$/u;
const NUMBER = /^(?<number>[0-9]{1,2})(?: ?[.、:)] ?| )(?<name>[^0-9.,%\s].*)$/u;
const BRACKET = /^(?<number>\( ?[0-9]{1,2} ?\))[.、: ]?(?<name>\S.*)$/u;
const CORNER = /^【(?<name>[^【】]+)】$|^[■◆]\s?(?<name2>\S.*)$/u;

/**
 * A line as a numbered heading (`1. …`, `1.1 …`, `1-1 …`, `第1章 …`, `Ⅰ …`, `（1）…`, `【…】`, `■ …`), or null. Sentences and
 * long lines are none.
 */
export function parseHeading(text: string, line: number): Heading | null {
  const wide = foldSpaces(text.normalize('NFKC'));
  if (wide.length > LONGEST || /[。!?]$|[。].+/u.test(wide)) return null;
  const made = (kind: HeadingKind, name: string, number: number | null = null, shown = text): Heading => {
    return { kind, text: foldSpaces(shown), name: foldSpaces(name), number, line };
  };
  const chapter = CHAPTER.exec(wide);
  if (chapter) return made('chapter', chapter.groups?.name ?? '', Number(chapter[1]));
  const section = SECTION.exec(wide)?.groups;
  if (section) {
    const number = folded(section.number ?? '').replace(/[.]$/u, '');
    const name = section.name ?? '';
    const tail = foldSpaces(text).slice(-name.length);
    return made('section', name, null, `${number} ${tail.normalize('NFKC') === name ? tail : name}`);
  }
  const number = NUMBER.exec(wide)?.groups;
  if (number) return made('number', number.name ?? '', Number(number.number));
  const bracket = BRACKET.exec(wide)?.groups;
  if (bracket) return made('bracket', bracket.name ?? '');
  const roman = ROMAN.exec(wide)?.groups;
  if (roman) return made('roman', roman.name ?? '', romanValue(roman.roman ?? ''));
  const corner = CORNER.exec(wide)?.groups;
  if (corner) return made('corner', corner.name ?? corner.name2 ?? '');
  return null;
}

/** A label without its leading number: `1. 地域マネジメント`, `（2）…`, `Ⅲ …`, `① …`. */
export function withoutNumber(label: string): string {
  const text = foldSpaces(label);
  if (/^[①-⑳]/u.test(text)) return foldSpaces(text.slice(1));
  return parseHeading(text, 0)?.name ?? text.replace(/^[0-9０-９]{1,2}(?=[^0-9０-９])[.．、]?/u, '').trim();
}

function romanValue(roman: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  return [...roman].reduce((sum, letter, i, all) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[all[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
