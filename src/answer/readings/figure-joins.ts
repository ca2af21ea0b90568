import type { ToolCall } from '../../tools/all.ts';
import { type RankArgs, rankFigures } from '../../tools/ranking.ts';
import { LIMITS, NAMES } from './figure-plans.ts';
import type { Reading } from './reading.ts';

/** So many subjects are followed into the other table where the first one lists more. */
const FOLLOWED = 5;

/** A measure of those that lead in another one: the paid leave rate of the sections with the most overtime. */
const join: Reading = {
  id: 'figure.join',
  needs: [['measures'], ['w:highest', 'w:lowest', 'positions'], ['w:section', 'w:owner', 'count', 'positions']],
  not: ['accounts', 'sections', 'items', 'titles', 'w:each', 'w:increase', 'w:decrease'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, ...LIMITS, measures: 1.3, 'w:highest': 1, 'w:lowest': 1, 'w:owner': 1, 'w:list': 1, 'w:ranking': 1, 'w:average': 1, 'w:above': 1,
    'w:below': 1, 'w:compare': 1, count: 1, positions: 1, 'w:counter': 1, 'w:confirm': 1, want: 0.5, 'w:percent': 1,
  },
  // Two measures that nothing joins are two questions.
  assumes: ({ frame }) => (frame.words.has('and') ? 2 : 0),
  plan({ frame, scope }) {
    const tables = frame.measures.map((names) =>
      scope.figures.tables.find((t) => t.kind === 'ranking' && names.some((name) => t.measures.includes(name))),
    );
    const [leading, followed] = tables;
    if (tables.length !== 2 || !leading || !followed || leading.id === followed.id) return null;
    const [measure, other] = frame.measures.map((names, i) => names.find((n) => tables[i]?.measures.includes(n)));
    const year = frame.years.at(-1) ?? leading.years.at(-1);
    // The first word of the question belongs to the first measure.
    const order = [...frame.words].find((word) => word === 'highest' || word === 'lowest') ?? 'highest';
    if (!measure || !other || !year) return null;
    const [position] = frame.positions;
    const rows = position ? { position } : { count: frame.count ?? leading.top ?? FOLLOWED };
    const args: RankArgs = { measure, table: leading.id, year, order, ...rows };
    const result = rankFigures.run(scope, args);
    if (result.kind !== 'ranking' || result.rows.length === 0) return null;
    const subjects = result.rows.map((row) => row.figure.subject);
    const side = (['above', 'below'] as const).find((word) => frame.words.has(word));
    // "Of those, which are below the average?"
    const then: ToolCall = side
      ? {
          name: 'rank_figures',
          args: { measure: other, table: followed.id, year, order: 'highest', subjects, average: side },
        }
      : { name: 'look_up_figures', args: { subjects, measures: [other], years: [year] } };
    const calls: ToolCall[] = [{ name: 'rank_figures', args }, then];
    return { kind: 'run', calls, assumed: frame.years.length === 0 ? { year } : {} };
  },
};

export const joinReadings: readonly Reading[] = [join];
