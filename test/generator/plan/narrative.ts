import { printPlain, tidy } from '../notation.ts';
import type { Random } from '../random.ts';
import { fill } from '../text.ts';
import type { Mark } from '../truth.ts';
import type { FactSource, Topic } from '../vocabulary/concept.ts';
import { CLOSINGS, FACTS, OPENINGS } from '../vocabulary/sentences.ts';

/** A figure that a narrative states. */
export interface StatedFact {
  noun: string;
  unit: string;
  value: number;
  before: number | null;
}

function draw(source: FactSource, random: Random): number {
  const value = random.between(source.low, source.high);
  if (source.unit === '%') return tidy(Math.round(value * 10) / 10);
  // Amounts of money and large counts are reported in round figures now and then.
  const step = value >= 20000 && random.chance(0.5) ? 100 : 1;
  return Math.round(value / step) * step;
}

function print(value: number, unit: string): string {
  return printPlain(value, unit === '%' ? 1 : 0) + unit;
}

function stateFact(source: FactSource, random: Random): { text: string; fact: StatedFact } {
  const { noun, unit } = source;
  const value = draw(source, random);
  const drawn = draw(source, random);
  const before = drawn === value || random.chance(0.45) ? null : drawn;
  const templates = before === null ? FACTS.alone : before < value ? FACTS.more : FACTS.less;
  const text = fill(random.pick<string>(templates), {
    noun,
    value: print(value, unit),
    before: before === null ? '' : print(before, unit),
  });
  return { text, fact: { noun, unit, value, before } };
}

/** Writes what was done about a topic, with figures that a question may ask for. */
export function writeNarrative(topic: Topic, last: Mark | null, random: Random): { text: string; facts: StatedFact[] } {
  // What has not begun has no results to count, apart from preparations.
  const sources =
    last === 'later' ? topic.facts.slice(0, 1) : random.sample(topic.facts, random.int(1, topic.facts.length));
  const stated = sources.map((source) => stateFact(source, random));
  const openings = random.sample(OPENINGS, random.int(1, 2));
  const opening = openings.map((text) => fill(text, { m: random.int(4, 12), n: random.int(2, 9), key: topic.key }));
  const closing = random.pick<string>(CLOSINGS[last ?? 'done']);
  return {
    text: [...opening, ...stated.map(({ text }) => text), closing].join(''),
    facts: stated.map(({ fact }) => fact),
  };
}
