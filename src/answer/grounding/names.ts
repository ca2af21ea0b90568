import { key } from '../../search/text.ts';
import { WHOLE } from '../../tools/progress-figures.ts';
import type { ItemRef } from '../meaning.ts';
import type { SpanMeaning } from '../spans.ts';
import { EXCEPTED, LACKS } from '../wording-grounding.ts';
import {
  CALLED,
  CALLED_ENGLISH,
  CAUSE,
  EACH,
  FLOW,
  FLOW_MEASURE,
  GIVES_CAUSE,
  GLOSS_OF_TITLE,
  IN_BRACKETS,
  IN_CHARGE,
  LISTS_ITEMS,
  NO_CHARGE,
  NO_MEASURE,
  NOUN_ONLY,
  OF_ITEM,
  PROPER,
} from '../wording-grounding-words.ts';
import { governing, type Place } from './binding.ts';
import { isOthersTask, isOthersWork } from './charges.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import { isSame, type Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { isLargelyKnown } from './members.ts';
import { isForeign } from './words.ts';

/** Sections that are not in charge of the item they are named with, and pillars that it does not belong to. */
export function wrongOwners(claims: Claims, topic: Topic, evidence: Evidence): Ungrounded[] {
  const { text, items, subjects } = claims;
  const isCharge = IN_CHARGE.test(text) && !NO_CHARGE.test(text);
  const pillars = new Set(evidence.items.map((i) => i.pillar));
  // All but one of the list that was told.
  const isLeft = items.some((m) => EXCEPTED.test(text.slice(m.end)));
  const rest = topic.listed.items.filter((ref) => !items.some((m) => m.value.some((own) => isSame(own, ref))));
  const itemsAt = (refs: readonly ItemRef[]) => itemsMeant(refs, evidence);
  return subjects.flatMap((mention): Ungrounded[] => {
    if (mention.value.includes(WHOLE)) return [];
    const isPillar = mention.value.some((name) => pillars.has(name));
    // A pillar stands before its items, up to the next one; a section is in charge of those named nearest.
    const until =
      subjects.find((m) => m.start > mention.end && m.value.some((n) => pillars.has(n)))?.start ?? text.length;
    const own = isLeft ? [] : items.filter((m) => m.value.length === 1);
    const behind = own.filter((m) => m.start >= mention.end && m.start < until);
    const before = own.filter((m) => m.end <= mention.start);
    const nearest = governing(text, mention, own);
    // Said of each of them: of all that stand before it, or were talked about.
    const each = EACH.test(text.slice(before.at(-1)?.end ?? 0, mention.start));
    const last = each ? before : before.slice(-1);
    const said = last.length > 0 || !each ? last.flatMap((m) => m.value) : isLeft ? rest : (topic.items ?? []);
    const next = behind[0];
    const isAttached = isPillar && next !== undefined && OF_ITEM.test(text.slice(mention.end, next.start));
    const isList = next !== undefined && LISTS_ITEMS.test(text.slice(mention.end, next.start));
    const other = subjects.find((m) => m.start >= mention.end)?.start ?? text.length;
    const listed = isList && before.length === 0 ? behind.filter((m) => m.start < other).flatMap((m) => m.value) : null;
    const found = isAttached
      ? itemsAt(next.value)
      : isPillar
        ? itemsAt(behind.length > 0 && before.length === 0 ? behind.flatMap((m) => m.value) : said)
        : isCharge && !each
          ? itemsAt(listed ?? nearest?.value ?? topic.items ?? [])
          : itemsAt(said);
    if (
      !isPillar &&
      (isOthersTask(mention, claims, evidence.charges) || (!isCharge && isOthersWork(mention, text, evidence.charges)))
    )
      return [{ kind: 'name', text: text.slice(mention.start, mention.end) }];
    const print = key(text.slice(mention.start, mention.end));
    const fits = found.every((item) =>
      mention.value.some(
        (name) =>
          (isPillar ? item.pillar === null || item.pillar === name : (item.owners ?? []).includes(name)) ||
          (!isPillar &&
            !isCharge &&
            [key(name), print].some((k) => key(`${item.outline}${item.narrative}`).includes(k))),
      ),
    );
    return fits ? [] : [{ kind: 'name', text: text.slice(mention.start, mention.end) }];
  });
}

