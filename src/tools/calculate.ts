import { z } from 'zod';
import { compareYears } from '../report/fiscal-year.ts';
import { decimalsNeeded, printNumber } from '../report/notation.ts';
import type { FigureHit } from './figure-index.ts';
import { lookUp } from './figures.ts';
import type { Miss } from './miss.ts';
import { PERCENT_UNIT } from './progress-figures.ts';
import { fiscalYearSchema, type Tool } from './tool.ts';
import { commonUnit, inUnitOf } from './units.ts';

const inputSchema = z.object({
  subject: z.string().describe('Account, section, pillar or "*"'),
  measure: z.string().describe('Column header or count measure'),
  year: fiscalYearSchema,
});

const schema = z.object({
  operation: z
    .enum(['difference', 'sum', 'average', 'ratio', 'share', 'growth', 'highest', 'lowest'])
    .describe(
      'difference and growth: last minus first; ratio and share: first by second; highest and lowest: which input. Amounts of money may differ in unit',
    ),
  inputs: z.array(inputSchema).min(2).describe('The figures to calculate with, in order'),
});
export type CalculateArgs = z.infer<typeof schema>;
export type Operation = CalculateArgs['operation'];

export interface Calculation {
  readonly kind: 'calculation';
  readonly operation: Operation;
  readonly inputs: readonly FigureHit[];
  /** In `unit`, rounded to the digits that the inputs carry (shares, growth: one more digit than needed is never shown). */
  readonly value: number;
  readonly unit: string | null;
  readonly decimals: number;
  /** `83 − 139 = −56`, with the printed inputs. */
  readonly formula: string;
  /** For highest and lowest: all inputs that have that value. */
  readonly chosen: readonly FigureHit[];
  /** Inputs that could not be found and were left out (of sums, averages and extremes over years). */
  readonly misses: readonly Miss[];
}

export interface NoCalculation {
  readonly kind: 'no-calculation';
  readonly misses: readonly Miss[];
}

/** Calculates with printed figures. The only place where numbers come into being. */
export const calculate: Tool<CalculateArgs, Calculation | NoCalculation> = {
  name: 'calculate',
  description:
    'Difference, sum, average, ratio, share, growth rate of figures of the report, or which is highest or lowest; with formula and inputs. Use it for every figure that the report does not print.',
  schema,
  run(scope, { operation, inputs }) {
    const found: FigureHit[] = [];
    const misses: Miss[] = [];
    for (const { subject, measure, year } of inputs) {
      const result = lookUp(scope, { subjects: [subject], measures: [measure], years: [year] });
      found.push(...result.figures);
      misses.push(...result.misses);
    }
    const needsAll = !['highest', 'lowest', 'sum', 'average'].includes(operation);
    if ((needsAll && misses.length > 0) || found.length === 0) return { kind: 'no-calculation', misses };
    if (found.length < 2)
      return { kind: 'no-calculation', misses: [...misses, { what: 'operands', reason: 'too-few' }] };
    const unit = commonUnit(found.map((f) => f.unit));
    if (unit === undefined) return { kind: 'no-calculation', misses: [{ what: 'operands', reason: 'units' }] };
    return compute(operation, found, unit, misses);
  },
};

function compute(
  operation: Operation,
  inputs: readonly FigureHit[],
  unit: string | null,
  misses: readonly Miss[],
): Calculation | NoCalculation {
  const values = inputs.map((f) => inUnitOf(f.value ?? 0, f.unit, unit) ?? 0);
  const [first = 0, second = 0] = values;
  const last = values.at(-1) ?? 0;
  // Written in a smaller unit than its own, a figure has fewer digits behind the point.
  const decimals = inputs.map((f) => {
    const shift = Math.round(Math.log10(inUnitOf(1, f.unit, unit) ?? 1));
    return Math.max(0, decimalsNeeded(f.print) - shift);
  });
  const own = Math.max(...decimals);
  const result = (
    value: number,
    digits: number,
    resultUnit: string | null,
    formula: string,
    chosen: readonly FigureHit[] = [],
  ): Calculation => ({
    kind: 'calculation',
    operation,
    inputs,
    value: round(value, digits),
    unit: resultUnit,
    decimals: digits,
    formula: `${formula} = ${signed(round(value, digits), digits)}`,
    chosen,
    misses,
  });
  const terms = values.map((v, i) => signed(v, decimals[i] ?? 0));
  const lastTerm = terms.at(-1) ?? '';
  switch (operation) {
    case 'difference':
      return result(last - first, own, unit, `${lastTerm} − ${bracket(terms[0])}`);
    case 'sum':
      return result(
        values.reduce((a, b) => a + b, 0),
        own,
        unit,
        terms.map(bracket).join(' + '),
      );
    case 'average':
      return result(
        values.reduce((a, b) => a + b, 0) / values.length,
        Math.max(own, 1),
        unit,
        `(${terms.map(bracket).join(' + ')}) ÷ ${values.length}`,
      );
    case 'ratio':
    case 'share': {
      if (second === 0) return { kind: 'no-calculation', misses: [{ what: 'operands', reason: 'zero' }] };
      const formula = `${terms[0]} ÷ ${bracket(terms[1])}`;
      return operation === 'ratio'
        ? result(first / second, 2, null, formula)
        : result((100 * first) / second, 1, PERCENT_UNIT, `${formula} × 100`);
    }
    case 'growth':
      if (first <= 0) return { kind: 'no-calculation', misses: [{ what: 'operands', reason: 'zero' }] };
      return result(
        (100 * (last - first)) / first,
        1,
        PERCENT_UNIT,
        `(${lastTerm} − ${bracket(terms[0])}) ÷ ${terms[0]} × 100`,
      );
    case 'highest':
    case 'lowest': {
      const best = operation === 'highest' ? Math.max(...values) : Math.min(...values);
      const chosen = inputs.filter((_, i) => values[i] === best).toSorted((a, b) => compareYears(a.year, b.year));
      return { ...result(best, own, unit, ''), formula: '', chosen };
    }
  }
}

function round(value: number, decimals: number): number {
  const factor = 10 ** decimals;
  return Math.round((value + Math.sign(value) * Number.EPSILON * Math.abs(value)) * factor) / factor;
}

function signed(value: number, decimals: number): string {
  return printNumber(value, { decimals, minus: '−' });
}

function bracket(term: string | undefined): string {
  return term?.startsWith('−') ? `(${term})` : (term ?? '');
}
