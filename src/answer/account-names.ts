import type { IndexedEntry, LexiconIndex } from './lexicon-index.ts';
import type { Meaning } from './meaning.ts';
import { heldEntries, PARTS } from './name-parts.ts';
import type { Names } from './names.ts';

/** Shortest stem worth recognising, in characters. */
const MIN_STEM = 2;

/** Accounts by their print, without endings, by the parts of `whole（part）`, and by the entries whose names they hold. */
export function addAccounts(names: Names, index: LexiconIndex, subjects: readonly string[]): void {
  const endings = index.suffixes.accounts.toSorted((a, b) => b.length - a.length);
  const stem = (name: string): string => {
    const ending = endings.find((e) => name.endsWith(e) && name.length - e.length >= MIN_STEM);
    return ending ? stem(name.slice(0, -ending.length)) : name;
  };
  const meant = new Map<IndexedEntry, { meaning: Meaning; modified: boolean }[]>();
  for (const subject of subjects) {
    const meaning: Meaning = { type: 'account', subject };
    const [, base, sub] = PARTS.exec(subject) ?? [];
    for (const name of [subject, base, sub])
      if (name) for (const form of [name, stem(name)]) names.own.add(form, meaning);
    for (const { entry, modified } of heldEntries(index.entries('accounts'), subject))
      meant.set(entry, [...(meant.get(entry) ?? []), { meaning, modified }]);
  }
  for (const [entry, accounts] of meant) {
    // Where the report has the plain name, a name with a word before it (工業用水道) is another account.
    const plain = accounts.filter(({ modified }) => !modified);
    names.mean(entry, ...(plain.length > 0 ? plain : accounts).map(({ meaning }) => meaning));
  }
}
