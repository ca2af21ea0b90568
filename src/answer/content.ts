import { isWord } from './span-words.ts';
import { NAMES, type Span, type SpanMeaning } from './spans.ts';

/** Kinds of meaning that say what a question is about, and so belong into a search. */
const CONTENT: ReadonlySet<SpanMeaning['type']> = new Set([...NAMES, 'rest', 'absent', 'related']);

const RELATIVE_YEARS = ['yearBefore', 'yearAfter', 'lastYear', 'thisYear', 'nextYear'] as const;

/** A name in English is looked for by the report's own print. */
function searchText(span: Span): string {
  if (!/^[\p{Script=Latin}\p{N}\p{P}\s]+$/u.test(span.text)) return span.text;
  for (const meaning of span.meanings) {
    if (
      meaning.type === 'measure' ||
      meaning.type === 'section' ||
      meaning.type === 'pillar' ||
      meaning.type === 'policy'
    )
      return meaning.name;
    if (meaning.type === 'account') return meaning.subject;
  }
  return span.text;
}

/** The texts of all pieces that say what is asked about; numbers only where they belong to one (3次試験). */
export function contentOf(spans: readonly Span[]): string {
  const says = (span: Span): boolean => span.meanings.some((m) => CONTENT.has(m.type));
  // 前年度 by itself is a year; beside other words it may lead to the sentence that says so.
  if (spans.every((span) => !says(span) || isWord(span, ...RELATIVE_YEARS))) return '';
  let content = '';
  let end = -1;
  spans.forEach((span, i) => {
    const next = spans[i + 1];
    const counts =
      span.meanings.every((m) => m.type === 'number') &&
      next?.start === span.end &&
      next.meanings.some((m) => m.type === 'rest' || m.type === 'related') &&
      !/^[\u3041-\u309f]/u.test(next.text);
    if (!says(span) && !counts) return;
    const text = searchText(span);
    content += end === span.start ? text : ` ${text}`;
    end = span.end;
  });
  return content.trim();
}
