import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, SourceRef, Status } from '../report/model.ts';
import { normalise, sentences } from '../search/text.ts';
import type { ToolResult } from '../tools/all.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { ItemView } from '../tools/plan-items.ts';
import type { Called } from './compose.ts';
import { type Fact, factsOfFigure, factsOfResult, factsOfText, number } from './grounding-facts.ts';
import type { ItemRef } from './meaning.ts';
import { addresses } from './wording-grounding.ts';

export interface ItemState {
  readonly item: PlanItem;
  readonly year: FiscalYear;
  readonly status: Status;
}

/** All that the tools returned for a question. */
export interface Evidence {
  readonly facts: readonly Fact[];
  readonly items: readonly PlanItem[];
  /** Items of which only the number is told. */
  readonly numbered: readonly ItemRef[];
  /** What the reports say of the items year by year. */
  readonly statuses: readonly ItemState[];
  /** Every fiscal year that a result speaks of. */
  readonly years: readonly FiscalYear[];
  /** Average rows, which have no other name than their print. */
  readonly averages: readonly string[];
  /** Every string of the results, but for those that give orders. */
  readonly strings: readonly string[];
}

/** Lists whose length an answer may say. */
// biome-ignore format: one line reads better than a column
const COUNTED: ReadonlySet<string> = new Set([
  'items', 'extra', 'rows', 'changes', 'figures', 'plan', 'pillars', 'sections', 'tables', 'measures', 'years', 'owners',
  'equal', 'chosen', 'inputs', 'subjects', 'schedule', 'legend',
]);

/** Where something stands, how a result was made, and what the caller itself put in: nothing that a report says. */
// biome-ignore format: one line reads better than a column
const APART: ReadonlySet<string> = new Set([
  'decimals', 'score', 'coverage', 'terms', 'movement', 'comparison',
  'args', 'asked', 'unknown',
]);

/** Collects what the results of the calls say. `reported`: the year of which a text speaks that names none. */
export function evidenceOf(called: readonly Called[], reported: FiscalYear): Evidence {
  const facts: Fact[] = [];
  const items = new Set<PlanItem>();
  const numbered: ItemRef[] = [];
  const earlier: ItemState[] = [];
  const strings: string[] = [];
  const known = new Set<FiscalYear>();
  const averages = new Set<string>();
  const seen = new Set<object>();
  const texts: { text: string; item: PlanItem | null }[] = [];
  const say = (text: string, item: PlanItem | null): void => {
    const kept = sentences(text).filter((sentence) => !addresses(sentence));
    strings.push(kept.join('\n'));
    for (const sentence of kept) texts.push({ text: normalise(sentence), item });
  };
  const walk = (value: unknown, name: string, item: PlanItem | null): void => {
    if (typeof value === 'string') {
      if (/^FY\d{4}$/u.test(value)) known.add(`FY${Number(value.slice(2))}`);
      say(value, item);
    } else if (typeof value === 'number') facts.push(number(value));
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
      if (value.role === 'average') averages.add(value.subject);
      if (value.table.top !== null) facts.push(number(value.table.top));
      return;
    }
    const own = isItem(value) ? value : item;
    if (isItem(value)) items.add(value);
    if (isView(value)) earlier.push(...value.earlier.map(({ year, status }) => ({ item: value.item, year, status })));
    if (Array.isArray(value)) {
      if (COUNTED.has(name)) facts.push(number(value.length));
      for (const part of value) walk(part, name, own);
    } else
      for (const [key, part] of Object.entries(value))
        if (!APART.has(key) && !(key === 'number' && isItem(value))) walk(part, key, own);
  };
  for (const { result } of called) {
    facts.push(...factsOfResult(result));
    numbered.push(...numbersTold(result));
    walk(result, 'result', 'item' in result && isItem(result.item) ? result.item : null);
  }
  for (const { text, item } of texts) facts.push(...factsOfText(text, item, known, reported));
  const own = [...items].flatMap((item) => item.statuses.map(({ year, status }) => ({ item, year, status })));
  return {
    facts,
    items: [...items],
    numbered,
    statuses: [...own, ...earlier],
    years: [...known, ...facts.flatMap((f) => f.years)],
    averages: [...averages],
    strings,
  };
}

function numbersTold(result: ToolResult): ItemRef[] {
  const refs = (kind: ItemRef['kind'], numbers: readonly number[]) => numbers.map((number) => ({ kind, number }));
  if (result.kind === 'contents') return [...refs('plan', result.plan), ...refs('extra', result.extra)];
  const misses = 'misses' in result ? result.misses : [];
  return misses.flatMap((miss) => (miss.what === 'item' ? refs(miss.item.kind, miss.numbers) : []));
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
  return (
    typeof value === 'object' && value !== null && 'narrative' in value && 'statuses' in value && 'number' in value
  );
}
