import { compareYears } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Operation } from '../../tools/calculate.ts';
import { PERCENT_UNIT } from '../../tools/progress-figures.ts';
import type { Moves } from '../../tools/steps.ts';
import { commonUnit } from '../../tools/units.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { inputSets } from './figure-inputs.ts';
import { beginning, choiceOf, forPairs, lookUps, NAMES, unique, unitMismatch } from './figure-plans.ts';
import { type FigureSlots, newestYear, type Pair, yearsFor } from './figure-slots.ts';
import { isFilled, type Plan, type Reading, type ReadingContext } from './reading.ts';

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
    // biome-ignore format: one line reads better than a column
    ['w:growth', 'w:ratio', 'w:share', 'w:sum', 'w:difference', 'w:increase', 'w:decrease', 'w:change', 'w:compare', 'w:than', 'w:above', 'w:below', 'w:against', 'w:or', 'w:percent'],
  ],
  // Every single year is a matter of the series.
  not: ['w:steady'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:growth': 1, 'w:ratio': 1, 'w:share': 1, 'w:sum': 1, 'w:difference': 1, 'w:increase': 1,
    'w:decrease': 1, 'w:change': 1, 'w:compare': 1, 'w:than': 1, 'w:against': 1, want: 1, 'w:through': 1, 'w:and': 1, 'w:average': 0.7,
    'w:percent': 1, 'w:allYears': 0.5, 'w:highest': 0.5, 'w:lowest': 0.5, 'w:or': 1, 'w:list': 0.5,
    'w:rankOf': 1, 'w:above': 1, 'w:below': 1,
  },
  assumes: (context) =>
    (context.frame.want === 'percent' ? 0 : unitMismatch(context)) +
    (context.figures().assumedSubject ? 1 : 0) +
    (asksWhich(context.frame) ? 1 : 0),
  plan({ frame, scope, figures }) {
    const slots = withLacking(joined(frame, figures()));
    const printed = scope.figures.all.find(
      (f) => f.role === 'average' && frame.measures.some((n) => n.includes(f.measure)),
    );
    const [own, second] = slots.pairs;
    if (printed && own && !second && frame.words.has('average')) return againstAverage(frame, scope, own, printed);
    // Where no average is printed, none is there to set it against.
    const [table] = slots.tables;
    const measure = own?.measure;
    if (!printed && table && measure && !second && frame.words.has('average') && frame.words.has('compare'))
      return { kind: 'refuse', misses: [{ what: 'no-average', measure, table }] };
    // How many lie above the average is counted, not calculated.
    if (slots.pairs.length === 0 && speaksOf(frame, 'above', 'below')) return null;
    const averaged = slots.pairs.length === 0 ? printed : undefined;
    return forPairs(
      averaged ? { ...slots, pairs: [{ subject: averaged.subject, measure: averaged.measure }] } : slots,
      (pairs) => {
        const calls = operationsOf(frame, scope, pairs).flatMap((operation): ToolCall[] => {
          // Without a named account a sum is over all of the table, anything else about its first.
          const isFirst = ({ subject }: Pair): boolean => subject === pairs[0]?.subject;
          const own = slots.assumedSubject && operation !== 'sum' ? pairs.filter(isFirst) : pairs;
          const isMove = operation === 'growth' || (operation === 'difference' && areMoves(frame));
          return (isMove ? own.map((pair) => [pair]) : [own])
            .flatMap((set) => inputSets(frame, scope, set, operation))
            .flatMap((inputs): ToolCall[] =>
              inputs.length < 2 ? [] : [{ name: 'calculate', args: { operation, inputs } }],
            );
        });
        if (calls.length === 0) return null;
        const told = lookUps(pairs, yearsFor(frame, scope, pairs).years);
        // Several that are compared are told; a difference is that of two, and has to be asked for.
        if (pairs.length > 2 && !slots.assumedSubject && frame.words.has('compare') && !frame.words.has('difference'))
          return { kind: 'run', calls: told };
        // Hours and yen cannot be calculated with, but each is told.
        const isTold = (pairs.length > 2 && frame.words.has('minus')) || unitOf(scope, pairs) === undefined;
        return {
          kind: 'run',
          calls: isTold
            ? [...told, ...(frame.words.has('minus') ? [] : calls)]
            : [...placeOf(frame, scope, pairs), ...calls],
        };
      },
    );
  },
};

