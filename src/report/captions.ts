import { hasSentence, isBracketed, NUMBERED_CAPTION, SEPARATORS, UNIT_IN_BRACKETS, unitLine } from './form.ts';
import { rankOf } from './headings.ts';
import type { Placed } from './layout.ts';
import { parseUnit } from './notation.ts';
import type { Line } from './source.ts';
import type { FoundTable } from './table-finder.ts';

/** What stands around a table: its title, units and notes. */
export interface Surroundings {
  readonly title: string;
  readonly units: readonly string[];
  readonly notes: readonly string[];
}

export interface Captions {
  readonly around: ReadonlyMap<FoundTable, Surroundings>;
  /** Captions whose values the text has: the table they belong to was found. */
  readonly ofTables: ReadonlySet<Line>;
}

/** A caption further off than this (lines, other texts weighing more) belongs to something else. */
const FARTHEST = 10;
const WEIGHT_OF_TEXT = 4;

/** A short line that is no sentence: it can be a caption. */
export function isCaption(text: string): boolean {
  return text.length <= 60 && !hasSentence(text);
}

/** Gives every table its title, units and notes. `texts` are tabbed lines with one text. */
export function placeCaptions(
  placed: readonly Placed[],
  tables: readonly FoundTable[],
  texts: ReadonlySet<Line>,
): Captions {
  const isText = (at: Placed | undefined) =>
    at !== undefined && (at.kind === 'text' || texts.has(at.line)) && at.chapter !== null;
  const numbered = placed.flatMap((at, i) => (isText(at) && NUMBERED_CAPTION.test(at.line.text) ? [i] : []));
  const captions = matchNumbered(placed, tables, numbered);
  const titled = new Set<string>();
  const around = new Map<FoundTable, Surroundings>();
  const below = new Set<number>();
  for (const [k, table] of tables.entries()) {
    const captioned = captions.has(table) ? null : captionAbove(placed, table, tables[k - 1], isText);
    const caption = captions.get(table) ?? captioned;
    const heading = table.heading?.text ?? '';
    const ownHeading =
      table.heading !== null && table.chapter !== null && rankOf(table.heading.kind) > rankOf(table.chapter.kind);
    const byHeading =
      table.layout.kind === 'account' ? ownHeading && !titled.has(heading) : table.layout.kind !== 'ranking';
    const captionText = caption === null || caption === undefined ? null : (placed[caption]?.line.text ?? null);
    if (byHeading) titled.add(heading);
    const title = byHeading || captionText === null ? heading : captionText;
    if (caption !== null && caption !== undefined && !captions.has(table) && title === captionText)
      captions.set(table, caption);
    const above = unitsOf(placed, table, tables[k - 1], captions.get(table), below);
    const under = above.length === 0 ? unitLineBelow(placed, table, tables[k + 1]) : null;
    if (under !== null) below.add(under);
    around.set(table, { title, units: under === null ? above : unitsIn(placed[under]), notes: [] });
  }
  const owned = new Set([...captions.values()].flatMap((i) => placed[i]?.line ?? []));
  for (const [table, surroundings] of around) {
    around.set(table, { ...surroundings, notes: notesAfter(placed, table, tables, owned) });
  }
  return { around, ofTables: owned };
}

/**
 * Numbered captions (図表1 …) and tables in order: every caption takes the table before or after it, so that as many as
 * possible find one and the distances are least. Whether captions stand above or below is left to each table.
 */
function matchNumbered(
  placed: readonly Placed[],
  tables: readonly FoundTable[],
  captions: readonly number[],
): Map<FoundTable, number> {
  interface Match {
    readonly cost: number;
    readonly pairs: readonly (readonly [FoundTable, number])[];
  }
  let states = new Map<FoundTable | null, Match>([[null, { cost: 0, pairs: [] }]]);
  for (const caption of captions) {
    const before = tables.findLast((table) => table.to < caption);
    const after = tables.find((table) => table.from > caption);
    const next = new Map<FoundTable | null, Match>();
    const keep = (last: FoundTable | null, match: Match) => {
      const known = next.get(last);
      if (!known || match.cost < known.cost) next.set(last, match);
    };
    for (const [last, match] of states) {
      keep(last, { ...match, cost: match.cost + 2 * FARTHEST });
      for (const table of [before, after]) {
        if (!table || table.layout.kind === 'items' || match.pairs.some(([taken]) => taken === table)) continue;
        const cost = distance(placed, table, caption);
        if (cost <= FARTHEST) keep(table, { cost: match.cost + cost, pairs: [...match.pairs, [table, caption]] });
      }
    }
    states = next;
  }
  const best = [...states.values()].sort((a, b) => a.cost - b.cost)[0];
  return new Map(best?.pairs ?? []);
}

