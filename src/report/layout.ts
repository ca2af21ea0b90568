import {
  CONTENTS_HEADING,
  CONTINUED_HEADING,
  endsSentence,
  hasSentence,
  LIST_LINE,
  NOTE_LINE,
  SEPARATORS,
  unitLine,
} from './form.ts';
import { type Heading, parseHeading, rankOf } from './headings.ts';
import {
  CONTENTS_LEADER,
  CONTENTS_PAGE,
  HEADING_NUMBER,
  isLegend,
  isLegendPart,
  PAGE_NUMBER,
  parseUnit,
} from './notation.ts';
import { folded, type Line } from './source.ts';

/** What a line is by itself, before the tables around it are known. */
export type LineKind =
  | 'blank'
  | 'contents'
  | 'heading'
  | 'furniture'
  | 'unit'
  | 'legend'
  | 'note'
  | 'list'
  | 'text'
  | 'row';

/** A line with the heading and chapter it stands under. */
export interface Placed {
  readonly line: Line;
  readonly kind: LineKind;
  /** Nearest heading above (of any kind), itself included; null in the cover part. */
  readonly heading: Heading | null;
  /** Nearest chapter heading above; null in the cover part. */
  readonly chapter: Heading | null;
}

/** `1. 会計の状況\t3`, `1.1 普通会計\t`, `2. 計画について……12`, `2. 計画について 12`. */
function isContentsEntry(line: Line): boolean {
  const [first = '', second = '', ...rest] = line.cells;
  if (line.tabbed) {
    const page = line.cells.at(-1) ?? '';
    if (line.filled === 1) return first !== '';
    return (
      (line.filled === 2 || (line.filled === 3 && parseHeading(`${first} ${second}`, 0) !== null)) &&
      PAGE_NUMBER.test(page.normalize('NFKC')) &&
      rest.length < 3
    );
  }
  return CONTENTS_LEADER.test(line.text) || parseHeading(line.text, 0) !== null;
}

/** The heading of an entry, without page number and leaders. */
function contentsTitle(line: Line): string {
  if (!line.tabbed) return line.text.replace(CONTENTS_PAGE, '');
  return line.cells.filter((cell) => cell !== '' && !PAGE_NUMBER.test(cell.normalize('NFKC'))).join(' ');
}

/** A table of contents without a heading of its own has at least so many entries with page numbers. */
const FEWEST_ENTRIES = 3;

/** Index of the heading of the table of contents, or of its first entry; −1 when there is none. */
function contentsStart(lines: readonly Line[]): number {
  const headed = lines.findIndex((line) => line.filled === 1 && CONTENTS_HEADING.test(folded(line.text)));
  if (headed >= 0) return headed;
  const filled = lines.flatMap((line, index) => (line.filled > 0 ? [{ line, index }] : []));
  const isEntry = (line: Line) => hasPage(line) && parseHeading(contentsTitle(line), 0) !== null;
  const first = filled.findIndex((entry, k) => {
    const run = filled.slice(k, k + FEWEST_ENTRIES);
    if (run.length < FEWEST_ENTRIES || !run.every(({ line }) => isEntry(line))) return false;
    const title = folded(contentsTitle(entry.line));
    return filled.slice(k + 1).some(({ line }) => line.filled === 1 && folded(line.text).startsWith(title));
  });
  return filled[first]?.index ?? -1;
}

/** True for an entry with its page number, or with the tab before one. */
function hasPage(line: Line): boolean {
  return line.tabbed ? isContentsEntry(line) : CONTENTS_LEADER.test(line.text);
}

/**
 * First and last index of the table of contents. It ends where a heading comes that it already lists, that has lost its
 * page number where the others have one, or that begins the numbers anew.
 */
function contentsRange(lines: readonly Line[]): { from: number; to: number } | null {
  const from = contentsStart(lines);
  if (from < 0) return null;
  const seen = new Set<string>();
  let to = from;
  let paged = false;
  let last = 0;
  for (let i = CONTENTS_HEADING.test(folded(lines[from]?.text ?? '')) ? from + 1 : from; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.filled === 0 || PAGE_NUMBER.test(line.text.normalize('NFKC'))) continue;
    if (!isContentsEntry(line)) break;
    const number = parseHeading(contentsTitle(line), 0)?.number ?? null;
    const known = seen.has(folded(contentsTitle(line))) || seen.has(folded(line.text));
    if (!hasPage(line) && (known || paged || (number !== null && number <= last))) break;
    paged ||= hasPage(line);
    last = number ?? last;
    seen.add(folded(contentsTitle(line)));
    to = i;
  }
  return { from, to };
}

