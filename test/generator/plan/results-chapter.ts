import { printPlain, tidy } from '../notation.ts';
import type { Random } from '../random.ts';
import type { Settings } from '../settings.ts';
import { at, breakLine } from '../text.ts';
import type { LegendEntry, TruthCount } from '../truth.ts';
import { printYear } from '../years.ts';
import { MARKS } from './item-chapter.ts';
import type { Plan, PlanItem } from './model.ts';

/** One decimal; forced shares add up to 100, as a careful clerk makes them. */
function percents(parts: readonly number[], total: number, forced: boolean, random: Random): number[] {
  const shares = parts.map((part) => Math.round((part / total) * 1000) / 10);
  const over = tidy(shares.reduce((sum, share) => sum + share, 0) - 100);
  if (!forced || over === 0) return shares;
  const index = random.pick(shares.map((_, position) => position).filter((position) => at(shares, position) > 0));
  return shares.map((share, position) => (position === index ? tidy(share - over) : share));
}

function countItems(settings: Settings, items: readonly PlanItem[], pillar: string, forced: boolean): TruthCount[] {
  const random = settings.random.fork(`counts ${pillar}`);
  return settings.statusYears.map((year, position) => {
    const [done = 0, partial = 0, not = 0, later = 0] = MARKS.map(
      (mark) => items.filter((item) => item.marks[position] === mark).length,
    );
    const [a = 0, b = 0, c = 0] = percents([done, partial, not + later], items.length, forced, random);
    const print = (share: number): string => `${printPlain(share, 1)}%`;
    return {
      pillar,
      year,
      done,
      partial,
      not,
      later,
      total: items.length,
      percentDone: print(a),
      percentPartial: print(b),
      percentRest: print(c),
    };
  });
}

/** Numbering of pillars: 1. / Ⅰ / (1) / ① / none beyond the figure. */
export function pillarNumbers(settings: Settings): (index: number) => string {
  const form = settings.choice.among('numbers of pillars', ['1. ', '1 ', '１．', 'Ⅰ ', '(1) ', '①'], 0.35);
  return (index) =>
    ({
      '1. ': `${index + 1}. `,
      '1 ': `${index + 1} `,
      '１．': `${at([...'１２３４５６７'], index)}．`,
      'Ⅰ ': `${at([...'ⅠⅡⅢⅣⅤⅥⅦ'], index)} `,
      '(1) ': `(${index + 1}) `,
      '①': at([...'①②③④⑤⑥⑦'], index),
    })[form];
}

/** The chapter of results: paragraphs, the table of counts by pillar and year, its legend and note. */
export function resultsChapter(settings: Settings, plan: Plan, numbered: (index: number) => string) {
  const { choice, style, statusYears, year, closed } = settings;
  const forced = choice.maybe('shares forced to add up to 100', 0.5);
  const wide = choice.maybe('full-width brackets in the table of results', 0.2);
  const [open, close] = wide ? ['（', '）'] : ['(', ')'];
  const all = plan.pillars.flatMap((pillar) => pillar.items);
  const early = all.find((item) => item.early);
  const heading = { ...style.years.heading, form: 'long' } as const;
  const signs = style.countSigns;
  const total = style.header.total;
  const counts: TruthCount[] = [];
  const row = (label: string, items: readonly PlanItem[], pillar: string): string => {
    const mine = countItems(settings, items, pillar, forced);
    counts.push(...mine);
    const cells = mine.flatMap((count, position) => {
      const star = position === 0 && pillar !== '合計' && early !== undefined && items.includes(early) ? '※' : '';
      return [
        `${count.done}${star} ${open}${count.percentDone}${close}`,
        `${count.partial} ${open}${count.percentPartial}${close}`,
        `${count.not}${open}${count.later}${close} ${open}${count.percentRest}${close}`,
      ];
    });
    return [label, `${items.length} ${open}100.0%${close}`, ...cells].join('\t');
  };
  const itemCount = choice.trait('blanks inside headers', 0.5)
    ? breakLine(style.header.itemCount, settings.random)
    : style.header.itemCount;
  const table = [
    [style.header.pillar, itemCount, ...statusYears.flatMap((each) => [printYear(each, heading), '', ''])].join('\t'),
    [
      '',
      '',
      ...statusYears.flatMap(() => [signs.done, signs.partial, `${signs.not}${open}${signs.later}${close}`]),
    ].join('\t'),
    ...plan.pillars.map((pillar, index) => row(numbered(index) + pillar.name, pillar.items, pillar.name)),
    row(
      choice.maybe('blank inside the total label', 0.4) && total.length === 2 ? [...total].join(' ') : total,
      all,
      '合計',
    ),
  ];
  const legend = MARKS.map(
    (mark): LegendEntry => ({
      mark,
      print: signs[mark],
      word: mark === 'later' ? '次年度以降に実施が計画されている事業' : style.legendWords[mark],
    }),
  );
  const done = (position: number): number => all.filter((item) => item.marks[position] === 'done').length;
  const last = statusYears.length - 1;
  const now = done(last);
  const tenths = Math.floor((now * 10) / all.length);
  const gain = last > 0 ? now - done(last - 1) : 0;
  const compared =
    last === 0 || gain === 0
      ? ''
      : `${printYear(year - 1, heading)}と比較すると実施済項目数が${Math.abs(gain)}件${gain > 0 ? '増加' : '減少'}した。`;
  const share =
    tenths > 0 ? `${tenths}割${now * 10 === tenths * all.length ? 'となっている' : 'を超えている'}` : '1割に満たない';
  const paragraphs = [
    `${settings.plan}に定める実施計画に基づき、${printYear(year, heading)}末${closed ? '' : '見込み'}時点における各取組項目の進捗状況の取りまとめを行った。` +
      `全体的な進捗状況としては、実施計画項目数${all.length}に対して実施済項目数${now}と、${share}。${compared}`,
    '引き続き、実施に至っていない取組を着実に進めるとともに、実施済項目についても更なる発展的な取組を行う必要がある。',
  ];
  const notes = early ? ['※次年度以降に実施が計画されている1項目を、前倒しで実施した。'] : [];
  const legendLine = legend.map(({ print, word }) => `「${print}」:${word}`).join('、');
  return { paragraphs, table, legendLine, legend, notes, counts };
}
