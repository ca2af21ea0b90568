import type { Random } from '../random.ts';
import { type City, localise, type Settings } from '../settings.ts';
import { at } from '../text.ts';
import type { Mark } from '../truth.ts';
import type { Topic } from '../vocabulary/concept.ts';
import { CONCEPTS } from '../vocabulary/concepts.ts';
import { printYear } from '../years.ts';
import type { Plan, PlanItem, PlanPillar } from './model.ts';
import { writeNarrative } from './narrative.ts';

function localTopic(topic: Topic, city: City): Topic {
  const local = (text: string): string => localise(text, city);
  return {
    title: local(topic.title),
    key: local(topic.key),
    outline: local(topic.outline),
    facts: topic.facts.map((fact) => ({ ...fact, noun: local(fact.noun) })),
  };
}

/** How many items each pillar has: at least two, otherwise uneven, but not more than there are topics. */
function shares(random: Random, items: number, pillars: number): number[] {
  const most = Math.max(13, Math.ceil(items / pillars) + 4);
  const counts = Array.from({ length: pillars }, () => 2);
  for (let left = items - 2 * pillars; left > 0; left--) {
    const open = counts.map((_, index) => index).filter((index) => at(counts, index) < most);
    const index = random.pick(open);
    counts[index] = at(counts, index) + 1;
  }
  return counts;
}

function drawStart(random: Random, length: number): number {
  return Math.min(
    random.weighted([
      [0, 11],
      [1, 6],
      [2, 3],
      [3, 1],
    ]),
    length - 1,
  );
}

function drawSchedule(settings: Settings, start: number, random: Random): string[] {
  const { choice } = settings;
  const arrow = settings.style.arrow;
  const repeated = choice.trait('schedule words repeated instead of arrows', 0.04);
  const blank = choice.trait('blank schedule cells before the start', 0.08);
  const begin = random.weighted([
    ['実施', 5],
    ['順次実施', 3],
    ['本格実施', start > 0 ? 1 : 0],
  ]);
  const prepare = random.pick(['検討', '検討', '調査・検討', '準備']);
  return settings.scheduleYears.map((_, index) => {
    if (index === start) return begin;
    if (index > start) return repeated ? begin : arrow;
    if (blank) return '';
    return index === 0 || repeated ? prepare : arrow;
  });
}

/** Marks of the status years: what has begun seldom goes back. */
function drawMarks(random: Random, years: readonly number[], start: number): Mark[] {
  let before: Mark = 'later';
  return years.map((year) => {
    if (year < start) return 'later';
    const chances: Record<Mark, readonly (readonly [Mark, number])[]> = {
      later: [
        ['done', 5],
        ['partial', 4],
        ['not', 3],
      ],
      not: [
        ['done', 3],
        ['partial', 4],
        ['not', 4],
      ],
      partial: [
        ['done', 6],
        ['partial', 4],
      ],
      done: [
        ['done', 19],
        ['partial', 1],
      ],
    };
    before = random.weighted(chances[before]);
    return before;
  });
}

/** Draws topics for each pillar; a pillar whose own field runs out takes from fields without a pillar. */
function drawPillars(settings: Settings, random: Random): { pillars: PlanPillar[]; topics: Topic[][]; left: Topic[] } {
  const { sizes, city } = settings;
  const scheme = random.int(0, at(CONCEPTS, 0).names.length - 1);
  const kept = random
    .sample(
      CONCEPTS.map((_, index) => index),
      sizes.pillars,
    )
    .sort((a, b) => a - b);
  const spare = CONCEPTS.flatMap((concept, index) => (kept.includes(index) ? [] : random.sample(concept.topics, 99)));
  const counts = shares(random, sizes.items, sizes.pillars);
  const left: Topic[] = [];
  const topics: Topic[][] = [];
  const pillars = kept.map((index, position): PlanPillar => {
    const concept = at(CONCEPTS, index);
    const own = random.sample(concept.topics, concept.topics.length);
    const count = at(counts, position);
    const mine = own.splice(0, count);
    mine.push(...spare.splice(0, count - mine.length));
    left.push(...own);
    topics.push(mine);
    const policies = random.sample(concept.policies, Math.min(mine.length, random.int(2, concept.policies.length)));
    return {
      name: localise(at(concept.names, scheme), city),
      policies: policies.map((policy) => localise(policy, city)),
      items: [],
    };
  });
  return { pillars, topics, left: [...left, ...spare] };
}

/** Builds the plan and the measures outside it. `owners` are the sections that may own them. */
export function buildPlan(settings: Settings, sections: readonly string[]): Plan {
  const random = settings.random.fork('plan');
  const { choice, city, scheduleYears, statusYears, sizes } = settings;
  const { pillars, topics, left } = drawPillars(settings, random);
  // Few sections own most of a plan, and those sit in the city hall.
  const central = sections.filter((name) => /[課室]$/.test(name));
  const usual = random.sample(central.length < 3 ? sections : central, Math.max(3, Math.ceil(sections.length / 3)));
  const drawOwners = (): string[] => {
    const pool = random.chance(0.75) ? usual : sections;
    return random.sample(
      pool,
      random.weighted([
        [1, 6],
        [2, 3],
        [3, 1],
      ]),
    );
  };
  const early = statusYears.length > 1 && choice.maybe('an item done ahead of its schedule, marked ※', 0.4);
  let number = 0;
  let earlyLeft = early ? 1 : 0;
  for (const [position, pillar] of pillars.entries()) {
    const mine = at(topics, position);
    pillar.items = mine.map((source, index): PlanItem => {
      const topic = localTopic(source, city);
      const offset = drawStart(random, scheduleYears.length);
      const start = at(scheduleYears, offset);
      const marks = drawMarks(random, statusYears, start);
      const ahead = earlyLeft > 0 && marks[0] === 'later' && marks[1] === 'done';
      if (ahead) {
        earlyLeft -= 1;
        marks[0] = 'done';
      }
      const { text, facts } = writeNarrative(topic, marks[marks.length - 1] ?? null, random);
      number += 1;
      const yearPrint = printYear(at(statusYears, 0), { ...settings.style.years.status, form: 'short', wide: false });
      return {
        number,
        topic,
        policy: at(pillar.policies, Math.floor((index * pillar.policies.length) / mine.length)),
        schedule: drawSchedule(settings, offset, random),
        start,
        marks,
        early: ahead,
        owners: drawOwners(),
        narrative: ahead ? `【${yearPrint}前倒し実施済】${text}` : text,
        facts,
      };
    });
  }
  const extraTopics = random.sample(left, sizes.extras);
  const names = pillars.map((pillar) => pillar.name);
  const groups = extraTopics.map(() => random.int(0, names.length - 1)).sort((a, b) => a - b);
  const extras = extraTopics.map((source, index) => {
    const topic = localTopic(source, city);
    const { text, facts } = writeNarrative(topic, 'done', random);
    return {
      number: index + 1,
      topic,
      pillar: at(names, at(groups, index)),
      owners: drawOwners(),
      narrative: text,
      facts,
    };
  });
  return { pillars, extras };
}
