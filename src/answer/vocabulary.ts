import { NUMBERED_CAPTION } from '../report/form.ts';
import type { Report, Status, TextBlock } from '../report/model.ts';
import { Matcher } from '../search/matcher.ts';
import type { RelatedWords } from '../search/search.ts';
import { buildSpelling, type Spelling } from '../search/spelling.ts';
import { key, normalise } from '../search/text.ts';
import { STATUSES, sectionsOf } from '../tools/progress-figures.ts';
import type { Lexicon, NameEntry, NameKind, WordKey } from './lexicon.ts';
import { WORD_KEYS } from './lexicon.ts';

export interface ItemRef {
  readonly kind: 'plan' | 'extra';
  readonly number: number;
}

/** What a written form stands for. */
export type Meaning =
  | { readonly type: 'word'; readonly word: WordKey }
  /** `weak`: a stem that counts only where a section or pillar is expected (総務 for 総務課). */
  | { readonly type: 'section'; readonly name: string; readonly weak: boolean }
  | { readonly type: 'pillar'; readonly name: string; readonly weak: boolean }
  | { readonly type: 'policy'; readonly name: string }
  /** All accounts that the form may mean. */
  | { readonly type: 'account'; readonly subject: string }
  | { readonly type: 'measure'; readonly name: string; readonly prefer: number; readonly worse: 'high' | null }
  | { readonly type: 'title'; readonly ref: ItemRef }
  | { readonly type: 'caption'; readonly block: TextBlock }
  | { readonly type: 'status'; readonly status: Status }
  | { readonly type: 'stage'; readonly stage: string }
  | { readonly type: 'table'; readonly id: string }
  | { readonly type: 'number'; readonly value: number; readonly ordinal: boolean }
  | { readonly type: 'city' }
  | { readonly type: 'stop' }
  /** A word that full-text search knows the report's words for. */
  | { readonly type: 'related' }
  /** A name that reports of this form may have, but this one has not. */
  | { readonly type: 'absent'; readonly kind: 'measure' | 'account' | 'section'; readonly name: string };

export interface Vocabulary {
  readonly forms: Matcher<Meaning>;
  readonly related: RelatedWords;
  /** Mends typing slips in Latin words. */
  readonly spelling: Spelling;
  /** Folded function words. */
  readonly stop: ReadonlySet<string>;
  /** Endings that make a word the name of an office. */
  readonly sectionEndings: readonly string[];
  /** True when the text of the report's items contains this. */
  mentions(text: string): boolean;
  /** English name of a print of the report, or null. */
  english(kind: NameKind, print: string): string | null;
}

/** The query-side vocabulary of full-text search. */
export function relatedWords(lexicon: Lexicon): RelatedWords {
  const related: RelatedWords = new Matcher();
  for (const entry of lexicon.related) for (const typed of entry.typed) related.add(typed, entry.report);
  return related;
}

/** Shortest stem worth recognising, in characters. */
const MIN_STEM = 2;

