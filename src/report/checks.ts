import { balancesOf } from './balance.ts';
import { type FiscalYear, longYear } from './fiscal-year.ts';
import { TOTAL_LABEL } from './form.ts';
import type { Check, FigureTable, Observation, PillarResult, PlanItem, Report, Status } from './model.ts';
import { decimalsPrinted } from './notation.ts';

interface Comparison {
  readonly code: string;
  readonly what: string;
  readonly printed: number;
  readonly expected: number;
  /** Digits behind the point to which both are compared. */
  readonly decimals: number;
  /** How many printed figures the expected one is made of: each may be off by one unit of its last digit. */
  readonly parts: number;
  readonly observation?: Check['observation'];
  readonly lines: readonly number[];
  readonly about: string;
}

function compare(comparison: Comparison): Check {
  const { code, what, printed, expected, decimals, parts, observation = null, lines, about } = comparison;
  const unit = 10 ** -decimals;
  const off = Math.round(Math.abs(printed - expected) / unit);
  const verdict = off === 0 ? 'agrees' : off <= parts ? 'rounding' : 'contradicts';
  return {
    code,
    what,
    verdict,
    printed,
    expected: Number(expected.toFixed(decimals)),
    observation,
    lines: [...new Set(lines)],
    about,
  };
}

/** Every cross-check that the printed figures allow, in the order of the report. Answers give the printed value in any case. */
export function checkReport(report: Omit<Report, 'checks'>): Check[] {
  return [
    ...report.tables.flatMap((table) => [...checkBalances(table), ...checkTotals(table), ...checkAverages(table)]),
    ...(report.results ? checkResults(report.results.pillars, report.results.total, report) : []),
  ];
}

const aboutFigure = ({ subject, measure, year }: Observation) => `${subject} ${longYear(year)} ${measure}`;
const decimalsOf = (all: readonly Observation[]) => Math.max(...all.map((o) => decimalsPrinted(o.print)));

/** Revenue − expenditure against the difference column of the same row. */
function checkBalances(table: FigureTable): Check[] {
  if (table.kind !== 'account') return [];
  return balancesOf(table.measures).flatMap(([plus, minus, result]) => {
    return table.observations.flatMap((printed): Check[] => {
      if (printed.measure !== result) return [];
      const part = (measure: string) =>
        table.observations.find(
          (o) => o.measure === measure && o.subject === printed.subject && o.year === printed.year,
        );
      const [income, cost] = [part(plus), part(minus)];
      if (!income || !cost || printed.value === null || income.value === null || cost.value === null) return [];
      const decimals = decimalsOf([printed, income, cost]);
      const what = `${printed.subject} ${printed.year}: ${plus} − ${minus} = ${result}`;
      const { subject, measure, year } = printed;
      const expected = income.value - cost.value;
      return [
        compare({
          code: 'balance',
          what,
          printed: printed.value,
          expected,
          decimals,
          parts: 2,
          observation: { subject, measure, year },
          lines: [printed.source.line],
          about: aboutFigure(printed),
        }),
      ];
    });
  });
}

/** A row 合計 against the sum of the other rows of its year. */
function checkTotals(table: FigureTable): Check[] {
  return table.observations.flatMap((printed): Check[] => {
    if (
      printed.role === 'average' ||
      !TOTAL_LABEL.test(printed.subject) ||
      printed.value === null ||
      printed.unit === '%'
    )
      return [];
    const parts = table.observations.filter(
      (o) =>
        o.role === 'value' && o.measure === printed.measure && o.year === printed.year && !TOTAL_LABEL.test(o.subject),
    );
    if (parts.length === 0 || parts.some((o) => o.value === null)) return [];
    const { subject, measure, year } = printed;
    const expected = parts.reduce((sum, o) => sum + (o.value ?? 0), 0);
    const lines = [printed, ...parts].map((o) => o.source.line);
    const what = `${table.title} ${year}: ${subject} of ${measure} against the sum of its rows`;
    return [
      compare({
        code: 'total',
        what,
        printed: printed.value,
        expected,
        decimals: decimalsOf([printed, ...parts]),
        parts: parts.length,
        observation: { subject, measure, year },
        lines,
        about: aboutFigure(printed),
      }),
    ];
  });
}

