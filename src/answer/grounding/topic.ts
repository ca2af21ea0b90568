import type { PlanItem } from '../../report/model.ts';
import { LIST_MARK } from '../wording-grounding-layout.ts';
import { asideAt } from './binding.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import { unique } from './facts.ts';
import type { Listed, Topic } from './labels.ts';

export const NO_TOPIC: Topic = {
  subjects: null,
  measures: null,
  years: null,
  items: null,
  listed: { subjects: [], items: [], isOpen: false },
};

/** What the sentence is about; what it does not name stays as before. */
export function topicOf(claims: Claims, before: Topic): Topic {
  const all = <T>(mentions: readonly { readonly value: readonly T[] }[]): readonly T[] | null =>
    mentions.length > 0 ? mentions.flatMap((m) => m.value) : null;
  const years = claims.years.filter((year) => asideAt(year, claims) === null).map((m) => m.value);
  const asides = claims.years.map((m) => m.value);
  return {
    subjects: all(claims.subjects) ?? before.subjects,
    measures: all(claims.measures) ?? before.measures,
    years: years.length > 0 ? years : (before.years ?? (asides.length > 0 ? asides : null)),
    items: all(claims.items) ?? before.items,
    listed: listedIn(claims, before.listed),
  };
}

function listedIn({ text, subjects, items }: Claims, before: Listed): Listed {
  const isOpen = LIST_MARK.test(text);
  const goesOn = isOpen && before.isOpen;
  const add = <T>(known: readonly T[], mentions: readonly { readonly value: readonly T[] }[]): readonly T[] => {
    const own = mentions.flatMap(({ value }) => value);
    return goesOn ? unique([...known, ...own]) : own.length > 0 ? own : known;
  };
  return { subjects: add(before.subjects, subjects), items: add(before.items, items), isOpen };
}

/** What was talked about, and what the sentence goes on to name. */
export function both(before: Topic, own: Topic): Topic {
  const join = <T>(a: readonly T[] | null, b: readonly T[] | null): readonly T[] | null =>
    a && b ? [...new Set([...a, ...b])] : (a ?? b);
  return {
    subjects: join(before.subjects, own.subjects),
    measures: join(before.measures, own.measures),
    years: join(before.years, own.years),
    items: own.items,
    listed: before.listed,
  };
}

/** True for a sentence that names nothing of the report: yes, it fell. */
export function isBare({ subjects, measures, years, items, numbers, statuses }: Claims): boolean {
  return [subjects, measures, years, items, numbers, statuses].every((named) => named.length === 0);
}

/** The items of the results that a sentence is about: those it names, else those that were talked about. */
export function itemsAbout({ items }: Pick<Claims, 'items'>, topic: Topic, evidence: Evidence): PlanItem[] {
  return itemsMeant(items.length > 0 ? items.flatMap((m) => m.value) : (topic.items ?? []), evidence);
}
