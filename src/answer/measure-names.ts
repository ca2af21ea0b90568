import type { Report } from '../report/model.ts';
import { withoutPartMark } from '../report/notation.ts';
import { type Match, Matcher } from '../search/matcher.ts';
import { key } from '../search/text.ts';
import type { WordKey } from './lexicon.ts';
import type { EntryForm, IndexedEntry, LexiconIndex } from './lexicon-index.ts';
import type { Meaning } from './meaning.ts';
import { PARTS } from './name-parts.ts';
import type { Names } from './names.ts';
import { QUANTITY_ENDINGS, QUANTITY_LEADS } from './wording-quantity-names.ts';

function measure(name: string, prefer: number, entry?: IndexedEntry): Meaning {
  return { type: 'measure', name, prefer, worse: entry?.worse ?? null };
}

/**
 * Column headers, also without the word that makes them a part of another; a sub-column also by its own name, and by its
 * parent's where no column has that.
 */
export function addMeasures(names: Names, index: LexiconIndex, prints: readonly string[]): void {
  for (const print of prints) {
    const [, parent, sub] = PARTS.exec(print) ?? [];
    names.own.add(print, measure(print, 100, index.named('measures', print)[0]));
    const free = parent && !prints.includes(parent) ? parent : undefined;
    const own = [print, sub].flatMap((name) => (name && withoutPartMark(name) !== name ? [withoutPartMark(name)] : []));
    for (const name of own) if (!prints.includes(name)) names.own.add(name, measure(print, 60));
    if (sub) names.own.add(sub, measure(print, 50));
    if (free) names.own.add(free, measure(print, 10));
    const entries = [print, free, sub, ...own].flatMap((part) => (part ? index.named('measures', part) : []));
    for (const entry of new Set(entries)) names.mean(entry, measure(print, entry.prefer ?? 0, entry));
  }
  const keys = prints.map(key);
  for (const entry of index.entries('measures')) {
    const [first] = entry.keys;
    if (first && keys.some((k) => k !== first && k.includes(first))) names.mean(entry);
  }
}

/** The entries of measures that the caption of a ranking names, the longest name first. */
function captionEntries(index: LexiconIndex, title: string): IndexedEntry[] {
  const text = key(title);
  const length = (entry: IndexedEntry): number =>
    Math.max(0, ...entry.keys.filter((k) => text.includes(k)).map((k) => k.length));
  return index
    .entries('measures')
    .filter((entry) => length(entry) > 0)
    .toSorted((a, b) => length(b) - length(a));
}

/** The caption of a ranking may say what a short header does not: 「1人当たりの年間超過勤務時間が…」 over 「時間数」. */
export function addCaptionMeasures(names: Names, index: LexiconIndex, tables: Report['tables']): void {
  for (const { measures, title } of tables) {
    const [name, second] = measures;
    if (!name || second) continue;
    for (const entry of captionEntries(index, title)) names.mean(entry, measure(name, entry.prefer ?? 0, entry));
  }
}

/** English names of the short headers, by the captions above them; a header under two captions has none. */
export function captionEnglish(index: LexiconIndex, tables: Report['tables']): ReadonlyMap<string, string> {
  const found = new Map<string, Set<string>>();
  for (const { measures, title } of tables) {
    const [name, second] = measures;
    const en = name && !second ? captionEntries(index, title).find((entry) => entry.en)?.en : undefined;
    if (name && en) found.set(name, (found.get(name) ?? new Set()).add(en));
  }
  return new Map([...found].flatMap(([name, all]) => (all.size === 1 ? [[name, [...all][0] ?? '']] : [])));
}

/** Forms of measures that count only in a question of the right kind, or as a whole word. */
export interface LooseMeasures {
  /** `known`: what is found otherwise. */
  find(normalised: string, known: readonly Match<Meaning>[]): Match<Meaning | EntryForm>[];
}

/** A word of fewer characters ends too much. */
const SHORTEST_ENDING = 3;
const WORDS = /[\p{Script=Han}\p{Script=Katakana}ー]+/gu;
const INSIDE_WORD = /[\p{Script=Han}\p{Script=Katakana}ー]/u;

/**
 * A measure without its 数, 額 or 率 where that quantity is asked (会計年度任用職員は何人), and a word that ends the name of one
 * measure only (基金残高 of 財政調整基金残高).
 */
export function looseMeasures(index: LexiconIndex, prints: readonly string[]): LooseMeasures {
  const stems = new Matcher<{ readonly of: Meaning | EntryForm; readonly words: readonly WordKey[] }>();
  for (const print of prints) {
    for (const name of new Set([print, withoutPartMark(print)]))
      for (const { ending, words } of QUANTITY_ENDINGS)
        if (name.endsWith(ending) && name.length > ending.length + 1)
          stems.add(name.slice(0, -ending.length), { of: measure(print, 40), words });
  }
  for (const entry of index.entries('measures'))
    for (const form of [...(entry.en ? [entry.en] : []), ...entry.english])
      for (const { lead, words } of QUANTITY_LEADS)
        if (form.startsWith(lead))
          stems.add(form.slice(lead.length), { of: { type: 'entry', entry, exact: false }, words });
  const ends = prints.map((print) => ({ print, name: key(print) }));
  return {
    find(normalised, known) {
      const asked = new Set(known.flatMap(({ values }) => values.flatMap((v) => (v.type === 'word' ? [v.word] : []))));
      const isWord = ({ start, end }: Match<unknown>): boolean =>
        !INSIDE_WORD.test(normalised.charAt(start - 1)) && !INSIDE_WORD.test(normalised.charAt(end));
      const byStem = stems.find(normalised).flatMap((match) => {
        const values = match.values.flatMap(({ of, words }) => (words.some((word) => asked.has(word)) ? [of] : []));
        return values.length > 0 && isWord(match) ? [{ ...match, values }] : [];
      });
      const byEnding = [...normalised.matchAll(WORDS)].flatMap(({ index: start, 0: word }): Match<Meaning>[] => {
        const end = start + word.length;
        if (word.length < SHORTEST_ENDING || known.some((match) => match.start === start && match.end === end))
          return [];
        const ending = key(word);
        const [only, second] = ends.filter(({ name }) => name.endsWith(ending));
        return only && !second ? [{ start, end, values: [measure(only.print, 40)] }] : [];
      });
      return [...byStem, ...byEnding];
    },
  };
}
