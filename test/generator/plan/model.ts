import type { Mark } from '../truth.ts';
import type { Topic } from '../vocabulary/concept.ts';
import type { StatedFact } from './narrative.ts';

/** A pillar of the plan. */
export interface PlanPillar {
  name: string;
  policies: string[];
  items: PlanItem[];
}

/** A row of the plan as it was meant, before gaps of the printed table. */
export interface PlanItem {
  number: number;
  topic: Topic;
  policy: string;
  schedule: string[];
  /** The first year of its schedule that says 実施. */
  start: number;
  marks: Mark[];
  /** Done although its schedule begins later. */
  early: boolean;
  owners: string[];
  narrative: string;
  facts: StatedFact[];
}

/** A measure outside the plan. */
export interface ExtraItem {
  number: number;
  topic: Topic;
  pillar: string;
  owners: string[];
  narrative: string;
  facts: StatedFact[];
}

export interface Plan {
  pillars: PlanPillar[];
  extras: ExtraItem[];
}
