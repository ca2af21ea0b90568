import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('ja', { granularity: 'grapheme' });

/** Columns of a terminal that says it has none, as a serial line or a program that plays a terminal may. */
const USUAL = 80;

/** Columns of an output; infinite when it is no terminal. */
export function columnsOf({ isTTY, columns }: { readonly isTTY?: boolean; readonly columns?: number }): number {
  return isTTY ? columns || USUAL : Number.POSITIVE_INFINITY;
}

/** Columns that a text takes on a terminal: a kanji takes two. */
export function widthOf(text: string): number {
  return stringWidth(text);
}

/** Characters as a reader counts them. */
export function charactersOf(text: string): string[] {
  return Array.from(graphemes.segment(text), ({ segment }) => segment);
}

/** At most `width` columns; what is left out is marked. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  const mark = '…';
  let out = '';
  for (const character of charactersOf(text)) {
    if (widthOf(out + character + mark) > width) break;
    out += character;
  }
  return out + mark;
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)));
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text;
}

/** Closing brackets, commas, stops and long-vowel marks do not begin a line; opening brackets and signs do not end one. */
const NOT_FIRST = /^[\p{Pe}\p{Pf}\p{Po}\p{Lm}]/u;
const NOT_LAST = /[\p{Ps}\p{Pi}△▲−]$/u;
const ASCII = /^[\x21-\x7e]+$/;

/** Breaks a text into lines of at most `width` columns: between words, and between characters of Japanese. */
export function wrap(text: string, width: number, indent = ''): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, Math.max(width, 4), indent));
}

function wrapLine(text: string, width: number, indent: string): string[] {
  if (widthOf(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  let lineWidth = 0;
  // Of a line of nothing but spaces nothing is kept.
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trimEnd());
    line = indent;
    lineWidth = widthOf(indent);
  };
  for (const unit of unitsOf(text)) {
    const unitWidth = widthOf(unit);
    if (lineWidth + widthOf(unit.trimEnd()) <= width) {
      line += unit;
      lineWidth += unitWidth;
      continue;
    }
    end();
    if (unit.trim() === '') continue;
    const pieces = unitWidth + lineWidth <= width ? [unit] : charactersOf(unit);
    for (const piece of pieces) {
      if (line.trim() !== '' && lineWidth + widthOf(piece) > width) end();
      line += piece;
      lineWidth += widthOf(piece);
    }
  }
  end();
  return lines;
}

/** What must stay on one line: a Latin word or number, or one character with the punctuation that belongs to it. */
function unitsOf(text: string): string[] {
  const units: string[] = [];
  let last = '';
  for (const character of charactersOf(text)) {
    const joins =
      last !== '' &&
      ((ASCII.test(last) && ASCII.test(character)) ||
        NOT_LAST.test(last) ||
        (NOT_FIRST.test(character) && last.trim() !== ''));
    if (joins) units.push(`${units.pop() ?? ''}${character}`);
    else units.push(character);
    last = character;
  }
  return units;
}
