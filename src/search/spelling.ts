/** A vocabulary of single Latin words to mend typing slips with. */
export interface Spelling {
  /** The text with every unknown Latin word replaced by the known one that is a slip away. */
  mend(text: string): string;
}

/** Shorter words have too many neighbours. */
const SHORTEST = 4;
const WORD = /[a-z]+/giu;

/** Collects the Latin words of the forms given. */
export function buildSpelling(forms: Iterable<string>): Spelling {
  const known = new Set<string>();
  for (const form of forms) for (const [word] of form.toLowerCase().matchAll(WORD)) known.add(word);
  const byLength = Map.groupBy(known, (word) => word.length);
  const isKnown = (word: string): boolean => {
    for (let length = word.length; length >= SHORTEST; length--) if (known.has(word.slice(0, length))) return true;
    return false;
  };
  return {
    mend: (text) =>
      text.replace(WORD, (written) => {
        const word = written.toLowerCase();
        if (word.length < SHORTEST || isKnown(word)) return written;
        const near = [-1, 0, 1]
          .flatMap((d) => byLength.get(word.length + d) ?? [])
          .filter((k) => k.length >= SHORTEST && isSlip(word, k));
        // Slips are rarer at the beginning of a word: of several neighbours the one that begins alike longest.
        const [best, next] = near.map((k) => ({ k, alike: prefixLength(word, k) })).sort((a, b) => b.alike - a.alike);
        return best && (!next || best.alike > next.alike) ? best.k : written;
      }),
  };
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
