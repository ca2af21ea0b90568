import { yearsSpanned } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Operation } from '../../tools/calculate.ts';
import { isWithin, type Limit } from '../../tools/limit.ts';
import type { Moves } from '../../tools/steps.ts';
import type { Scope } from '../../tools/tool.ts';
import { type Frame, speaksOf } from '../frame.ts';
import {
  choiceOf,
  forPairs,
  LIMITS,
  limitFor,
  NAMES,
  rankedIn,
  rankedOver,
  rankingTable,
  unitMismatch,
} from './figure-plans.ts';
import { allYears, figureSlots, type Pair } from './figure-slots.ts';
import type { Reading, ReadingContext } from './reading.ts';

const MOST_TOLD = 4;

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
      'positions',
      'count',
      'limit',
      'w:negative',
      'w:positive',
      'w:notZero',
    ],
  ],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, ...LIMITS, 'w:notZero': 1, 'w:whichYear': 0.7, 'w:person': 0.5, 'w:once': 1, 'w:everyYear': 1, exceptSections: 1, exceptAccounts: 1, 'w:highest': 1, 'w:lowest': 1, 'w:ranking': 1, 'w:rankOf': 1, 'w:above': 1, 'w:below': 1,
    'w:average': 0.6, positions: 1, count: 1, want: 1, 'w:list': 1, 'w:count': 1, 'w:owner': 1, 'w:allYears': 0.7, 'w:trend': 0.7,
    'w:whole': 1, 'w:compare': 0.5, 'w:than': 1, 'w:item': 0.3, 'w:share': 0.5,
  },
  assumes: (context) => unitMismatch(context) + (ranksAccounts(context) ? 1.5 : 0),
  plan({ frame, scope, figures }) {
    const slots = figures();
    const ranked = rankedIn(frame, slots);
    // In which year a figure was highest is asked of its years, unless it is that of any section.
    if (frame.words.has('whichYear') && (ranked?.table.kind !== 'ranking' || frame.sections.length > 0)) return null;
    // Which of two measures is the larger one ranks neither.
    if (!ranked || choiceOf(frame) || areCompared(frame)) return null;
    const { table, measure } = ranked;
    const names = new Set(frame.accounts.flat());
    const one =
      frame.sections.length === 1
        ? frame.sections[0]
        : frame.sections.length === 0 && frame.stems.sections.length === 1 && frame.words.has('rankOf')
          ? frame.stems.sections.find((stem) => table.subjects.includes(stem))
          : undefined;
    // In which year the one section had most is asked of its years.
    if (one && frame.years.length === 0 && frame.words.has('year') && speaksOf(frame, 'highest', 'lowest')) return null;
    const comparesOne =
      frame.words.has('rankOf') ||
      frame.words.has('above') ||
      frame.words.has('below') ||
      frame.words.has('ranking') ||
      // A section that is said to be first: its true rank is the answer.
      !(frame.words.has('owner') || frame.words.has('section'));
    const signs = frame.words.has('negative')
      ? 'negative'
      : speaksOf(frame, 'positive', 'notZero') && table.kind === 'account'
        ? 'positive'
        : null;
    // A single account ranked by nothing but itself: its years are meant.
    const single = slots.pairs.length === 1 && names.size > 0;
    const over = rankedOver(frame, slots, ranked);
    if (table.kind === 'account' && (single || (table.subjects.length === 1 && !over.alike))) return null;
    const limit = limitFor(frame, scope, measure);
    // One section against a bound is a yes or no; a bound in another unit bounds nothing here.
    if (frame.limit && (one || !limit)) return null;
    const isLow = frame.words.has('lowest') || limit?.side === 'below';
    const areBoth = frame.words.has('lowest') && frame.words.has('highest') && !one && !limit;
    const orders = areBoth ? (['highest', 'lowest'] as const) : isLow ? (['lowest'] as const) : (['highest'] as const);
    // "Always last" is asked of every year.
    // And so is who was ever above a bound.
    const isAlways =
      frame.words.has('allYears') ||
      (frame.years.length === 0 &&
        (speaksOf(frame, 'trend', 'whichYear', 'once', 'everyYear') ||
          (limit !== null && speaksOf(frame, 'when', 'whichYear'))));
    // 三年間: the last three.
    const period = frame.duration?.kind === 'period' ? frame.duration.years : table.years.length;
    const years = isAlways ? table.years.slice(-period) : frame.years.length > 0 ? frame.years : table.years.slice(-1);
    const average = limit ? null : frame.words.has('above') ? 'above' : frame.words.has('below') ? 'below' : null;
    // One measure above another one has nothing to do with an average.
    if (average && frame.measures.length > 1 && !frame.words.has('average')) return null;
    const except = [...frame.except.sections, ...frame.except.accounts];
    const compared = frame.sections.length > 1 ? [...frame.sections] : [...names];
    const positions = frame.positions.length > 0 ? frame.positions : [undefined];
    const places = years.flatMap((year) =>
      positions.flatMap((position) => orders.map((order) => ({ year, position, order }))),
    );
    const calls = places.map(({ year, position, order }): ToolCall => {
      if (one && comparesOne) return { name: 'rank_figures', args: { measure, table: table.id, year, order, of: one } };
      return {
        name: 'rank_figures',
        args: {
          ...(table.kind === 'account' ? over : { measure }),
          year,
          order,
          ...(compared.length > 1 ? { subjects: compared } : {}),
          ...(except.length > 0 ? { except } : {}),
          ...(position !== undefined
            ? { position }
            : frame.count !== null
              ? { count: frame.count }
              : // Of a few that are named, each figure is told.
                (compared.length > 1 && compared.length <= MOST_TOLD) ||
                  (frame.words.has('ranking') && !(isAlways && speaksOf(frame, 'highest', 'lowest'))) ||
                  (frame.words.has('rankOf') && !one) ||
                  average ||
                  signs ||
                  limit
                ? {}
                : { count: 1 }),
          ...(average ? { average } : {}),
          ...(signs && !limit ? { sign: signs } : {}),
          ...(limit ? { limit } : {}),
        },
      };
    });
    return { kind: 'run', calls, assumed: frame.years.length === 0 && !isAlways && years[0] ? { year: years[0] } : {} };
  },
};

