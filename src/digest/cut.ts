/** A note is shown up to this many characters; the whole text is a click away. */
const MOST = 120;

/** The beginning of a note on one line. */
export function cut(text: string): string {
  const line = text.replaceAll(/\s+/gu, ' ').trim();
  const characters = [...line];
  return characters.length > MOST ? `${characters.slice(0, MOST - 1).join('')}…` : line;
}
