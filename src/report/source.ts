import type { Problem } from './model.ts';

/** One line of the received text. Cells are NFC, white space folded to one space, no outer spaces. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly cells: readonly string[];
  /** The filled cells joined by one space. */
  readonly text: string;
  /** How many cells are not empty. */
  readonly filled: number;
  readonly tabbed: boolean;
}

/** What stands in for one space: Unicode white space, the zero-width characters and the page break. */
const SPACES = /[\s\u0085\u180e\u200b-\u200d\u2060\ufeff]+/gu;

/** One space for every run of white space, none outside. */
export function foldSpaces(text: string): string {
  return text.replace(SPACES, ' ').trim();
}

/** NFKC without any white space: the form in which header words and names are compared. */
export function folded(text: string): string {
  return text.normalize('NFKC').replace(SPACES, '');
}

/**
 * A name as the report means it: NFKC, round brackets full-width (as the reports set them), and no space that touches a
 * Japanese character, for such spaces come from line breaks inside a cell. Spaces between Latin words stay.
 */
export function nameOf(text: string): string {
  return foldSpaces(text.normalize('NFKC'))
    .replace(/(?<=[^\x21-\x7e]) | (?=[^\x21-\x7e])/gu, '')
    .replace(/ ?\( ?/gu, '\uff08')
    .replace(/ ?\) ?/gu, '\uff09');
}

/** The start of a line, for lists and messages: long enough to hold a whole header row. */
export function excerptOf(line: Line, limit = 400): string {
  const text = line.cells.join('|').replace(/\|+$/u, '');
  return text.length > limit ? `${text.slice(0, limit)}…` : text;
}

function toLine(text: string, index: number): Line {
  const cells = text.split('\t').map((cell) => foldSpaces(cell.normalize('NFC')));
  const filled = cells.filter((cell) => cell !== '');
  return { number: index + 1, cells, text: filled.join(' '), filled: filled.length, tabbed: cells.length > 1 };
}

/**
 * The lines of a report: UTF-8 (a BOM is dropped), any line ending, any normal form. Bytes that are no UTF-8 are a
 * problem, with the line where the first of them stands, for a guessed encoding could turn figures into others.
 */
export function readLines(bytes: Uint8Array): { lines: Line[]; problems: Problem[] } {
  const document = documentKind(bytes);
  if (document !== null) {
    const message = `This is a ${document} document. Save its text with tabs between the cells as UTF-8 (README.md, "Turn Word or PDF into text").`;
    return { lines: [], problems: [{ code: 'document', line: null, excerpt: '', message, named: document }] };
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { lines: text.split(/\r\n|\n|\r/u).map(toLine), problems: [] };
  } catch {
    const loose = new TextDecoder('utf-8').decode(bytes).split(/\r\n|\n|\r/u);
    const at = loose.findIndex((line) => line.includes('\ufffd'));
    const message = 'The file is not UTF-8 text. Save it as UTF-8 and try again.';
    const excerpt = foldSpaces(loose[at] ?? '').slice(0, 60);
    return { lines: [], problems: [{ code: 'not-utf8', line: at < 0 ? null : at + 1, excerpt, message }] };
  }
}

/** How files of word processors begin, which are no text: Office of today (a ZIP archive), Office of before, PDF. */
const DOCUMENTS: readonly (readonly [kind: string, begins: readonly number[]])[] = [
  ['Word/Excel', [0x50, 0x4b, 0x03, 0x04]],
  ['Word/Excel', [0xd0, 0xcf, 0x11, 0xe0]],
  ['PDF', [0x25, 0x50, 0x44, 0x46]],
];

function documentKind(bytes: Uint8Array): string | null {
  return DOCUMENTS.find(([, begins]) => begins.every((byte, i) => bytes[i] === byte))?.[0] ?? null;
}
