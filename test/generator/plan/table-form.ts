import type { Settings } from '../settings.ts';
import { at } from '../text.ts';
import { printYear } from '../years.ts';

/** Columns of the item table; schedule and status stand for one column a year. */
export type ColumnKey = 'number' | 'policy' | 'title' | 'outline' | 'schedule' | 'narrative' | 'status' | 'owner';

/** Where a reader finds the pillar of an item. */
export type PillarPlace =
  /** An unlabelled extra column in one block, as in the real report; elsewhere in policy cells or nowhere. */
  | 'spare'
  /** A column of its own with a header. */
  | 'column'
  /** In policy cells, or nowhere: then the order of blocks and the table of results tell. */
  | 'cell'
  /** A line above each block. */
  | 'heading';

/** The form of a report's item tables. */
export interface ItemTableForm {
  order: readonly ColumnKey[];
  pillarPlace: PillarPlace;
  /** grouped: one status header over sub-headers of years; named: each status column says its year. */
  statusShape: 'named' | 'grouped';
  /** Positions of the status years in the order of their columns. */
  statusOrder: readonly number[];
  ownerSeparator: string;
  policyEveryRow: boolean;
  pillarEveryRow: boolean;
  brokenTitles: boolean;
  wideNumbers: boolean;
}

const ORDERS: readonly (readonly ColumnKey[])[] = [
  ['number', 'policy', 'title', 'outline', 'schedule', 'narrative', 'status', 'owner'],
  ['number', 'policy', 'title', 'outline', 'schedule', 'status', 'narrative', 'owner'],
  ['number', 'policy', 'title', 'owner', 'outline', 'schedule', 'narrative', 'status'],
  ['number', 'policy', 'title', 'outline', 'owner', 'schedule', 'status', 'narrative'],
  ['number', 'policy', 'title', 'owner', 'outline', 'schedule', 'status', 'narrative'],
  ['number', 'policy', 'title', 'schedule', 'outline', 'narrative', 'status', 'owner'],
  ['policy', 'number', 'title', 'outline', 'schedule', 'narrative', 'status', 'owner'],
];

/** Draws the form of the item tables. */
export function drawItemTableForm(settings: Settings): ItemTableForm {
  const { choice, random, statusYears } = settings;
  const orders = ORDERS.map((order) => order.join(' '));
  const chosen = orders.indexOf(choice.among('column order of items', orders, 0.35));
  const years = statusYears.map((_, index) => index);
  const newestFirst = statusYears.length > 1 && choice.maybe('newest status column first', 0.15);
  return {
    order: at(ORDERS, chosen),
    pillarPlace: choice.among('place of the pillar', ['spare', 'column', 'cell', 'heading'], 0.6),
    statusShape: choice.among('status headers', ['named', 'grouped'], 0.3),
    statusOrder: newestFirst ? years.reverse() : years,
    ownerSeparator: choice.among('between owners', [' ', '、', '　', '・', '／'], 0.35),
    policyEveryRow: choice.maybe('policy in every row', 0.12),
    pillarEveryRow: choice.maybe('pillar in every row', 0.2),
    brokenTitles: choice.maybe('blanks inside titles', 0.15),
    wideNumbers: choice.maybe('full-width item numbers', 0.06) && random.chance(0.9),
  };
}

/** The two header rows, one cell per column; pillar column and gaps come later. */
export function headerCells(settings: Settings, form: ItemTableForm): { top: string[]; bottom: string[] } {
  const { style, scheduleYears, statusYears, year, closed } = settings;
  const top: string[] = [];
  const bottom: string[] = [];
  const add = (upper: string, lower: string): void => {
    top.push(upper);
    bottom.push(lower);
  };
  for (const key of form.order) {
    if (key === 'schedule') {
      for (const [index, each] of scheduleYears.entries()) {
        add(index === 0 ? style.header.schedule : '', printYear(each, style.years.schedule));
      }
    } else if (key === 'status') {
      for (const [index, position] of form.statusOrder.entries()) {
        const label = `${printYear(at(statusYears, position), style.years.status)}末時点`;
        if (form.statusShape === 'named') add(`${style.header.status}（${label}）`, '');
        else add(index === 0 ? style.header.status : '', label);
      }
    } else if (key === 'narrative') {
      // Once the year is over, 末時点 would make this header the same as that of a status column.
      add(`${style.header.narrative}（${printYear(year, style.years.status)}${closed ? '実績' : '末見込み'}）`, '');
    } else add(style.header[key], '');
  }
  return { top, bottom };
}
