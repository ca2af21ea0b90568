import type { OwnerCount } from '../tools/plan-items.ts';
import type { WordKey } from './lexicon.ts';
import { isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { OF } from './wording-question-forms.ts';

/** Pieces between a number and the sections that it counts, or its bound. */
const NEAR = 3;

/**
 * How many sections the items asked for are to have in charge: 「3つの課」, "jointly by two sections", several, one alone.
 * Null where a question does not say, and where it counts sections for a ranking.
 */
export function ownersAsked(spans: readonly Span[], words: Set<WordKey>): OwnerCount | null {
  const isSeveral = words.delete('several');
  const isAlone = words.delete('alone');
  // "Alone or jointly": either way.
  const isEither = isAlone && spans.some((span) => isWord(span, 'or'));
  if (isEither && (isSeveral || words.delete('both'))) return null;
  const ofItems = words.has('item') || words.has('owner') || words.has('list') || words.has('count');
  if (!ofItems || words.has('highest') || words.has('lowest') || words.has('ranking')) return null;
  const number = spans.findIndex(
    (span, at) => span.meanings.some((m) => m.type === 'number' && !m.ordinal) && countsOwners(spans, at),
  );
  const value = spans[number]?.meanings.find((m) => m.type === 'number');
  if (value?.type === 'number' && Number.isInteger(value.value)) {
    const isLeast = spans.slice(number + 1, number + 1 + NEAR).some((s) => isWord(s, 'orMore'));
    return { least: value.value, most: isLeast ? null : value.value };
  }
  if (isAlone) return { least: 1, most: 1 };
  return isSeveral && (words.has('section') || words.has('owner')) ? { least: 2, most: null } : null;
}

/** 3つの課: sections stand behind the number. 担当課が2つ以上: behind it stands only what counts things. */
function countsOwners(spans: readonly Span[], at: number): boolean {
  const behind = spans.slice(at + 1, at + 1 + NEAR);
  const section = behind.findIndex((s) => isWord(s, 'section', 'owner'));
  if (section >= 0 && behind.slice(0, section).every((s) => isWord(s, 'counter') || OF.test(s.text))) return true;
  const before = spans.slice(0, at).findLast((s) => !isParticle(s));
  return isWord(before, 'owner', 'section') && isWord(behind[0], 'counter');
}
