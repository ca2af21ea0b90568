import type { StatedFact } from '../plan/narrative.ts';
import type { Desk, Draft } from './desk.ts';
import { moneyPatterns, numberPattern } from './patterns.ts';

/** A question about a figure in a narrative, of the report's year or of the year before. */
export function factQuestion(desk: Desk, kind: string, fact: StatedFact, cite: string[], citation: string): Draft {
  const { noun, unit, before } = fact;
  const past = before !== null && desk.random.chance(0.3);
  const value = past ? before : fact.value;
  const asked = past
    ? desk.say(
        {
          ja: ['前年度の{noun}は？', '{noun}、その前の年度はいくつでしたっけ'],
          en: ['What was {noun} in the previous year?'],
        },
        { noun },
      )
    : desk.say(
        {
          ja: [
            '{noun}はどのくらいでしたか',
            '{noun}の数字を教えて',
            unit.endsWith('円') ? '{noun}って結局いくら' : '{noun}はいくつになった？',
          ],
          en: ['What is the figure for {noun}?', 'Tell me {noun}.'],
        },
        { noun },
      );
  return {
    class: kind,
    ...asked,
    must: [unit === '千円' ? moneyPatterns(value, '千円') : [numberPattern(value)]],
    must_not: [],
    cite,
    kind: 'value',
    citation,
    answer: `${noun}は${value}${unit}です。`,
  };
}
