import { WHOLE } from '../../tools/progress-figures.ts';
import type { NameKind } from '../lexicon.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { AVERAGE_NAME, CLOSES, IN_ALL, OPENS } from '../wording-grounding.ts';
import type { Mention } from './binding.ts';

type Subject = Mention<readonly string[]>;

const KINDS: readonly NameKind[] = ['sections', 'accounts', 'pillars'];

/** The names of a sentence in their order, with the average rows of the results where it speaks of the average. */
export function subjectsIn(
  names: readonly Subject[],
  text: string,
  averages: readonly string[],
  vocabulary: Vocabulary,
): Subject[] {
  const subjects = [...names];
  // Above the average is one word of the vocabulary, of which the average is a part.
  const average = averages.length === 0 ? [] : [...text.matchAll(AVERAGE_NAME)];
  for (const { index, 0: print } of average) {
    const place = { start: index, end: index + print.length };
    if (!subjects.some((m) => m.start < place.end && m.end > place.start)) subjects.push({ ...place, value: averages });
  }
  subjects.sort((a, b) => a.start - b.start);
  // In all there are seven: it says how many, and not of what.
  const named = subjects.filter((m) => !(m.value.includes(WHOLE) && IN_ALL.test(text.slice(m.start))));
  return named.filter((own, i) => !isGloss(own, named[i - 1], text, vocabulary));
}

/** True for the English of the name before it, in brackets: 財政課 (finance) is one section. */
function isGloss(own: Subject, before: Subject | undefined, text: string, vocabulary: Vocabulary): boolean {
  if (!before || !OPENS.test(text.slice(before.end, own.start)) || !CLOSES.test(text.slice(own.end))) return false;
  const gloss = text.slice(own.start, own.end).toLowerCase();
  const english = before.value.flatMap((name) => KINDS.map((kind) => vocabulary.english(kind, name)));
  return english.some((form) => form?.toLowerCase().includes(gloss));
}
