import { type FiscalYear, findYears, startOf } from '../report/fiscal-year.ts';
import { MARK_CHARACTERS, statusOfMark } from '../report/form.ts';
import { AMOUNT_SHAPE, scaleOf } from '../report/prose-notation.ts';
import { key, normalise } from '../search/text.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { Called } from './compose.ts';

/** Something a text says that no tool returned. */
export interface Ungrounded {
  readonly kind: 'figure' | 'year' | 'name' | 'quotation' | 'mark';
  readonly text: string;
}

export interface Grounds {
  /** Every call made for the question, with its result. */
  readonly called: readonly Called[];
  /** What the asker said may be repeated. */
  readonly question: string;
  /** Names that reports use (sections, accounts, pillars): each one in the text must be in a result. */
  readonly names: readonly string[];
}

/**
 * What a text says beyond the tool results: figures, years, names, quotations and status marks. Empty for an answer that
 * may be shown. Amounts are compared by value, so that 2億円 is 200百万円.
 */
export function ungrounded(text: string, { called, question, names }: Grounds): Ungrounded[] {
  const evidence = collect(called.map((c) => [c.call.args, c.result]));
  evidence.strings.push(question);
  const said = normalise(text);
  const known = evidence.strings.map(normalise).join('\n');
  const folded = key(evidence.strings.join('\n'));
  const values = new Set([...evidence.numbers, ...amountsIn(known)].map(Math.abs));
  const years = new Set<FiscalYear>(findYears(known).map((y) => y.year));
  for (const found of known.matchAll(/FY(\d{4})/gu)) years.add(`FY${Number(found[1])}`);
  const out: Ungrounded[] = [];
  const mentioned = findYears(said);
  for (const { year, month, start, end } of mentioned) {
    const isKnown =
      years.has(year) || values.has(startOf(year)) || (month !== null && known.includes(said.slice(start, end)));
    if (!isKnown) out.push({ kind: 'year', text: said.slice(start, end) });
  }
  const withoutYears = mentioned
    .toReversed()
    .reduce((t, { start, end }) => `${t.slice(0, start)} ${t.slice(end)}`, said);
  for (const { print, value } of amounts(withoutYears)) {
    if (!values.has(value) && !values.has(scaled(value, print))) out.push({ kind: 'figure', text: print });
  }
  for (const name of names)
    if (said.includes(normalise(name)) && !folded.includes(key(name))) out.push({ kind: 'name', text: name });
  for (const [, quotation = ''] of said.matchAll(/「([^「」]+)」/gu)) {
    // A question that is offered quotes nothing.
    if (!/[?？]$/u.test(quotation) && key(quotation) !== '' && !folded.includes(key(quotation)))
      out.push({ kind: 'quotation', text: quotation });
  }
  for (const [mark] of said.matchAll(new RegExp(`[${MARK_CHARACTERS}]`, 'gu'))) {
    const status = /[\p{Pd}−─━\\]/u.test(mark) ? null : statusOfMark(mark);
    if (status && !evidence.strings.includes(status) && !known.includes(mark)) out.push({ kind: 'mark', text: mark });
  }
  return out;
}

interface Evidence {
  readonly strings: string[];
  readonly numbers: number[];
}

/** What a table says of itself, without its rows and columns. */
function headOf(table: unknown): unknown {
  if (typeof table !== 'object' || table === null) return null;
  return Object.entries(table)
    .filter(([name]) => !['subjects', 'measures', 'years'].includes(name))
    .map(([, part]) => part);
}

function isStatus(name: string): boolean {
  return STATUSES.some((status) => status === name);
}

/** All strings, numbers and lengths of lists of a value, however deep. */
function collect(root: unknown): Evidence {
  const evidence: Evidence = { strings: [], numbers: [] };
  const seen = new Set<object>();
  const walk = (value: unknown): void => {
    if (typeof value === 'string') evidence.strings.push(value);
    else if (typeof value === 'number') evidence.numbers.push(value);
    else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      if (Array.isArray(value)) evidence.numbers.push(value.length);
      // Counts by status are keyed by it.
      // A figure vouches for itself, not for whatever else stands in its table.
      const isFigure = 'subject' in value && 'measure' in value && 'table' in value && 'print' in value;
      for (const [name, part] of Object.entries(value)) {
        if (isFigure && name === 'table') {
          walk(headOf(part));
          continue;
        }
        if (isStatus(name)) evidence.strings.push(name);
        walk(part);
      }
    }
  };
  walk(root);
  return evidence;
}

function amounts(text: string): { print: string; value: number }[] {
  return [...text.matchAll(AMOUNT_SHAPE)].map((m) => ({ print: m[0], value: Number(m[1]) }));
}

function scaled(value: number, print: string): number {
  return Math.round(value * scaleOf(print) * 1000) / 1000;
}

/** Every number of a text as it stands, and multiplied out. */
function amountsIn(text: string): number[] {
  return amounts(text).flatMap(({ print, value }) => [value, scaled(value, print)]);
}
