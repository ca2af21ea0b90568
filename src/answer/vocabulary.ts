import { NUMBERED_CAPTION } from '../report/form.ts';
import { withoutNumber } from '../report/headings.ts';
import type { Report } from '../report/model.ts';
import { outsideForms } from '../report/notation.ts';
import type { Match } from '../search/matcher.ts';
import type { Spelling } from '../search/spelling.ts';
import { key, normalise } from '../search/text.ts';
import { unlinkedPolicies } from '../tools/policies.ts';
import { sectionsOf } from '../tools/progress-figures.ts';
import { addAccounts } from './account-names.ts';
import { type EnglishTitles, englishTitles } from './english-titles.ts';
import type { NameKind, QuantityNoun } from './lexicon.ts';
import type { EntryForm, LexiconIndex } from './lexicon-index.ts';
import type { ItemRef, Meaning } from './meaning.ts';
import { addCaptionMeasures, addMeasures, captionEnglish, looseMeasures } from './measure-names.ts';
import { Names } from './names.ts';
import { romajiNames, sparing } from './romaji.ts';

/** All that a question to one report may name. */
export interface Vocabulary {
  /** Every known form in a normalised text, overlapping ones too. */
  find(normalised: string): Match<Meaning>[];
  readonly spelling: Spelling;
  readonly stop: ReadonlySet<string>;
  /** Nouns that ask for a quantity. */
  readonly quantities: readonly QuantityNoun[];
  /** True for a normalised text that asks for other words than the report's: a summary, plain language. */
  rewords(normalised: string): boolean;
  /** Endings that make a word the name of an office. */
  readonly sectionEndings: readonly string[];
  /** Endings of municipalities, where others without a name are spoken of, and words that only end alike. */
  readonly places: {
    readonly endings: readonly string[];
    others(normalised: string): Match<true>[];
    readonly not: ReadonlySet<string>;
  };
  /** The only item whose title contains this, or null. */
  titledOnly(part: string): ItemRef | null;
  readonly englishTitles: EnglishTitles;
  /** True when the text of the report's items contains this. */
  mentions(text: string): boolean;
  /** The sections whose names end in this (広報課 for 秘書広報課), else those that begin with it (振興局). */
  sectionsCalled(name: string): readonly string[];
  /** English name of a print of the report, or null. */
  english(kind: NameKind, print: string): string | null;
}

/** Shortest stem worth recognising, and shortest name to look for inside a caption, in characters. */
const MIN_STEM = 2;
const MIN_IN_CAPTION = 3;

