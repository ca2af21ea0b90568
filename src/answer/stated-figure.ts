import { findYears } from '../report/fiscal-year.ts';
import type { PlanItem, Report } from '../report/model.ts';
import { longest } from '../search/matcher.ts';
import { normalise, sentences as sentencesOf, words as wordsOf } from '../search/text.ts';
import type { Answer } from './assemble.ts';
import { type Frame, speaksOf } from './frame.ts';
import type { Plan } from './readings/reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** True when a table was asked for a year or a total that it does not have, or only the caption of a picture was found. */
export function lacksFigure({ called }: Answer, plan: Plan): boolean {
  if (plan.kind === 'refuse' && plan.misses.some((m) => m.what === 'no-total')) return true;
  return called.some(({ result }) => {
    if (result.kind === 'passages') return result.hits[0]?.kind === 'caption';
    return 'misses' in result && result.misses.some((m) => m.what === 'year');
  });
}

/** The item with a sentence that has a figure of a year, by whatever name of the measure, and all else that was asked for. */
export function statingItem(frame: Frame, { items, year }: Report, vocabulary: Vocabulary): PlanItem | null {
  // Who has most is told by no sentence about the whole.
  if (frame.measures.length === 0 || speaksOf(frame, 'highest', 'lowest', 'ranking', 'rankOf')) return null;
  const subjects = [...frame.sections.map((s) => [s]), ...frame.accounts];
  const asked = frame.years.length > 0 ? frame.years : [year];
  const states = (sentence: string): boolean => {
    const text = normalise(sentence);
    const years = findYears(text);
    if (!asked.some((one) => years.some((y) => y.year === one))) return false;
    const own = new Set(wordsOf(sentence));
    return (
      namesMeasure(text, frame, vocabulary) &&
      subjects.every((names) => names.some((name) => sentence.includes(name))) &&
      frame.topic.every((t) => [...t.words, ...t.related].some((w) => own.has(w)))
    );
  };
  return items.find((item) => sentencesOf(item.narrative).some(states)) ?? null;
}

function namesMeasure(text: string, { measures }: Frame, vocabulary: Vocabulary): boolean {
  const found = longest(vocabulary.find(text)).flatMap((m) => m.values);
  return found.some((m) => m.type === 'measure' && measures.some((names) => names.includes(m.name)));
}
