import type { PlanItem } from '../../report/model.ts';
import { RATIOS } from '../wording-grounding-order.ts';
import { baseYear } from './base-year.ts';
import { asideAt } from './binding.ts';
import type { Claims } from './claims.ts';
import { type Evidence, itemsMeant } from './evidence.ts';
import { unique } from './facts.ts';
import type { Listed, Topic } from './labels.ts';

/** A sentence of a draft, and where it stands. */
export interface Said {
  readonly text: string;
  /** In a line of a list. */
  readonly isListed: boolean;
  /** The first one of its line. */
  readonly isFirst: boolean;
}

const ALONE: Omit<Said, 'text'> = { isListed: false, isFirst: true };

export const NO_TOPIC: Topic = {
  subjects: null,
  measures: null,
  years: null,
  items: null,
  counted: null,
  listed: { subjects: [], items: [], isOpen: false, lines: 0 },
  ahead: null,
};

/** What the sentence is about; what it does not name stays as before. */
export function topicOf(claims: Claims, before: Topic, place: Omit<Said, 'text'> = ALONE): Topic {
  const all = <T>(mentions: readonly { readonly value: readonly T[] }[]): readonly T[] | null =>
    mentions.length > 0 ? mentions.flatMap((m) => m.value) : null;
  // What something is only compared with is not what is talked about.
  const base = before.years === null ? null : baseYear(claims);
  const years = claims.years.filter((m) => asideAt(m, claims) === null && m.value !== base).map((m) => m.value);
  const asides = claims.years.map((m) => m.value);
  return {
    subjects: all(claims.subjects) ?? before.subjects,
    measures: all(claims.measures) ?? before.measures,
    years: years.length > 0 ? years : (before.years ?? (asides.length > 0 ? asides : null)),
    items: all(claims.items) ?? before.items,
    counted: claims.measures.length > 0 ? null : (countedIn(claims) ?? before.counted),
    listed: listedIn(claims, before.listed, place),
    ahead: null,
  };
}

/** The measures of the statuses of a sentence: how many items have them, or which share. */
export function countedIn({ text, statuses }: Claims): readonly string[] | null {
  const kind = RATIOS.test(text) ? 'share' : 'items';
  return statuses.length > 0 ? unique(statuses.flatMap((m) => m.value.map((s) => `${kind}.${s}`))) : null;
}

/** The measures that a loss or surplus is of: those talked about, but where they are no balance, those with a sign. */
export function balanceOf({ signs }: Claims, { measures }: Topic): readonly string[] | null {
  const signed = signs.flatMap((m) => m.value);
  return signed.length === 0 || measures?.some((m) => signed.includes(m)) ? measures : signed;
}

function listedIn(
  { subjects, items }: Claims,
  before: Listed,
  { isListed: isOpen, isFirst }: Omit<Said, 'text'>,
): Listed {
  const goesOn = isOpen && before.isOpen;
  const add = <T>(known: readonly T[], mentions: readonly { readonly value: readonly T[] }[]): readonly T[] => {
    const own = mentions.flatMap(({ value }) => value);
    return goesOn ? unique([...known, ...own]) : own.length > 0 ? own : known;
  };
  const lines = isOpen ? (goesOn ? before.lines : 0) + (isFirst ? 1 : 0) : before.lines;
  return { subjects: add(before.subjects, subjects), items: add(before.items, items), isOpen, lines };
}

/** The list that these sentences begin with; null where they begin with none. */
export function listAhead(said: readonly Said[], read: (text: string) => Claims): Listed | null {
  const end = said.findIndex((s) => !s.isListed);
  const list = end < 0 ? said : said.slice(0, end);
  const { listed } = NO_TOPIC;
  return list.length === 0 ? null : list.reduce((known, s) => listedIn(read(s.text), known, s), listed);
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
    counted: own.counted,
    listed: before.listed,
    ahead: null,
  };
}

/** True for a sentence that names nothing of the report: yes, it fell. */
export function isBare({ subjects, measures, years, items, numbers, statuses }: Claims): boolean {
  return [subjects, measures, years, items, numbers, statuses].every((named) => named.length === 0);
}

/** The items of the results that a sentence is about: those it names, else those that were talked about, else the only one there is. */
export function itemsAbout({ items }: Pick<Claims, 'items'>, topic: Topic, evidence: Evidence): PlanItem[] {
  // One that only shares its number with another is named, and nothing of it is told.
  const told = unique(evidence.sentences.flatMap((s) => s.item ?? []));
  const only = told.length === 1 ? told : [];
  return itemsMeant(items.length > 0 ? items.flatMap((m) => m.value) : (topic.items ?? only), evidence);
}
