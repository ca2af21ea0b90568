import { type Choice, createChoice } from './choice.ts';
import { createRandom, type Random } from './random.ts';
import { drawStyle, type MoneyTable, type Style } from './style.ts';
import { CITIES, type CityKind } from './vocabulary/places.ts';
import { ORDINALS, OUTLINE_NAMES, PLAN_NAMES } from './vocabulary/words.ts';
import { yearsUpTo } from './years.ts';

export interface City {
  name: string;
  kind: CityKind;
  /** Size against a city of 50,000. */
  scale: number;
}

export interface Sizes {
  items: number;
  pillars: number;
  sections: number;
  specialAccounts: number;
  enterpriseAccounts: number;
  extras: number;
  topN: number;
}

/** All that is drawn before a report is written. */
export interface Settings {
  seed: number;
  random: Random;
  choice: Choice;
  city: City;
  plan: string;
  outline: string;
  /** The report's fiscal year. */
  year: number;
  issued: { year: number; month: number };
  /** True when the report came out after its year had ended. */
  closed: boolean;
  sizes: Sizes;
  tableYears: Record<MoneyTable | 'overtime' | 'leave', number[]>;
  statusYears: number[];
  scheduleYears: number[];
  units: Record<MoneyTable, Unit>;
  style: Style;
}

export type Unit = '百万円' | '千円' | '億円';

/** Replaces the places for the kind of municipality: {市}, {民}, {city}. */
export function localise(text: string, city: City): string {
  return text.replaceAll('{市}', city.kind).replaceAll('{民}', `${city.kind}民`).replaceAll('{city}', city.name);
}

function drawCity(random: Random): City {
  const kind = random.weighted<CityKind>([
    ['市', 6],
    ['町', 3],
    ['村', 1],
  ]);
  const scale = { 市: random.between(0.7, 3.2), 町: random.between(0.18, 0.6), 村: random.between(0.08, 0.2) }[kind];
  return { name: random.pick(CITIES[kind]) + kind, kind, scale };
}

function drawSizes(random: Random, mild: boolean): Sizes {
  const items = mild ? random.int(18, 44) : random.int(8, 60);
  return {
    items,
    // A pillar of a single item would make every share 0 or 100 %.
    pillars: Math.min(random.int(3, 7), Math.floor(items / 2)),
    sections: mild ? random.int(18, 40) : random.int(8, 45),
    specialAccounts: mild ? random.int(2, 4) : random.int(1, 6),
    enterpriseAccounts: mild ? random.int(2, 3) : random.int(1, 5),
    extras: mild
      ? random.int(4, 10)
      : random.weighted([
          [random.int(1, 12), 9],
          [0, 1],
        ]),
    topN: mild ? random.int(4, 6) : random.int(3, 10),
  };
}

function drawUnits(choice: Choice, random: Random, city: City): Record<MoneyTable, Unit> {
  const all = choice.among<Unit>('unit', ['百万円', '千円'], 0.3);
  const mixed = choice.maybe('units differ between tables', 0.12);
  const other: Unit = all === '千円' ? '百万円' : '千円';
  // Hundred millions would round a village's accounts away.
  const ordinary: Unit = city.kind === '市' && choice.maybe('ordinary account in 億円', 0.08) ? '億円' : all;
  return { ordinary, special: mixed ? other : all, enterprise: mixed && random.chance(0.5) ? other : all };
}

/** How much of their probability variations have: low seeds stay near the real report, for failures easy to read. */
function strangeness(seed: number): number {
  if (seed < 20) return 0.2;
  return seed < 60 ? 0.5 : 1;
}

/** Draws what a seed's report is like. Seeds below 20 have few variations. */
export function drawSettings(seed: number): Settings {
  const mild = seed < 20;
  const random = createRandom(`report ${seed}`);
  const choice = createChoice(random.fork('variations'), strangeness(seed));
  const numbers = random.fork('numbers');
  const city = drawCity(numbers);
  const year = numbers.weighted([
    [2018, 1],
    [2019, 2],
    [numbers.int(2020, 2026), 9],
  ]);
  const closed = numbers.chance(0.4);
  const issued = { year: year + 1, month: closed ? numbers.int(6, 11) : numbers.int(1, 3) };
  const statusCount = choice.maybe('one status year', 0.06) ? 1 : choice.maybe('three status years', 0.1) ? 3 : 2;
  const scheduleCount = mild ? numbers.int(4, 5) : numbers.int(Math.max(3, statusCount), 6);
  const firstYear = year - statusCount + 1 - numbers.int(0, Math.min(2, scheduleCount - statusCount));
  const last = closed ? year : year - 1;
  const span = (): number[] => yearsUpTo(last, mild ? numbers.int(4, 5) : numbers.int(3, 7));
  // Until April 2019 nobody knew the next era's name: plans ran on into 平成35.
  const heiseiOnly = year === 2018 && !closed;
  if (heiseiOnly) choice.note('平成 only, also for years to come');
  return {
    seed,
    random,
    choice,
    city,
    plan: numbers.pick(PLAN_NAMES),
    outline: `第${numbers.pick(ORDINALS)}次${city.name}${numbers.pick(OUTLINE_NAMES)}`,
    year,
    issued,
    closed,
    sizes: drawSizes(numbers, mild),
    tableYears: {
      ordinary: span(),
      special: span(),
      enterprise: span(),
      overtime: span(),
      leave: mild ? yearsUpTo(last, 3) : span(),
    },
    statusYears: yearsUpTo(year, statusCount),
    scheduleYears: yearsUpTo(firstYear + scheduleCount - 1, scheduleCount),
    units: drawUnits(choice, numbers, city),
    style: drawStyle(choice, random.fork('style'), heiseiOnly),
  };
}
