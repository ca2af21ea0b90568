import type { PassagesResult } from '../tools/passages.ts';
import type { Scope } from '../tools/tool.ts';
import type { Frame } from './frame.ts';
import { WORD_KEYS } from './lexicon.ts';
import { READINGS } from './readings/all.ts';
import { type FigureSlots, figureSlots } from './readings/figure-slots.ts';
import { isFilled, type Plan, type Reading, type ReadingContext, type Slot } from './readings/reading.ts';

/** How much it says when a slot is filled, and how much it counts against a reading that leaves it unexplained. */
const WEIGHTS: Readonly<Partial<Record<Slot, number>>> = {
  items: 5,
  titles: 4.5,
  numbers: 2.5,
  sections: 4,
  sectionStems: 0.8,
  pillarStems: 0.8,
  accounts: 4,
  measures: 4,
  pillars: 4,
  policies: 4,
  exceptSections: 4,
  exceptAccounts: 4,
  exceptStages: 2,
  statuses: 3,
  owners: 2.5,
  stages: 2,
  years: 1.5,
  captions: 4,
  tables: 1.5,
  stated: 0.3,
  absent: 4,
  count: 2,
  positions: 2,
  limit: 2.5,
  want: 1,
};
const WORD_WEIGHT = 1.5;
/** Words that only bind others together. */
const LIGHT: ReadonlySet<Slot> = new Set<Slot>(
  (
    [
      'what',
      'then',
      'earlier',
      'that',
      'sameYear',
      'samePeriod',
      'steady',
      'confirm',
      'than',
      'value',
      'each',
      'table',
      'year',
      'item',
      'whole',
      'plan',
      'report',
      'and',
      'itemSuffix',
      'ordinal',
      'counter',
      'instruction',
      'greeting',
      'forecast',
      'latest',
      'thisYear',
      'lastYear',
      'twoYearsAgo',
      'eitherKind',
      'howMany',
      'people',
      'money',
      'inYen',
      'percent',
      'days',
      'hours',
      'when',
      'account',
      'section',
      'numbersOnly',
      'over',
      'under',
      'orMore',
      'orLess',
      'decade',
    ] as const
  ).map((w): Slot => `w:${w}`),
);
const LIGHT_WEIGHT = 0.3;
const SLOTS: readonly Slot[] = [
  ...Object.keys(WEIGHTS).filter(isSlot),
  'topic',
  ...WORD_KEYS.map((w): Slot => `w:${w}`),
];
/** Slots without which an answer would be one to another question. */
const DECISIVE: readonly Slot[] = [
  'exceptSections',
  'exceptAccounts',
  'w:added',
  'w:removed',
  'w:retitled',
  'w:renumbered',
];
/** Each left-over word that the report knows, and each that it does not know. */
const TERM_WEIGHT = 1.6;
const MOST_TERMS = 4;
const ASSUMED_WEIGHT = 1.2;
/** Below this no reading explains the question. */
const LEAST_SCORE = 0.2;
/** A search that covers less of the question's weight than this has not found what was asked. */
const LEAST_COVERAGE = 0.3;

function isSlot(name: string): name is Slot & keyof typeof WEIGHTS {
  return name in WEIGHTS;
}

export interface Candidate {
  readonly reading: string;
  readonly score: number;
  readonly plan: Plan;
  /** What the question says and the reading has no use for. */
  readonly left: readonly Slot[];
}

/** All readings that can answer, best first: explained − unexplained − assumed. */
export function choose(frame: Frame, scope: Scope, evidence: () => PassagesResult): Candidate[] {
  let slots: FigureSlots | null = null;
  const figures = (): FigureSlots => {
    slots ??= figureSlots(frame, scope);
    return slots;
  };
  const context: ReadingContext = { frame, scope, evidence, figures };
  const filled = new Set(SLOTS.filter((slot) => isFilled(frame, slot)));
  const candidates: Candidate[] = [];
  for (const reading of READINGS) {
    if (!reading.needs.every((group) => group.some((slot) => filled.has(slot)))) continue;
    if (reading.not?.some((slot) => filled.has(slot))) continue;
    if (DECISIVE.some((slot) => filled.has(slot) && !reading.uses[slot])) continue;
    const score = rate(reading, filled, context);
    if (score < LEAST_SCORE) continue;
    const plan = reading.plan(context);
    if (plan) {
      const left = [...filled].filter((slot) => !reading.uses[slot]);
      candidates.push({ reading: reading.id, score, plan, left });
    }
  }
  return candidates.sort((a, b) => b.score - a.score);
}

function rate(reading: Reading, filled: ReadonlySet<Slot>, context: ReadingContext): number {
  let score = -ASSUMED_WEIGHT * (reading.assumes?.(context) ?? 0);
  for (const slot of filled) {
    const weight =
      slot === 'topic'
        ? topicWeight(reading, context)
        : (WEIGHTS[slot] ?? (LIGHT.has(slot) ? LIGHT_WEIGHT : WORD_WEIGHT));
    const used = reading.uses[slot] ?? 0;
    // A slot used in full adds its weight, one not used costs it, and in between it is in proportion.
    score += weight * (used >= 1 ? used : 2 * used - 1);
  }
  return score;
}

/** Left-over words weigh by number; for a search, only as far as the best passage has them. */
function topicWeight(reading: Reading, { frame, scope, evidence }: ReadingContext): number {
  const weight = TERM_WEIGHT * Math.min(MOST_TERMS, frame.topic.length);
  if (reading.id !== 'text.topic') return weight;
  const coverage = evidence().hits[0]?.coverage ?? 0;
  const unknown = frame.topic.filter((t) => scope.search.weight(t) === 0).length;
  const found = coverage < LEAST_COVERAGE ? 0.3 * weight : weight * (0.5 + coverage / 2);
  return found - TERM_WEIGHT * Math.min(MOST_TERMS, unknown);
}
