import { fold, normalise } from './text.ts';

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
const LONG_VOWEL = /^[ー~]$/;
const KATAKANA = /[\p{Script=Katakana}]/u;
const WORD_CHAR = /[\p{Script=Latin}\p{N}]/u;
/** Endings under which an English form is still the same word. */
const ENDING = /^(?:e?s|'s|ed|ing)?$/;

/**
 * A dictionary of written forms: finds all of them in a text. Japanese forms match anywhere, Latin ones at word
 * boundaries with an optional plural or verb ending; a trailing `*` makes a Latin form a prefix.
 */
export class Matcher<T> {
  readonly #byStart = new Map<string, Form<T>[]>();
  readonly #written: string[] = [];
  readonly #forms = new Map<string, Form<T>>();

  /** Adds a written form of a value. Forms that fold to nothing are ignored. */
  add(written: string, value: T): void {
    this.#written.push(written);
    const prefix = written.endsWith('*');
    const text = fold(normalise(prefix ? written.slice(0, -1) : written)).text;
    if (text === '') return;
    const id = `${text}${prefix ? '*' : ''}`;
    const known = this.#forms.get(id);
    if (known) {
      if (!known.values.includes(value)) known.values.push(value);
      return;
    }
    const form: Form<T> = {
      text,
      latin: LATIN.test(written),
      katakana: /^[\p{Script=Katakana}ー]+$/u.test(written),
      prefix,
      values: [value],
    };
    this.#forms.set(id, form);
    const start = text.slice(0, 2);
    const list = this.#byStart.get(start);
    if (list) list.push(form);
    else this.#byStart.set(start, [form]);
  }

  /** All forms as added. */
  written(): string[] {
    return [...this.#written];
  }

  /** All forms that occur in a normalised text, overlapping ones too. */
  find(normalised: string): Match<T>[] {
    const { text, at } = fold(normalised);
    const found: Match<T>[] = [];
    for (let i = 0; i < text.length; i++) {
      const candidates = [
        ...(this.#byStart.get(text.slice(i, i + 2)) ?? []),
        ...(this.#byStart.get(text.charAt(i)) ?? []),
      ];
      for (const form of candidates) {
        if (!text.startsWith(form.text, i)) continue;
        const start = at[i] ?? 0;
        const last = at[i + form.text.length - 1] ?? start;
        let end = last + 1;
        // A katakana word is not a part of a longer one: スマート in スマートフォン.
        if (form.katakana && (KATAKANA.test(normalised.charAt(start - 1)) || KATAKANA.test(normalised.charAt(end))))
          continue;
        if (form.latin) {
          if (WORD_CHAR.test(normalised.charAt(start)) && /[\p{Script=Latin}]/u.test(normalised.charAt(start - 1)))
            continue;
          const rest = /^[\p{Script=Latin}']*/u.exec(normalised.slice(end))?.[0] ?? '';
          if (!form.prefix && !ENDING.test(rest)) continue;
          end += rest.length;
        }
        while (LONG_VOWEL.test(normalised.charAt(end))) end++;
        found.push({ start, end, values: form.values });
      }
    }
    return found;
  }

  /** The longest forms that do not overlap, in order of appearance. */
  findLongest(normalised: string): Match<T>[] {
    const chosen: Match<T>[] = [];
    for (const match of this.find(normalised).sort(
      (a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start,
    )) {
      if (chosen.every((c) => match.end <= c.start || match.start >= c.end)) chosen.push(match);
    }
    return chosen.sort((a, b) => a.start - b.start);
  }
}
