import type { Span } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';

const NAME = /[\p{Script=Han}\p{Script=Katakana}\u30f6\u30fc]/u;
/** A name in English: Nagasu Town. */
const ENGLISH = /(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)/gu;

interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * Marks the names of other municipalities (熊本市, Nagasu Town): figures of the report are not theirs. One that the
 * report's items mention stays a word to search for, unless a figure is asked for.
 */
export function withPlaces(spans: readonly Span[], text: string, vocabulary: Vocabulary): Span[] {
  const asksFigure = spans.some((s) => s.meanings.some((m) => m.type === 'measure' || m.type === 'account'));
  const named = [...japanese(spans, text, vocabulary), ...english(spans, text, vocabulary)].filter(
    ({ start, end }) => asksFigure || !vocabulary.mentions(text.slice(start, end)),
  );
  const places = named.length > 0 || !asksFigure ? named : unnamed(spans, text, vocabulary);
  if (places.length === 0) return [...spans];
  const others = spans.filter((s) => !places.some((p) => s.start < p.end && s.end > p.start));
  const marked = places.map(({ start, end }): Span => {
    const name = text.slice(start, end);
    return { start, end, text: name, meanings: [{ type: 'absent', kind: 'place', name }] };
  });
  return [...others, ...marked].sort((a, b) => a.start - b.start);
}

/** An ending with what stands before it without a break, as far as that is no name or word of the vocabulary. */
function japanese(spans: readonly Span[], text: string, { places }: Vocabulary): Place[] {
  return places.endings.flatMap((ending) => {
    const found: Place[] = [];
    for (let at = text.indexOf(ending); at >= 0; at = text.indexOf(ending, at + 1)) {
      const end = at + ending.length;
      if (!NAME.test(ending) || /^\p{Script=Han}/u.test(text.slice(end)) || !isLoose(at, spans)) continue;
      let start = at;
      while (start > 0 && NAME.test(text.charAt(start - 1)) && isLoose(start - 1, spans)) start--;
      const before = Array.from({ length: at - start }, (_, i) => start + i);
      if (before.some((i) => isNaming(i, spans)) && !places.not.has(text.slice(start, end))) found.push({ start, end });
    }
    return found;
  });
}

function english(spans: readonly Span[], text: string, { places }: Vocabulary): Place[] {
  return [...text.matchAll(ENGLISH)].flatMap(({ index, 0: name, 2: ending = '' }) =>
    places.endings.includes(ending.toLowerCase()) && isLoose(index, spans) && isNaming(index, spans)
      ? [{ start: index, end: index + name.length }]
      : [],
  );
}

/** The first word for municipalities without a name (全国, other cities). */
function unnamed(spans: readonly Span[], text: string, { places }: Vocabulary): Place[] {
  return places
    .others(text)
    .filter(({ start }) => isLoose(start, spans))
    .slice(0, 1);
}

/** True where nothing is named: 人吉市 has a function word in it. */
function isLoose(at: number, spans: readonly Span[]): boolean {
  const span = spans.find((s) => s.start <= at && s.end > at);
  const loose = ['rest', 'related', 'stop'];
  return span?.meanings.every((m) => loose.includes(m.type) || (m.type === 'word' && m.word === 'counter')) ?? true;
}

function isNaming(at: number, spans: readonly Span[]): boolean {
  const span = spans.find((s) => s.start <= at && s.end > at);
  return span?.meanings.some((m) => m.type === 'rest' || m.type === 'related') ?? false;
}
