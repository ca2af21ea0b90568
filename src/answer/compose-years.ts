import type { RankingResult } from '../tools/ranking.ts';
import type { Called } from './compose.ts';
import { speaksOf } from './frame.ts';
import type { ComposeContext, Part } from './part.ts';

/** What the rankings of several years tell together: the highest of all, or who is in every one of them, or in one only. */
export function composeOverYears(called: readonly Called[], { words, names, frame }: ComposeContext): Part[] {
  const rankings = called.flatMap(({ result }) => (result.kind === 'ranking' && !result.args.of ? [result] : []));
  const [first, second] = rankings;
  if (!first || !second || !areAlike(rankings)) return [];
  const told = (sentence: string): Part[] => [{ sentences: [`${sentence}\n`], sources: [], found: true }];
  const { order } = first.args;
  if (rankings.every(({ args }) => args.count === 1)) {
    // The last of the first five of a year is not the least of all.
    if (order === 'lowest' && first.table.top !== null) return [];
    const leads = rankings.flatMap(({ rows }) => rows.map(({ figure }) => figure));
    const values = leads.map(({ value }) => value ?? 0);
    const best = order === 'highest' ? Math.max(...values) : Math.min(...values);
    return told(
      words.mostOfYears(
        leads.filter(({ value }) => value === best),
        order,
        names,
      ),
    );
  }
  const subjects = rankings.flatMap(({ rows }) => rows.map(({ figure }) => figure.subject));
  const timesOf = (subject: string): number => subjects.filter((other) => other === subject).length;
  // Of a bound over years it is who kept it; of places only where that is said.
  const isOfPlaces = rankings.some(({ args }) => args.count);
  if (!speaksOf(frame, 'once', 'everyYear', ...(isOfPlaces ? [] : ['allYears' as const]))) return [];
  const times = frame.words.has('once') ? 1 : rankings.length;
  const found = [...new Set(subjects)].filter((subject) => timesOf(subject) === times);
  return told(words.inYears(found.map(names.subject), frame.words.has('once') ? 'one' : rankings.length));
}

/** The same of one measure in years that differ. */
function areAlike(rankings: readonly RankingResult[]): boolean {
  const kinds = rankings.map(({ args: { year: _, ...args }, measure }) => JSON.stringify([measure, args]));
  const isOfSome = rankings.every(({ args }) => args.count || args.limit || args.average || args.sign);
  return isOfSome && new Set(kinds).size === 1 && new Set(rankings.map(({ year }) => year)).size === rankings.length;
}