/** What a results' figure is called, where no measure of the report is called so. */
export function wrongCalls(
  { text, spans, years, measures, signs, subjects }: Claims,
  backed: readonly Backed[],
): Ungrounded[] {
  return backed.flatMap(({ number, facts }): Ungrounded[] => {
    if (facts.length === 0 || facts.some((f) => f.kind !== 'table' || f.measures.length === 0)) return [];
    const verb = measures.findLast((m) => m.end <= number.start && FLOW.test(text.slice(m.start, m.end)));
    const isStock = facts.every((f) => f.measures.every((m) => verb?.value.includes(m) && !FLOW_MEASURE.test(m)));
    if (verb && isStock) return [{ kind: 'name', text: text.slice(verb.start, verb.end) }];
    const called = nounBefore(text, number.start, subjects);
    if (!called || NO_MEASURE.test(called.noun)) return [];
    const { start, end, noun } = called;
    const overlaps = (m: Place): boolean => m.start < end && m.end > start;
    if ([...years, ...measures, ...signs, ...subjects].some(overlaps)) return [];
    const isKnown = spans.some(
      (s) => overlaps(s) && s.meanings.some((m) => !['rest', 'related', 'absent', 'stop'].includes(m.type)),
    );
    const isPart = facts.some((f) => f.measures.some((m) => key(m).includes(key(noun)) || key(noun).includes(key(m))));
    return isKnown || isPart ? [] : [{ kind: 'name', text: noun }];
  });
}

/** The noun that a figure is said to be: X of an account was 5, Xは5. */
function nounBefore(
  text: string,
  at: number,
  subjects: Claims['subjects'],
): { noun: string; start: number; end: number } | null {
  const japanese = CALLED.exec(text.slice(0, at));
  if (japanese?.[1]) return { noun: japanese[1], start: japanese.index, end: japanese.index + japanese[1].length };
  const subject = subjects.findLast((m) => m.end <= at);
  const english = subject && CALLED_ENGLISH.exec(text.slice(0, subject.start));
  if (!english?.[1]) return null;
  return { noun: english[1], start: english.index, end: english.index + english[1].length };
}

/** Words of the report's language in brackets of a sentence in another, which no result has: nursery fees (保育料). */
export function strangeGlosses(text: string, isKnown: (text: string) => boolean): string[] {
  if (!isForeign(text)) return [];
  return [...text.matchAll(IN_BRACKETS)]
    .flatMap(([, inside = '']) => inside.split(/[、,]/u))
    .map((piece) => piece.trim())
    .filter((piece) => NOUN_ONLY.test(piece) && !isKnown(piece));
}

/** Names of companies and places, and causes, that stand in no result. */
export function strangeNames({ text, spans, items }: Claims, isKnown: (text: string) => boolean): Ungrounded[] {
  const named = spans.filter((s) =>
    s.meanings.some((m) => !['rest', 'related', 'number', 'stop', 'word'].includes(m.type)),
  );
  const strange = [...text.matchAll(PROPER)].filter(
    ({ index, 0: name }) => !named.some((s) => s.start < index + name.length && s.end > index) && !isKnown(name),
  );
  const causes =
    items.length === 0 && !GIVES_CAUSE.test(text)
      ? []
      : [...text.matchAll(CAUSE)].filter(({ 1: noun = '' }) => !isLargelyKnown(noun, isKnown));
  return [...strange.map(([name]) => name), ...causes.map(([, noun = '']) => noun)].map((name) => ({
    kind: 'name',
    text: name,
  }));
}

/** A sentence that says something is not there, which the results have. */
export function deniedFacts(claims: Claims, evidence: Evidence): Ungrounded[] {
  const { text, numbers, subjects, measures, years, items, absent } = claims;
  const found = LACKS.exec(text);
  if (!found || numbers.length > 0 || absent.length > 0) return [];
  const denied: Ungrounded[] = [{ kind: 'denied', text: found[0] }];
  const tables = evidence.facts.filter((f) => f.kind === 'table');
  const has =
    subjects.length > 0 &&
    measures.length > 0 &&
    subjects.every((s) =>
      measures.every((m) =>
        (years.length > 0 ? years : [null]).every((y) =>
          tables.some(
            (f) =>
              f.subjects.some((name) => s.value.includes(name)) &&
              f.measures.some((name) => m.value.includes(name)) &&
              (y === null || f.years.includes(y.value)),
          ),
        ),
      ),
    );
  if (has) return denied;
  const refs = items.flatMap((m) => m.value);
  const named = itemsMeant(refs, evidence);
  return IN_CHARGE.test(text) && named.length > 0 && named.every((item) => (item.owners ?? []).length > 0)
    ? denied
    : [];
}

const NAMED = ['title', 'policy', 'account', 'section', 'caption'] as const;
/** Names that are written by whoever plans, and may hold any word. */
export const TITLED = ['title', 'policy', 'caption'] as const;

/** The sentence with a blank for each name of the report. */
export function withoutNames({ text, spans }: Claims, kinds: readonly SpanMeaning['type'][] = NAMED): string {
  const named = spans.filter((s) => s.meanings.some((m) => kinds.includes(m.type)));
  const glosses = named.flatMap(({ start }) => {
    const gloss = GLOSS_OF_TITLE.exec(text.slice(0, start))?.[1];
    return gloss ? [{ start: start - 1 - gloss.length, end: start - 1 }] : [];
  });
  return [...named, ...glosses].reduceRight(
    (rest, { start, end }) => rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end),
    text,
  );
}
