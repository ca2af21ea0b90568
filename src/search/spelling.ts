/** A vocabulary of single Latin words to mend typing slips with. */
export interface Spelling {
  /** The text with every unknown Latin word replaced by the known one that is a slip away. */
  mend(text: string): string;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const WORD = /[a-z]+/giu;

interface Known {
  readonly words: ReadonlySet<string>;
  readonly byLength: ReadonlyMap<number, readonly string[]>;
}

/** Mends with the Latin words of the forms given. They are collected when the first Latin word has to be looked at. */
export function buildSpelling(forms: Iterable<string>): Spelling {
  let collected: Known | null = null;
  const known = (): Known => {
    collected ??= collect(forms);
    return collected;
  };
  return {
    mend(text) {
      const mended = new Map<string, string>();
      return text.replace(WORD, (written) => {
        if (written.length < SHORTEST) return written;
        const word = written.toLowerCase();
        const better = mended.get(written) ?? (isKnown(word, known()) ? written : (nearest(word, known()) ?? written));
        mended.set(written, better);
        return better;
      });
    },
  };
}

function collect(forms: Iterable<string>): Known {
  const words = new Set<string>();
  for (const form of forms) for (const [word] of form.toLowerCase().matchAll(WORD)) words.add(word);
  return { words, byLength: Map.groupBy(words, (word) => word.length) };
}

/** A word of the vocabulary, or one that begins with such a word. */
function isKnown(word: string, { words }: Known): boolean {
  for (let length = word.length; length >= SHORTEST; length--) if (words.has(word.slice(0, length))) return true;
  return false;
}

/** The word that is a slip away. Slips are rarer at the beginning: of several, the one that begins alike longest. */
function nearest(word: string, { byLength }: Known): string | null {
  const near = [-1, 0, 1]
    .flatMap((d) => byLength.get(word.length + d) ?? [])
    .filter((k) => k.length >= SHORTEST && isSlip(word, k));
  const [best, next] = near.map((k) => ({ k, alike: prefixLength(word, k) })).sort((a, b) => b.alike - a.alike);
  return best && (!next || best.alike > next.alike) ? best.k : null;
}

function prefixLength(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}

/** One letter changed, missing, added, or two neighbours swapped. */
function isSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < Math.min(a.length, b.length) && a[start] === b[start]) start++;
  let end = 0;
  while (end < Math.min(a.length, b.length) - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [restA, restB] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (restA.length <= 1 && restB.length <= 1) return true;
  return restA.length === 2 && restB.length === 2 && restA[0] === restB[1] && restA[1] === restB[0];
}
