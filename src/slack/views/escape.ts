/**
 * Text that stands in a message's `text`, which Slack reads as markup. Blocks need none of this: they are built from
 * elements that Slack does not interpret.
 */

/** Unseen, and no line breaks at it: keeps the two sides of a token apart. */
const JOINER = '\u2060';

/**
 * Marks that come in pairs become their full-width forms: no unseen character keeps every client from pairing them, and
 * these forms are still read and found alike (NFKC).
 */
const PAIRED: readonly (readonly [mark: string, wide: string])[] = [
  ['*', '＊'],
  ['_', '＿'],
  ['~', '～'],
  ['`', '｀'],
];

/** A quotation begins with this mark at the start of a line, escaped or not. */
const QUOTE = /^([^\S\n]*)(>+)/gmu;

/**
 * A joiner goes into what Slack finds by its form alone: @here and mail addresses, the scheme of a link, the last part of a
 * domain name, the name of an emoji.
 */
const FOUND_BY_FORM: readonly RegExp[] = [
  /@(?=[\p{L}\p{N}_])/gu,
  /(?<=[A-Za-z]:)(?=\/\/)/gu,
  /(?<=[\p{L}\p{N}])\.(?=[A-Za-z]{2}|xn--)/gu,
  /:(?=[\p{L}\p{N}_+'-]+:)/gu,
];

/** Text for a message's `text`: no mention, broadcast, link, emoji or markup comes of it. */
export function escapeText(text: string): string {
  let out = clean(text).replace(QUOTE, (_, space: string, marks: string) => `${space}${'＞'.repeat(marks.length)}`);
  for (const [mark, wide] of PAIRED) if (out.indexOf(mark) !== out.lastIndexOf(mark)) out = out.replaceAll(mark, wide);
  out = out.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  for (const form of FOUND_BY_FORM) out = out.replace(form, `$&${JOINER}`);
  return out;
}

/** Well-formed text without control characters and without those that turn the direction of what follows. */
export function clean(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\t\v\f]/g, ' ')
    .replaceAll(/(?!\n)[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '');
}

/** A text on one line, without space around it. */
export function oneLine(text: string): string {
  return clean(text).replaceAll(/\s+/gu, ' ').trim();
}

/** What Slack sends for special things, and its three escapes. https://docs.slack.dev/messaging/formatting-message-text */
const SENT = /<([^<>]*)>|&(amp|lt|gt);/gu;
const ESCAPES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>' };
/** Stands for someone or some channel: says nothing about whom. */
const SOMEONE = '@';

/**
 * What the person typed, from what Slack sends. The mention of `bot` (its user id) goes, other mentions become a neutral
 * mark, links become what was seen of them.
 */
export function readText(text: string, bot: string | null = null): string {
  return text
    .replace(SENT, (_, special: string | undefined, entity: string | undefined) =>
      special === undefined ? (ESCAPES[entity ?? ''] ?? '') : unescaped(typed(special, bot)),
    )
    .trim();
}

/** `@U1`, `#C1|name`, `!here`, `https://…|label` as seen. */
function typed(special: string, bot: string | null): string {
  const bar = special.indexOf('|');
  const target = bar < 0 ? special : special.slice(0, bar);
  const label = bar < 0 ? null : special.slice(bar + 1);
  if (target.startsWith('@')) return target.slice(1) === bot ? '' : SOMEONE;
  if (target.startsWith('!date')) return label ?? '';
  if (target.startsWith('!')) return SOMEONE;
  if (target.startsWith('#')) return label ? `#${label}` : SOMEONE;
  return label || target;
}

function unescaped(text: string): string {
  return text.replace(SENT, (whole, _, entity: string | undefined) => ESCAPES[entity ?? ''] ?? whole);
}
