import type { Span } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Shorter pieces stand in a title by chance. Characters. */
const SHORTEST = 4;
const NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u30fc]+$/u;
/** Kana behind the last other character: particles. */
const PARTICLES = /(?<=[^\u3041-\u309f])[\u3041-\u309f]$/u;

/** Names items by a part of their title that no other title has, where nothing else explains that part (可燃ごみ). */
export function withTitleParts(spans: readonly Span[], text: string, vocabulary: Vocabulary): Span[] {
  const found: Span[] = [];
  for (let i = 0; i < spans.length; ) {
    let end = i;
    while (isOpen(spans[end]) && (end === i || spans[end]?.start === spans[end - 1]?.end)) end++;
    const [first, last] = [spans[i], spans[end - 1]];
    const part = first && last && end > i ? text.slice(first.start, last.end).replace(PARTICLES, '') : '';
    const ref = part.length >= SHORTEST && NAME.test(part) ? vocabulary.titledOnly(part) : null;
    if (first && ref) {
      found.push({
        start: first.start,
        end: first.start + part.length,
        text: part,
        meanings: [{ type: 'title', ref }],
      });
    } else found.push(...spans.slice(i, Math.max(end, i + 1)));
    i = Math.max(end, i + 1);
  }
  return found;
}

function isOpen(span: Span | undefined): boolean {
  return span?.meanings.every((m) => m.type === 'rest' || m.type === 'related') ?? false;
}