/** One figure beside the printed average of its table, in every year named. */
function againstAverage(frame: Frame, scope: ReadingContext['scope'], own: Pair, { subject }: Pair): Plan {
  const { years, assumed } = yearsFor(frame, scope, [own]);
  const calls = years.map(
    (year): ToolCall => ({
      name: 'calculate',
      args: {
        operation: 'difference',
        inputs: [
          { ...own, subject, year },
          { ...own, year },
        ],
      },
    }),
  );
  return {
    kind: 'run',
    calls: [...placeOf(frame, scope, [own]), ...calls],
    assumed: assumed ? { year: assumed } : {},
  };
}

/** Which of several subjects is the one, of a single measure: that is a matter of their order. */
function asksWhich(frame: Frame): boolean {
  const isOrder = frame.words.has('highest') !== frame.words.has('lowest');
  return isOrder && frame.measures.length === 1 && frame.words.has('either') && !frame.words.has('difference');
}

/** The unit of all of the figures; undefined where they cannot be set against each other. */
function unitOf({ figures }: ReadingContext['scope'], pairs: readonly Pair[]): string | null | undefined {
  const found = pairs.flatMap((p) => figures.of(p.subject).find((f) => f.measure === p.measure) ?? []);
  return found.length > 0 ? commonUnit(found.map((f) => f.unit)) : null;
}

/** The place of a section, or its side of the average, where that is asked beside the calculation. */
function placeOf(frame: Frame, scope: ReadingContext['scope'], pairs: readonly Pair[]): ToolCall[] {
  const [own, second] = pairs;
  const year = yearsFor(frame, scope, pairs).years.at(-1);
  if (!own || second || !year || !speaksOf(frame, 'rankOf', 'above', 'below')) return [];
  const { subject: of, measure } = own;
  const table = scope.figures.of(of).find((f) => f.measure === measure && f.table.kind === 'ranking')?.table.id;
  const order = frame.words.has('lowest') ? 'lowest' : 'highest';
  return table ? [{ name: 'rank_figures', args: { measure, table, year, order, of } }] : [];
}

/** Several figures each moved; set against each other they are where the question compares them. */
function areMoves({ words, minuend }: Frame): boolean {
  return speaksOf({ words }, 'increase', 'decrease', 'change') && !words.has('compare') && minuend === null;
}

/** What a table lacks is asked for as well: the tool says so, and calculates nothing with the rest. */
function withLacking(slots: FigureSlots): FigureSlots {
  return slots.pairs.length > 0 ? { ...slots, pairs: [...slots.pairs, ...slots.lacking] } : slots;
}

/** A name that means two accounts means both where they are added up or set against each other. */
function joined(frame: Frame, slots: FigureSlots): FigureSlots {
  const [options, other] = slots.undecided;
  const both = frame.words.has('sum') || frame.words.has('difference');
  const areSubjects = options?.some((pair) => pair.subject !== options[0]?.subject);
  // "National health insurance and both of the long-term care ones".
  if (options && !other && areSubjects && frame.words.has('sum') && frame.words.has('both'))
    return { ...slots, pairs: [...slots.pairs, ...options], undecided: [] };
  return options && !other && both && areSubjects && slots.pairs.length === 0
    ? { ...slots, pairs: options, undecided: [] }
    : slots;
}