/** Puts a lexicon and the names that a report itself brings together. */
export function buildVocabulary(index: LexiconIndex, report: Report, earlier: readonly Report[]): Vocabulary {
  const said = key(report.items.map((i) => `${i.title}\n${i.outline ?? ''}\n${i.narrative}`).join('\n'));
  const mentions = (text: string): boolean => said.includes(key(text));
  const titles = report.items.map(({ kind, number, title }) => ({ key: key(title), ref: { kind, number } }));
  const names = new Names(index);
  const reports = [report, ...earlier];
  const tables = reports.flatMap((r) => r.tables);
  addStatuses(names, report);
  const rankings = tables.filter((t) => t.kind === 'ranking');
  const measures = unique(tables.flatMap((t) => t.measures));
  addMeasures(names, index, measures);
  addCaptionMeasures(names, index, rankings);
  const loose = looseMeasures(index, measures);
  const captioned = captionEnglish(index, rankings);
  addAccounts(names, index, unique(tables.filter((t) => t.kind === 'account').flatMap((t) => t.subjects)));
  const ranked = rankings.flatMap((t) => t.subjects);
  const sections = unique([...reports.flatMap((r) => sectionsOf(r.items)), ...ranked]);
  addSections(names, index, sections);
  addPillars(names, report.pillars);
  const stated = unlinkedPolicies(report).map((policy) => policy.name);
  for (const policy of unique([...report.items.flatMap((i) => i.policy ?? []), ...stated]))
    names.add('policies', policy, { type: 'policy', name: policy });
  for (const { kind, number, title } of report.items)
    names.add('items', title, { type: 'title', ref: { kind, number } });
  addTitleWords(names, report);
  for (const form of extraForms(report)) names.own.add(form, { type: 'word', word: 'extra' });
  addCaptions(names, index, report);
  const sectionsCalled = (name: string): readonly string[] => {
    const ending = sections.filter((s) => s.endsWith(name));
    return ending.length > 0 ? ending : sections.filter((s) => s.startsWith(name));
  };
  for (const table of report.tables) {
    const meaning: Meaning = { type: 'table', id: table.id };
    names.add('tables', table.title, meaning);
    const label = NUMBERED_CAPTION.exec(table.title)?.[0];
    if (label) names.own.add(label, meaning);
  }
  const cities = [report.city, report.city?.replace(/.$/u, ''), ...(index.city?.ja ?? []), index.city?.en];
  for (const city of cities) if (city) names.own.add(city, { type: 'city' });
  const romaji = romajiNames(names.readings());
  return {
    find: (normalised) => {
      const resolved = (m: Match<Meaning | EntryForm>) => names.resolve(m, normalised, mentions, sectionsCalled);
      const known = [...names.own.find(normalised), ...index.find(normalised).flatMap(resolved)];
      return [...known, ...romaji.find(normalised), ...loose.find(normalised, known).flatMap(resolved)];
    },
    spelling: sparing(index.spelling, romaji),
    stop: index.stop,
    quantities: index.quantities,
    rewords: index.rewords,
    sectionEndings: index.suffixes.sections,
    places: {
      endings: index.suffixes.places,
      others: index.otherPlaces,
      not: new Set(index.suffixes.noPlaces),
    },
    mentions,
    titledOnly(part) {
      const folded = key(part);
      const [only, second] = titles.filter((title) => title.key.includes(folded));
      // A word that pillars have in their names means these.
      const isShared = report.pillars.filter((pillar) => key(pillar).includes(folded)).length > 1;
      return only && !second && !isShared ? only.ref : null;
    },
    englishTitles: englishTitles(
      report.items.map(({ kind, number, title }) => ({
        ref: { kind, number },
        forms: index.named('items', title).flatMap(({ en, english }) => [...(en ? [en] : []), ...english]),
      })),
      index.stop,
    ),
    sectionsCalled,
    english: (kind, print) =>
      index.english(kind, print) ?? (kind === 'measures' ? (captioned.get(print) ?? null) : null),
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function addStatuses(names: Names, report: Report): void {
  for (const { status, meaning } of report.legend) names.own.add(meaning, { type: 'status', status });
  const stages = unique(report.items.flatMap((i) => i.schedule.flatMap((s) => s.stage ?? [])));
  for (const stage of stages) names.own.add(stage, { type: 'stage', stage });
}

function addSections(names: Names, index: LexiconIndex, sections: readonly string[]): void {
  for (const name of sections) {
    names.add('sections', name, { type: 'section', name, weak: false });
    const ending = index.suffixes.sections.find((e) => name.endsWith(e) && name.length - e.length >= MIN_STEM);
    if (ending) names.own.add(name.slice(0, -ending.length), { type: 'section', name, weak: true });
  }
}

/** A shorter ending that pillars have in common is no word of its own. */
const MIN_SHARED = 3;

/** Pillars by full name, and by what distinguishes them when all end in the same word. */
function addPillars(names: Names, pillars: readonly string[]): void {
  const shared = pillars.length > 1 ? commonEnding(pillars) : '';
  for (const name of pillars) {
    names.add('pillars', name, { type: 'pillar', name, weak: false });
    const stem = shared.length >= MIN_STEM ? name.slice(0, -shared.length) : '';
    if (stem.length >= MIN_STEM) names.own.add(stem, { type: 'pillar', name, weak: true });
    // What all of them end with means any of them.
    if (stem.length >= MIN_STEM && shared.length > MIN_SHARED)
      names.own.add(shared, { type: 'pillar', name, weak: true });
  }
}

function commonEnding(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  let ending = first;
  while (ending !== '' && !rest.every((name) => name.endsWith(ending))) ending = ending.slice(1);
  return ending;
}

/** What the report itself calls the items outside its plan: the heading above them, and its words up to "outside". */
function extraForms(report: Report): string[] {
  const heads = report.items.flatMap(({ kind, source }) => (kind === 'extra' ? [withoutNumber(source.chapter)] : []));
  return unique(heads).flatMap(outsideForms);
}

/** Kana words long enough to be of one title alone (おくやみ, ストレスチェック) name that item. */
const TITLE_WORD = /[\u3041-\u3096]{4,}|[\u30a1-\u30faー]{5,}/gu;

function addTitleWords(names: Names, report: Report): void {
  const others = [...report.pillars, ...report.items.flatMap((i) => [i.policy ?? '', ...(i.owners ?? [])])].join('\n');
  for (const { kind, number, title } of report.items) {
    for (const [word] of title.matchAll(TITLE_WORD)) {
      const only = report.items.every((i) => i.title === title || !i.title.includes(word)) && !others.includes(word);
      if (only) names.own.add(word, { type: 'title', ref: { kind, number } });
    }
  }
}

/** Captions of pictures without values by their print, their bare subject, and the measure that they name. */
function addCaptions(names: Names, index: LexiconIndex, report: Report): void {
  for (const block of report.text) {
    if (!block.withoutValues) continue;
    const meaning: Meaning = { type: 'caption', block };
    names.add('captions', block.text, meaning);
    const print = key(block.text);
    for (const entry of index
      .entries('measures')
      .filter((e) => e.keys.some((k) => k.length > MIN_IN_CAPTION && print.includes(k))))
      names.mean(entry, meaning);
    for (const part of normalise(block.text).split(/[\s()（）]+/u)) {
      const ending = index.suffixes.captions.find((e) => part.endsWith(e));
      const core = ending ? part.slice(0, -ending.length) : part;
      // Numbered labels, places and units are no subject.
      if (core.length > MIN_IN_CAPTION && !/\d/u.test(core) && core !== report.city) names.own.add(core, meaning);
    }
  }
}
