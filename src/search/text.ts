/**
 * Texts that normalising leaves alone: printable ASCII without commas, kana and kanji, single spaces inside. Most of the
 * thousands of forms of a vocabulary are of that kind.
 */
const PLAIN = /^(?:[!-+\--~\u3041-\u3096\u30a1-\u30fa\u30fc\u4e00-\u9fff]+(?: (?! |$)|$))*$/;

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
    const plain = foldCharacter(char);
    for (let i = 0; i < plain.length; i++) at.push(offset);
    out += plain;
    offset += char.length;
  }
  return { text: out, at };
}

/** `fold(normalise(text)).text`: the key under which two spellings of a name are the same. */
export function key(text: string): string {
  return keyStart(text, Number.POSITIVE_INFINITY);
}

/** The first characters of the key, at most as many as given. */
export function keyStart(text: string, length: number): string {
  let out = '';
  for (const char of normalise(text)) {
    if (out.length >= length) break;
    out += foldCharacter(char);
  }
  return out.slice(0, length);
}

/** Empty for a character that does not distinguish names. */
function foldCharacter(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  // Most are hiragana and kanji, which stay as they are.
  if ((code >= 0x3041 && code <= 0x3096) || (code >= 0x4e00 && code <= 0x9fff)) return char;
  if (code >= 0x30a1 && code <= 0x30f6) return String.fromCodePoint(code - 0x60);
  return DROPPED.has(char) ? '' : char.toLowerCase();
}

let segmenter: Intl.Segmenter | null = null;

/** Made when it is first needed: reading its dictionary takes longer than most questions. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' });
  return segmenter.segment(text);
}

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
  const normal = normalise(text);
  // Most of what stands between names is a particle, and cutting costs.
  if (normal === '' || PARTICLE.test(normal)) return found;
  for (const { segment, isWordLike } of segments(normal)) {
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
    .split(/(?<=[。！？])(?![」）])|(?<=[a-z]{2}[.!?])(?<!\bno[.](?=\s*\d))\s+|\n|\s+(?=[・【])|(?<=\S)(?=【)/u)
    .map((s) => s.trim())
    .filter((s) => s !== '');
}
