import {
  CONTENTS_HEADING,
  CONTENTS_LEADER,
  CONTENTS_PAGE,
  endsSentence,
  HEADING_NUMBER,
  hasSentence,
  isLegend,
  LIST_LINE,
  NOTE_LINE,
  PAGE_NUMBER,
  SEPARATORS,
  unitLine,
} from './form.ts';
import { type Heading, parseHeading, rankOf } from './headings.ts';
import type { Problem } from './model.ts';
import { parseUnit } from './notation.ts';
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

/** A heading without the page number and leaders of a table of contents, for comparing. */
function contentsKey(line: Line): string {
  const heading = line.tabbed ? (line.cells[0] ?? '') : line.text.replace(CONTENTS_PAGE, '');
  return folded(heading);
}

/** First and last index of the table of contents: from its heading up to the first heading that it already lists. */
function contentsRange(lines: readonly Line[]): { from: number; to: number } | null {
  const from = lines.findIndex((line) => line.filled === 1 && CONTENTS_HEADING.test(folded(line.text)));
  if (from < 0) return null;
  const seen = new Set<string>();
  let to = from;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.filled === 0 || PAGE_NUMBER.test(line.text.normalize('NFKC'))) continue;
    if (!isContentsEntry(line)) break;
    const key = contentsKey(line);
    if (!line.tabbed && (seen.has(key) || seen.has(folded(line.text)))) break;
    seen.add(key);
    to = i;
  }
  return { from, to };
}

/** A line shorter than this was not broken at the edge of a page. */
const WRAPPED_FROM = 30;

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

/** Every line with its kind and the headings it stands under. `problems` has warnings only. */
export function placeLines(lines: readonly Line[]): { placed: Placed[]; contents: Heading[]; problems: Problem[] } {
  const range = contentsRange(lines);
  const contents: Heading[] = [];
  const inContents = (index: number) => range !== null && index >= range.from && index <= range.to;
  const found = lines.map((line, index): { kind: LineKind; heading: Heading | null } => {
    if (inContents(index)) {
      const entry = line.tabbed
        ? parseHeading(line.cells.filter((c) => c && !PAGE_NUMBER.test(c)).join(' '), line.number)
        : parseHeading(line.text, line.number);
      if (entry) contents.push(entry);
      return { kind: line.filled === 0 ? 'blank' : 'contents', heading: null };
    }
    const kind = continues(lines, index) ? 'text' : kindOf(line);
    if (kind !== 'heading') return { kind, heading: null };
    const heading = parseHeading(line.text, line.number);
    if (heading && runsOn(lines, index, heading)) return { kind: 'list', heading: null };
    return { kind, heading };
  });
  const kinds = found.map(({ heading }) => heading).filter((heading) => heading !== null);
  const top = Math.min(...kinds.map((heading) => rankOf(heading.kind)));
  let heading: Heading | null = null;
  let chapter: Heading | null = null;
  const placed = lines.map((line, index): Placed => {
    const at = found[index] ?? { kind: 'blank' as const, heading: null };
    if (at.heading) {
      heading = at.heading;
      if (rankOf(at.heading.kind) === top) chapter = at.heading;
    }
    return { line, kind: at.kind, heading, chapter };
  });
  return { placed, contents, problems: [] };
}
