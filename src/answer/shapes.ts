import type { Span } from './spans.ts';
import { kanjiYearsIn } from './wording-number-words.ts';
import { BARE_NEXT, BARE_PERCENT, NUMBERED_NAME } from './wording-question-forms.ts';

/** Pieces of a normalised question that are known by their shape, whatever the vocabulary has. */
export function shapesIn(text: string): Pick<Span, 'start' | 'end' | 'meanings'>[] {
  const all = (shape: RegExp, meaning: Span['meanings'][number]): Pick<Span, 'start' | 'end' | 'meanings'>[] =>
    [...text.matchAll(shape)].map(({ index, 0: print }) => ({
      start: index,
      end: index + print.length,
      meanings: [meaning],
    }));
  return [
    // 第四次 is a name, and no next one.
    ...all(NUMBERED_NAME, { type: 'rest' }),
    ...all(BARE_PERCENT, { type: 'word', word: 'percent' }),
    ...all(BARE_NEXT, { type: 'word', word: 'next' }),
    ...kanjiYearsIn(text).map(({ start, end, value }) => ({
      start,
      end,
      meanings: [{ type: 'number' as const, value, ordinal: false }],
    })),
  ];
}
