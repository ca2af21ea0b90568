import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Operation } from '../../tools/calculate.ts';
import type { FigureHit } from '../../tools/figure-index.ts';
import { type RankArgs, type RankedFigure, rankFigures } from '../../tools/ranking.ts';
import type { Frame } from '../frame.ts';
import { NAMES, rankedIn, unitMismatch } from './figure-plans.ts';
import { allYears } from './figure-slots.ts';
import type { Plan, Reading, ReadingContext } from './reading.ts';

const OPERATIONS: readonly (readonly [Parameters<Frame['words']['has']>[0], Operation])[] = [
  ['ratio', 'ratio'],
  ['sum', 'sum'],
  ['average', 'average'],
  ['difference', 'difference'],
  ['compare', 'difference'],
];

/** A calculation with figures that are named by their place: first and second, highest and lowest, the first five. */
const places: Reading = {
  id: 'figure.places',
  needs: [
    ['measures'],
    ['positions', 'count', 'w:highest', 'w:lowest'],
    ['w:difference', 'w:ratio', 'w:sum', 'w:average', 'w:compare'],
  ],
  not: ['items', 'limit'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, positions: 1, count: 1, 'w:highest': 1, 'w:lowest': 1, 'w:ranking': 1, 'w:difference': 1, 'w:ratio': 1,
    'w:sum': 1, 'w:average': 1, 'w:compare': 1, want: 1, 'w:and': 1, 'w:through': 1, 'w:ordinal': 1, 'w:allYears': 1,
    'w:whichYear': 1, 'w:counter': 1, 'w:list': 0.5, 'w:above': 0.5, 'w:over': 1, 'w:best': 1, 'w:worst': 1,
  },
  assumes: (context) => (context.frame.want === 'percent' ? 0 : unitMismatch(context)),
  plan(context) {
    const operation = OPERATIONS.find(([word]) => context.frame.words.has(word))?.[1];
    if (!operation) return null;
    return amongYears(context, operation) ?? amongSubjects(context, operation);
  },
};

/** The highest and the lowest year of one account or section. */
function amongYears({ frame, scope, figures }: ReadingContext, operation: Operation): Plan | null {
  const [pair, second] = figures().pairs;
  const extremes = frame.words.has('highest') && frame.words.has('lowest');
  if (!pair || second || !extremes || frame.years.length === 1) return null;
  const years = allYears(scope, pair);
  const values = scope.figures
    .of(pair.subject)
    .filter((f) => f.measure === pair.measure && years.includes(f.year))
    .toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0));
  const [lowest, highest] = [values[0], values.at(-1)];
  if (!lowest || !highest || lowest === highest) return null;
  return { kind: 'run', calls: [calculation(operation, [highest, lowest])] };
}

/** Subjects of a ranking in one year, by their places. */
function amongSubjects({ frame, scope, figures }: ReadingContext, operation: Operation): Plan | null {
  const ranked = rankedIn(frame, figures());
  if (!ranked) return null;
  const { table, measure } = ranked;
  if (table.kind === 'account' && table.subjects.length === 1) return null;
  const year = frame.years.at(-1) ?? table.years.at(-1);
  if (!year) return null;
  const asked = placesNamed(frame, operation);
  if (!asked) return null;
  const found = asked.map((place) => {
    const args: RankArgs = { measure, table: table.id, year, ...place };
    const result = rankFigures.run(scope, args);
    return { args, rows: result.kind === 'ranking' ? result.rows : [] };
  });
  const figuresAt = unique(found.flatMap((f) => f.rows));
  if (figuresAt.length < 2) return null;
  const named: ToolCall[] =
    operation === 'sum' || operation === 'average' ? [] : found.map(({ args }) => ({ name: 'rank_figures', args }));
  return {
    kind: 'run',
    calls: [...named, calculation(operation, figuresAt)],
    assumed: assumedYear(frame, year),
  };
}

type Place = Pick<RankArgs, 'order' | 'position' | 'count'>;

/** Which places are meant; null when they are fewer than two. */
function placesNamed(frame: Frame, operation: Operation): Place[] | null {
  const { positions, count, words } = frame;
  const order = words.has('lowest') ? 'lowest' : 'highest';
  if (words.has('highest') && words.has('lowest'))
    return [
      { order: 'highest', count: 1 },
      { order: 'lowest', count: 1 },
    ];
  if (positions.length > 1) return positions.map((position): Place => ({ order, position }));
  const [position] = positions;
  if (position !== undefined && position > 1 && (words.has('highest') || words.has('lowest')))
    return [
      { order, count: 1 },
      { order, position },
    ];
  if (count !== null && count > 1 && (operation === 'sum' || operation === 'average')) return [{ order, count }];
  return null;
}

/** A calculation with figures found by their place: differences and ratios are of the larger one against the smaller. */
export function calculation(operation: Operation, figures: readonly FigureHit[]): ToolCall {
  const sorted = figures.toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0));
  const ordered = operation === 'difference' ? sorted.toReversed() : sorted;
  return {
    name: 'calculate',
    args: { operation, inputs: ordered.map(({ subject, measure, year }) => ({ subject, measure, year })) },
  };
}

function unique(rows: readonly RankedFigure[]): FigureHit[] {
  return [...new Set(rows.map((r) => r.figure))];
}

function assumedYear(frame: Frame, year: FiscalYear): { year?: FiscalYear } {
  return frame.years.length === 0 ? { year } : {};
}

export const placeReadings: readonly Reading[] = [places];