/** All that a question to this report may name: the lexicon's words, and the names the report itself brings. */
export function buildVocabulary(lexicon: Lexicon, report: Report, earlier: readonly Report[]): Vocabulary {
  const forms = new Matcher<Meaning>();
  const said = key(report.items.map((i) => `${i.title}\n${i.outline ?? ''}\n${i.narrative}`).join('\n'));
  const mentions = (text: string): boolean => said.includes(key(text));
  for (const word of WORD_KEYS) {
    const meaning: Meaning = { type: 'word', word };
    for (const written of [...(lexicon.words[word]?.ja ?? []), ...(lexicon.words[word]?.en ?? [])])
      forms.add(written, meaning);
  }
  const stop: Meaning = { type: 'stop' };
  for (const written of [...lexicon.stop.ja, ...lexicon.stop.en]) forms.add(written, stop);
  for (const ordinal of [false, true]) {
    for (const [value, { ja, en }] of Object.entries(ordinal ? lexicon.ordinals : lexicon.numbers)) {
      for (const written of [...ja, ...en]) forms.add(written, { type: 'number', value: Number(value), ordinal });
    }
  }
  const related: Meaning = { type: 'related' };
  for (const entry of lexicon.related) for (const written of entry.typed) forms.add(written, related);
  addStatuses(forms, lexicon, report);
  const reports = [report, ...earlier];
  const tables = reports.flatMap((r) => r.tables);
  addNames(forms, lexicon.measures, unique(tables.flatMap((t) => t.measures)), sameName, mentions, 'measure');
  for (const table of tables) {
    // The caption may say what a short header does not: 「1人当たりの年間超過勤務時間が…」 over 「時間数」.
    const [only, second] = table.measures;
    if (!only || second || table.kind !== 'ranking') continue;
    for (const entry of lexicon.measures.filter((e) => e.names.some((n) => key(table.title).includes(key(n))))) {
      for (const written of [...entry.names, ...entry.ja, ...entry.english, ...(entry.en ? [entry.en] : [])])
        forms.add(written, { type: 'measure', name: only, prefer: entry.prefer ?? 0, worse: entry.worse ?? null });
    }
  }
  addAccounts(forms, lexicon, mentions, unique(tables.filter((t) => t.kind === 'account').flatMap((t) => t.subjects)));
  const ranked = tables.filter((t) => t.kind === 'ranking').flatMap((t) => t.subjects);
  addSections(forms, lexicon, unique([...reports.flatMap((r) => sectionsOf(r.items)), ...ranked]));
  addPillars(forms, lexicon, report);
  for (const policy of unique(report.items.flatMap((i) => i.policy ?? []))) {
    for (const written of writtenFor(lexicon.policies, policy)) forms.add(written, { type: 'policy', name: policy });
  }
  for (const { kind, number, title } of report.items) {
    const meaning: Meaning = { type: 'title', ref: { kind, number } };
    for (const written of writtenFor(lexicon.items, title)) forms.add(written, meaning);
  }
  addCaptions(forms, lexicon, report);
  for (const table of report.tables) {
    const label = NUMBERED_CAPTION.exec(table.title)?.[0];
    for (const written of [...writtenFor(lexicon.tables, table.title), ...(label ? [label] : [])])
      forms.add(written, { type: 'table', id: table.id });
  }
  const cities = [report.city, report.city?.replace(/.$/u, ''), ...(lexicon.city?.ja ?? []), lexicon.city?.en];
  for (const city of cities) if (city) forms.add(city, { type: 'city' });
  return {
    forms,
    related: relatedWords(lexicon),
    spelling: buildSpelling(forms.written()),
    stop: new Set([...lexicon.stop.ja, ...lexicon.stop.en].map(key)),
    sectionEndings: lexicon.suffixes.sections,
    mentions,
    english: (kind, print) => englishOf(lexicon, kind, print),
  };
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}

function sameName(entry: NameEntry, print: string): boolean {
  return entry.names.some((name) => key(name) === key(print));
}

/** Accounts: the print contains a name of the entry. */
function containsName(entry: NameEntry, print: string): boolean {
  return entry.names.some((name) => key(print).includes(key(name)));
}

/** The longest name wins, so that a sub-account is not called by its parent's name. */
function englishOf(lexicon: Lexicon, kind: NameKind, print: string): string | null {
  const same = lexicon[kind].find((e) => e.en !== undefined && sameName(e, print));
  if (same?.en) return same.en;
  if (kind === 'measures') return englishOfSubMeasure(lexicon, print);
  if (kind !== 'accounts') return null;
  const length = (e: NameEntry): number =>
    Math.max(...e.names.filter((n) => key(print).includes(key(n))).map((n) => n.length));
  const best = lexicon.accounts
    .filter((e) => e.en !== undefined && containsName(e, print))
    .toSorted((a, b) => length(b) - length(a))[0];
  return best?.en ?? null;
}

