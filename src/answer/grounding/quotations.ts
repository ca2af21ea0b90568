import { statusOfMark } from '../../report/form.ts';
import { key, normalise } from '../../search/text.ts';
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
 * is said of it. A question that is offered states nothing.
 */
export function withoutQuotations(draft: string, { stands, isName }: Known, quoted: string[]): string {
  return draft.replaceAll(QUOTATION, (whole: string, ...inside: unknown[]) => {
    const text = quotedIn(inside);
    const isQuestion = /[?？]$/u.test(text) && quantitiesIn(normalise(text)).every((q) => !q.sized);
    if (isQuestion) return '「」';
    const words = key(text).replaceAll(/[\d%]/gu, '');
    if (words.length < SHORTEST_QUOTATION && (/\d/u.test(text) || words.length <= 1)) return text;
    if (!text.split(/[/／]/u).every(stands) || isName(text)) return whole;
    quoted.push(...text.split(/[/／]/u));
    return '「」';
  });
}
/** Fewer letters beside a figure are its unit. */
const SHORTEST_QUOTATION = 5;

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
