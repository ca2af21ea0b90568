/** Characters that normalising leaves alone: most of the thousands of forms of a vocabulary have no other. */
const PLAIN = /^[a-z0-9\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]*$/iu;

/** NFKC, one kind of dash and wave, no thousands separators: `29,671` and `２９６７１` are one word. Offsets change. */
export function normalise(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .normalize('NFKC')
    .replace(/[‐‑‒–−﹣]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/(?<=\d),(?=\d{3}(?!\d))/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A text with what does not distinguish names taken out, and for each of its characters the offset it came from. */
export interface Folded {
  readonly text: string;
  readonly at: readonly number[];
}

/** Characters that people leave out or vary: spaces, long-vowel marks, dashes, dots, quotes, brackets, commas. */
const DROPPED: ReadonlySet<string> = new Set(
  ' \n\t-‐‑‒–—―−﹘﹣－ー・･.,、。「」『』【】（）()[]〔〕“”"\'’‘!?！？:：;/~',
);

/**
 * Folds a normalised text for comparing names: lower case, katakana as hiragana, and without spaces, long-vowel marks,
 * dashes and brackets, so that `ＡＩ－ＯＣＲ`, `AIーOCR` and `ai ocr` are one.
 */
export function fold(text: string): Folded {
  let out = '';
  const at: number[] = [];
  let offset = 0;
  for (const char of text) {
    if (!DROPPED.has(char)) {
      const plain = foldCharacter(char);
      for (let i = 0; i < plain.length; i++) at.push(offset);
      out += plain;
    }
    offset += char.length;
  }
  return { text: out, at };
}

/** `fold(normalise(text)).text`: the key under which two spellings of a name are the same. */
export function key(text: string): string {
  let out = '';
  for (const char of normalise(text)) if (!DROPPED.has(char)) out += foldCharacter(char);
  return out;
}

function foldCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  return code >= 0x30a1 && code <= 0x30f6 ? String.fromCodePoint(code - 0x60) : char.toLowerCase();
}

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' });

/** Hiragana of one or two characters are endings and particles. */
const PARTICLE = /^[\u3041-\u309f]{1,2}$/;

/**
 * Words of a text for full-text search, folded; without particles. Latin words lose a plural s. The segmenter's words
 * depend on the ICU version: an index kept on disk has to be rebuilt when `process.versions.icu` changes.
 */
export function words(text: string): string[] {
  return cutWords(text).map(({ word }) => word);
}

/** The words of `words`, each with what was typed for it. */
export function cutWords(text: string): { word: string; typed: string }[] {
  const found: { word: string; typed: string }[] = [];
  for (const { segment, isWordLike } of segmenter.segment(normalise(text))) {
    if (!isWordLike || PARTICLE.test(segment)) continue;
    const word = key(segment);
    if (word === '') continue;
    const plural = /^[a-z]{4,}s$/.test(word) && !word.endsWith('ss');
    found.push({ word: plural ? word.slice(0, -1) : word, typed: segment });
  }
  return found;
}

/** Sentences of a Japanese or English text, also split before list marks (・, 【). */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[。！？])(?![」）])|(?<=[a-z]{2}[.!?])\s+|\n|\s+(?=[・【])|(?<=\S)(?=【)/u)
    .map((s) => s.trim())
    .filter((s) => s !== '');
}