/** Lines between a table and a caption; a heading between them parts them. */
function distance(placed: readonly Placed[], table: FoundTable, caption: number): number {
  const [from, to] = caption < table.from ? [caption, table.from] : [table.to, caption];
  // Blank lines count too, so what is further off in lines is further off in weight.
  if (to - from > FARTHEST + 1) return FARTHEST + 1;
  return placed
    .slice(from + 1, to)
    .reduce((sum, at) => sum + (at.kind === 'heading' ? FARTHEST : at.kind === 'text' ? WEIGHT_OF_TEXT : 1), 0);
}

/** An unnumbered caption right above a table: only blank lines, units and bracketed remarks may stand between. */
function captionAbove(
  placed: readonly Placed[],
  table: FoundTable,
  before: FoundTable | undefined,
  isText: (at: Placed | undefined) => boolean,
): number | null {
  for (let i = table.from - 1; i > (before?.to ?? -1) && table.from - i <= 6; i--) {
    const at = placed[i];
    if (!at || at.kind === 'blank' || at.kind === 'unit') continue;
    if (!isText(at) || !isCaption(at.line.text)) return null;
    if (!isBracketed(at.line.text)) return i;
  }
  return null;
}

/** Units printed between the table and what stands before it, or in its caption. `taken`: unit lines of the table before. */
function unitsOf(
  placed: readonly Placed[],
  table: FoundTable,
  before: FoundTable | undefined,
  caption: number | undefined,
  taken: ReadonlySet<number>,
): string[] {
  const own = UNIT_IN_BRACKETS.exec(caption === undefined ? '' : (placed[caption]?.line.text ?? ''))?.[1];
  const inCaption = own ? parseUnit(own) : null;
  for (let i = table.from - 1; i > (before?.to ?? -1); i--) {
    const at = placed[i];
    if (!at || at.kind === 'blank' || i === caption || taken.has(i)) continue;
    if (at.kind === 'unit') return unitsIn(at);
    if (at.kind === 'text' && isBracketed(at.line.text)) continue;
    break;
  }
  return inCaption ? [inCaption] : [];
}

function unitsIn(at: Placed | undefined): string[] {
  const parts = (unitLine(at?.line.text ?? '') ?? '').split(new RegExp(SEPARATORS, 'u'));
  return parts.map((part) => parseUnit(part)).filter((unit) => unit !== null);
}

/** A unit line below a table, where it does not stand nearer to the next one. */
function unitLineBelow(placed: readonly Placed[], table: FoundTable, next: FoundTable | undefined): number | null {
  for (let i = table.to + 1; i < (next?.from ?? placed.length); i++) {
    const at = placed[i];
    if (!at || at.kind === 'blank' || at.kind === 'note') continue;
    if (at.kind !== 'unit') return null;
    return next && next.from - i < i - table.to && !isParted(placed, i, next.from) ? null : i;
  }
  return null;
}

/** True when a heading or other text stands between two lines. */
function isParted(placed: readonly Placed[], from: number, to: number): boolean {
  return placed.slice(from + 1, to).some(({ kind }) => kind === 'heading' || kind === 'text');
}

/** Notes below a table, up to the next heading, table or caption of something else. */
function notesAfter(
  placed: readonly Placed[],
  table: FoundTable,
  tables: readonly FoundTable[],
  owned: ReadonlySet<Line>,
): string[] {
  const notes: string[] = [];
  const starts = new Set(tables.map((other) => other.from));
  for (let i = table.to + 1; i < placed.length && !starts.has(i); i++) {
    const at = placed[i];
    if (!at || at.kind === 'heading' || (at.kind === 'text' && !owned.has(at.line))) break;
    if (at.kind === 'note') notes.push(at.line.text);
  }
  return notes;
}
