import type { Frame } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import { isLatin, isParticle, isWord } from './span-words.ts';
import type { Span } from './spans.ts';
import { ONLY } from './wording-question-forms.ts';

/**
 * The pillars that a question names; or, where it takes them out (財務マネジメント以外の, "apart from Financial Management"),
 * all others. `words` loses the word for it.
 */
export function pillarsMeant(
  named: readonly string[],
  spans: readonly Span[],
  all: readonly string[],
  words: Set<WordKey>,
): readonly string[] {
  const at = spans.flatMap((span, i) => (span.meanings.some((m) => m.type === 'pillar' && !m.weak) ? [i] : []));
  if (named.length === 0 || at.length === 0 || !at.every((i) => isTakenOut(spans, i, at))) return named;
  words.delete('except');
  asList(words);
  return all.filter((pillar) => !named.includes(pillar));
}

/** The sections and accounts that a question names, and those that it takes out. */
export interface SubjectsMeant {
  readonly sections: readonly string[];
  readonly accounts: Frame['accounts'];
  readonly except: { readonly sections: readonly string[]; readonly accounts: readonly string[] };
}

/** A figure of the others is told where they are put in order or held against a bound. */
const OF_OTHERS = ['highest', 'lowest', 'ranking', 'above', 'below', 'over', 'under', 'orMore', 'orLess'] as const;

/**
 * The sections and accounts that a question names; or, where it takes them out of the items or of the order that it asks for
 * (総務課以外の△, 普通会計を除いて一番多い), those as `except`. `words` loses the word for it.
 */
export function subjectsMeant(
  sections: readonly string[],
  accounts: Frame['accounts'],
  spans: readonly Span[],
  words: Set<WordKey>,
): SubjectsMeant {
  const named = { sections, accounts, except: { sections: [], accounts: [] } };
  const of = (type: 'section' | 'account'): number[] =>
    spans.flatMap((span, i) => (span.meanings.some((m) => m.type === type && !('weak' in m && m.weak)) ? [i] : []));
  const at = accounts.length > 0 ? of('account') : of('section');
  const ofFigures = spans.some(({ meanings }) => meanings.some((m) => m.type === 'measure'));
  const isAnswered = ofFigures ? OF_OTHERS.some((word) => words.has(word)) : accounts.length === 0;
  const isOfOne = sections.length > 0 !== accounts.length > 0;
  if (!isAnswered || !isOfOne || at.length === 0) return named;
  const out = at.every((i) => isTakenOut(spans, i, at)) ? at : at.filter((i) => isTakenOut(spans, i, [i]));
  // "Handled by A but not together with B", of items only.
  if (out.length === 0 || (out.length < at.length && (ofFigures || accounts.length > 0))) return named;
  for (const word of ['except', 'sum', 'both'] as const) words.delete(word);
  asList(words);
  const left = accounts.length > 0 ? [] : namesAt(spans, out);
  return {
    sections: sections.filter((name) => !left.includes(name)),
    accounts: [],
    except: { sections: left, accounts: accounts.flat() },
  };
}

function namesAt(spans: readonly Span[], at: readonly number[]): string[] {
  const meanings = at.flatMap((i) => spans[i]?.meanings ?? []);
  return [...new Set(meanings.flatMap((m) => (m.type === 'section' ? [m.name] : [])))];
}

/** A list of the rest says how many they are; the numbers of pillars and sections would have to be added up. */
function asList(words: Set<WordKey>): void {
  if (words.delete('count')) words.add('list');
}

/** In Japanese the word stands behind what is taken out, in English before it; several are taken out together. */
function isTakenOut(spans: readonly Span[], at: number, alike: readonly number[]): boolean {
  const isBetween = (span: Span, i: number): boolean =>
    isParticle(span) ||
    isWord(span, 'and', 'pillar', 'section', 'account', 'or', 'sum', 'both') ||
    // In charge is each by itself: A課が担当でB課は入っていない.
    (alike.length === 1 && isWord(span, 'owner')) ||
    alike.includes(i);
  const before = spans.findLast((span, i) => i < at && !isBetween(span, i));
  const next = spans.findIndex((span, i) => i > at && !isBetween(span, i));
  const behind = spans[next];
  if (isLatin(before) && isWord(before, 'except', 'negation')) return true;
  if (isLatin(behind) || spans.slice(at + 1, next).some((span) => ONLY.test(span.text))) return false;
  // 人材の柱じゃない項目: said of the items. それは人材の柱ではない？ asks.
  const isOfItems = isWord(
    spans.slice(next + 1).find((span) => !isParticle(span)),
    'item',
    'list',
    'plan',
  );
  return isWord(behind, 'except') || (isWord(behind, 'negation') && isOfItems);
}
