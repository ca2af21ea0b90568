import type { FiscalYear } from './fiscal-year.ts';
import { BALANCES, TOTAL_LABEL } from './form.ts';
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
}

function compare({ code, what, printed, expected, decimals, parts, observation = null, lines }: Comparison): Check {
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
  };
}

/** Every cross-check that the printed figures allow, in the order of the report. Answers give the printed value in any case. */
export function checkReport(report: Omit<Report, 'checks'>): Check[] {
  return [
    ...report.tables.flatMap((table) => [...checkBalances(table), ...checkTotals(table), ...checkAverages(table)]),
    ...(report.results ? checkResults(report.results.pillars, report.results.total, report) : []),
  ];
}

const decimalsOf = (all: readonly Observation[]) => Math.max(...all.map((o) => decimalsPrinted(o.print)));

/** Revenue − expenditure against the difference column of the same row. */
function checkBalances(table: FigureTable): Check[] {
  if (table.kind !== 'account') return [];
  return BALANCES.flatMap(({ revenue, expenditure, difference }) => {
    const [plus, minus, result] = [revenue, expenditure, difference].map((words) =>
      table.measures.find((measure) => words.test(measure)),
    );
    if (!plus || !minus || !result) return [];
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
      }),
    ];
  });
}

function countItems(items: readonly PlanItem[], year: FiscalYear, status: Status): number {
  return items.filter((item) => item.statuses.some((s) => s.year === year && s.status === status)).length;
}

/** The results table against the items, its totals against its rows, its shares against its counts. */
function checkResults(
  pillars: readonly PillarResult[],
  total: PillarResult | null,
  report: Omit<Report, 'checks'>,
): Check[] {
  const plan = report.items.filter((item) => item.kind === 'plan');
  const checks: Check[] = [];
  const add = (code: string, what: string, printed: number, expected: number, line: number, decimals = 0) =>
    checks.push(compare({ code, what, printed, expected, decimals, parts: decimals > 0 ? 1 : 0, lines: [line] }));
  for (const row of total ? [...pillars, total] : pillars) {
    const { line } = row.source;
    const own = row === total ? plan : plan.filter((item) => item.pillar === row.pillar);
    const known = row === total || plan.every((item) => item.pillar !== null);
    if (row.total !== null && known)
      add('items', `${row.label}: number of items against the items listed`, row.total, own.length, line);
    for (const year of report.results?.years ?? []) {
      const counts = row.counts.filter((count) => count.year === year);
      const all = counts.flatMap((count) => count.counts).reduce((sum, n) => sum + n, 0);
      if (row.total !== null && counts.length > 0)
        add('row-sum', `${row.label} ${year}: counts by status against the number of items`, all, row.total, line);
    }
    for (const count of row.counts) {
      for (const [i, status] of count.statuses.entries()) {
        const printed = count.counts[i] ?? 0;
        if (known)
          add(
            'statuses',
            `${row.label} ${count.year} ${status}: count against the statuses of the items`,
            printed,
            countItems(own, count.year, status),
            line,
          );
        if (row !== total || !total) continue;
        const sum = pillars
          .flatMap((p) => p.counts.filter((c) => c.year === count.year))
          .reduce((n, c) => n + (c.counts[c.statuses.indexOf(status)] ?? 0), 0);
        add(
          'column-sum',
          `${row.label} ${count.year} ${status}: total against the sum of its rows`,
          printed,
          sum,
          line,
        );
      }
      const whole =
        row.total ??
        row.counts
          .filter((c) => c.year === count.year)
          .flatMap((c) => c.counts)
          .reduce((sum, n) => sum + n, 0);
      const share = count.share?.value;
      if (share == null || whole === 0) continue;
      const decimals = decimalsPrinted(count.share?.print ?? '');
      const expected = Number(((100 * count.counts.reduce((sum, n) => sum + n, 0)) / whole).toFixed(decimals));
      add(
        'share',
        `${row.label} ${count.year} ${count.print}: share against ${count.counts.join('+')} of ${whole}`,
        share,
        expected,
        line,
        decimals,
      );
    }
  }
  if (total?.total != null)
    add(
      'column-sum',
      `${total.label}: number of items against the sum of its rows`,
      total.total,
      pillars.reduce((sum, p) => sum + (p.total ?? 0), 0),
      total.source.line,
    );
  return checks;
}
