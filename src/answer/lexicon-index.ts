import { withoutPartMark } from '../report/notation.ts';
import { longest, type Match, Matcher } from '../search/matcher.ts';
import type { RelatedWords } from '../search/search.ts';
import { buildSpelling, type Spelling } from '../search/spelling.ts';
import { key } from '../search/text.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import { findAcrossArticles, withoutArticles } from './articles.ts';
import { type Lexicon, NAME_KINDS, type NameEntry, type NameKind, type QuantityNoun, WORD_KEYS } from './lexicon.ts';
import type { FixedMeaning } from './meaning.ts';
import { heldEntries, PARTS } from './name-parts.ts';

/** An entry with the folded forms of its names. */
export interface IndexedEntry extends NameEntry {
  readonly kind: NameKind;
  readonly keys: readonly string[];
}

/** A written form of an entry. `exact`: a name, not merely a way of speaking. */
export interface EntryForm {
  readonly type: 'entry';
  readonly entry: IndexedEntry;
  readonly exact: boolean;
}

/** A lexicon made ready for matching. It depends on no report, so that all reports with one lexicon share it. */
export interface LexiconIndex {
  find(normalised: string): Match<FixedMeaning | EntryForm>[];
  entries(kind: NameKind): readonly IndexedEntry[];
  /** Entries with a name that folds to the same as the print. */
  named(kind: NameKind, print: string): readonly IndexedEntry[];
  readonly related: RelatedWords;
  readonly spelling: Spelling;
  /** Folded function words. */
  readonly stop: ReadonlySet<string>;
  readonly quantities: readonly QuantityNoun[];
  /** True for a normalised text that asks for other words than the report's. */
  rewords(normalised: string): boolean;
  readonly suffixes: Lexicon['suffixes'];
  /** Words for other municipalities that have no name. */
  otherPlaces(normalised: string): Match<true>[];
  readonly city: Lexicon['city'];
  /** English name of a print, or null. */
  english(kind: NameKind, print: string): string | null;
}

const LATIN = /^[\p{Script=Latin}\p{N}\s\p{P}]*\p{Script=Latin}[\p{Script=Latin}\p{N}\s\p{P}]*$/u;

export function indexLexicon(lexicon: Lexicon): LexiconIndex {
  const forms = new Matcher<FixedMeaning | EntryForm>();
  const written: string[] = [];
  const add = (more: readonly string[], meaning: FixedMeaning | EntryForm): void => {
    for (const form of more) {
      written.push(form);
      forms.add(form, meaning);
      const short = withoutArticles(form);
      if (short !== null) forms.add(short, meaning);
    }
  };
  for (const word of WORD_KEYS) add(both(lexicon.words[word]), { type: 'word', word });
  for (const status of STATUSES) add(both(lexicon.statuses[status]), { type: 'status', status });
  for (const [value, words] of Object.entries(lexicon.numbers))
    add(both(words), { type: 'number', value: Number(value), ordinal: false });
  for (const [value, words] of Object.entries(lexicon.ordinals))
    add(both(words), { type: 'number', value: Number(value), ordinal: true });
  add(both(lexicon.stop), { type: 'stop' });
  for (const { typed, report } of lexicon.related) add(typed, { type: 'related', report });
  const byKind = new Map<NameKind, IndexedEntry[]>();
  const byKey = new Map<string, IndexedEntry[]>();
  for (const kind of NAME_KINDS) {
    const entries = lexicon[kind].map((entry): IndexedEntry => ({ ...entry, kind, keys: entry.names.map(key) }));
    byKind.set(kind, entries);
    for (const entry of entries) {
      for (const k of new Set(entry.keys)) byKey.set(`${kind}\t${k}`, [...(byKey.get(`${kind}\t${k}`) ?? []), entry]);
      add([...entry.names, ...(entry.en ? [entry.en] : [])], { type: 'entry', entry, exact: true });
      add([...entry.ja, ...entry.english], { type: 'entry', entry, exact: kind === 'accounts' });
    }
  }
  const entries = (kind: NameKind): readonly IndexedEntry[] => byKind.get(kind) ?? [];
  const named = (kind: NameKind, print: string): readonly IndexedEntry[] => byKey.get(`${kind}\t${key(print)}`) ?? [];
  const rewording = matcherOf(both(lexicon.rewording));
  const otherPlaces = matcherOf(lexicon.suffixes.otherPlaces);
  return {
    find: (normalised) => [...forms.find(normalised), ...findAcrossArticles(normalised, (text) => forms.find(text))],
    rewords: (normalised) => rewording.find(normalised).length > 0,
    entries,
    named,
    related: { find: (normalised) => relatedIn(longest(forms.find(normalised))) },
    spelling: buildSpelling(latinOf(written)),
    stop: new Set(both(lexicon.stop).map(key)),
    quantities: lexicon.quantities,
    suffixes: lexicon.suffixes,
    otherPlaces: (normalised) => longest(otherPlaces.find(normalised)),
    city: lexicon.city,
    english: (kind, print) => english(kind, print, entries, named),
  };
}

/** One by one, so that they are looked for when a spelling is first mended. */
function* latinOf(forms: readonly string[]): Iterable<string> {
  for (const form of forms) if (LATIN.test(form)) yield form;
}

function matcherOf(forms: readonly string[]): Matcher<true> {
  const matcher = new Matcher<true>();
  for (const form of forms) matcher.add(form, true);
  return matcher;
}

function both(words: { ja: readonly string[]; en: readonly string[] } | undefined): string[] {
  return words ? [...words.ja, ...words.en] : [];
}

/** The longest forms that do not overlap, as far as the search knows words for them. */
function relatedIn(matches: readonly Match<FixedMeaning | EntryForm>[]): Match<readonly string[]>[] {
  return matches.flatMap(({ start, end, values }) => {
    const found = values.flatMap((v) => (v.type === 'related' ? [v.report] : []));
    return found.length > 0 ? [{ start, end, values: found }] : [];
  });
}

type Lookup = (kind: NameKind, print: string) => readonly IndexedEntry[];

/** An account's print contains its entry's name; there the longest wins, so that a part is not called by the whole. */
function english(
  kind: NameKind,
  print: string,
  entries: (kind: NameKind) => readonly IndexedEntry[],
  named: Lookup,
): string | null {
  const same = [print, withoutPartMark(print)].flatMap((name) => named(kind, name)).find((e) => e.en !== undefined);
  if (same?.en) return same.en;
  if (kind === 'measures') return englishOfSubMeasure(print, named);
  if (kind !== 'accounts') return null;
  const found = heldEntries(entries(kind), print).filter(({ entry }) => entry.en !== undefined);
  // Of two names of one length the later is the part: 介護保険…（保険勘定）.
  return found.toSorted((a, b) => b.length - a.length || b.start - a.start)[0]?.entry.en ?? null;
}

/** `parent（sub）` by the names of its parts. */
function englishOfSubMeasure(print: string, named: Lookup): string | null {
  const [, parent, sub] = PARTS.exec(print) ?? [];
  if (!parent || !sub) return null;
  const name = (part: string): string | undefined =>
    [part, withoutPartMark(part)].flatMap((each) => named('measures', each)).find((e) => e.en)?.en;
  const [a, b] = [name(parent), name(sub)];
  return a && b ? `${a} (${b})` : null;
}
