import { type Match, Matcher } from '../search/matcher.ts';
import type { NameKind } from './lexicon.ts';
import type { EntryForm, IndexedEntry, LexiconIndex } from './lexicon-index.ts';
import type { AbsentKind, Meaning } from './meaning.ts';

/** Kinds of names that are refused by name when the report lacks them. */
const ABSENT: Readonly<Partial<Record<NameKind, AbsentKind>>> = {
  measures: 'measure',
  accounts: 'account',
  sections: 'section',
};

/** The report's own written forms, and what the entries of the lexicon mean in it. */
export class Names {
  readonly own = new Matcher<Meaning>();
  readonly #meant = new Map<IndexedEntry, Meaning[]>();
  readonly #index: LexiconIndex;

  constructor(index: LexiconIndex) {
    this.#index = index;
  }

  /** A print with all entries of that name. */
  add(kind: NameKind, print: string, meaning: Meaning): void {
    this.own.add(print, meaning);
    for (const entry of this.#index.named(kind, print)) this.mean(entry, meaning);
  }

  mean(entry: IndexedEntry, ...meanings: readonly Meaning[]): void {
    this.#meant.set(entry, [...(this.#meant.get(entry) ?? []), ...meanings]);
  }

  /** What is read in kana, with what it means in this report. */
  *readings(): Iterable<readonly [kana: string, meanings: readonly Meaning[]]> {
    for (const [entry, meanings] of this.#meant) for (const form of entry.ja) yield [form, meanings];
  }

  resolve(
    match: Match<Meaning | EntryForm>,
    normalised: string,
    mentions: (text: string) => boolean,
    sectionsCalled: (name: string) => readonly string[],
  ): Match<Meaning>[] {
    const text = normalised.slice(match.start, match.end);
    const values = match.values.flatMap((value): readonly Meaning[] => {
      if (value.type !== 'entry') return [value];
      const meant = this.#meant.get(value.entry);
      if (meant) return meant;
      const kind = ABSENT[value.entry.kind];
      const lacks = kind && value.exact && !mentions(text);
      const called = kind === 'section' ? sectionsCalled(text) : [];
      if (lacks && called.length > 0) return called.map((name) => ({ type: 'section', name, weak: false }));
      return lacks ? [{ type: 'absent', kind, name: value.entry.names[0] ?? '' }] : [];
    });
    return values.length > 0 ? [{ ...match, values }] : [];
  }
}