/** A printed average against the plain mean of the listed values. */
function checkAverages(table: FigureTable): Check[] {
  if (table.top !== null) return [];
  return table.observations.flatMap((printed): Check[] => {
    if (printed.role !== 'average' || printed.value === null) return [];
    const listed = table.observations.flatMap((o) =>
      o.role === 'value' && o.measure === printed.measure && o.year === printed.year && o.value !== null
        ? [o.value]
        : [],
    );
    if (listed.length === 0) return [];
    const expected = listed.reduce((sum, value) => sum + value, 0) / listed.length;
    const { subject, measure, year } = printed;
    const what = `${table.title} ${year}: ${subject} against the plain mean of the ${listed.length} listed`;
    return [
      compare({
        code: 'average',
        what,
        printed: printed.value,
        expected,
        decimals: decimalsPrinted(printed.print),
        parts: 1,
        observation: { subject, measure, year },
        lines: [printed.source.line],
        about: aboutFigure(printed),
      }),
    ];
  });
}

function countItems(items: readonly PlanItem[], year: FiscalYear, status: Status): number {
  return items.filter((item) => item.statuses.some((s) => s.year === year && s.status === status)).length;
}

const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0);

/** The results table against the items, its totals against its rows, its shares against its counts. */
function checkResults(
  pillars: readonly PillarResult[],
  total: PillarResult | null,
  report: Omit<Report, 'checks'>,
): Check[] {
  const plan = report.items.filter((item) => item.kind === 'plan');
  const allPlaced = plan.every((item) => item.pillar !== null);
  return (total ? [...pillars, total] : pillars).flatMap((row): Check[] => {
    const checks: Check[] = [];
    const add = (
      code: string,
      [cell, what]: readonly [string, string],
      printed: number,
      expected: number,
      decimals = 0,
    ) => {
      const about = `${row.label} ${cell}`.trim();
      const lines = [row.source.line];
      const parts = decimals > 0 ? 1 : 0;
      checks.push(compare({ code, what: `${about}: ${what}`, printed, expected, decimals, parts, lines, about }));
    };
    const own = row === total ? plan : plan.filter((item) => item.pillar === row.pillar);
    const countable = row === total || allPlaced;
    if (row.total !== null && countable) add('items', ['', 'items against the items listed'], row.total, own.length);
    if (row === total && total?.total != null) {
      const sum = sumOf(pillars.map((pillar) => pillar.total ?? 0));
      add('column-sum', ['', 'items against the sum of the rows'], total.total, sum);
    }
    for (const year of report.results?.years ?? []) {
      const counts = row.counts.filter((count) => count.year === year);
      if (row.total === null || counts.length === 0) continue;
      const sum = sumOf(counts.flatMap((count) => count.counts));
      add('row-sum', [longYear(year), 'counts by status against the number of items'], sum, row.total);
    }
    for (const { year, statuses, counts, share, print } of row.counts) {
      const cell = `${longYear(year)} ${print}`;
      for (const [i, status] of statuses.entries()) {
        const printed = counts[i] ?? 0;
        const listed = countItems(own, year, status);
        if (countable) add('statuses', [cell, `${status} against the statuses of the items`], printed, listed);
        if (row !== total) continue;
        const parts = pillars.flatMap((p) => p.counts.filter((c) => c.year === year && c.statuses.includes(status)));
        const sum = sumOf(parts.map((c) => c.counts[c.statuses.indexOf(status)] ?? 0));
        add('column-sum', [cell, `${status} against the sum of the rows`], printed, sum);
      }
      const sameYear = row.counts.filter((count) => count.year === year).flatMap((count) => count.counts);
      const whole = row.total ?? sumOf(sameYear);
      if (share?.value == null || whole === 0) continue;
      const decimals = decimalsPrinted(share.print);
      const expected = Number(((100 * sumOf(counts)) / whole).toFixed(decimals));
      add('share', [cell, `share against ${counts.join('+')} of ${whole}`], share.value, expected, decimals);
    }
    return checks;
  });
}
