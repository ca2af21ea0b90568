import type { WordKey } from './lexicon.ts';
import { measureMentions, namesOf } from './measures.ts';
import { type Mention, subjectsAt } from './operands.ts';
import { isLatin, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { ADJECTIVE } from './wording-question-forms.ts';

/** Which of two that a question names it says to have more: subjects of one measure, or measures of one subject. */
export interface Claim {
  readonly larger: readonly string[];
  readonly smaller: readonly string[];
}

/** Words by which two are compared in another way than by having more. */
const OTHERWISE = [
  'negative',
  'positive',
  'best',
  'worst',
  'improved',
  'worsened',
  'negation',
  'notDone',
  'ratio',
  'share',
  'sum',
  'average',
  'rankOf',
  'either',
  'fewer',
  'below',
  'under',
  'compare',
  'difference',
  'highest',
  'lowest',
  'increase',
  'decrease',
  'change',
] as const;

/** 水道は病院より多い, "expenditure exceeded revenue". Null where a question names no two, or says nothing of their order. */
export function claimedOrder(spans: readonly Span[]): Claim | null {
  const says = (...words: readonly WordKey[]): boolean => spans.some((span) => isWord(span, ...words));
  // 福祉課より有給を取ってる: more of it, where nothing says less.
  const isPlain =
    spans.some((span) => !isLatin(span) && isWord(span, 'than')) &&
    !says(...OTHERWISE) &&
    !spans.some((span) => ADJECTIVE.test(span.text));
  const isMore = says('more', 'above', 'over') || isPlain;
  if (isMore === says('fewer', 'below', 'under')) return null;
  const subjects = subjectsAt(spans);
  const measures = measureMentions(spans).map(({ span, own }) => ({ at: spans.indexOf(span), names: namesOf(own) }));
  const [first, second, third] = subjects.length > 1 ? subjects : measures;
  const [only, another] = subjects;
  if (only && !another && measures.length < 2) return openClaim(only, spans, isMore);
  if (!first || !second || third || first.names.join() === second.names.join()) return null;
  const isFirstBase = baseAt([first, second], spans) === first.at;
  const [base, other] = isFirstBase ? [first, second] : [second, first];
  return isMore ? { larger: other.names, smaller: base.names } : { larger: base.names, smaller: other.names };
}

/** "Bigger than the hospital's": the other side is what was talked about, and has no name here. */
function openClaim(base: Mention, spans: readonly Span[], isMore: boolean): Claim | null {
  const than = spans.findIndex((span) => isWord(span, 'than'));
  if (than < 0 || baseAt([base], spans) !== base.at) return null;
  return isMore ? { larger: [], smaller: base.names } : { larger: base.names, smaller: [] };
}

/** The one that the other is held against: in Japanese right before the word for it, in English the next behind; or the last. */
function baseAt(mentions: readonly Mention[], spans: readonly Span[]): number | undefined {
  const than = spans.findIndex((span) => isWord(span, 'than'));
  if (than < 0) return mentions.at(-1)?.at;
  return isLatin(spans[than]) ? mentions.find(({ at }) => at > than)?.at : mentions.findLast(({ at }) => at < than)?.at;
}
