import { tidy } from '../notation.ts';
import type { Random } from '../random.ts';
import { localise, type Settings } from '../settings.ts';
import { widen } from '../text.ts';
import type { TruthFigure } from '../truth.ts';
import { SECTIONS } from '../vocabulary/places.ts';
import { printYear, type YearStyle } from '../years.ts';

/** One year's column of a ranking, best first. */
export interface RankedYear {
  year: number;
  rows: { section: string; value: number }[];
}

/** A ranking table: its lines, and what they say. */
export interface Ranking {
  lines: string[];
  figures: TruthFigure[];
  years: RankedYear[];
  /** The printed header of the value column. */
  measure: string;
}

/** The sections of a report, and those that some years lack after a reorganisation. */
export interface SectionStaff {
  names: string[];
  absent: ReadonlyMap<string, readonly number[]>;
}

/** Draws the sections and, for some, the years in which they did not exist. */
export function drawSections(settings: Settings): SectionStaff {
  const random = settings.random.fork('sections');
  const names = random.sample(SECTIONS, settings.sizes.sections).map((name) => localise(name, settings.city));
  const absent = new Map<string, number[]>();
  const years = settings.tableYears.leave;
  if (names.length >= 6 && settings.choice.maybe('sections that exist in some years only', 0.6)) {
    for (const name of random.sample(names, random.int(1, Math.max(1, Math.floor(names.length / 8))))) {
      const cut = random.int(1, Math.max(1, years.length - 1));
      // Abolished, or newly set up.
      absent.set(name, random.chance(0.5) ? years.slice(cut) : years.slice(0, cut));
    }
  }
  return { names, absent };
}

/** Values of all sections in one year, highest first; equal values are as rare as in real tables. */
function rankYear(random: Random, base: ReadonlyMap<string, number>, spread: number, step: number): RankedYear['rows'] {
  const rows = [...base].map(([section, value]) => ({
    section,
    value: tidy(Math.max(step, Math.round((value * random.between(1 - spread, 1 + spread)) / step) * step)),
  }));
  return rows.sort((a, b) => b.value - a.value);
}

interface RankingForm {
  years: RankedYear[];
  sectionHeader: string;
  valueHeader: string;
  print: (value: number) => string;
  style: YearStyle;
  /** null: no column of ranks in front. */
  rankHeader: string | null;
  average: { label: string; values: number[] } | null;
  /** The last year label has a blank cell behind it, as over two merged cells. */
  trailingTab: boolean;
}

function rankingLines(form: RankingForm): string[] {
  const rank = form.rankHeader === null ? [] : [''];
  const labels = form.years.flatMap(({ year }) => [printYear(year, form.style), '']);
  if (!form.trailingTab) labels.pop();
  const lines = [
    [...rank, ...labels].join('\t'),
    [
      ...(form.rankHeader === null ? [] : [form.rankHeader]),
      ...form.years.flatMap(() => [form.sectionHeader, form.valueHeader]),
    ].join('\t'),
  ];
  const depth = Math.max(...form.years.map(({ rows }) => rows.length));
  for (let index = 0; index < depth; index++) {
    const cells = form.years.flatMap(({ rows }) => {
      const row = rows[index];
      return row ? [row.section, form.print(row.value)] : ['', ''];
    });
    lines.push([...(form.rankHeader === null ? [] : [String(index + 1)]), ...cells].join('\t'));
  }
  const average = form.average;
  if (average) {
    lines.push([...rank, ...average.values.flatMap((value) => [average.label, form.print(value)])].join('\t'));
  }
  return lines;
}

/** The sections with the most overtime, side by side by year. */
export function overtimeRanking(settings: Settings, staff: SectionStaff): Ranking {
  const { style, choice } = settings;
  const random = settings.random.fork('overtime');
  const base = new Map(staff.names.map((name): [string, number] => [name, random.between(45, 320)]));
  const wide = choice.maybe('full-width figures in overtime', 0.05);
  const print = (value: number): string => (wide ? widen(value.toFixed(1)) : value.toFixed(1));
  const years = settings.tableYears.overtime.map((year) => {
    const there = new Map([...base].filter(([name]) => !staff.absent.get(name)?.includes(year)));
    return { year, rows: rankYear(random, there, 0.3, 0.1).slice(0, settings.sizes.topN) };
  });
  const measure = style.header.overtime;
  const lines = rankingLines({
    years,
    sectionHeader: style.header.section,
    valueHeader: measure,
    print,
    style: style.years.overtime,
    rankHeader: choice.maybe('a column of ranks in overtime', 0.2) ? style.header.rank : null,
    average: null,
    trailingTab: !choice.maybe('last year label of overtime without trailing tab', 0.2),
  });
  const figures = years.flatMap(({ year, rows }) =>
    rows.map(
      ({ section, value }): TruthFigure => ({
        table: 'overtime',
        subject: section,
        measure,
        year,
        value,
        print: print(value),
        unit: '時間',
      }),
    ),
  );
  return { lines, figures, years, measure };
}

/** The rate of paid leave of all sections, side by side by year, with the printed averages. */
export function leaveRanking(settings: Settings, staff: SectionStaff): Ranking {
  const { style, choice } = settings;
  const random = settings.random.fork('leave');
  const base = new Map(staff.names.map((name): [string, number] => [name, random.between(12, 58)]));
  const form = choice.among(
    'form of the leave rate',
    ['two decimals', 'one decimal', 'full-width %', 'without %'],
    0.35,
  );
  const print = (value: number): string =>
    ({
      'two decimals': `${value.toFixed(1)}0%`,
      'one decimal': `${value.toFixed(1)}%`,
      'full-width %': `${value.toFixed(1)}％`,
      'without %': value.toFixed(1),
    })[form];
  const years = settings.tableYears.leave.map((year) => {
    const there = new Map([...base].filter(([name]) => !staff.absent.get(name)?.includes(year)));
    return { year, rows: rankYear(random, there, 0.25, 0.1) };
  });
  // The printed average is over people, not over sections: near the plain mean, seldom equal to it.
  const averages = years.map(({ rows }) => {
    const mean = rows.reduce((sum, { value }) => sum + value, 0) / rows.length;
    return tidy(Math.round((mean + random.between(-2.6, 0.6)) * 10) / 10);
  });
  const measure = style.header.leave;
  const label = style.header.average;
  const lines = rankingLines({
    years,
    sectionHeader: style.header.section,
    valueHeader: measure,
    print,
    style: style.years.leave,
    rankHeader: choice.maybe('a column of ranks in leave', 0.15) ? style.header.rank : null,
    average: { label, values: averages },
    trailingTab: !choice.maybe('last year label of leave without trailing tab', 0.2),
  });
  const figures = years.flatMap(({ year, rows }, index) =>
    [...rows, { section: label, value: averages[index] ?? 0 }].map(
      ({ section, value }): TruthFigure => ({
        table: 'leave',
        subject: section,
        measure,
        year,
        value,
        print: print(value),
        unit: '%',
      }),
    ),
  );
  // Without a sign in the cells, a line above the table names the unit.
  const unitLine = form === 'without %' ? ['(%)', ''] : [];
  return { lines: [...unitLine, ...lines], figures, years, measure };
}
