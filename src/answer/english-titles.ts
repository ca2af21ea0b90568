import type { ItemRef } from './meaning.ts';
import { isWord } from './span-words.ts';
import type { Span, SpanMeaning } from './spans.ts';

/** English titles of items, looked for by their words in any order. */
export interface EnglishTitles {
  /** The item whose titles hold clearly most of the words; null where none or several do. */
  find(words: readonly string[]): ItemRef | null;
}

/** So much of what the words say has to stand in the title, and so many times what the next title holds. */
const COVERING = 0.45;
const MARGIN = 1.3;
const LEAST_WORDS = 2;
const WORD = /[a-z]+/gu;
const SHORTEST = 3;
const ENDING = /(?:ing|ed|es|e|s|ion|ment)$/u;

/** `forms`: all English names of an item; `stop`: function words. */
export function englishTitles(
  items: readonly { readonly ref: ItemRef; readonly forms: readonly string[] }[],
  stop: ReadonlySet<string>,
): EnglishTitles {
  let built: { readonly ref: ItemRef; readonly words: ReadonlySet<string> }[] | null = null;
  const build = () =>
    items.map(({ ref, forms }) => ({ ref, words: new Set(forms.flatMap((form) => stems(form, stop))) }));
  return {
    find(words) {
      built ??= build();
      const titles = built;
      const asked = [...new Set(words.flatMap((word) => stems(word, stop)))];
      const weight = (word: string): number =>
        Math.log(1 + titles.length / Math.max(1, titles.filter((t) => t.words.has(word)).length));
      const total = asked.reduce((sum, word) => sum + weight(word), 0);
      const rated = titles
        .map(({ ref, words: own }) => ({ ref, held: asked.filter((word) => own.has(word)) }))
        .filter(({ held }) => held.length >= LEAST_WORDS)
        .map(({ ref, held }) => ({ ref, score: held.reduce((sum, word) => sum + weight(word), 0) }))
        .sort((a, b) => b.score - a.score);
      const [best, next] = rated;
      if (!best || best.score < COVERING * total || (next && best.score < MARGIN * next.score)) return null;
      return best.ref;
    },
  };
}

/** Names an item by the words of its English title, where a question in English asks of one and names nothing else. */
export function withEnglishTitle(spans: readonly Span[], titles: EnglishTitles): readonly Span[] {
  const isLatin = spans.every((s) => !/[\u3041-\u30ff]/u.test(s.text));
  // What was done, why and how much is found in the text itself, whatever the title.
  const isOfItem = spans.some(
    (s) => s.meanings.some((m) => m.type === 'status') || isWord(s, 'status', 'item', 'owner'),
  );
  if (!isLatin || !isOfItem || spans.some((s) => s.meanings.some((m) => NAMING.has(m.type)))) return spans;
  const open = spans.filter((s) => s.meanings.every((m) => m.type === 'rest' || m.type === 'related'));
  const ref = titles.find(open.map((s) => s.text));
  const [first, ...others] = open;
  if (!ref || !first) return spans;
  return spans.map((span) =>
    span === first
      ? { ...span, meanings: [...span.meanings, { type: 'title', ref }] }
      : others.includes(span)
        ? { ...span, meanings: [...span.meanings, { type: 'stop' }] }
        : span,
  );
}

const NAMING: ReadonlySet<SpanMeaning['type']> = new Set([
  'title',
  'section',
  'account',
  'measure',
  'caption',
  'policy',
  'absent',
  'table',
]);

function stems(text: string, stop: ReadonlySet<string>): string[] {
  return (text.toLowerCase().match(WORD) ?? [])
    .filter((word) => word.length >= SHORTEST && !stop.has(word))
    .map((word) => (word.length > SHORTEST + 2 ? word.replace(ENDING, '') : word.replace(/s$/u, '')));
}