/** The calculations named. A share or ratio needs two different figures; of one figure over time it is its growth. */
function operationsOf(frame: Frame, scope: ReadingContext['scope'], pairs: readonly Pair[]): Operation[] {
  // Which of two figures is the larger one, and by how much; of one figure there is nothing to choose.
  const choice = choiceOf(frame);
  if (choice) return pairs.length < 2 ? [] : [choice, 'difference'];
  const named = unique(CALCULATIONS.flatMap(([word, operation]) => (frame.words.has(word) ? [operation] : [])));
  const inPercent = scope.figures.all.some(
    (f) => f.unit === PERCENT_UNIT && pairs.some((p) => p.measure === f.measure),
  );
  // "What percent of A is B" asks for a share without the word, and so does AはBの何%.
  const ofOther = frame.words.has('against') && (frame.want === 'percent' || frame.language === 'en');
  const areTwo = pairs.length === 2 && (frame.bound.length > 0 || pairs[0]?.measure !== pairs[1]?.measure);
  const isPart = frame.want === 'percent' && areTwo && !inPercent;
  if (named.length === 0 && (ofOther || isPart)) named.push('share');
  if (named.length === 0 && frame.claim && pairs.length === 2) named.push('difference');
  const moves = named.includes('difference');
  const operations = named.flatMap((operation): Operation[] => {
    if (operation === 'share' && pairs.length < 2) return inPercent || moves ? [] : ['growth'];
    if (operation === 'difference' && frame.want === 'percent' && !inPercent) return ['growth'];
    if (operation === 'difference' && named.includes('sum') && pairs.length > 1) return [];
    return [operation];
  });
  // "A or B", "of", or a percentage alone is no calculation.
  return operations.length > 0 || named.length === 0 ? unique(operations) : ['difference'];
}

// biome-ignore format: one line reads better than a column
const OVER_TIME = ['w:trend', 'w:allYears', 'w:each', 'w:steady', 'w:increase', 'w:decrease', 'w:change'] as const;

const trend: Reading = {
  id: 'figure.trend',
  needs: [['measures'], [...OVER_TIME, 'w:through']],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:trend': 1, 'w:steady': 1, 'w:allYears': 1, 'w:change': 0.8, 'w:increase': 0.7, 'w:decrease': 0.7, 'w:through': 1,
    want: 0.5, 'w:average': 0.8, 'w:compare': 0.5, 'w:list': 1, 'w:whole': 1, 'w:ranking': 0.8,
  },
  assumes: (context) => unitMismatch(context) + (context.figures().assumedSubject ? 1 : 0),
  plan({ frame, scope, figures }) {
    // From one year to another asks for those between as well; where there are none, the two are looked up.
    const isOpen = frame.words.has('through') && frame.words.has('ranking') && frame.years.length === 1;
    if (frame.years.length < 3 && !isOpen && !OVER_TIME.some((slot) => isFilled(frame, slot))) return null;
    const slots = figures();
    const averaged =
      slots.pairs.length === 0 && slots.misses.length === 0
        ? scope.figures.all.find((f) => f.role === 'average' && frame.measures.some((n) => n.includes(f.measure)))
        : undefined;
    return forPairs(averaged ? { ...slots, pairs: [averaged] } : slots, (pairs) => {
      const years = [...frame.years].sort(compareYears);
      const newest = newestYear(scope, pairs);
      const [first, to] = years.length > 1 ? [years[0], years.at(-1)] : [years[0], undefined];
      const from = first ?? (newest ? beginning(frame, newest) : undefined);
      const moves = steadyMoves(frame);
      const calls = pairs.slice(0, 3).map(
        ({ subject, measure }): ToolCall => ({
          name: 'figure_series',
          args: { subject, measure, ...(from ? { from } : {}), ...(to ? { to } : {}), ...(moves ? { moves } : {}) },
        }),
      );
      return { kind: 'run', calls };
    });
  },
};

/** Whether it rose, or fell, in every single year is told by the years in which it did. */
function steadyMoves({ words }: Frame): Moves | null {
  if (!words.has('steady') || words.has('increase') === words.has('decrease')) return null;
  return words.has('increase') ? 'rises' : 'falls';
}

export const calculationReadings: readonly Reading[] = [calculation, trend];
