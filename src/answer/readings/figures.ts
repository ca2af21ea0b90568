import { compareYears, type FiscalYear } from '../../report/fiscal-year.ts';
import { UNIT_SHAPES } from '../../report/prose-notation.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Operation } from '../../tools/calculate.ts';
import type { TableInfo } from '../../tools/figure-index.ts';
import { PERCENT_UNIT } from '../../tools/progress-figures.ts';
import type { Frame } from '../frame.ts';
import { allYears, type FigureSlots, figureSlots, newestYear, type Pair, yearsFor } from './figure-slots.ts';
import type { Plan, Reading, ReadingContext } from './reading.ts';

/** Slots by which a figure is named; every reading of figures uses them. */
const NAMES = {
  measures: 1,
  accounts: 1,
  sections: 1,
  sectionStems: 1,
  years: 1,
  'w:account': 1,
  'w:section': 1,
  'w:table': 1,
  'w:value': 1,
  'w:each': 1,
  'w:year': 1,
  'w:thisYear': 1,
  'w:yearBefore': 1,
  'w:yearAfter': 1,
  tables: 1,
  stated: 1,
  'w:lastYear': 1,
  'w:latest': 1,
  'w:status': 0.4,
  'w:what': 1,
  'w:money': 1,
  'w:positive': 1,
  'w:negative': 1,
  'w:howMany': 1,
} as const;

/** Grows when days are asked of a table in percent: then another part of the report is meant. */
function unitMismatch({ frame, scope }: ReadingContext): number {
  const { want } = frame;
  if (want === null || want === 'amount') return 0;
  if (want === 'reason' || want === 'period') return 3;
  const { tables } = figureSlots(frame, scope);
  const fitting = UNIT_SHAPES[want];
  const units = new Set(tables.flatMap((t) => (t.unit ? [t.unit] : [])));
  for (const figure of scope.figures.all)
    if (figure.unit && frame.measures.some((names) => names.includes(figure.measure))) units.add(figure.unit);
  if (want === 'date') return 0;
  return fitting && [...units].some((unit) => fitting.test(unit)) ? -1 : 4;
}

function lookUp(pairs: readonly Pair[], years: readonly FiscalYear[] | null): ToolCall {
  return {
    name: 'look_up_figures',
    args: {
      subjects: unique(pairs.map((p) => p.subject)),
      measures: unique(pairs.map((p) => p.measure)),
      ...(years ? { years: [...years] } : {}),
    },
  };
}

