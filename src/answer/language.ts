import { normalise } from '../search/text.ts';
import type { Language } from './frame.ts';
import { NAMES, type Span, type SpanMeaning } from './spans.ts';
import { IN_LANGUAGE } from './wording-question-forms.ts';

/** Kinds of meaning whose text may be in another language than the question. */
const FOREIGN: ReadonlySet<SpanMeaning['type']> = new Set([...NAMES, 'year', 'city', 'status', 'absent']);
const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** A word; capitals alone may be a name in any language. */
const ENGLISH = /[a-z]{2,}/u;

/**
 * Language of a question: Japanese as soon as it has a kana or a kanji outside quoted names. `otherwise`: that of the
 * conversation or of the person, for what is in none, such as a number, a sign or a name in capitals.
 */
export function languageOf(question: string, spans: readonly Span[], otherwise: Language | null = null): Language {
  const text = normalise(question);
  if (otherwise && !JAPANESE.test(text) && !ENGLISH.test(text)) return otherwise;
  const named = spans.filter((span) => span.meanings.some((m) => FOREIGN.has(m.type))).map((span) => span.text);
  const own = without(text.replace(/[(（「"].*?[)）」"]/gu, ' '), named);
  const latin = (text.match(/[a-z]{2,}/giu) ?? []).length;
  if (JAPANESE.test(own)) return /[\p{Script=Hiragana}]/u.test(own) || latin < 3 ? 'ja' : 'en';
  return latin >= 2 && !/[\p{Script=Hiragana}]/u.test(own)
    ? 'en'
    : JAPANESE.test(question)
      ? 'ja'
      : latin > 0
        ? 'en'
        : 'ja';
}

/** The text without the pieces; each is taken out once, where it stands first. */
function without(text: string, pieces: readonly string[]): string {
  const taken = new Uint8Array(text.length);
  /** Where to look on for a piece. */
  const after = new Map<string, number>();
  for (const piece of pieces) {
    let at = text.indexOf(piece, after.get(piece) ?? 0);
    while (at >= 0 && taken.subarray(at, at + piece.length).includes(1)) at = text.indexOf(piece, at + 1);
    if (at >= 0) taken.fill(1, at, at + piece.length);
    after.set(piece, at >= 0 ? at + piece.length : text.length);
  }
  return Array.from({ length: text.length }, (_, i) => (taken[i] ? ' ' : text.charAt(i))).join('');
}

/** The language that a question asks to be answered in, and the question without that; null when it asks for none. */
export function languageWanted(question: string): { language: Language | null; rest: string } {
  for (const language of ['en', 'ja'] as const) {
    const wanted = IN_LANGUAGE[language].find((shape) => shape.test(question));
    if (wanted) return { language, rest: question.replace(wanted, ' ').trim() };
  }
  return { language: null, rest: question };
}
