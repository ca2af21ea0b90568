import type { Settings } from '../settings.ts';
import { at } from '../text.ts';
import type { LegendEntry, Mark, TruthItem } from '../truth.ts';
import { printYear, shortYear } from '../years.ts';
import type { Plan } from './model.ts';
import { type PrintedRow, printRows, rowCells } from './rows.ts';
import { drawItemTableForm, headerCells, type ItemTableForm } from './table-form.ts';

export const MARKS: readonly Mark[] = ['done', 'partial', 'not', 'later'];

/** A block of the item table: one page, or one pillar. */
interface Block {
  rows: PrintedRow[];
  pillar: string;
  /** An extra unlabelled column after the number holds the pillar. */
  wide: boolean;
}

/** The legend above the item tables. */
export function itemLegend(settings: Settings): LegendEntry[] {
  const { style, year } = settings;
  const next = printYear(year + 1, { ...style.years.heading, form: 'long' });
  return MARKS.map((mark) => ({
    mark,
    print: style.signs[mark],
    word: style.legendWords[mark].replace('{next}', next),
  }));
}

function legendLine(settings: Settings, legend: readonly LegendEntry[]): string {
  const form = settings.style.legendForm;
  if (form === 'bracketed') return `【凡例】${legend.map(({ print, word }) => `${print}：${word}`).join('　')}`;
  if (form === 'dotted') return `※ ${legend.map(({ print, word }) => `${print}…${word}`).join('、')}`;
  return `${settings.style.header.status}：${legend.map(({ print, word }) => `「${print}」${word}`).join(' ')}`;
}

function makeBlocks(settings: Settings, form: ItemTableForm, plan: Plan): Block[] {
  const { choice } = settings;
  const random = settings.random.fork('blocks');
  const spareBlock =
    form.pillarPlace === 'spare' ? (random.chance(0.7) ? 0 : random.int(0, plan.pillars.length - 1)) : -1;
  return plan.pillars.flatMap((pillar, index) => {
    const wide = index === spareBlock;
    const rows = printRows(settings, form, pillar, !wide);
    if (rows.length < 6 || !choice.maybe('page break inside a block', 0.1))
      return [{ rows, pillar: pillar.name, wide }];
    const cut = random.int(2, rows.length - 2);
    return [
      { rows: rows.slice(0, cut), pillar: pillar.name, wide },
      { rows: rows.slice(cut), pillar: pillar.name, wide },
    ];
  });
}

function insertAt(cells: readonly string[], index: number, cell: string): string[] {
  return [...cells.slice(0, index), cell, ...cells.slice(index)];
}

/** Writes the header and rows of a block. `spareAt`: an empty column stands there. */
function blockLines(settings: Settings, form: ItemTableForm, block: Block, spareAt: number): string[] {
  const { top, bottom } = headerCells(settings, form);
  const usual = form.order[0] === 'number' && form.order.at(-1) === 'owner';
  const afterNumber = form.order.indexOf('number') + 1;
  let upper = top;
  let lower = bottom;
  let pillarAt = -1;
  if (form.pillarPlace === 'column') {
    pillarAt = form.order[0] === 'number' ? 1 : 0;
    upper = insertAt(upper, pillarAt, settings.style.header.pillar);
    lower = insertAt(lower, pillarAt, '');
  } else if (block.wide) {
    pillarAt = usual ? afterNumber : form.order.indexOf('policy');
    if (usual && !settings.choice.maybe('header of the wide block spans two columns', 0.3)) {
      // As in the real report: the header has a trailing tab where it should have a blank cell in its middle.
      settings.choice.note('header of the wide block one column short');
      upper = [...upper, ''];
      lower = [...lower, ''];
    } else {
      upper = insertAt(upper, form.order.indexOf('policy') + 1, '');
      lower = insertAt(lower, form.order.indexOf('policy') + 1, '');
    }
  }
  const rows = block.rows.map((row) => {
    const cells = rowCells(settings, form, row);
    return pillarAt < 0 ? cells : insertAt(cells, pillarAt, row.pillarCell);
  });
  const spare = (cells: readonly string[]): string => (spareAt < 0 ? cells : insertAt(cells, spareAt, '')).join('\t');
  const extraTab = settings.choice.maybe('extra trailing tab in an item header', 0.06) ? '\t' : '';
  return [spare(upper) + extraTab, spare(lower), ...rows.map(spare)];
}

/** The chapter of plan items, without its number: a heading line, legend and table for every block. */
export function itemChapter(settings: Settings, plan: Plan, heading: string, pillarHeadings: readonly string[]) {
  const { choice, year, closed } = settings;
  const form = drawItemTableForm(settings);
  const legend = itemLegend(settings);
  const blocks = makeBlocks(settings, form, plan);
  const random = settings.random.fork('item chapter');
  // A row that slipped right already fills the place of an empty column.
  const plain = blocks.filter((block) => !block.wide && !block.rows.some((row) => row.shifted));
  const spareBlock = plain.length > 0 && choice.maybe('an empty column in one block', 0.2) ? random.pick(plain) : null;
  const colours = !choice.maybe('no line about colours', 0.4);
  const rule = `● ${shortYear(year)}実施する事業 ● ${shortYear(year - 1)}実施予定で一部実施または未実施の事業 ● 次年度以降実施する事業`;
  const span = `${printYear(year, { ...settings.style.years.heading, form: 'long' })}末${closed ? '時点' : '見込み'}`;
  const lines: string[] = [];
  const after = form.order.indexOf('title') + (form.pillarPlace === 'column' ? 2 : 1);
  for (const block of blocks) {
    const pillarIndex = plan.pillars.findIndex((pillar) => pillar.name === block.pillar);
    lines.push(`${heading}（${span}）`, '');
    if (form.pillarPlace === 'heading') lines.push(at(pillarHeadings, pillarIndex), '');
    if (colours) lines.push(rule, '');
    lines.push(
      legendLine(settings, legend),
      '',
      ...blockLines(settings, form, block, block === spareBlock ? after : -1),
      '',
    );
  }
  const items: TruthItem[] = blocks.flatMap((block) => block.rows.map((row) => row.truth));
  return { lines, items, legend };
}