/** One measure is held against another one: neither is ranked. */
function areCompared(frame: Frame): boolean {
  const { claim, measures } = frame;
  // Of two subjects the years are asked in which the one had more.
  if (claim && speaksOf(frame, 'year', 'whichYear', 'when')) return true;
  return claim !== null && measures.length === 2 && measures.some((names) => names.join() === claim.larger.join());
}

/** That accounts are to be ranked among each other is taken for granted where the question names none. */
function ranksAccounts({ frame, figures }: ReadingContext): boolean {
  const [table] = figures().tables;
  return table?.kind === 'account' && frame.accounts.length < 2 && !frame.words.has('account');
}

const whichYear: Reading = {
  id: 'figure.which-year',
  needs: [
    ['measures'],
    // biome-ignore format: one line reads better than a column
    ['w:whichYear', 'w:when', 'w:highest', 'w:lowest', 'w:negative', 'w:positive', 'w:notZero', 'w:increase', 'w:decrease', 'limit'],
    ['w:whichYear', 'accounts', 'sections', 'w:average', 'measures'],
  ],
  not: ['positions', 'count'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, ...LIMITS, 'w:whichYear': 1, 'w:highest': 1, 'w:lowest': 1, want: 1, 'w:when': 1, 'w:notZero': 1, 'w:allYears': 1,
    'w:average': 0.8, 'w:through': 1, 'w:ranking': 0.3, 'w:above': 1, 'w:below': 1, 'w:increase': 1, 'w:decrease': 1, 'w:growth': 0.5,
    'w:change': 0.7, 'w:compare': 0.5, 'w:list': 0.5, 'w:count': 0.5,
  },
  assumes: (context) =>
    unitMismatch(context) +
    (asksYear(context.frame) || context.frame.limit ? 0 : moveOf(context.frame) ? 4 : 1) +
    (context.figures().assumedSubject ? 1 : 0),
  plan({ frame, scope }) {
    // Two figures held against each other have no year of their own.
    if (frame.claim && frame.measures.length + frame.accounts.length > 1) return null;
    // "Which year rose against the year before" names no year.
    const relative = frame.words.has('yearBefore') && asksYear(frame) && moveOf(frame) !== null;
    // Whether it was the highest of all years is asked of one of them.
    const isRecord = frame.asksWhether && frame.accounts.length > 0 && speaksOf(frame, 'highest', 'lowest');
    if (frame.years.length === 1 && !frame.words.has('whichYear') && !relative && !isRecord) return null;
    // From one year to another is one move.
    if (frame.years.length > 1 && moveOf(frame) && !asksYear(frame)) return null;
    const slots = figureSlots(frame, scope);
    const table = rankingTable(slots);
    if (table && slots.pairs.length === 0 && slots.misses.length === 0) {
      const averaged = scope.figures.all.find((f) => f.role === 'average' && f.table.id === table.id);
      if (!averaged || !asksYear(frame)) return null;
      return { kind: 'run', calls: amongYears(frame, scope, averaged) };
    }
    return forPairs(slots, (pairs) =>
      slots.assumedSubject && pairs.length > 1
        ? null
        : { kind: 'run', calls: pairs.flatMap((pair) => amongYears(frame, scope, pair)) },
    );
  },
};

