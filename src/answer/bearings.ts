import type { Term } from '../search/lexical.ts';
import { normalise } from '../search/text.ts';
import type { TableInfo } from '../tools/figure-index.ts';
import type { Scope } from '../tools/tool.ts';
import type { Frame } from './frame.ts';

/** What a report tells of the words of a follow-up. */
export interface Bearings {
  /** A left-over word stands in the report, and elsewhere than in what was just talked about. */
  leadsAway(term: Term): boolean;
  /** The words of this by which the item that was just talked about speaks of it; none where one is a header of a table. */
  wordsInItem(content: string): readonly Term[];
  /** Some table has these measures for subjects of the kind of these, be it not for them. */
  haveTable(subjects: readonly string[], measures: readonly string[]): boolean;
}

/** From the items and figures of the report, and from what was just talked about. */
export function bearings(previous: Frame, scope: Scope): Bearings {
  const own = textOfItems(previous, scope);
  const isInside = (word: string): boolean => word.length > 1 && own.includes(normalise(word));
  const kindsOf = (has: (table: TableInfo) => boolean): Set<TableInfo['kind']> =>
    new Set(scope.figures.tables.filter((t) => t.kind !== 'progress' && has(t)).map((t) => t.kind));
  return {
    leadsAway: (term) => scope.search.weight(term) > 0 && ![term.typed, ...term.words, ...term.related].some(isInside),
    wordsInItem(content) {
      const said = scope.search.terms(content).filter((t) => t.typed.length > 1 && t.words.some(isInside));
      const headers = new Set(scope.figures.tables.flatMap((t) => t.measures));
      return said.some((t) => headers.has(t.typed)) ? [] : said;
    },
    haveTable(subjects, measures) {
      const kinds = kindsOf((table) => table.subjects.some((name) => subjects.includes(name)));
      return kindsOf((table) => table.measures.some((name) => measures.includes(name))).intersection(kinds).size > 0;
    },
  };
}

/** Text of the items that were just talked about, normalised. */
function textOfItems(previous: Frame, { report }: Scope): string {
  const refs = [...previous.items, ...previous.titles.flat()];
  const items = report.items.filter((i) => refs.some((r) => r.kind === i.kind && r.number === i.number));
  return normalise(items.map((i) => `${i.title}\n${i.outline ?? ''}\n${i.narrative}`).join('\n'));
}
