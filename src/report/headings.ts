import { hasSentence } from './form.ts';
import { HEADINGS, LABEL_NUMBER } from './notation.ts';
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
/**
 * A line as a numbered heading (`1. …`, `1.1 …`, `1-1 …`, `第1章 …`, `Ⅰ …`, `（1）…`, `【…】`, `■ …`), or null. Sentences and
 * long lines are none.
 */
export function parseHeading(text: string, line: number): Heading | null {
  const wide = foldSpaces(text.normalize('NFKC'));
  if (wide.length > LONGEST || hasSentence(wide) || /[!?]$/u.test(wide)) return null;
  const made = (kind: HeadingKind, name: string, number: number | null = null, shown = text): Heading => {
    return { kind, text: foldSpaces(shown), name: foldSpaces(name), number, line };
  };
  const chapter = HEADINGS.chapter.exec(wide)?.groups;
  if (chapter) return made('chapter', chapter.name ?? '', Number(chapter.number));
  const section = HEADINGS.section.exec(wide)?.groups;
  if (section) {
    const number = folded(section.number ?? '').replace(/[.]$/u, '');
    const name = section.name ?? '';
    const tail = foldSpaces(text).slice(-name.length);
    return made('section', name, null, `${number} ${tail.normalize('NFKC') === name ? tail : name}`);
  }
  const number = HEADINGS.number.exec(wide)?.groups;
  if (number) return made('number', number.name ?? '', Number(number.number));
  const bracket = HEADINGS.bracket.exec(wide)?.groups;
  if (bracket) return made('bracket', bracket.name ?? '');
  const roman = HEADINGS.roman.exec(wide)?.groups;
  if (roman) return made('roman', roman.name ?? '', romanValue(roman.number ?? ''));
  const corner = HEADINGS.corner.exec(wide)?.groups;
  if (corner) return made('corner', corner.name ?? corner.marked ?? '');
  return null;
}

/** A label without its leading number: `1. 地域マネジメント`, `（2）…`, `Ⅲ …`, `① …`. */
export function withoutNumber(label: string): string {
  const text = foldSpaces(label);
  return parseHeading(text, 0)?.name ?? foldSpaces(text.replace(LABEL_NUMBER, ''));
}

function romanValue(roman: string): number {
  const values: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
  return [...roman].reduce((sum, letter, i, all) => {
    const value = values[letter] ?? 0;
    return sum + (value < (values[all[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}
