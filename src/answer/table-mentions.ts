import type { Report } from '../report/model.ts';
import { key } from '../search/text.ts';
import { isWord } from './span-words.ts';
import type { Span } from './spans.ts';

/** Shorter words (会計) stand in every title. Characters. */
const SHORTEST = 4;

/** Tables that a question names by title, caption or label, or by a kind of account that only one title has (特別会計). */
export function tableMentions(spans: readonly Span[], { tables }: Report): string[] {
  const found = spans.flatMap((span) => {
    const named = span.meanings.flatMap((m) => (m.type === 'table' ? [m.id] : []));
    if (named.length > 0 || span.text.length < SHORTEST || !isWord(span, 'account')) return named;
    // What stands in a title may be asked for in English: special account.
    const forms = [span.text, ...span.meanings.flatMap((m) => (m.type === 'related' ? m.report : []))].map(key);
    const [only, second] = tables.filter((t) => forms.some((form) => key(t.title).includes(form)));
    return only && !second ? [only.id] : [];
  });
  return [...new Set(found)];
}