/** One call for pairs that share all measures; otherwise one a subject, so that no pair is asked that was not meant. */
function lookUps(pairs: readonly Pair[], years: readonly FiscalYear[] | null): ToolCall[] {
  const bySubject = Map.groupBy(pairs, (p) => p.subject);
  const sets = new Set([...bySubject.values()].map((own) => own.map((p) => p.measure).join('\t')));
  return sets.size === 1 ? [lookUp(pairs, years)] : [...bySubject.values()].map((own) => lookUp(own, years));
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Runs `make` on clear pairs; asks back when one mention may mean several subjects. */
function forPairs(slots: FigureSlots, make: (pairs: readonly Pair[]) => Plan | null): Plan | null {
  const [open] = slots.undecided;
  if (open) {
    const choices = open.flatMap((pair) => {
      const plan = make([...slots.pairs, pair]);
      return plan?.kind === 'run' ? [{ subject: pair.subject, calls: plan.calls }] : [];
    });
    return choices.length > 1 ? { kind: 'ask', choices } : null;
  }
  if (slots.pairs.length > 0) return make(slots.pairs);
  return slots.misses.length > 0 ? { kind: 'refuse', misses: slots.misses } : null;
}

function rankingTable(slots: FigureSlots): TableInfo | null {
  return slots.tables.find((t) => t.kind === 'ranking') ?? null;
}

const value: Reading = {
  id: 'figure.value',
  needs: [['measures'], ['accounts', 'sections', 'sectionStems', 'years', 'w:average', 'w:latest', 'measures']],
  uses: { ...NAMES, want: 1, 'w:average': 0.5, 'w:compare': 0.5 },
  assumes: (context) => {
    const slots = figureSlots(context.frame, context.scope);
    return (
      unitMismatch(context) + (slots.assumedSubject ? 1 : 0) + (slots.assumedSubject && slots.pairs.length > 6 ? 2 : 0)
    );
  },
  plan({ frame, scope }) {
    const slots = figureSlots(frame, scope);
    const table = rankingTable(slots);
    if (slots.assumedSubject && table && slots.pairs.length === 0) return rankedWithoutSubject(frame, table);
    return forPairs(slots, (pairs) => {
      const { years, assumed } = yearsFor(frame, scope, pairs);
      if (years.length === 0) return null;
      const assumedSubject = slots.assumedSubject ? pairs[0]?.subject : undefined;
      return {
        kind: 'run',
        calls: lookUps(pairs, years),
        assumed: { ...(assumed ? { year: assumed } : {}), ...(assumedSubject ? { subject: assumedSubject } : {}) },
      };
    });
  },
};

/** A ranking measure without a section: its printed average when it has one, and who leads. */
function rankedWithoutSubject(frame: Frame, table: TableInfo): Plan | null {
  const measure = frame.measures.flat().find((m) => table.measures.includes(m));
  if (!measure) return null;
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
  uses: {
    ...NAMES,
    'w:average': 1,
    want: 1,
    'w:whole': 1,
    'w:trend': 0.7,
    'w:allYears': 1,
    'w:change': 0.5,
    'w:compare': 0.7,
  },
  assumes: unitMismatch,
  plan({ frame, scope }) {
    const slots = figureSlots(frame, scope);
    const printed = scope.figures.all.find(
      (f) => f.role === 'average' && frame.measures.some((names) => names.includes(f.measure)),
    );
    if (printed && frame.accounts.length === 0) {
      const subjects = [printed.subject, ...frame.sections];
      const series = frame.words.has('trend') || frame.words.has('allYears');
      if (series && frame.sections.length === 0)
        return {
          kind: 'run',
          calls: [{ name: 'figure_series', args: { subject: printed.subject, measure: printed.measure } }],
        };
      const pairs = subjects.map((subject) => ({ subject, measure: printed.measure }));
      const { years, assumed } = yearsFor(frame, scope, pairs);
      return { kind: 'run', calls: [lookUp(pairs, years)], assumed: assumed ? { year: assumed } : {} };
    }
    // Mean over years of one figure.
    return forPairs(slots, ([pair]) => {
      if (!pair || slots.assumedSubject) return null;
      const years = frame.years.length > 1 ? spanOf(frame.years) : allYears(scope, pair);
      return {
        kind: 'run',
        calls: [
          { name: 'calculate', args: { operation: 'average', inputs: years.map((year) => ({ ...pair, year })) } },
        ],
      };
    });
  },
};

/** All years from the first to the last named. */
function spanOf(years: readonly FiscalYear[]): FiscalYear[] {
  const sorted = [...years].sort(compareYears);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (!first || !last) return [];
  const span: FiscalYear[] = [];
  for (let year = first; compareYears(year, last) <= 0; year = `FY${Number(year.slice(2)) + 1}`) span.push(year);
  return span;
}

const overview: Reading = {
  id: 'figure.account',
  needs: [['accounts']],
  not: ['measures'],
  uses: {
    accounts: 1,
    years: 1,
    'w:account': 1,
    'w:status': 1,
    'w:value': 1,
    'w:money': 1,
    'w:latest': 1,
    'w:trend': 1,
    'w:allYears': 1,
    'w:what': 1,
    'w:thisYear': 1,
    'w:lastYear': 1,
    'w:narrative': 0.5,
    'w:change': 0.5,
  },
  assumes: () => 0.8,
  plan({ frame, scope }) {
    const mentions = frame.accounts.filter(
      (a) => !frame.accounts.some((b) => b.length < a.length && b.every((s) => a.includes(s))),
    );
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

const ranking: Reading = {
  id: 'figure.ranking',
  needs: [
    ['measures'],
    [
      'w:highest',
      'w:lowest',
      'w:ranking',
      'w:rankOf',
      'w:above',
      'w:below',
      'position',
      'count',
      'w:negative',
      'w:positive',
    ],
  ],
  not: ['w:whichYear'],
  uses: {
    ...NAMES,
    'w:highest': 1,
    'w:lowest': 1,
    'w:ranking': 1,
    'w:rankOf': 1,
    'w:above': 1,
    'w:below': 1,
    'w:average': 1,
    position: 1,
    count: 1,
    want: 1,
    'w:list': 1,
    'w:count': 1,
    'w:owner': 1,
    'w:allYears': 0.7,
    'w:whole': 1,
    'w:compare': 0.5,
    'w:item': 0.3,
  },
  assumes: (context) => unitMismatch(context),
  plan({ frame, scope }) {
    const slots = figureSlots(frame, scope);
    const candidates = frame.measures.flat();
    const names = new Set(frame.accounts.flat());
    const table =
      slots.tables.find((t) => t.kind === 'ranking') ??
      slots.tables.find(
        (t) => [...names].every((n) => t.subjects.includes(n)) && (t.subjects.length > 1 || names.size === 1),
      ) ??
      slots.tables[0];
    const measure = candidates.find((m) => table?.measures.includes(m));
    if (!table || !measure) return null;
    const order = frame.words.has('lowest') ? 'lowest' : 'highest';
    const one =
      frame.sections.length === 1
        ? frame.sections[0]
        : frame.sections.length === 0 && frame.stems.sections.length === 1 && frame.words.has('rankOf')
          ? frame.stems.sections[0]
          : undefined;
    const comparesOne =
      frame.words.has('rankOf') ||
      frame.words.has('above') ||
      frame.words.has('below') ||
      frame.words.has('ranking') ||
      // A section that is said to be first: its true rank is the answer.
      !(frame.words.has('owner') || frame.words.has('section'));
    const signs = frame.words.has('negative')
      ? 'negative'
      : frame.words.has('positive') && table.kind === 'account'
        ? 'positive'
        : null;
    // A single account ranked by nothing but itself: its years are meant.
    const single = slots.pairs.length === 1 && names.size > 0;
    if (table.kind === 'account' && (single || table.subjects.length === 1)) return null;
    const years = frame.words.has('allYears')
      ? table.years
      : frame.years.length > 0
        ? frame.years
        : table.years.slice(-1);
    const calls = years.map((year): ToolCall => {
      const average = frame.words.has('above') ? 'above' : frame.words.has('below') ? 'below' : null;
      if (one && comparesOne) return { name: 'rank_figures', args: { measure, table: table.id, year, order, of: one } };
      return {
        name: 'rank_figures',
        args: {
          measure,
          year,
          order,
          ...(table.kind === 'account' ? { table: table.id } : {}),
          ...(frame.sections.length > 1
            ? { subjects: [...frame.sections] }
            : names.size > 1
              ? { subjects: [...names] }
              : {}),
          ...(frame.position !== null
            ? { position: frame.position }
            : frame.count !== null
              ? { count: frame.count }
              : frame.words.has('ranking') || average || signs
                ? {}
                : { count: 1 }),
          ...(average ? { average } : {}),
          ...(signs ? { sign: signs } : {}),
        },
      };
    });
    return { kind: 'run', calls, assumed: frame.years.length === 0 && years[0] ? { year: years[0] } : {} };
  },
};

const whichYear: Reading = {
  id: 'figure.which-year',
  needs: [
    ['measures'],
    ['w:whichYear', 'w:highest', 'w:lowest', 'w:negative'],
    ['w:whichYear', 'accounts', 'sections', 'w:average', 'measures'],
  ],
  not: ['position', 'count'],
  uses: {
    ...NAMES,
    'w:whichYear': 1,
    'w:highest': 1,
    'w:lowest': 1,
    want: 1,
    'w:when': 1,
    'w:allYears': 1,
    'w:average': 0.8,
    'w:through': 1,
    'w:ranking': 0.3,
  },
  assumes: (context) =>
    unitMismatch(context) +
    (asksYear(context.frame) ? 0 : 1) +
    (figureSlots(context.frame, context.scope).assumedSubject ? 1 : 0),
  plan({ frame, scope }) {
    if (frame.years.length === 1 && !frame.words.has('whichYear')) return null;
    const slots = figureSlots(frame, scope);
    const table = rankingTable(slots);
    if (table && slots.pairs.length === 0 && slots.misses.length === 0) {
      const averaged = scope.figures.all.find((f) => f.role === 'average' && f.table.id === table.id);
      if (!averaged || !asksYear(frame)) return null;
      return { kind: 'run', calls: [extreme(frame, averaged, allYears(scope, averaged))] };
    }
    return forPairs(slots, (pairs) => {
      if (slots.assumedSubject && pairs.length > 1) return null;
      return {
        kind: 'run',
        calls: pairs.map((pair) =>
          extreme(frame, pair, frame.years.length > 1 ? spanOf(frame.years) : allYears(scope, pair)),
        ),
      };
    });
  },
};

function asksYear(frame: Frame): boolean {
  return frame.words.has('whichYear') || frame.words.has('year') || frame.words.has('when');
}

function extreme(frame: Frame, { subject, measure }: Pair, years: readonly FiscalYear[]): ToolCall {
  const operation: Operation = frame.words.has('lowest') || frame.words.has('negative') ? 'lowest' : 'highest';
  return { name: 'calculate', args: { operation, inputs: years.map((year) => ({ subject, measure, year })) } };
}

const CALCULATIONS: readonly (readonly [Parameters<Frame['words']['has']>[0], Operation])[] = [
  ['growth', 'growth'],
  ['ratio', 'ratio'],
  ['share', 'share'],
  ['sum', 'sum'],
  ['difference', 'difference'],
  ['increase', 'difference'],
  ['decrease', 'difference'],
  ['change', 'difference'],
  ['compare', 'difference'],
];

const calculation: Reading = {
  id: 'figure.calculation',
  needs: [
    ['measures'],
    ['w:growth', 'w:ratio', 'w:share', 'w:sum', 'w:difference', 'w:increase', 'w:decrease', 'w:change', 'w:compare'],
  ],
  uses: {
    ...NAMES,
    'w:growth': 1,
    'w:ratio': 1,
    'w:share': 1,
    'w:sum': 1,
    'w:difference': 1,
    'w:increase': 1,
    'w:decrease': 1,
    'w:change': 1,
    'w:compare': 1,
    want: 1,
    'w:through': 1,
    'w:and': 1,
    'w:average': 0.7,
    'w:percent': 1,
    'w:allYears': 0.5,
    'w:highest': 0.2,
  },
  assumes: (context) =>
    (context.frame.want === 'percent' ? 0 : unitMismatch(context)) +
    (figureSlots(context.frame, context.scope).assumedSubject ? 1 : 0),
  plan({ frame, scope }) {
    const slots = figureSlots(frame, scope);
    const averaged =
      slots.pairs.length === 0
        ? scope.figures.all.find((f) => f.role === 'average' && frame.measures.some((n) => n.includes(f.measure)))
        : undefined;
    return forPairs(
      averaged ? { ...slots, pairs: [{ subject: averaged.subject, measure: averaged.measure }] } : slots,
      (pairs) => {
        const calls = operationsOf(frame, scope, pairs).flatMap((operation): ToolCall[] => {
          // Without a named account a sum is over all of the table, anything else about its first.
          const own =
            slots.assumedSubject && operation !== 'sum' ? pairs.slice(0, frame.measures.length > 1 ? 2 : 1) : pairs;
          const inputs = inputsOf(frame, scope, own, operation);
          return inputs.length < 2 ? [] : [{ name: 'calculate', args: { operation, inputs } }];
        });
        return calls.length > 0 ? { kind: 'run', calls } : null;
      },
    );
  },
};

/** The calculations named. A share or ratio needs two different figures; of one figure over time it is its growth. */
function operationsOf(frame: Frame, scope: ReadingContext['scope'], pairs: readonly Pair[]): Operation[] {
  const named = unique(CALCULATIONS.flatMap(([word, operation]) => (frame.words.has(word) ? [operation] : [])));
  const inPercent = scope.figures.all.some(
    (f) => f.unit === PERCENT_UNIT && pairs.some((p) => p.measure === f.measure),
  );
  const moves = named.includes('difference');
  const operations = named.flatMap((operation): Operation[] => {
    if (operation === 'share' && pairs.length < 2) return inPercent || moves ? [] : ['growth'];
    if (operation === 'difference' && frame.want === 'percent' && !inPercent) return ['growth'];
    if (operation === 'difference' && named.includes('sum') && pairs.length > 1) return [];
    return [operation];
  });
  return operations.length > 0 ? unique(operations) : ['difference'];
}

/** Several subjects or measures in one year, or one figure in several years. */
function inputsOf(
  frame: Frame,
  scope: ReadingContext['scope'],
  pairs: readonly Pair[],
  operation: Operation,
): (Pair & { year: FiscalYear })[] {
  const [pair] = pairs;
  if (!pair) return [];
  if (pairs.length > 1) {
    const years = yearsFor(frame, scope, pairs).years;
    const year = years.at(-1);
    if (!year) return [];
    if (years.length > 1 && operation === 'sum') return pairs.flatMap((p) => years.map((y) => ({ ...p, year: y })));
    return pairs.map((p) => ({ ...p, year }));
  }
  const years = [...new Set(frame.years)].sort(compareYears);
  const known = allYears(scope, pair);
  const newest = newestYear(scope, [pair]);
  if (operation === 'sum') return (years.length > 1 ? spanOf(years) : known).map((year) => ({ ...pair, year }));
  if (years.length >= 2) return [years[0], years.at(-1)].flatMap((year) => (year ? [{ ...pair, year }] : []));
  const [only] = years;
  // One year named: from the year before; with the newest year, or 5年間, from the first.
  const at = only ? known.indexOf(only) : -1;
  const before = frame.words.has('lastYear') || frame.words.has('yearBefore') || at > 0 ? known[at - 1] : undefined;
  if (only && at >= 0 && before && !frame.words.has('through'))
    return [
      { ...pair, year: before },
      { ...pair, year: only },
    ];
  if (only && newest && only !== newest)
    return [
      { ...pair, year: only },
      { ...pair, year: newest },
    ];
  const first = frame.words.has('allYears') || !only ? known[0] : known.at(-2);
  return first && newest && first !== newest
    ? [
        { ...pair, year: first },
        { ...pair, year: newest },
      ]
    : [];
}

const trend: Reading = {
  id: 'figure.trend',
  needs: [['measures'], ['w:trend', 'w:allYears', 'w:each', 'w:increase', 'w:decrease', 'w:change']],
  uses: {
    ...NAMES,
    'w:trend': 1,
    'w:allYears': 1,
    'w:change': 0.8,
    'w:increase': 0.7,
    'w:decrease': 0.7,
    'w:through': 1,
    want: 0.5,
    'w:average': 0.8,
    'w:compare': 0.5,
    'w:list': 1,
    'w:whole': 1,
  },
  assumes: (context) => unitMismatch(context) + (figureSlots(context.frame, context.scope).assumedSubject ? 1 : 0),
  plan({ frame, scope }) {
    const slots = figureSlots(frame, scope);
    const averaged =
      slots.pairs.length === 0 && slots.misses.length === 0
        ? scope.figures.all.find((f) => f.role === 'average' && frame.measures.some((n) => n.includes(f.measure)))
        : undefined;
    return forPairs(averaged ? { ...slots, pairs: [averaged] } : slots, (pairs) => {
      const years = [...frame.years].sort(compareYears);
      const [from, to] = years.length > 1 ? [years[0], years.at(-1)] : [years[0], undefined];
      const calls = pairs.slice(0, 3).map(
        ({ subject, measure }): ToolCall => ({
          name: 'figure_series',
          args: { subject, measure, ...(from ? { from } : {}), ...(to ? { to } : {}) },
        }),
      );
      return { kind: 'run', calls };
    });
  },
};

export const figureReadings: readonly Reading[] = [value, average, overview, ranking, whichYear, calculation, trend];
