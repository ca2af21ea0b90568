import type { Match } from '../search/matcher.ts';
import type { Meaning } from './meaning.ts';
import { isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { WITHIN_OFFICE } from './wording-question-forms.ts';

/**
 * Of two sections of one office the second may be named without it (企業局の建設課と総務課): where the office has one of
 * that name, that one is meant. `find`: the names in a text.
 */
export function withSharedPrefix(spans: readonly Span[], find: (text: string) => Match<Meaning>[]): Span[] {
  return spans.map((span, at) => {
    const [first, joint] = [spans[at - 2], spans[at - 1]];
    const office = isSection(first) && isWord(joint, 'and') ? WITHIN_OFFICE.exec(first?.text ?? '')?.[1] : undefined;
    if (office === undefined || !isSection(span)) return span;
    const text = `${office}${span.text}`;
    const whole = find(text).find(({ start, end }) => start === 0 && end === text.length);
    const meanings = (whole?.values ?? []).filter((m) => m.type === 'section' && !m.weak);
    return meanings.length > 0 ? { ...span, meanings } : span;
  });
}

function isSection(span: Span | undefined): boolean {
  return span?.meanings.some((m) => m.type === 'section' && !m.weak) ?? false;
}
