import { fold, key, keyStart } from './text.ts';

/** A form found in a text; offsets are of the normalised text. */
export interface Match<T> {
  readonly start: number;
  readonly end: number;
  readonly values: readonly T[];
}

interface Form<T> {
  readonly text: string;
  readonly latin: boolean;
  readonly prefix: boolean;
  readonly katakana: boolean;
  readonly values: T[];
}

const LATIN = /^[\p{Script=Latin}\p{N}\s\p{P}]+$/u;
const LONG_VOWEL = /^ー$/;
/** Forms so short are particles and the like, which people do not set in katakana inside a word. Characters. */
const PARTICLE = 3;
const DIGIT = /^\d$/;
const KATAKANA = /[\p{Script=Katakana}]/u;
/** Characters by which forms are found. */
const START = 2;
const MIXED_KANA = /^(?:\p{Script=Hiragana}\p{Script=Katakana}|\p{Script=Katakana}\p{Script=Hiragana})$/u;
const LETTER = /\p{Script=Latin}/u;
const WORD_CHAR = /[\p{Script=Latin}\p{N}]/u;
/** Endings under which an English form is still the same word. */
const ENDING = /^(?:e?s'?|'s?|ed|ing)?$/i;

/**
 * A dictionary of written forms: finds all of them in a text. Japanese forms match anywhere, Latin ones at word
 * boundaries with an optional plural or verb ending; a trailing `*` makes a Latin form a prefix.
 */
export class Matcher<T> {
  /** Forms as they were written, by the first character of their key: a question meets few of the thousands. */
  readonly #waiting = new Map<number, (readonly [written: string, value: T])[]>();
  /** Forms by their folded text. */
  readonly #forms = new Map<string, Form<T>[]>();
  /** Lengths of the forms that begin with these characters: what is worth looking up at a place of a text. */
  readonly #lengths = new Map<number, Set<number>>();

  /** Adds a written form of a value. Forms that fold to nothing are ignored. */
  add(written: string, value: T): void {
    const start = keyStart(isPrefix(written) ? written.slice(0, -1) : written, 1);
    if (start === '') return;
    const first = start.charCodeAt(0);
    const waiting = this.#waiting.get(first);
    if (waiting) waiting.push([written, value]);
    else this.#waiting.set(first, [[written, value]]);
  }

  /** All forms that occur in a normalised text, overlapping ones too. */
  find(normalised: string): Match<T>[] {
    const { text, at } = fold(normalised);
    const found: Match<T>[] = [];
    for (let i = 0; i < text.length; i++) {
      this.#foldWaiting(text.charCodeAt(i));
      for (let start = Math.min(START, text.length - i); start >= 1; start--) {
        const lengths = this.#lengths.get(startCode(text, i, start));
        if (!lengths) continue;
        for (const length of lengths) {
          for (const form of this.#forms.get(text.slice(i, i + length)) ?? []) {
            const first = at[i] ?? 0;
            const end = endOf(form, first, at[i + length - 1] ?? first, normalised);
            if (end !== null) found.push({ start: first, end, values: form.values });
          }
        }
      }
    }
    return found;
  }

  #foldWaiting(first: number): void {
    const waiting = this.#waiting.get(first);
    if (!waiting) return;
    for (const [written, value] of waiting) this.#fold(written, value);
    this.#waiting.delete(first);
  }

  #fold(written: string, value: T): void {
    const prefix = isPrefix(written);
    const text = key(prefix ? written.slice(0, -1) : written);
    const same = this.#forms.get(text) ?? [];
    const known = same.find((form) => form.prefix === prefix);
    if (known) {
      if (!known.values.includes(value)) known.values.push(value);
      return;
    }
    const katakana = /^[\p{Script=Katakana}ー]+$/u.test(written);
    this.#forms.set(text, [...same, { text, latin: LATIN.test(written), katakana, prefix, values: [value] }]);
    const start = startCode(text, 0, Math.min(START, text.length));
    const lengths = this.#lengths.get(start);
    if (lengths) lengths.add(text.length);
    else this.#lengths.set(start, new Set([text.length]));
  }
}

/** One or two characters as one number, which is found faster than a text. */
function startCode(text: string, at: number, length: number): number {
  const first = text.charCodeAt(at);
  return length === 1 ? first : (first << 16) | text.charCodeAt(at + 1);
}

function isPrefix(written: string): boolean {
  return written.endsWith('*');
}

/** The longest of the matches that do not overlap, in order of appearance. */
export function longest<T>(matches: readonly Match<T>[]): Match<T>[] {
  const chosen: Match<T>[] = [];
  const taken: boolean[] = [];
  for (const match of matches.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    // What is taken is at least as long, so that it cannot lie inside.
    if (taken[match.start] || taken[match.end - 1]) continue;
    for (let i = match.start; i < match.end; i++) taken[i] = true;
    chosen.push(match);
  }
  return chosen.sort((a, b) => a.start - b.start);
}

/** Where a form that begins and ends at these characters ends in the text, or null when it is only a part of a word. */
function endOf<T>(form: Form<T>, start: number, last: number, normalised: string): number | null {
  let end = last + String.fromCodePoint(normalised.codePointAt(last) ?? 0).length;
  // A number is not a part of a longer one: 図表1 in 図表12.
  if (DIGIT.test(normalised.charAt(last)) && DIGIT.test(normalised.charAt(end))) return null;
  if (DIGIT.test(normalised.charAt(start)) && DIGIT.test(normalised.charAt(start - 1))) return null;
  // A katakana word is not a part of a longer one: スマート in スマートフォン.
  if (form.katakana && (KATAKANA.test(normalised.charAt(start - 1)) || KATAKANA.test(normalised.charAt(end))))
    return null;
  // Two kana that straddle a change of script are no word: いマ in じんざいマネジメント.
  if (form.text.length <= 2 && MIXED_KANA.test(normalised.slice(start, end))) return null;
  if (form.latin) {
    const whole = end;
    if (WORD_CHAR.test(normalised.charAt(start)) && LETTER.test(normalised.charAt(start - 1))) return null;
    while (LETTER.test(normalised.charAt(end)) || normalised.charAt(end) === "'") end++;
    if (!form.prefix && end > whole && !ENDING.test(normalised.slice(whole, end))) return null;
  }
  while (LONG_VOWEL.test(normalised.charAt(end))) end++;
  // Nor is a particle that sounds like its ending: と in マネジメント.
  if (!form.katakana && form.text.length <= PARTICLE && cutsKatakana(normalised, start, end)) return null;
  return end;
}

/** True when a piece of katakana is cut out of a longer run of it. */
function cutsKatakana(text: string, start: number, end: number): boolean {
  const isKana = (at: number): boolean => KATAKANA.test(text.charAt(at)) || LONG_VOWEL.test(text.charAt(at));
  return (isKana(start) && isKana(start - 1)) || (isKana(end - 1) && isKana(end));
}
