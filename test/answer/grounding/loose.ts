import type { Called } from '../../../src/answer/compose.ts';
import { yearsIn } from '../../../src/answer/grounding/binding.ts';
import type { Ungrounded } from '../../../src/answer/grounding/facts.ts';
import { type Quantity, quantitiesIn } from '../../../src/answer/wording-quantities.ts';
import { type FiscalYear, findYears, startOf } from '../../../src/report/fiscal-year.ts';
import { MARK_CHARACTERS, statusOfMark } from '../../../src/report/form.ts';
import { key, normalise } from '../../../src/search/text.ts';
import { STATUSES } from '../../../src/tools/progress-figures.ts';

export type { Ungrounded } from '../../../src/answer/grounding/facts.ts';

export interface Grounds {
  /** Every call made for the question, with its result. */
  readonly called: readonly Called[];
  /** What the asker said may be repeated. */
  readonly question: string;
  /** Names that reports use (sections, accounts, pillars): each one in the text must be in a result. */
  readonly names: readonly string[];
}

/**
 * A plain second look, for answers and digests alike, that knows nothing of who, which measure and which year: what a
 * text says beyond the tool results: figures, years, names, quotations and status marks. Empty for an answer that
 * may be shown. Amounts are compared by value, so that 2億円 is 200百万円.
 */
export function ungrounded(text: string, { called, question, names }: Grounds): Ungrounded[] {
  const evidence = collect(called.map((c) => [c.call.args, c.result]));
  evidence.strings.push(question);
  const said = normalise(text);
  const known = evidence.strings.map(normalise).join('\n');
  const folded = key(evidence.strings.join('\n'));
  const values = new Set([...evidence.numbers.map(Math.abs), ...quantitiesIn(known).flatMap(sizes)]);
  const years = new Set<FiscalYear>(findYears(known).map((y) => y.year));
  for (const found of known.matchAll(/FY(\d{4})/gu)) years.add(`FY${Number(found[1])}`);
  const out: Ungrounded[] = [];
  const mentioned = findYears(said);
  for (const { year, month, start, end } of mentioned) {
    const isKnown =
      years.has(year) || values.has(startOf(year)) || (month !== null && known.includes(said.slice(start, end)));
    if (!isKnown) out.push({ kind: 'year', text: said.slice(start, end) });
  }
  const named = yearsIn(said, { known: years, reported: 'FY0' }, null).years;
  for (const { start, print, bare, value } of quantitiesIn(said)) {
    const isYear = [...mentioned, ...named].some((year) => start >= year.start && start < year.end);
    if (!isYear && !values.has(bare) && !values.has(rounded(value))) out.push({ kind: 'figure', text: print });
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
      // 22,050 in a table of 百万円 is 220.5億円 as well.
      if (isFigure && 'unit' in value && 'value' in value && typeof value.value === 'number')
        evidence.numbers.push(...quantitiesIn(`${Math.abs(value.value)}${value.unit ?? ''}`).flatMap(sizes));
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

/** A number as it stands, and multiplied out. */
function sizes({ bare, value }: Quantity): number[] {
  return [bare, rounded(value)];
}

/** Without the last digits, in which a product of decimals may differ. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