/** `parent（sub）` by the names of its parts. */
function englishOfSubMeasure(lexicon: Lexicon, print: string): string | null {
  const [, parent, sub] = /^(.+)[（(](.+)[）)]$/u.exec(print) ?? [];
  if (!parent || !sub) return null;
  const name = (part: string): string | undefined => lexicon.measures.find((e) => sameName(e, part))?.en;
  const [a, b] = [name(parent), name(sub)];
  return a && b ? `${a} (${b})` : null;
}

/** The print itself and all that the lexicon knows for it. */
function writtenFor(entries: readonly NameEntry[], print: string): string[] {
  const own = entries.filter((e) => sameName(e, print));
  return unique([print, ...own.flatMap((e) => [...e.names, ...e.ja, ...(e.en ? [e.en] : []), ...e.english])]);
}

function addStatuses(forms: Matcher<Meaning>, lexicon: Lexicon, report: Report): void {
  for (const status of STATUSES) {
    const meaning: Meaning = { type: 'status', status };
    const printed = report.legend.filter((l) => l.status === status).map((l) => l.meaning);
    for (const written of [
      ...(lexicon.statuses[status]?.ja ?? []),
      ...(lexicon.statuses[status]?.en ?? []),
      ...printed,
    ]) {
      forms.add(written, meaning);
    }
  }
  const stages = unique(report.items.flatMap((i) => i.schedule.flatMap((s) => s.stage ?? [])));
  for (const stage of stages) forms.add(stage, { type: 'stage', stage });
}

function worseOf(entries: readonly NameEntry[], print: string): 'high' | null {
  return entries.find((e) => sameName(e, print))?.worse ?? null;
}

/** Names that the report has, with their spoken forms; and known names that it lacks, so that they can be refused. */
function addNames(
  forms: Matcher<Meaning>,
  entries: readonly NameEntry[],
  prints: readonly string[],
  fits: (entry: NameEntry, print: string) => boolean,
  mentions: (text: string) => boolean,
  kind: 'measure',
): void {
  for (const print of prints) {
    forms.add(print, { type: kind, name: print, prefer: 100, worse: worseOf(entries, print) });
    const [, parent, sub] = /^(.+)[（(](.+)[）)]$/u.exec(print) ?? [];
    if (parent && !prints.includes(parent)) forms.add(parent, { type: kind, name: print, prefer: 10, worse: null });
    if (sub) forms.add(sub, { type: kind, name: print, prefer: 50, worse: null });
    for (const part of [print, parent, sub]) {
      if (!part) continue;
      for (const entry of entries.filter((e) => fits(e, part))) {
        const prefer = entry.prefer ?? 0;
        for (const written of [...entry.names, ...entry.ja, ...entry.english, ...(entry.en ? [entry.en] : [])]) {
          if (part !== parent || !prints.includes(parent))
            forms.add(written, { type: kind, name: print, prefer, worse: entry.worse ?? null });
        }
      }
    }
  }
  for (const entry of entries) {
    if (prints.some((print) => fits(entry, print) || print.includes(entry.names[0] ?? '\0'))) continue;
    const name = entry.names[0];
    if (name)
      for (const written of entry.names) if (!mentions(written)) forms.add(written, { type: 'absent', kind, name });
  }
}

function addAccounts(
  forms: Matcher<Meaning>,
  lexicon: Lexicon,
  mentions: (text: string) => boolean,
  subjects: readonly string[],
): void {
  const endings = lexicon.suffixes.accounts.toSorted((a, b) => b.length - a.length);
  const stem = (name: string): string => {
    const ending = endings.find((e) => name.endsWith(e) && name.length - e.length >= MIN_STEM);
    return ending ? stem(name.slice(0, -ending.length)) : name;
  };
  for (const subject of subjects) {
    const [, base, sub] = /^(.+)[（(](.+)[）)]$/u.exec(subject) ?? [];
    const names = [subject, stem(subject), ...(base ? [base, stem(base)] : []), ...(sub ? [sub, stem(sub)] : [])];
    for (const name of names) forms.add(name, { type: 'account', subject });
    for (const entry of entriesFor(lexicon.accounts, subject)) {
      for (const written of [...entry.names, ...entry.ja, ...entry.english, ...(entry.en ? [entry.en] : [])]) {
        forms.add(written, { type: 'account', subject });
      }
    }
  }
  for (const entry of lexicon.accounts) {
    if (subjects.some((s) => containsName(entry, s))) continue;
    const name = entry.names[0];
    if (name)
      for (const written of [...entry.names, ...entry.english])
        if (!mentions(written)) forms.add(written, { type: 'absent', kind: 'account', name });
  }
}

