import { addYears, type FiscalYear } from '../../report/fiscal-year.ts';
import { UNIT_SHAPES } from '../../report/prose-notation.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import type { Limit } from '../../tools/limit.ts';
import type { Scope } from '../../tools/tool.ts';
import type { Frame } from '../frame.ts';
import { limitIn } from '../limit.ts';
import { type FigureSlots, type Pair, spokenHeaders } from './figure-slots.ts';
import type { Choice, Plan, ReadingContext } from './reading.ts';

/** Slots by which a figure is named; every reading of figures uses them. */
// biome-ignore format: one line reads better than a column
export const NAMES = {
  measures: 1, accounts: 1, 'w:perHead': 1, sections: 1, sectionStems: 1, years: 1, 'w:account': 1, 'w:section': 1, 'w:table': 1,
  'w:value': 1, 'w:each': 1, 'w:year': 1, 'w:thisYear': 1, 'w:yearBefore': 1, 'w:yearAfter': 1, tables: 1, stated: 1,
  'w:lastYear': 1, 'w:latest': 1, 'w:status': 0.4, 'w:what': 1, 'w:money': 1, 'w:positive': 1, 'w:negative': 1,
  'w:howMany': 1, 'w:either': 1, 'w:minus': 1,
} as const;

/** Slots of a bound: the number itself and the words beside it. */
export const LIMITS = {
  limit: 1,
  'w:over': 1,
  'w:under': 1,
  'w:orMore': 1,
  'w:orLess': 1,
  'w:decade': 1,
  'w:through': 0.7,
  'w:and': 0.7,
  'w:hours': 1,
} as const;

/** The bound of the question in the unit of a measure; null when it sets none, or one in another unit. */
export function limitFor({ limit }: Frame, { figures }: Scope, measure: string): Limit | null {
  const unit = figures.all.find((f) => f.measure === measure)?.unit ?? null;
  return limit && limitIn(limit, unit);
}

/** The end that is asked for where two different figures are set against each other: どちらが多い, "A or B". */
export function choiceOf({ words, measures, bound, language }: Frame): 'highest' | 'lowest' | null {
  const isHigh = words.has('highest');
  const areTwo = bound.length > 0 || new Set(measures.map((names) => names.join('\t'))).size > 1;
  // In Japanese the words for "or" are syllables of many others.
  const isChoice = words.has('either') || (language === 'en' && words.has('or'));
  if (!areTwo || isHigh === words.has('lowest') || !isChoice) return null;
  return isHigh ? 'highest' : 'lowest';
}

/** The table that a ranking is over, and the measure of the question that it has. */
export function rankedIn(frame: Frame, slots: FigureSlots): { table: TableInfo; measure: string } | null {
  const names = [...new Set(frame.accounts.flat())];
  const table =
    rankingTable(slots) ??
    slots.tables.find(
      (t) => names.every((n) => t.subjects.includes(n)) && (t.subjects.length > 1 || names.length === 1),
    ) ??
    slots.tables[0];
  const measure = frame.measures.flat().find((m) => table?.measures.includes(m));
  return table && measure ? { table, measure } : null;
}

/** What a ranking is over: one table, or all accounts under whatever header each table has for the measure. */
export function rankedOver(
  frame: Frame,
  slots: FigureSlots,
  { table, measure }: { table: TableInfo; measure: string },
): { measure: string; table?: string; alike?: string[] } {
  if (table.kind !== 'account') return { measure, table: table.id };
  if (frame.tables.length > 0) return { measure, table: table.id };
  const alike = otherHeaders(frame, slots, [{ measure }]);
  return { measure, ...(alike.length > 0 ? { alike } : {}) };
}

/** What tables of accounts that lack these measures print for them. */
export function otherHeaders(frame: Frame, { tables }: FigureSlots, own: readonly Pick<Pair, 'measure'>[]): string[] {
  const headers = own.flatMap(({ measure }) => {
    const names = spokenHeaders(frame, frame.measures.find((n) => n.includes(measure)) ?? []);
    const others = tables.filter((t) => t.kind === 'account' && !t.measures.includes(measure));
    return others.flatMap((t) => names.find((name) => t.measures.includes(name)) ?? []);
  });
  return unique(headers);
}

/** Grows when days are asked of a table in percent: then another part of the report is meant. */
export function unitMismatch({ frame, scope, figures }: ReadingContext): number {
  const { want } = frame;
  if (want === null || want === 'amount') return 0;
  const { tables } = figures();
  // Why is a matter of text, but of a figure that a table has for the year named, the figure comes first.
  const inTable = tables.some((t) => frame.years.some((year) => t.years.includes(year)));
  if (want === 'plan') return 1;
  if (want === 'reason' || want === 'period') return want === 'reason' && inTable ? 1 : 3;
  const fitting = UNIT_SHAPES[want];
  const units = new Set(tables.flatMap((t) => (t.unit ? [t.unit] : [])));
  for (const figure of scope.figures.all)
    if (figure.unit && frame.measures.some((names) => names.includes(figure.measure))) units.add(figure.unit);
  if (want === 'date') return 0;
  return fitting && [...units].some((unit) => fitting.test(unit)) ? -1 : 4;
}

export function lookUp(
  pairs: readonly Pair[],
  years: readonly FiscalYear[] | null,
  alike: readonly string[] = [],
): ToolCall {
  return {
    name: 'look_up_figures',
    args: {
      subjects: unique(pairs.map((p) => p.subject)),
      measures: unique(pairs.map((p) => p.measure)),
      ...(alike.length > 0 ? { alike: [...alike] } : {}),
      ...(years ? { years: [...years] } : {}),
    },
  };
}

/** One call for pairs that share all measures; otherwise one a subject, so that no pair is asked that was not meant. */
export function lookUps(
  pairs: readonly Pair[],
  years: readonly FiscalYear[] | null,
  alike: readonly string[] = [],
): ToolCall[] {
  const bySubject = Map.groupBy(pairs, (p) => p.subject);
  const sets = new Set([...bySubject.values()].map((own) => own.map((p) => p.measure).join('\t')));
  return sets.size === 1 ? [lookUp(pairs, years, alike)] : [...bySubject.values()].map((own) => lookUp(own, years));
}

export function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Runs `make` on clear pairs; asks back when one mention may mean several subjects. */
export function forPairs(slots: FigureSlots, make: (pairs: readonly Pair[]) => Plan | null): Plan | null {
  const [open] = slots.undecided;
  if (open) {
    const areColumns = open.every((pair) => pair.subject === open[0]?.subject);
    const choices = open.flatMap((pair): Choice[] => {
      const plan = make([...slots.pairs, pair]);
      if (plan?.kind !== 'run') return [];
      return [{ ...(areColumns ? { measure: pair.measure } : { subject: pair.subject }), calls: plan.calls }];
    });
    return choices.length > 1 ? { kind: 'ask', choices } : null;
  }
  if (slots.pairs.length > 0) return make(slots.pairs);
  return slots.misses.length > 0 ? { kind: 'refuse', misses: slots.misses } : null;
}

export function rankingTable(slots: FigureSlots): TableInfo | null {
  return slots.tables.find((t) => t.kind === 'ranking') ?? null;
}

/**
 * "Three years in a row" ends with the newest; undefined where no number is said. So many moves take one year more than
 * so many years of a state.
 */
export function beginning({ duration, words }: Frame, newest: FiscalYear): FiscalYear | undefined {
  if (duration?.kind !== 'in-a-row') return undefined;
  const isMove = words.has('increase') || words.has('decrease');
  return addYears(newest, isMove ? -duration.years : 1 - duration.years);
}
