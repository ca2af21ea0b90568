import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { PlanItem, SourceRef, Status } from '../../report/model.ts';
import { normalise, sentences } from '../../search/text.ts';
import type { ToolResult } from '../../tools/all.ts';
import type { FigureHit } from '../../tools/figure-index.ts';
import type { ItemView } from '../../tools/plan-items.ts';
import type { Called } from '../compose.ts';
import type { ItemRef } from '../meaning.ts';
import { addresses } from '../wording-grounding.ts';
import { yearsIn } from './binding.ts';
import { type Charge, chargesIn } from './charges.ts';
import { count, type Fact, factsOfFigure, isSame, type Sentence } from './facts.ts';
import { factsOfResult } from './results.ts';
import { valuesIn } from './series.ts';
import { factsOfSentence } from './text.ts';

/** The units of each measure. */
export type Units = ReadonlyMap<string, ReadonlySet<Fact['unit']>>;

export interface ItemState {
  readonly item: PlanItem;
  readonly year: FiscalYear;
  readonly status: Status;
}

/** All that the tools returned for a question. */
export interface Evidence {
  readonly facts: readonly Fact[];
  /** Those of the facts that are the value of a subject in a year. */
  readonly values: readonly Fact[];
  readonly items: readonly PlanItem[];
  /** Items of which only the number is told. */
  readonly numbered: readonly ItemRef[];
  /** What the reports say of the items year by year. */
  readonly statuses: readonly ItemState[];
  /** Every fiscal year that a result speaks of. */
  readonly years: ReadonlySet<FiscalYear>;
  /** Years that stand together: those of a table, or of a list of years. */
  readonly ranges: readonly (readonly FiscalYear[])[];
  /** Average rows, which have no other name than their print. */
  readonly averages: readonly string[];
  /** Every string of the results, but for those that give orders. */
  readonly strings: readonly string[];
  readonly sentences: readonly Sentence[];
  /** Who does what, as the sentences say. */
  readonly charges: readonly Charge[];
  /** Measures and years of which a ranking has everyone, as `measure TAB year`. */
  readonly complete: ReadonlySet<string>;
  /** In what the tables print a measure. */
  readonly units: Units;
}

/** Where something stands, how a result was made, and what the caller itself put in: nothing that a report says. */
// biome-ignore format: one line reads better than a column
const UNREPORTED: ReadonlySet<string> = new Set([
  'decimals', 'score', 'coverage', 'terms', 'movement', 'comparison', 'formula',
  'args', 'asked', 'unknown',
]);

/** What stands around a value of a result. */
interface Around {
  readonly item: PlanItem | null;
  readonly source: SourceRef | null;
}

