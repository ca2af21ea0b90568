/**
 * What Slack takes, counted in UTF-16 units. Where its pages and what was seen differ, the lower value stands here.
 * Addresses are below https://docs.slack.dev/reference/block-kit/ unless they say otherwise.
 */
export const LIMITS = {
  message: {
    /**
     * All blocks but tables, together: 9,597 were taken, 11,341 refused.
     * https://github.com/slackapi/bolt-js/issues/2509
     */
    characters: 9_500,
    /** https://docs.slack.dev/reference/methods/chat.postMessage */
    text: 4_000,
  },
  /** https://docs.slack.dev/surfaces/modals, blocks */
  view: { blocks: 100, title: 24, button: 24 },
  /** blocks/section-block */
  section: { text: 3_000, field: 2_000 },
  /** blocks/header-block */
  header: 150,
  /** blocks/context-block; composition-objects/text-object */
  context: { elements: 10, text: 3_000 },
  /** block-elements/button-element; about 30 characters are seen on a phone */
  button: { text: 75, seen: 30, value: 2_000, label: 75 },
  /** block-elements/select-menu-element; the value is 75 by composition-objects/option-object, 150 by that page */
  select: { options: 100, text: 75, value: 75 },
  /** block-elements/plain-text-input-element */
  input: { placeholder: 150 },
  /** blocks/data-table-block, and its older copy: the header row counts, and so does every cell */
  dataTable: { rows: 100, columns: 20, characters: 10_000 },
  /** blocks/data-visualization-block */
  chart: { title: 50, axis: 50, points: 20, label: 20, series: 20 },
} as const;

const ENTITY = /&(?:amp|lt|gt);/gu;
const LONGEST_ENTITY = 5;
const MARK = '…';

/** At most `max` UTF-16 units, with … where something is left out; a surrogate pair or an escape is never split. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return max < 1 ? '' : `${text.slice(0, safeEnd(text, max - MARK.length))}${MARK}`;
}

/** The last place at or before `end` where a text may be cut. */
function safeEnd(text: string, end: number): number {
  const near = Math.max(0, end - LONGEST_ENTITY);
  for (const match of text.slice(near, end + LONGEST_ENTITY).matchAll(ENTITY)) {
    const from = near + match.index;
    if (from < end && end < from + match[0].length) return from;
  }
  const isPair = /[\ud800-\udbff]/.test(text.charAt(end - 1)) && /[\udc00-\udfff]/.test(text.charAt(end));
  return isPair ? end - 1 : end;
}

/** Where a long text may be broken, best first: after a line, a sentence, a clause, a word. */
const BREAKS = [/\n/gu, /[。！？!?]|\. /gu, /[、，,]/gu, /\s/gu];

/** A text in pieces of at most `max` units, broken after a line or sentence where one ends; nothing is lost. */
export function pieces(text: string, max: number): string[] {
  const out: string[] = [];
  let rest = text;
  while (rest.length > max) {
    const end = breakOf(rest.slice(0, max)) ?? safeEnd(rest, max);
    out.push(rest.slice(0, end));
    rest = rest.slice(end);
  }
  return [...out, rest];
}

/** The last good place to break; none in the first half, so that pieces do not become many. */
function breakOf(head: string): number | null {
  for (const pattern of BREAKS) {
    const last = [...head.matchAll(pattern)].at(-1);
    if (last && last.index > head.length / 2) return last.index + last[0].length;
  }
  return null;
}

/** At most `max` blocks; where some are left out, `rest` says so in the last place. */
export function withinBlocks<T>(blocks: readonly T[], max: number, rest: T): T[] {
  return blocks.length <= max ? [...blocks] : [...blocks.slice(0, max - 1), rest];
}