/** A line shorter than this was not broken at the edge of a page. */
export const WRAPPED_FROM = 25;

function kindOf(line: Line): LineKind {
  if (line.filled === 0) return 'blank';
  const text = line.text;
  const alone = line.filled === 1;
  if (!alone) {
    const [first = '', second = '', ...rest] = line.cells;
    const split = line.filled === 2 && rest.every((cell) => cell === '') && HEADING_NUMBER.test(first);
    return split && parseHeading(`${first} ${second}`, 0) ? 'heading' : 'row';
  }
  const unit = unitLine(text);
  if (unit?.split(new RegExp(SEPARATORS, 'u')).every((part) => parseUnit(part) !== null)) return 'unit';
  if (isLegend(text)) return 'legend';
  if (NOTE_LINE.test(text)) return 'note';
  if (parseHeading(text, 0)) return 'heading';
  if (line.tabbed) return 'row';
  if (PAGE_NUMBER.test(text.normalize('NFKC'))) return 'furniture';
  if (LIST_LINE.test(text)) return 'list';
  return 'text';
}

/** Numbered lines without a blank line between them are a list in running text, not headings. */
function runsOn(lines: readonly Line[], index: number, heading: Heading): boolean {
  return [lines[index - 1], lines[index + 1]].some((near) => {
    if (!near || near.tabbed || near.filled === 0) return false;
    const other = parseHeading(near.text, 0);
    return other !== null && other.kind === heading.kind && other.text !== heading.text;
  });
}

/** True for a line that goes on with the sentence of the long line above it, whatever it begins with. */
function continues(lines: readonly Line[], index: number): boolean {
  const above = lines[index - 1];
  const line = lines[index];
  if (!above || !line || above.tabbed || line.tabbed || line.filled === 0) return false;
  return (
    above.text.length >= WRAPPED_FROM &&
    !endsSentence(above.text) &&
    kindOf(above) === 'text' &&
    (line.text.length >= WRAPPED_FROM || hasSentence(line.text))
  );
}

/** A legend that has a line, or a row of two cells, for every mark. */
function isPartOfLegend(lines: readonly Line[], index: number): boolean {
  const isPart = (line: Line | undefined) => line !== undefined && line.filled <= 2 && isLegendPart(line.text);
  return isPart(lines[index]) && (isPart(lines[index - 1]) || isPart(lines[index + 1]));
}

/** Every line with its kind and the headings it stands under. */
export function placeLines(lines: readonly Line[]): Placed[] {
  const range = contentsRange(lines);
  const found = lines.map((line, index): { kind: LineKind; heading: Heading | null } => {
    if (range && index >= range.from && index <= range.to) {
      return { kind: line.filled === 0 ? 'blank' : 'contents', heading: null };
    }
    const kind = continues(lines, index) ? 'text' : isPartOfLegend(lines, index) ? 'legend' : kindOf(line);
    if (kind !== 'heading') return { kind, heading: null };
    const heading = parseHeading(line.text, line.number);
    if (heading && runsOn(lines, index, heading)) return { kind: 'list', heading: null };
    return { kind, heading };
  });
  const headings = found.flatMap(({ heading }) => heading ?? []);
  const top = Math.min(...headings.map(({ kind }) => rankOf(kind)));
  // A heading that is repeated on the next page with 「続き」 is the same heading.
  const known = new Map<string, Heading>();
  let heading: Heading | null = null;
  let chapter: Heading | null = null;
  return lines.map((line, index): Placed => {
    const at = found[index] ?? { kind: 'blank' as const, heading: null };
    if (at.heading) {
      const key = folded(at.heading.text).replace(CONTINUED_HEADING, '');
      heading = known.get(key) ?? at.heading;
      known.set(key, heading);
      if (rankOf(heading.kind) === top) chapter = heading;
    }
    return { line, kind: at.kind, heading, chapter };
  });
}

/** All headings with the chapter they stand in, those of the table of contents too. */
export function listHeadings(placed: readonly Placed[]): { heading: Heading; chapter: string }[] {
  let entry = '';
  return placed.flatMap(({ line, kind, heading, chapter }) => {
    if (kind === 'heading' && heading) return [{ heading, chapter: chapter?.text ?? '' }];
    const listed = kind === 'contents' ? parseHeading(contentsTitle(line), line.number) : null;
    if (!listed) return [];
    if (listed.number !== null) entry = listed.text;
    return [{ heading: listed, chapter: entry }];
  });
}
