import { compareYears, yearsSpanned } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import type { Scope } from '../../tools/tool.ts';
import { type Frame, speaksOf } from '../frame.ts';
import {
  forPairs,
  LIMITS,
  lookUp,
  lookUps,
  NAMES,
  otherHeaders,
  rankingTable,
  unique,
  unitMismatch,
} from './figure-plans.ts';
import { allYears, type Pair, yearsFor } from './figure-slots.ts';
import type { Plan, Reading } from './reading.ts';

const value: Reading = {
  id: 'figure.value',
  needs: [['measures'], ['accounts', 'sections', 'sectionStems', 'years', 'w:average', 'w:latest', 'measures']],
  uses: {
    ...NAMES,
    ...LIMITS,
    want: 1,
    'w:sum': 0.3,
    'w:whole': 1,
    'w:average': 0.5,
    'w:compare': 0.5,
    'w:above': 0.5,
    'w:below': 0.5,
  },
  assumes: (context) => {
    const slots = context.figures();
    // "In which year" is not answered by the newest.
    const year = context.frame.words.has('year') && context.frame.years.length === 0 ? 0.5 : 0;
    return (
      year +
      unitMismatch(context) +
      (slots.assumedSubject ? 1 : 0) +
      // The revenue of something that no table has is not that of an account.
      (slots.assumedSubject && slots.pairs.length === 1 && context.frame.narrowed ? 4 : 0) +
      (slots.assumedSubject && slots.pairs.length > 6 && !context.frame.words.has('account') ? 2 : 0)
    );
  },
  plan({ frame, scope, figures }) {
    const slots = figures();
    const table = rankingTable(slots);
    if (slots.assumedSubject && table && slots.pairs.length === 0) return rankedWithoutSubject(frame, table);
    return forPairs(slots, (pairs) => {
      const { years, assumed } = yearsFor(frame, scope, pairs);
      if (years.length === 0) return null;
      const assumedSubject = slots.assumedSubject ? pairs[0]?.subject : undefined;
      return {
        kind: 'run',
        calls: lookUps(pairs, years, assumedSubject ? otherHeaders(frame, slots, pairs) : []),
        assumed: {
          ...(assumed ? { year: assumed } : {}),
          ...(assumedSubject ? { subject: assumedSubject } : {}),
        },
      };
    });
  },
};

/** A ranking measure without a section: its printed average when it has one, and who leads. */
function rankedWithoutSubject(frame: Frame, table: TableInfo): Plan | null {
  const measure = frame.measures.flat().find((m) => table.measures.includes(m));
  if (!measure) return null;
  // A list of sections gives no total and, without a row for it, no average.
  if (speaksOf(frame, 'sum', 'whole')) return { kind: 'refuse', misses: [{ what: 'no-total', measure, table }] };
  if (frame.words.has('average')) return { kind: 'refuse', misses: [{ what: 'no-average', measure, table }] };
  const years = frame.years.length > 0 ? frame.years : table.years.slice(-1);
  const count = table.top ?? 3;
  return {
    kind: 'run',
    calls: years.map(
      (year): ToolCall => ({
        name: 'rank_figures',
        args: { measure, year, order: frame.words.has('lowest') ? 'lowest' : 'highest', count },
      }),
    ),
    assumed: frame.years.length === 0 && years[0] ? { year: years[0] } : {},
  };
}