/** Collects what the results of the calls say. `reported`: the year of which a text speaks that names none. */
export function evidenceOf(called: readonly Called[], reported: FiscalYear): Evidence {
  const facts: Fact[] = [];
  const items = new Set<PlanItem>();
  const numbered: ItemRef[] = [];
  const earlier: ItemState[] = [];
  const strings: string[] = [];
  const known = new Set<FiscalYear>();
  const averages = new Set<string>();
  const ranges = new Set<readonly FiscalYear[]>();
  const seen = new Set<object>();
  const texts = new Map<string, Sentence>();
  const say = (text: string, { item, source }: Around): void => {
    const kept = sentences(text).filter((sentence) => !addresses(sentence));
    strings.push(kept.join('\n'));
    for (const sentence of kept) {
      const id = `${item?.kind} ${item?.number} ${sentence}`;
      if (!texts.has(id)) texts.set(id, { text: normalise(sentence), item, source });
    }
  };
  const walk = (value: unknown, around: Around): void => {
    if (typeof value === 'string') {
      if (/^FY\d{4}$/u.test(value)) known.add(`FY${Number(value.slice(2))}`);
      else say(value, around);
    }
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (isSource(value)) {
      strings.push(value.chapter, value.place);
      return;
    }
    // The counts of a printed row are told with what they count, elsewhere.
    if ('totalShare' in value && 'counts' in value) return;
    if (isFigure(value)) {
      facts.push(...factsOfFigure(value));
      strings.push(value.subject, value.measure, value.print, value.year, value.table.title, ...value.table.notes);
      known.add(value.year);
      ranges.add(value.table.years);
      if (value.role === 'average') averages.add(value.subject);
      return;
    }
    const own = 'item' in value && isItem(value.item) ? value.item : isItem(value) ? value : around.item;
    const source = 'source' in value && isObject(value.source) && isSource(value.source) ? value.source : around.source;
    if ('top' in value && typeof value.top === 'number') facts.push(count(value.top, { unit: null }));
    if (isItem(value)) items.add(value);
    if (isView(value)) earlier.push(...value.earlier.map(({ year, status }) => ({ item: value.item, year, status })));
    if (isYears(value)) ranges.add(value);
    if (Array.isArray(value)) for (const part of value) walk(part, { item: own, source });
    else
      for (const [key, part] of Object.entries(value))
        if (key === 'sameNumber' && isItem(part)) {
          // Another item that has this number is named; what was done there is not told.
          items.add(part);
          strings.push(part.title);
        } else if (!UNREPORTED.has(key) && !(key === 'number' && isItem(value))) walk(part, { item: own, source });
  };
  for (const { result } of called) {
    facts.push(...factsOfResult(result));
    numbered.push(...numbersTold(result));
    if ('formula' in result) strings.push(result.formula);
    walk(result, { item: 'item' in result && isItem(result.item) ? result.item : null, source: null });
  }
  const said = [...texts.values()];
  // A number of a text that names no year is of the report's; that year is not spoken of by it.
  const calendar = { known, reported };
  const named = said.flatMap(({ text }) => yearsIn(text, calendar, null).years);
  const told = [...facts.flatMap((f) => f.years), ...named.map((y) => y.value)];
  for (const sentence of said) facts.push(...factsOfSentence(sentence, calendar));
  const own = [...items].flatMap((item) => item.statuses.map(({ year, status }) => ({ item, year, status })));
  return {
    facts,
    values: valuesIn(facts),
    items: [...items],
    numbered,
    statuses: [...own, ...earlier],
    years: new Set([...known, ...told]),
    ranges: [...ranges],
    averages: [...averages],
    strings,
    sentences: said,
    charges: chargesIn(said),
    units: unitsOf(facts),
    complete: new Set(called.flatMap(({ result }) => (isWhole(result) ? [`${result.measure}\t${result.year}`] : []))),
  };
}

/** The items of the results that are meant. */
export function itemsMeant(refs: readonly ItemRef[], { items }: Evidence): PlanItem[] {
  return items.filter((item) => refs.some((ref) => isSame(item, ref)));
}

function unitsOf(facts: readonly Fact[]): Units {
  const units = new Map<string, Set<Fact['unit']>>();
  for (const { kind, unit, measures } of facts)
    if (kind === 'table') for (const m of measures) units.set(m, (units.get(m) ?? new Set()).add(unit));
  return units;
}

/** A ranking without a filter of a table that lists everyone. */
function isWhole(result: ToolResult): result is Extract<ToolResult, { kind: 'ranking' }> {
  return (
    result.kind === 'ranking' &&
    result.table.top === null &&
    result.rows.length === result.of &&
    !result.args.subjects &&
    !result.args.except
  );
}

function numbersTold(result: ToolResult): ItemRef[] {
  const refs = (kind: ItemRef['kind'], numbers: readonly number[]) => numbers.map((number) => ({ kind, number }));
  if (result.kind === 'contents') return [...refs('plan', result.plan), ...refs('extra', result.extra)];
  const misses = 'misses' in result ? result.misses : [];
  return misses.flatMap((miss) => (miss.what === 'item' ? refs(miss.item.kind, miss.numbers) : []));
}

function isYears(value: object): value is readonly FiscalYear[] {
  return Array.isArray(value) && value.every((year) => typeof year === 'string' && /^FY\d{4}$/u.test(year));
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isSource(value: object): value is SourceRef {
  return 'chapter' in value && 'place' in value && 'line' in value;
}

function isFigure(value: object): value is FigureHit {
  return 'subject' in value && 'measure' in value && 'table' in value && 'print' in value && 'role' in value;
}

function isView(value: object): value is ItemView {
  return 'earlier' in value && 'sameNumber' in value && 'item' in value;
}

function isItem(value: unknown): value is PlanItem {
  return isObject(value) && 'narrative' in value && 'statuses' in value && 'number' in value;
}
