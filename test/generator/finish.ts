import type { Settings } from './settings.ts';

/** Breaks a paragraph into lines of a page's width. */
function wrap(text: string): string[] {
  const lines: string[] = [];
  for (let start = 0; start < text.length; start += 44) lines.push(text.slice(start, start + 44));
  return lines;
}

/** Writes paragraphs with a blank line between them. */
export function paragraphLines(settings: Settings, paragraphs: readonly string[]): string[] {
  const wrapped = settings.choice.maybe('paragraphs broken into lines', 0.06);
  return paragraphs.flatMap((paragraph) => [...(wrapped ? wrap(paragraph) : [paragraph]), '']);
}

/** What the way of a file through programs does to its characters. */
export function finish(settings: Settings, lines: readonly string[]): string {
  const { choice } = settings;
  const plain = lines.join('\n') + (choice.maybe('no line end at the end', 0.3) ? '' : '\n');
  const composed = choice.maybe('decomposed characters (NFD)', 0.08) ? plain.normalize('NFD') : plain;
  const ended = choice.maybe('CRLF line ends', 0.15) ? composed.replaceAll('\n', '\r\n') : composed;
  return choice.maybe('byte order mark', 0.1) ? `\ufeff${ended}` : ended;
}