const average: Reading = {
  id: 'figure.average',
  needs: [['measures'], ['w:average']],
  not: ['w:above', 'w:below', 'w:highest', 'w:lowest'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:average': 1, want: 1, 'w:whole': 1, 'w:trend': 0.7, 'w:allYears': 1, 'w:through': 1, 'w:change': 0.5,
    'w:compare': 0.7,
  },
  assumes: unitMismatch,
  plan({ frame, scope, figures }) {
    const slots = figures();
    const printed = scope.figures.all.find(
      (f) => f.role === 'average' && frame.measures.some((names) => names.includes(f.measure)),
    );
    // Held against the average, a figure is set against it.
    if (frame.words.has('compare') && frame.sections.length === 1) return null;
    // The average of those that are named, where nothing sets them against the printed one.
    const isOfNamed = frame.sections.length > 1 && !speaksOf(frame, 'and', 'compare', 'than', 'against');
    if (printed && frame.accounts.length === 0 && !isOfNamed) {
      const subjects = [printed.subject, ...frame.sections];
      const series = frame.words.has('trend') || frame.words.has('allYears');
      if (series && frame.sections.length === 0)
        return {
          kind: 'run',
          calls: [{ name: 'figure_series', args: { subject: printed.subject, measure: printed.measure } }],
        };
      if (series && frame.words.has('allYears'))
        return {
          kind: 'run',
          calls: frame.sections.flatMap((subject) => meanOf(frame, scope, { ...printed, subject })),
        };
      const pairs = subjects.map((subject) => ({ subject, measure: printed.measure }));
      const { years, assumed } = yearsFor(frame, scope, pairs);
      return { kind: 'run', calls: [lookUp(pairs, years)], assumed: assumed ? { year: assumed } : {} };
    }
    // Mean of several figures of one year, or of one over years.
    return forPairs(slots, (pairs) => {
      const [pair, second] = pairs;
      if (!pair || slots.assumedSubject) return null;
      const { years, assumed } = yearsFor(frame, scope, pairs);
      const [year, another] = years;
      if (!second || !year || another) return { kind: 'run', calls: meanOf(frame, scope, pair) };
      const inputs = pairs.map((own) => ({ ...own, year }));
      return {
        kind: 'run',
        calls: [{ name: 'calculate', args: { operation: 'average', inputs } }],
        assumed: assumed ? { year: assumed } : {},
      };
    });
  },
};

/** The mean of one figure over the years named, or over all of them. */
function meanOf(frame: Frame, scope: Scope, { subject, measure }: Pair): ToolCall[] {
  const years = frame.years.length > 1 ? yearsSpanned(frame.years) : allYears(scope, { subject, measure });
  return [
    { name: 'calculate', args: { operation: 'average', inputs: years.map((year) => ({ subject, measure, year })) } },
  ];
}

const overview: Reading = {
  id: 'figure.account',
  needs: [['accounts']],
  not: ['measures'],
  // biome-ignore format: one line reads better than a column
  uses: {
    accounts: 1, years: 1, 'w:account': 1, 'w:status': 1, 'w:value': 1, 'w:money': 1, 'w:latest': 1, 'w:trend': 1,
    'w:allYears': 1, 'w:what': 1, 'w:thisYear': 1, 'w:lastYear': 1, 'w:narrative': 0.5, 'w:change': 0.5,
  },
  assumes: () => 0.8,
  plan({ frame, scope }) {
    const mentions = frame.accounts;
    const plan = (subject: string): ToolCall | null => {
      const own = scope.figures.of(subject).filter((f) => f.table.kind === 'account');
      const measures = unique(own.map((f) => f.measure));
      const newest = own
        .map((f) => f.year)
        .sort(compareYears)
        .at(-1);
      if (!newest) return null;
      return {
        name: 'look_up_figures',
        args: { subjects: [subject], measures, years: frame.years.length > 0 ? [...frame.years] : [newest] },
      };
    };
    const [first] = mentions;
    if (!first) return null;
    const calls = (subjects: readonly string[]): ToolCall[] => subjects.flatMap((s) => plan(s) ?? []);
    if (first.length > 1 && mentions.length === 1)
      return { kind: 'ask', choices: first.map((subject) => ({ subject, calls: calls([subject]) })) };
    return { kind: 'run', calls: calls(mentions.flatMap((m) => m.slice(0, 1))) };
  },
};

export const valueReadings: readonly Reading[] = [value, average, overview];
