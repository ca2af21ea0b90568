import { statusOfMark } from '../../report/form.ts';
import { key, normalise } from '../../search/text.ts';
import type { ItemRef } from '../meaning.ts';
import { QUOTATION, STATUS_JOINTS } from '../wording-grounding.ts';
import { quantitiesIn } from '../wording-quantities.ts';
import type { Claims } from './claims.ts';

interface Known {
  /** True when a result has this text, spelled in whatever way. */
  stands(text: string): boolean;
  /** True for a name of the report. */
  isName(text: string): boolean;
}

/**
 * A quotation that stands so in a result needs no second look; a name, figure or status in quotation marks does, with what
 * is said of it. A question that is offered states nothing. `quoted` gets what stood in each blank, in their order.
 */
export function withoutQuotations(draft: string, { stands, isName }: Known, quoted: string[][]): string {
  return draft.replaceAll(BLANK, '').replaceAll(QUOTATION, (whole: string, ...inside: unknown[]) => {
    const text = quotedIn(inside);
    const isQuestion = /[?？]$/u.test(text) && quantitiesIn(normalise(text)).every((q) => !q.sized);
    if (isQuestion) {
      quoted.push([]);
      return BLANK;
    }
    const words = key(text).replaceAll(/[\d%]/gu, '');
    if (words.length < SHORTEST_QUOTATION && (/\d/u.test(text) || words.length <= 1)) return text;
    if (!text.split(/[/／]/u).every(stands) || isName(text)) return whole;
    quoted.push(text.split(/[/／]/u));
    return BLANK;
  });
}
/** Fewer letters beside a figure are its unit. */
const SHORTEST_QUOTATION = 5;
/** What is left of a quotation. */
const BLANK = '「」';

/** A sentence that names items by a part of their titles in quotation marks, which stand blank in it, with those items. */
export function withQuotedTitles(
  claims: Claims,
  quotes: readonly (readonly string[])[],
  titledOnly: (part: string) => ItemRef | null,
): Claims {
  const places = [...claims.text.matchAll(new RegExp(BLANK, 'gu'))].map((m) => ({
    start: m.index,
    end: m.index + BLANK.length,
  }));
  const items = places.flatMap((place, i) => {
    const [only = '', ...more] = quotes[i] ?? [];
    const ref = more.length === 0 && only.length >= SHORTEST_TITLE ? titledOnly(only) : null;
    return ref ? [{ ...place, value: [ref] }] : [];
  });
  const names = quotes.map((parts) => (parts.join('').length <= LONGEST_NAME ? parts.join('') : ''));
  return { ...claims, quotes: names, items: claims.items.length > 0 ? claims.items : items };
}
const SHORTEST_TITLE = 5;
const LONGEST_NAME = 16;

/** A sentence with what stands in its blanks, where that is short enough to be a name. */
export function filled({ text, quotes }: Claims): string {
  let at = 0;
  return text.replaceAll(BLANK, () => `「${quotes[at++] ?? ''}」`);
}

/** How many blanks a sentence has. */
export function blanksIn(sentence: string): number {
  return sentence.split(BLANK).length - 1;
}

/** What stands between the marks of a quotation. */
export function quotedIn(groups: readonly unknown[]): string {
  return groups.slice(0, 4).find((part) => typeof part === 'string') ?? '';
}

/** True for a text that is the name of one status and nothing else, with its mark or without. */
export function isStatus({ text, statuses, numbers }: Claims): boolean {
  const mark = statusOfMark(text.slice(0, 1));
  const said = [...statuses.map((m) => String(m.value)), ...(mark ? [mark] : [])];
  if (said.length === 0 || numbers.length > 0 || new Set(said).size > 1) return false;
  const rest = statuses.reduceRight((left, { start, end }) => left.slice(0, start) + left.slice(end), text);
  return rest.slice(mark && rest.startsWith(text.slice(0, 1)) ? 1 : 0).replaceAll(STATUS_JOINTS, '') === '';
}
