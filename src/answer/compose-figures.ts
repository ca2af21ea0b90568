import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import { RATIO_MEASURE } from '../report/form.ts';
import type { SourceRef } from '../report/model.ts';
import type { Calculation, NoCalculation } from '../tools/calculate.ts';
import type { FigureHit } from '../tools/figure-index.ts';
import type { FiguresResult, SeriesResult } from '../tools/figures.ts';
import type { Miss } from '../tools/miss.ts';
import { type AnswerChart, type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';
import { settles, settlesExtreme, settlesMove, settlesOrder, settlesSeries, verdictSentence } from './verdict.ts';
import { quantitiesIn } from './wording-quantities.ts';

/** Up to this many figures are said one by one; more of them go into a table as well. */
const SAID = 8;

export function composeFigures(result: FiguresResult, context: ComposeContext): Part {
  const { words, names } = context;
  const missed = result.misses.map((m) => words.miss(m, names));
  const [only] = result.figures;
  const sources = unique(
    result.figures
      .map((f) => f.source)
      .concat(result.misses.flatMap((m) => ('table' in m && m.table ? [m.table.source] : []))),
  );
  const renamed = renames(result.misses, context);
  if (!only) return { sentences: [...missed, ...renamed], sources, found: false };
  const notes = [
    ...result.figures.flatMap((f) => notesOf(f, context)),
    ...tableNotes(result.figures, context),
    ...renamed,
  ];
  if (result.figures.length === 1) {
    const [average] = result.averages;
    return {
      sentences: [
        ...verdictSentence(settles(only, context.frame), context),
        words.figure(only, names),
        ...inYen([only], context),
        ...signOf(only, context),
        ...(average ? [words.againstAverage(only, average)] : []),
        ...notes,
        ...missed,
      ],
      sources,
      found: true,
      followUps: followUps(only, context),
    };
  }
  const said = result.figures.slice(0, SAID).flatMap((f) => [words.figure(f, names), ...inYen([f], context)]);
  return {
    sentences: [...said, ...(result.figures.length > SAID ? [words.more()] : []), ...notes, ...missed],
    sources,
    found: true,
    ...(result.figures.length > 2 ? { table: figureTable(result.figures, context) } : {}),
    followUps: followUps(only, context),
  };
}

function unique(sources: readonly SourceRef[]): SourceRef[] {
  return sources.filter((s, i) => sources.findIndex((o) => o.line === s.line && o.report === s.report) === i);
}

/** The amounts written out, where that is asked: the same figures in another unit. */
function inYen(
  figures: readonly (Pick<FigureHit, 'value' | 'unit'> & { readonly year: FiscalYear | null })[],
  { frame, words }: ComposeContext,
): string[] {
  if (!frame.words.has('inYen')) return [];
  const amounts = figures.flatMap(({ value, unit, year }) => {
    const [one] = quantitiesIn(`1${unit ?? ''}`);
    return value === null || one?.unit !== 'yen'
      ? []
      : [{ yen: value * one.value, year: figures.length > 1 ? year : null }];
  });
  return amounts.length > 0 ? [words.writtenOut(amounts)] : [];
}

/** Whether it is a deficit or a surplus is said where that is asked. */
function signOf({ value, contradicts }: FigureHit, { frame, words }: ComposeContext): string[] {
  if (value === null || value === 0) return [];
  // Where the row itself says the other sign, none is vouched for.
  if (contradicts !== null && contradicts * value < 0) return [];
  const [minus, plus] = [frame.words.has('negative'), frame.words.has('positive')];
  // A minus is written out with the amount.
  if (value < 0) return plus && !minus ? [words.sign('negative', true)] : [];
  return minus || plus ? [words.sign('positive', !plus)] : [];
}

/** Notes of the tables that are about one of the figures shown, and that a table prints no unit. */
function tableNotes(figures: readonly FigureHit[], { words }: ComposeContext): string[] {
  const bare = figures.some(
    ({ unit, value, measure }) => unit === null && value !== null && !RATIO_MEASURE.test(measure),
  );
  const notes = [...new Set(figures.flatMap((f) => f.notes ?? []))].map((note) => words.tableNote(note));
  return bare ? [...notes, words.noUnit()] : notes;
}

export function notesOf(figure: FigureHit, { words }: ComposeContext): string[] {
  return [
    ...(figure.contradicts === null ? [] : [words.contradiction(figure)]),
    ...(figure.older ? [words.older(figure.older.print, figure.older.report)] : []),
  ];
}

function followUps(figure: FigureHit, { words, names, frame }: ComposeContext): string[] {
  const before = figure.table.years[figure.table.years.indexOf(figure.year) - 1];
  return [
    ...(figure.table.top === null
      ? [words.followUp.trend(names.subject(figure.subject), names.measure(figure.measure))]
      : []),
    ...(before && !frame.words.has('trend') ? [words.followUp.sameIn(before)] : []),
  ];
}

/** One row a subject and year (or a year), one column a measure. */
function figureTable(figures: readonly FigureHit[], { words, names }: ComposeContext): AnswerTable {
  const measures = [...new Set(figures.map((f) => f.measure))];
  const rows = Map.groupBy(figures, (f) => `${f.subject}\t${f.year}`);
  const units = [...new Set(figures.map((f) => words.unit(f.unit)))];
  return {
    caption: `${figures[0]?.table.title ?? ''}${units.length === 1 && units[0] ? ` (${units[0]})` : ''}`,
    columns: [
      { label: words.columns.subject, numeric: false },
      { label: words.columns.year, numeric: false },
      ...measures.map((m) => ({ label: names.measure(m), numeric: true })),
    ],
    rows: [...rows.values()].map((own) => [
      textCell(names.subject(own[0]?.subject ?? '')),
      textCell(own[0] ? words.year(own[0].year) : ''),
      ...measures.map((m) => {
        const figure = own.find((f) => f.measure === m);
        return { text: figure?.print ?? '', value: figure?.value ?? null };
      }),
    ]),
  };
}

export function composeSeries(result: SeriesResult, context: ComposeContext): Part {
  const { words, names } = context;
  const missed = result.misses.map((m) => words.miss(m, names));
  const figures = result.figures;
  const [first] = figures;
  const last = figures.at(-1);
  const sources = result.misses.flatMap((m) => ('table' in m && m.table ? [m.table.source] : []));
  if (!first || !last) return { sentences: missed, sources, found: false };
  const within = result.within ? [words.seriesWithin(result.within, first, names)] : [];
  const moved = result.moved ? [words.seriesMoves(result.moved, first, names)] : [];
  const trend =
    result.movement && !result.within && !result.moved ? [words.seriesTrend(first, last, result.movement)] : [];
  const top = first.table.top;
  // Which years moved so is no question whether all did.
  const isOfAll = !result.moved || context.frame.words.has('steady');
  const truth = result.within || !isOfAll ? null : settlesSeries(figures, context.frame);
  return {
    sentences: [
      ...verdictSentence(truth, context),
      ...within,
      ...moved,
      figures.length > 1 ? words.seriesLead(figures, names) : words.figure(first, names),
      ...trend,
      ...inYen(figures, context),
      ...(top === null ? [] : [words.topOnly(first.table, top)]),
      ...figures.flatMap((f) => notesOf(f, context)),
      ...missed.slice(0, 1),
    ],
    sources: unique([first.source, last.source]),
    found: true,
    ...(figures.length > 2 ? { table: figureTable(figures, context), chart: chartOf(figures, context) } : {}),
    followUps: followUps(last, {
      ...context,
      frame: { ...context.frame, words: new Set([...context.frame.words, 'trend']) },
    }).slice(1),
  };
}

function chartOf(figures: readonly FigureHit[], { words, names }: ComposeContext): AnswerChart {
  const [first] = figures;
  const title = first ? `${names.subject(first.subject)} ${names.measure(first.measure)}` : '';
  return {
    title,
    unit: words.unit(first?.unit ?? null),
    points: figures.flatMap((f) => (f.value === null ? [] : [{ label: words.year(f.year), value: f.value }])),
  };
}

export function composeCalculation(result: Calculation | NoCalculation, context: ComposeContext): Part {
  const { words, names } = context;
  if (result.kind === 'no-calculation') {
    const sources = result.misses.flatMap((m) => ('table' in m && m.table ? [m.table.source] : []));
    return { sentences: result.misses.map((m) => words.miss(m, names)), sources, found: false };
  }
  const inputs = result.inputs.toSorted((a, b) => compareYears(a.year, b.year));
  const series =
    inputs.length > 2 && inputs.every((f) => f.subject === inputs[0]?.subject && f.measure === inputs[0]?.measure);
  const cited = result.chosen.length > 0 ? result.chosen : result.inputs;
  const [first] = inputs;
  const { frame } = context;
  const truth = settlesMove(result, frame) ?? settlesExtreme(result, frame) ?? settlesOrder(result.inputs, frame);
  const top =
    first && first.table.top !== null && result.inputs.length > 2 ? [words.topOnly(first.table, first.table.top)] : [];
  return {
    sentences: [
      ...verdictSentence(truth, context),
      words.calculation(result, names),
      ...inYen([{ value: result.value, unit: result.unit, year: null }], context),
      ...sideOf(result, context),
      ...result.inputs.flatMap((f) => notesOf(f, context)),
      // A sum says what it leaves out.
      ...(result.operation === 'sum' ? result.misses.map((m) => words.miss(m, names)) : []),
      ...top,
    ],
    sources: unique(cited.map((f) => f.source)),
    found: true,
    ...(inputs.length > 2 ? { table: figureTable(inputs, context) } : {}),
    ...(series ? { chart: chartOf(inputs, context) } : {}),
    ...(first ? { followUps: followUps(first, context).slice(0, 1) } : {}),
  };
}

/** A difference from a printed average: on which side of it. */
function sideOf({ operation, inputs }: Calculation, { words }: ComposeContext): string[] {
  const [average, own] = [inputs.find((f) => f.role === 'average'), inputs.find((f) => f.role !== 'average')];
  const isGap = operation === 'difference' && inputs.length === 2 && average && own;
  return isGap ? [words.againstAverage(own, average)] : [];
}

/** What a table notes of a subject that it does not list: it may have another name there. */
function renames(misses: readonly Miss[], { words }: ComposeContext): string[] {
  const notes = misses.flatMap((m) =>
    m.what === 'not-listed' ? m.table.notes.filter((note) => note.includes(m.subject)) : [],
  );
  return [...new Set(notes)].map((note) => words.tableNote(note));
}
