import { compareYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import { outsideRanking } from '../../tools/figures.ts';
import type { Miss } from '../../tools/miss.ts';
import type { Scope } from '../../tools/tool.ts';
import type { Frame } from '../frame.ts';
import type { Bound } from '../operands.ts';

export interface Pair {
  readonly subject: string;
  readonly measure: string;
}

/** The figures that a question names, as far as the slots tell. */
export interface FigureSlots {
  readonly pairs: readonly Pair[];
  /** Subjects, or columns of one subject, between which one mention does not decide; empty when all are clear. */
  readonly undecided: readonly (readonly Pair[])[];
  readonly misses: readonly Miss[];
  /** What was asked for and missed, as far as it can be named. */
  readonly lacking: readonly Pair[];
  /** Subjects were not named and are taken from the table. */
  readonly assumedSubject: boolean;
  /** Tables of the measures, newest report first. */
  readonly tables: readonly TableInfo[];
}

/** Puts the subjects and measures of a frame together: a spoken measure becomes the one that the subject's table has. */
export function figureSlots(frame: Frame, scope: Scope): FigureSlots {
  const printed = scope.figures.tables.filter((t) => t.kind !== 'progress');
  const measured = printed.filter((t) => frame.measures.some((names) => names.some((n) => t.measures.includes(n))));
  const mentions = subjectMentions(frame, measured);
  // A table of accounts that is named as such stands for its accounts.
  const named = measured.filter((t) => t.kind === 'account' && frame.tables.some((id) => t.id.endsWith(`/${id}`)));
  if (mentions.length === 0 || (named.length > 0 && addsUpAll(frame)))
    return withoutSubject(frame, named.length > 0 ? named : measured);
  const pairs: Pair[] = [];
  const undecided: Pair[][] = [];
  const misses: Miss[] = [];
  const lacking: Pair[] = [];
  for (const { subjects, measures } of asked(frame, mentions)) {
    const options =
      subjects.length > 0
        ? optionsOf(scope, subjects, measures, frame.unsure)
        : withoutSubject({ ...frame, measures: [measures] }, measured).pairs;
    const [only, second] = options;
    const [subject = '', measure = ''] = [subjects[0], measures[0]];
    if (only && !second) {
      // "Bonds of A to bonds of B": each figure once.
      if (!pairs.some((p) => p.subject === only.subject && p.measure === only.measure)) pairs.push(only);
    } else if (only) undecided.push([...options]);
    else {
      misses.push(...missOf(frame, scope, { subject, measure }));
      lacking.push({ subject, measure });
    }
  }
  return { pairs, undecided, misses, lacking, assumedSubject: false, tables: measured };
}

/** Every measure of every subject, or each with its own where they were named in turn. */
function asked(frame: Frame, mentions: readonly (readonly string[])[]): readonly Bound[] {
  if (frame.bound.length > 0) return frame.bound;
  return frame.measures.flatMap((measures) => mentions.map((subjects) => ({ subjects, measures })));
}

/** The whole of a table is added up; one name beside it is a remark on it (特別会計（介護は２勘定とも）の…全部足すと). */
function addsUpAll({ words, accounts }: Frame): boolean {
  return words.has('sum') && words.has('list') && accounts.length < 2;
}

/** The figures that a mention may mean: one of each subject, or every one of a single subject where that is in doubt. */
function optionsOf(
  scope: Scope,
  subjects: readonly string[],
  measures: readonly string[],
  isDoubtful: boolean,
): Pair[] {
  return subjects.flatMap((subject) => {
    const own = new Set(scope.figures.of(subject).map((f) => f.measure));
    const found = measures.filter((measure) => own.has(measure));
    const meant = isDoubtful && subjects.length === 1 ? found : found.slice(0, 1);
    return meant.map((measure) => ({ subject, measure }));
  });
}

/** Mentions of subjects that can have figures. */
function subjectMentions(frame: Frame, measured: readonly TableInfo[]): (readonly string[])[] {
  const mentions: (readonly string[])[] = [...frame.accounts, ...frame.sections.map((s) => [s])];
  const ranked = measured.some((t) => t.kind === 'ranking');
  if (mentions.length === 0 && ranked && frame.stems.sections.length > 0) {
    // 総務 may stand for 総務課 where a section is expected.
    const known = frame.stems.sections.filter((s) => measured.some((t) => t.subjects.includes(s)));
    return known.length > 0 ? known.map((s) => [s]) : frame.stems.sections.map((s) => [s]);
  }
  return mentions;
}

function missOf(frame: Frame, scope: Scope, { subject, measure }: Pair): Miss[] {
  const ranking = scope.figures.tables.find((t) => t.kind === 'ranking' && t.measures.includes(measure));
  if (ranking) return outsideRanking(subject, measure, ranking, [...frame.years].sort(compareYears));
  const own = [
    ...new Set(
      scope.figures
        .of(subject)
        .filter((f) => f.table.kind !== 'progress')
        .map((f) => f.measure),
    ),
  ];
  return [{ what: 'combination', subject, measure, nearest: own }];
}

/**
 * No subject named: all accounts where accounts are asked for as such, else the account that has a table of its own, else
 * those of the first table.
 */
function withoutSubject(frame: Frame, measured: readonly TableInfo[]): FigureSlots {
  const accounts = measured.filter((t) => t.kind === 'account' && t.source.report === measured[0]?.source.report);
  const pairs = frame.measures.flatMap((all): Pair[] => {
    const names = spokenHeaders(frame, all);
    const having = accounts.flatMap((table) => {
      const measure = names.find((name) => table.measures.includes(name));
      return measure ? [{ table, measure }] : [];
    });
    const first = having.toSorted((a, b) => names.indexOf(a.measure) - names.indexOf(b.measure));
    const own = having.find(({ table }) => table.subjects.length === 1) ?? first[0];
    // Which accounts are meant is open where it is asked which, whatever else is said of them.
    const isOpen = frame.topic.length === 0 || frame.words.has('what');
    const chosen = frame.words.has('account') && frame.tables.length === 0 && isOpen ? having : own ? [own] : [];
    return chosen.flatMap(({ table, measure }) => table.subjects.map((subject) => ({ subject, measure })));
  });
  return { pairs, undecided: [], misses: [], lacking: [], assumedSubject: true, tables: measured };
}

/**
 * Of the headers that a mention may mean, those that are the typed one with more or less around it (歳入: 歳入総額), where
 * a table has what was typed; 企業債残高 does not mean 市債残高 then.
 */
export function spokenHeaders({ content, language }: Frame, names: readonly string[]): readonly string[] {
  // What is typed in English is no header.
  const typed = language === 'ja' ? names.find((name) => content.includes(name)) : undefined;
  return typed === undefined ? names : names.filter((name) => name.includes(typed) || typed.includes(name));
}

/** Years named, or the newest year that the table of the first pair has. */
export function yearsFor(
  frame: Frame,
  scope: Scope,
  pairs: readonly Pair[],
): { years: FiscalYear[]; assumed: FiscalYear | null } {
  if (frame.years.length > 0) return { years: [...frame.years].sort(compareYears), assumed: null };
  const newest = newestYear(scope, pairs);
  return { years: newest ? [newest] : [], assumed: newest };
}

export function newestYear(scope: Scope, pairs: readonly Pair[]): FiscalYear | null {
  const [first] = pairs;
  if (!first) return null;
  const years = scope.figures
    .of(first.subject)
    .filter((f) => f.measure === first.measure)
    .map((f) => f.year);
  return latest(years) ?? null;
}

export function allYears(scope: Scope, pair: Pair): FiscalYear[] {
  const own = scope.figures.of(pair.subject).filter((f) => f.measure === pair.measure && f.value !== null);
  return [...new Set(own.map((f) => f.year))].sort(compareYears);
}
