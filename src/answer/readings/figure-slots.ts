import { compareYears, type FiscalYear, latest } from '../../report/fiscal-year.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import type { Miss } from '../../tools/miss.ts';
import type { Scope } from '../../tools/tool.ts';
import type { Frame } from '../frame.ts';

export interface Pair {
  readonly subject: string;
  readonly measure: string;
}

/** The figures that a question names, as far as the slots tell. */
export interface FigureSlots {
  readonly pairs: readonly Pair[];
  /** Subjects between which one mention does not decide; empty when all are clear. */
  readonly undecided: readonly (readonly Pair[])[];
  readonly misses: readonly Miss[];
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
  if (mentions.length === 0) {
    // A table of accounts that is named as such stands for its accounts.
    const named = measured.filter((t) => t.kind === 'account' && frame.tables.some((id) => t.id.endsWith(`/${id}`)));
    return withoutSubject(frame, named.length > 0 ? named : measured);
  }
  const pairs: Pair[] = [];
  const undecided: Pair[][] = [];
  const misses: Miss[] = [];
  for (const names of frame.measures) {
    for (const mention of mentions) {
      const options = mention.flatMap((subject) => {
        const measure = measureOf(scope, subject, names);
        return measure ? [{ subject, measure }] : [];
      });
      const [only, second] = options;
      if (only && !second) {
        // "Bonds of A to bonds of B": each figure once.
        if (!pairs.some((p) => p.subject === only.subject && p.measure === only.measure)) pairs.push(only);
      } else if (only) undecided.push(options);
      else misses.push(missOf(scope, mention[0] ?? '', names[0] ?? ''));
    }
  }
  return { pairs, undecided, misses, assumedSubject: false, tables: measured };
}

/** Mentions of subjects that can have figures. A mention that another one narrows is dropped (介護 … 保険勘定). */
function subjectMentions(frame: Frame, measured: readonly TableInfo[]): (readonly string[])[] {
  const accounts = frame.accounts.filter(
    (a) => !frame.accounts.some((b) => b.length < a.length && b.every((s) => a.includes(s))),
  );
  const distinct = accounts.filter((a, i) => accounts.findIndex((b) => b.join('\t') === a.join('\t')) === i);
  const mentions: (readonly string[])[] = [...distinct, ...frame.sections.map((s) => [s])];
  const ranked = measured.some((t) => t.kind === 'ranking');
  if (mentions.length === 0 && ranked && frame.stems.sections.length > 0) {
    // 総務 may stand for 総務課 where a section is expected.
    const known = frame.stems.sections.filter((s) => measured.some((t) => t.subjects.includes(s)));
    return known.length > 0 ? known.map((s) => [s]) : frame.stems.sections.map((s) => [s]);
  }
  return mentions;
}

/** The first of the possible measures that this subject has. */
function measureOf(scope: Scope, subject: string, names: readonly string[]): string | null {
  const own = scope.figures.of(subject);
  return names.find((n) => own.some((f) => f.measure === n)) ?? null;
}

function missOf(scope: Scope, subject: string, measure: string): Miss {
  const ranking = scope.figures.tables.find((t) => t.kind === 'ranking' && t.measures.includes(measure));
  const year = ranking?.years.at(-1);
  if (ranking && year) return { what: 'not-listed', subject, measure, year, table: ranking, years: [] };
  const own = [
    ...new Set(
      scope.figures
        .of(subject)
        .filter((f) => f.table.kind !== 'progress')
        .map((f) => f.measure),
    ),
  ];
  return { what: 'combination', subject, measure, nearest: own };
}

/** No subject named: the only account that has the measure, the account with a table of its own, or all. */
function withoutSubject(frame: Frame, measured: readonly TableInfo[]): FigureSlots {
  const pairs: Pair[] = [];
  for (const names of frame.measures) {
    for (const name of names) {
      const tables = measured.filter((t) => t.kind === 'account' && t.measures.includes(name));
      const own = tables.find((t) => t.subjects.length === 1) ?? tables[0];
      if (!own) continue;
      for (const subject of own.subjects) pairs.push({ subject, measure: name });
      break;
    }
  }
  return { pairs, undecided: [], misses: [], assumedSubject: true, tables: measured };
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
