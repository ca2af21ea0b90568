import { key } from '../search/text.ts';
import { isWord } from './span-words.ts';
import type { Span, SpanMeaning } from './spans.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A particle behind a name, before a word: は結局. */
const HEAD_PARTICLE = /^\p{Script=Hiragana}(?=\p{Script=Han})/u;

/** A particle behind a name, before nothing else. */
const TAIL_PARTICLE = /(?<=\p{Script=Han})\p{Script=Hiragana}$/u;

/** True for a meaning that is a name, of whatever kind. */
export function isName(meaning: SpanMeaning): boolean {
  if (meaning.type === 'section' || meaning.type === 'pillar') return !meaning.weak;
  return ['title', 'account', 'measure', 'policy', 'caption', 'absent'].includes(meaning.type);
}

/** Fills the gaps. A run that ends like the name of an office, and is none of the report's, is an office that it lacks. */
export function withRest(text: string, chosen: readonly Span[], vocabulary: Vocabulary): Span[] {
  const spans: Span[] = [];
  let at = 0;
  const rest = (end: number): void => {
    for (const match of text.slice(at, end).matchAll(/[\p{L}\p{N}\p{M}ー]+/gu)) {
      // は結局, behind a name, is no office.
      const particle = match.index === 0 && at > 0 ? (HEAD_PARTICLE.exec(match[0])?.[0].length ?? 0) : 0;
      const [start, piece] = [at + match.index + particle, match[0].slice(particle)];
      if (vocabulary.stop.has(key(piece))) continue;
      const unread = (from: number, to: number): Span => ({
        start: start + from,
        end: start + to,
        text: piece.slice(from, to),
        meanings: [{ type: 'rest' }],
      });
      const whole = unread(0, piece.length);
      // The end of a name that sections have in common, with its particle: 対策室の.
      const tail = TAIL_PARTICLE.exec(piece)?.index ?? piece.length;
      const ends = (name: string): boolean => vocabulary.sectionEndings.some((e) => e.length === 1 && name.endsWith(e));
      if (ends(piece)) addOffice(spans, whole, text, vocabulary);
      else if (tail > 2 && ends(piece.slice(0, tail)) && vocabulary.sectionsCalled(piece.slice(0, tail)).length > 0) {
        addOffice(spans, unread(0, tail), text, vocabulary);
        spans.push(unread(tail, piece.length));
      } else spans.push(whole);
    }
  };
  for (const span of chosen.toSorted((a, b) => a.start - b.start)) {
    rest(span.start);
    const office = span.meanings.some((m) => m.type === 'section' && !m.weak);
    // 会計課 glued to 市民 is another office than 会計課.
    const before = spans.at(-1);
    const endsOffice = vocabulary.sectionEndings.includes(span.text);
    if ((office || endsOffice) && gluedTo(before, span)) addOffice(spans, span, text, vocabulary);
    else if (before && isWord(span, 'account') && isUnknown(before) && gluedTo(before, span))
      addAccount(spans, before, span, text);
    else spans.push(withSections(span, vocabulary));
    at = span.end;
  }
  rest(text.length);
  return spans;
}

/** A search word that the names of a few sections end or begin with may mean these: 保育室. */
function withSections(span: Span, vocabulary: Vocabulary): Span {
  if (span.text.length < LEAST_PART || !span.meanings.every((m) => m.type === 'related')) return span;
  const called = vocabulary.sectionsCalled(span.text);
  if (called.length === 0 || called.length > MOST_CALLED) return span;
  const named = called.map((name): SpanMeaning => ({ type: 'section', name, weak: true }));
  return { ...span, meanings: [...span.meanings, ...named] };
}
const LEAST_PART = 3;
const MOST_CALLED = 3;

function isUnknown(span: Span): boolean {
  return span.meanings.every((m) => m.type === 'rest');
}

/** 宇宙 + 会計: an account that the report does not have. */
function addAccount(spans: Span[], before: Span, ending: Span, text: string): void {
  const name = text.slice(before.start, ending.end);
  spans[spans.length - 1] = {
    start: before.start,
    end: ending.end,
    text: name,
    meanings: [{ type: 'absent', kind: 'account', name }],
  };
}

/** True when a span that means no year, city or measure stands right before, with no kana between. */
function gluedTo(before: Span | undefined, span: Span): boolean {
  if (before?.end !== span.start || !/[\p{Script=Han}\p{Script=Katakana}]$/u.test(before.text)) return false;
  return before.meanings.every(
    (m) => m.type === 'rest' || m.type === 'related' || ((m.type === 'section' || m.type === 'pillar') && m.weak),
  );
}

/** Takes the words glued before the ending of an office into its name (脱炭素 + 推進室). */
function addOffice(spans: Span[], ending: Span, text: string, vocabulary: Vocabulary): void {
  let { start } = ending;
  let glued = 0;
  for (let i = spans.length - 1; i >= 0; i--) {
    const before = spans[i];
    if (
      !before ||
      before.end !== start ||
      before.meanings.some(isName) ||
      !/[^\u3041-\u309f]$/u.test(before.text) ||
      before.meanings.some((m) => ['year', 'number', 'word', 'stop', 'city'].includes(m.type))
    )
      break;
    start = before.start;
    glued++;
  }
  const name = text.slice(start, ending.end);
  const called = name.length > 2 ? vocabulary.sectionsCalled(name) : [];
  const office =
    called.length > 1 ||
    (glued + (ending.meanings.some(isName) ? 0 : 1) > 0 &&
      name.length > 2 &&
      !/[\u3041-\u309f]{2,}/u.test(name) &&
      !vocabulary.mentions(name));
  if (!office) {
    spans.push(ending);
    return;
  }
  const named = called.map((section): SpanMeaning => ({ type: 'section', name: section, weak: false }));
  const meanings: SpanMeaning[] = named.length > 0 ? named : [{ type: 'absent', kind: 'section', name }];
  spans.splice(spans.length - glued, glued, { start, end: ending.end, text: name, meanings });
}
