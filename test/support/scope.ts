import type { Report } from '../../src/report/model.ts';
import { longest, Matcher } from '../../src/search/matcher.ts';
import type { RelatedWords } from '../../src/search/search.ts';
import { openScope, type Scope } from '../../src/tools/tool.ts';
import { REAL_TEXT, read } from '../report/variant.ts';

/** A vocabulary of search: what people type, and the report's words for it. */
export function relatedWords(words: Readonly<Record<string, readonly string[]>>): RelatedWords {
  const forms = new Matcher<readonly string[]>();
  for (const [typed, printed] of Object.entries(words)) forms.add(typed, printed);
  return { find: (normalised) => longest(forms.find(normalised)) };
}

/** Opens the text of a report for the tools, with older reports behind it, newest first. */
export function scopeOf(text: string, earlier: readonly Report[] = [], related = relatedWords({})): Scope {
  return openScope(read(text), earlier, related);
}

let real: Scope | null = null;

/** The real report, opened once, without a vocabulary. */
export function realScope(): Scope {
  real ??= openScope(read(REAL_TEXT, 'arao-r2'), [], relatedWords({}));
  return real;
}
