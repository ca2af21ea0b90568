/** Text without control characters, which could move the cursor or change the terminal. Line ends stay. */
export function printable(text: string): string {
  return text
    .replaceAll(/[\t\r\v\f]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}
