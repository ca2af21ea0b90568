import type { FiscalYear } from '../../report/fiscal-year.ts';
import { AIM } from '../wording-grounding-done.ts';
import { ACTIONS, NOT_DONE, SCHEDULE, saysDone } from '../wording-grounding-words.ts';
import { type Backed, hasTable } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Ungrounded } from './facts.ts';
import type { Topic } from './labels.ts';
import { itemsAbout } from './topic.ts';
import { isForeign } from './words.ts';

/** What a sentence says was done about an item, of which the item's text does not speak. */
export function strangeActions(
  { text, items, backed }: Pick<Claims, 'text' | 'items'> & { backed: readonly Backed[] },
  topic: Topic,
  evidence: Evidence,
): Ungrounded[] {
  const named = itemsAbout({ items }, topic, evidence);
  if (named.length === 0 || hasTable(backed)) return [];
  // An outline says what is wanted.
  const aims = AIM.test(text);
  const said = named
    .map((i) => `${i.title}${aims ? i.outline : ''}${i.narrative}${i.schedule.map((s) => s.stage)}`)
    .join('\n');
  return [...text.matchAll(ACTIONS)].flatMap(([action]) =>
    said.includes(action) ? [] : [{ kind: 'figure' as const, text: action }],
  );
}

/** What a sentence says was done, of which the item's text says only that it was not; and years of which it does not speak. */
export function againstText(
  { text, items, years, relative, statuses, negated, backed }: Claims & { backed: readonly Backed[] },
  topic: Topic,
  evidence: Evidence,
  yearsOf: (text: string) => readonly FiscalYear[],
): Ungrounded[] {
  const named = itemsAbout({ items }, topic, evidence);
  if (named.length === 0 || backed.some((b) => b.facts.some((f) => f.kind !== 'text'))) return [];
  const said = evidence.sentences.filter((s) => s.item && named.includes(s.item)).map((s) => s.text);
  const undone = [...said.join('\n').matchAll(NOT_DONE)].flatMap(([, noun = '']) =>
    saysDone(text, noun) && !said.some((s) => saysDone(s, noun)) ? [{ kind: 'figure' as const, text: noun }] : [],
  );
  const known = new Set(said.flatMap(yearsOf));
  const rated = new Set([
    ...named.flatMap((i) => i.statuses.map((s) => s.year)),
    ...evidence.statuses.filter((s) => named.includes(s.item)).map((s) => s.year),
  ]);
  const isTranslated = isForeign(text);
  // A year of the schedule alone is said with what the schedule has for it.
  const isPlanned = (year: FiscalYear): boolean =>
    named.some((i) =>
      i.schedule.some(
        (s) => s.year === year && (isTranslated || stated || (s.stage !== null && text.includes(s.stage))),
      ),
    );
  const stated = statuses.length + negated.length > 0 || SCHEDULE.test(text);
  const strange = years.filter(
    (y) => !known.has(y.value) && !rated.has(y.value) && !isPlanned(y.value) && !relative.includes(y),
  );
  return [...undone, ...strange.map((y) => ({ kind: 'year' as const, text: text.slice(y.start, y.end) }))];
}
