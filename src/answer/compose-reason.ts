import { findYears } from '../report/fiscal-year.ts';
import { key, normalise } from '../search/text.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { Called } from './compose.ts';
import type { ComposeContext, Part } from './part.ts';

/** Figures tell no reason: what a note of the report says of their year, or that it says none. */
export function composeReason(called: readonly Called[], { frame, report, words }: ComposeContext): Part[] {
  if (!frame.words.has('reason')) return [];
  const figures = called.map(figuresOf);
  const [first] = figures.flat();
  if (!first || figures.some((own) => own.length === 0)) return [];
  const titles = new Set(figures.flat().map(({ table }) => key(table.title)));
  const ofYear = report.text.filter(
    (block) =>
      block.kind === 'note' &&
      block.source.chapter === first.table.source.chapter &&
      findYears(normalise(block.text)).some(({ year }) => frame.years.includes(year)),
  );
  // A note under the heading of another table speaks of other figures.
  const others = new Set(report.tables.map((table) => key(table.title)).filter((title) => !titles.has(title)));
  const notes = ofYear.filter(({ heading }) => !others.has(key(heading)));
  if (notes.length === 0) return [{ sentences: [words.noReason()], sources: [], found: false }];
  return notes.map((note) => ({
    sentences: [words.saysUnder(note.heading, [note.text])],
    sources: [note.source],
    found: true,
  }));
}

/** The figures that a call returned; none when it returned anything else. */
function figuresOf({ result }: Called): readonly FigureHit[] {
  switch (result.kind) {
    case 'figures':
    case 'series':
      return result.figures;
    case 'calculation':
      return result.inputs;
    case 'ranking':
      return result.rows.map((row) => row.figure);
    default:
      return [];
  }
}