/** Entries whose name is part of the print, without those whose name is only a part of another entry's: 水道 in 下水道. */
function entriesFor(entries: readonly NameEntry[], print: string): NameEntry[] {
  const matched = (entry: NameEntry): string[] => entry.names.map(key).filter((name) => key(print).includes(name));
  const found = entries.filter((entry) => matched(entry).length > 0);
  const names = found.flatMap(matched);
  return found.filter((entry) =>
    matched(entry).some(
      (name) => !names.some((other) => other !== name && other.includes(name) && !other.startsWith(name)),
    ),
  );
}

function addSections(forms: Matcher<Meaning>, lexicon: Lexicon, sections: readonly string[]): void {
  for (const name of sections) {
    for (const written of writtenFor(lexicon.sections, name))
      forms.add(written, { type: 'section', name, weak: false });
    const ending = lexicon.suffixes.sections.find((e) => name.endsWith(e) && name.length - e.length >= MIN_STEM);
    if (ending) forms.add(name.slice(0, -ending.length), { type: 'section', name, weak: true });
  }
  for (const entry of lexicon.sections) {
    const name = entry.names[0];
    if (!name || sections.some((s) => sameName(entry, s))) continue;
    for (const written of [...entry.names, ...(entry.en ? [entry.en] : [])])
      forms.add(written, { type: 'absent', kind: 'section', name });
  }
}

/** Pillars by full name, by the lexicon, and by what distinguishes them when all end in the same word. */
function addPillars(forms: Matcher<Meaning>, lexicon: Lexicon, { pillars }: Report): void {
  const shared = pillars.length > 1 ? commonEnding(pillars) : '';
  for (const name of pillars) {
    for (const written of writtenFor(lexicon.pillars, name)) forms.add(written, { type: 'pillar', name, weak: false });
    const stem = shared.length >= MIN_STEM ? name.slice(0, -shared.length) : '';
    if (stem.length >= MIN_STEM) forms.add(stem, { type: 'pillar', name, weak: true });
  }
}

function commonEnding(names: readonly string[]): string {
  const [first = '', ...rest] = names;
  let ending = first;
  while (ending !== '' && !rest.every((name) => name.endsWith(ending))) ending = ending.slice(1);
  return ending;
}

/** Captions of pictures without values by their print, the lexicon, and their bare subject. */
function addCaptions(forms: Matcher<Meaning>, lexicon: Lexicon, report: Report): void {
  for (const block of report.text) {
    if (!block.withoutValues) continue;
    const meaning: Meaning = { type: 'caption', block };
    for (const written of writtenFor(lexicon.captions, block.text)) forms.add(written, meaning);
    for (const entry of lexicon.measures.filter((e) =>
      e.names.some((n) => n.length > 3 && key(block.text).includes(key(n))),
    )) {
      for (const written of [...entry.names, ...entry.ja, ...entry.english, ...(entry.en ? [entry.en] : [])])
        forms.add(written, meaning);
    }
    for (const part of normalise(block.text).split(/[\s()（）]+/u)) {
      const ending = lexicon.suffixes.captions.find((e) => part.endsWith(e));
      const core = ending ? part.slice(0, -ending.length) : part;
      // Numbered labels, places and units are no subject.
      if (core.length >= 4 && !/\d/u.test(core) && core !== report.city) forms.add(core, meaning);
    }
  }
}
