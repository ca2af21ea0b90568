import type { Manuscript } from '../manuscript.ts';
import type { EvalQuestion, ExampleAnswer } from '../truth.ts';
import { type Desk, type Draft, openDesk } from './desk.ts';
import { followUps } from './follow-ups.ts';
import { narratives, owners, progressByTopic, schedules, statusByNumber, statusByTopic } from './items.ts';
import { counts, listsByChange, listsByPlace, listsBySection, listsByStatus } from './lists.ts';
import { differences, extremes, values } from './money.ts';
import { background, clarify, legend, outOfPlan } from './plan-talk.ts';
import { leaveStatistics, places, sectionValues } from './rankings.ts';
import { absentSection, injection, lostChart, outsideTop, unknownItem, unknownYear } from './refusals.ts';

/** Families of questions, and how many of each a report gets at most. */
const FAMILIES: readonly (readonly [(desk: Desk) => Draft[], number])[] = [
  [statusByNumber, 3],
  [statusByTopic, 3],
  [owners, 3],
  [schedules, 2],
  [narratives, 2],
  [progressByTopic, 1],
  [(desk) => [...listsBySection(desk), ...listsByStatus(desk), ...listsByPlace(desk)], 4],
  [listsByChange, 1],
  [counts, 3],
  [(desk) => values(desk, 'ordinary'), 2],
  [(desk) => values(desk, 'special'), 2],
  [(desk) => values(desk, 'enterprise'), 2],
  [(desk) => [...places(desk, 'overtime'), ...sectionValues(desk, 'overtime')], 2],
  [(desk) => [...places(desk, 'leave'), ...sectionValues(desk, 'leave')], 2],
  [leaveStatistics, 1],
  [
    (desk) =>
      (['ordinary', 'special', 'enterprise'] as const).flatMap((table) => [
        ...differences(desk, table),
        ...extremes(desk, table),
      ]),
    2,
  ],
  [background, 1],
  [legend, 1],
  [outOfPlan, 2],
  [followUps, 3],
  [(desk) => [...unknownItem(desk), ...unknownYear(desk), ...lostChart(desk), ...injection(desk)], 2],
  [(desk) => [...outsideTop(desk), ...absentSection(desk)], 2],
  [clarify, 1],
];

/** A report gets between these numbers of questions. */
const FEWEST = 30;
const MOST = 40;

/** Writes the questions about a report, each with an answer that the judge accepts. */
export function buildQuestions(manuscript: Manuscript): { questions: EvalQuestion[]; examples: ExampleAnswer[] } {
  const random = manuscript.settings.random.fork('questions');
  const desk = openDesk(manuscript, random);
  const drawn = FAMILIES.flatMap(([family, most]) => random.sample(family(desk), most));
  // Two families may hit upon the same question.
  const seen = new Set<string>();
  const different = drawn.filter(({ q, thread }) => {
    const words = [...(thread ?? []), q].join(' / ');
    const fresh = !seen.has(words);
    seen.add(words);
    return fresh;
  });
  const surplus = new Set(random.sample(different, Math.max(0, different.length - random.int(FEWEST, MOST))));
  const drafts = different.filter((draft) => !surplus.has(draft));
  const id = (index: number): string => `g${manuscript.settings.seed}-${String(index + 1).padStart(2, '0')}`;
  return {
    questions: drafts.map(({ answer: _, citation: __, ...question }, index) => ({ id: id(index), ...question })),
    examples: drafts.map(({ answer, citation }, index) => ({
      id: id(index),
      answer,
      citations: citation === '' ? [] : [citation],
    })),
  };
}
