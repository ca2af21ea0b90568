import { isJoint, isLight, isNarrower } from './joints.ts';
import { measureMentions, namesOf } from './measures.ts';
import { isLatin, isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/** A measure with the subjects that it was named for; no subjects where it was named alone. */
export interface Bound {
  readonly subjects: readonly string[];
  readonly measures: readonly string[];
}

/** Which of two figures the other one is taken from; null where the question does not say. */
export type Minuend = 'first' | 'last' | null;

export interface Mention {
  /** Position among the spans. */
  readonly at: number;
  readonly names: readonly string[];
}

/**
 * The accounts of each mention. A name of several that stands beside a narrower one is narrowed by it (介護 … 保険勘定);
 * where a word such as "and" parts the two, it means its others (水道と簡易水道).
 */
export function accountMentions(spans: readonly Span[]): string[][] {
  return accountsAt(spans).map(({ names }) => [...names]);
}

function accountsAt(spans: readonly Span[]): Mention[] {
  const mentions = spans.flatMap((span, at): Mention[] => {
    const names = [...new Set(span.meanings.flatMap((m) => (m.type === 'account' ? [m.subject] : [])))];
    return names.length > 0 ? [{ at, names }] : [];
  });
  return mentions.flatMap((own): Mention[] => {
    const narrower = mentions.filter((m) => isNarrower(m.names, own.names));
    if (narrower.length === 0) return [own];
    if (!narrower.every((other) => areParted(own.at, other.at, spans))) return [];
    const taken = new Set(narrower.flatMap((m) => m.names));
    const names = own.names.filter((name) => !taken.has(name));
    return names.length > 0 ? [{ ...own, names }] : [];
  });
}

/** Accounts and sections that can have figures, in the order of the question. */
export function subjectsAt(spans: readonly Span[]): Mention[] {
  const sections = spans.flatMap((span, at): Mention[] => {
    const section = span.meanings.find((m) => m.type === 'section' && !m.weak);
    return section?.type === 'section' ? [{ at, names: [section.name] }] : [];
  });
  return [...accountsAt(spans), ...sections].sort((a, b) => a.at - b.at);
}

/** True when a word of enumeration stands right before the later of two pieces. */
function areParted(one: number, other: number, spans: readonly Span[]): boolean {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const between = spans.slice(first + 1, second).findLast((span) => !isLight(span));
  return isJoint(between);
}

/**
 * Measures with subjects of their own, where a question names several of both in turn: 水道の総収益と国保の歳入, or
 * "revenue of A and income of B". Empty where all measures are asked of all subjects.
 */
export function boundMeasures(spans: readonly Span[]): Bound[] {
  const measures = measureMentions(spans).map(
    ({ span, own }): Mention => ({ at: spans.indexOf(span), names: namesOf(own) }),
  );
  const subjects = subjectsAt(spans);
  if (measures.length < 2 || subjects.length === 0) return [];
  return boundBefore(measures, subjects, spans) ?? boundBehind(measures, subjects, spans) ?? [];
}

/** Each subject stands right before a measure; one without its own shares that of the measure before it. */
function boundBefore(
  measures: readonly Mention[],
  subjects: readonly Mention[],
  spans: readonly Span[],
): Bound[] | null {
  const owners = measures.map((measure) => {
    const subject = subjects.findLast((s) => s.at < measure.at);
    return subject && !isBroken(subject.at, measure.at, measures, spans) ? subject : null;
  });
  if (!subjects.every((s) => owners.includes(s))) return null;
  // One subject before all of the measures is that of all.
  if (subjects.length === 1 && owners[0]) return null;
  return measures.map(({ names }, i) => ({
    subjects: owners.slice(0, i + 1).findLast((owner) => owner !== null)?.names ?? [],
    measures: names,
  }));
}

/** Each measure has a subject right behind it. */
function boundBehind(
  measures: readonly Mention[],
  subjects: readonly Mention[],
  spans: readonly Span[],
): Bound[] | null {
  if (subjects.length !== measures.length) return null;
  const bound = measures.map(({ at, names }): Bound | null => {
    const subject = subjects.find((s) => s.at > at);
    return subject && !isBroken(at, subject.at, measures, spans) ? { subjects: subject.names, measures: names } : null;
  });
  return bound.every((b) => b !== null) ? bound : null;
}

/** Another measure, or a word that joins two things, stands between. */
function isBroken(from: number, to: number, measures: readonly Mention[], spans: readonly Span[]): boolean {
  return measures.some((m) => m.at > from && m.at < to) || spans.slice(from + 1, to).some(isJoint);
}

/** Which figure another one is taken from: 歳入から歳出を引く, "subtract A from B", "A minus B". */
export function minuendOf(spans: readonly Span[]): Minuend {
  const minus = spans.findIndex((span) => isWord(span, 'minus'));
  const isMeasure = (span: Span | undefined): boolean => span?.meanings.some((m) => m.type === 'measure') ?? false;
  const before = (at: number): number => spans.slice(0, at).filter(isMeasure).length;
  if (minus < 0) return null;
  const from = spans.findIndex(
    (span, i) =>
      isWord(span, 'through') && (isLatin(span) ? i > minus || before(minus) === 0 : isMeasure(spans[i - 1])),
  );
  if (from < 0) return 'first';
  // In English the word stands before what is taken from, in Japanese behind it.
  return before(from) > (isLatin(spans[from]) ? 0 : 1) ? 'last' : 'first';
}