const MORE_THAN_NOTHING: Limit = { side: 'above', value: 0, inclusive: false };

function asksYear(frame: Frame): boolean {
  // Of how many of the years it is true is told by which they are.
  return speaksOf(frame, 'whichYear', 'year', 'when') || (frame.words.has('allYears') && frame.words.has('count'));
}

/** The years on one side of a bound or of zero, or the one with the highest or lowest value. */
function amongYears(frame: Frame, scope: Scope, { subject, measure }: Pair): ToolCall[] {
  const named = frame.years.length > 1 ? yearsSpanned(frame.years) : allYears(scope, { subject, measure });
  const extremes = (['highest', 'lowest'] as const).filter((word) => frame.words.has(word));
  const sign = asksYear(frame) ? signLimit(frame) : null;
  const limit = limitFor(frame, scope, measure) ?? sign;
  const moves = moveOf(frame);
  const series = (args: object): ToolCall[] => [{ name: 'figure_series', args: { subject, measure, ...args } }];
  if (moves) return series({ moves });
  if (extremes.length === 0 && limit) return series({ limit });
  // When there was something at all: the years that have more than nothing.
  const figures = scope.figures.of(subject).filter((f) => f.measure === measure);
  const asksSome = frame.words.has('notZero') || (frame.words.has('when') && !frame.words.has('whichYear'));
  if (extremes.length === 0 && asksSome) {
    const values = figures.flatMap((f) => f.value ?? []);
    return series(values.includes(0) && values.every((v) => v >= 0) ? { limit: MORE_THAN_NOTHING } : {});
  }
  // What stands in a ranking once only has no highest year.
  if (named.length < 2) return series({});
  // The smallest deficit is none of the years with a surplus.
  const among = sign ? named.filter((year) => figures.some((f) => f.year === year && isWithin(f.value, sign))) : named;
  if (sign && among.length < 2) return series({ limit: sign });
  const usual: Operation = frame.words.has('negative') ? 'lowest' : 'highest';
  const inputs = among.map((year) => ({ subject, measure, year }));
  return (extremes.length > 0 ? extremes : [usual]).map((operation) => ({
    name: 'calculate',
    args: { operation, inputs },
  }));
}

/** Which years rose or fell, or the one that did most; null where no move is asked. */
function moveOf({ words }: Frame): Moves | null {
  if (words.has('increase') === words.has('decrease')) return null;
  if (words.has('highest')) return words.has('increase') ? 'largest-rise' : 'largest-fall';
  return words.has('increase') ? 'rises' : 'falls';
}

function signLimit(frame: Frame): Limit | null {
  const side = frame.words.has('negative') ? 'below' : frame.words.has('positive') ? 'above' : null;
  return side && { side, value: 0, inclusive: false };
}

export const rankingReadings: readonly Reading[] = [ranking, whichYear];
