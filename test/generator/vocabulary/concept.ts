/** A figure that a narrative may state, and that a question may ask for. */
export interface FactSource {
  noun: string;
  unit: string;
  low: number;
  high: number;
}

/** A municipal measure. {民} stands for 市民, 町民 or 村民, {市} for 市, 町 or 村. */
export interface Topic {
  title: string;
  /** Words of the title by which people speak of it; in no other title. */
  key: string;
  outline: string;
  facts: FactSource[];
}

/** A field of reform that can become a pillar of the plan. */
export interface Concept {
  /** One pillar name per naming scheme; a report keeps to one scheme. */
  names: readonly string[];
  policies: readonly string[];
  topics: readonly Topic[];
}

type Fact = readonly [noun: string, unit: string, low: number, high: number];

/** Shorthand for a topic. */
export function topic(title: string, key: string, outline: string, ...facts: Fact[]): Topic {
  return { title, key, outline, facts: facts.map(([noun, unit, low, high]) => ({ noun, unit, low, high })) };
}
