import type { Settings } from '../settings.ts';
import { at, breakLine, widen } from '../text.ts';
import type { TruthItem } from '../truth.ts';
import type { PlanItem, PlanPillar } from './model.ts';
import type { ColumnKey, ItemTableForm } from './table-form.ts';

/** What is printed in the cells of one row, and what a reader can tell from it. */
export interface PrintedRow {
  item: PlanItem;
  truth: TruthItem;
  /** '' in most rows. */
  policyCell: string;
  pillarCell: string;
  ownerCell: string;
  /** The policy has slipped one cell to the right and the owner has fallen off the end. */
  shifted: boolean;
}

/** Gaps of one pillar's rows, by position in the pillar; -1 for none. */
interface PillarGaps {
  first: 'policy' | 'pillar' | 'merged';
  pillarAgainAt: number;
  shiftedAt: number;
  ownerlessAt: number;
}

function drawGaps(settings: Settings, form: ItemTableForm, pillar: PlanPillar, narrow: boolean): PillarGaps {
  const { choice } = settings;
  const random = settings.random.fork(`gaps ${pillar.name}`);
  const labelled = form.pillarPlace === 'spare' || form.pillarPlace === 'cell';
  const positions = pillar.items.map((_, index) => index);
  const changes = positions.filter(
    (index) => index > 0 && pillar.items[index]?.policy !== pillar.items[index - 1]?.policy,
  );
  const others = positions.filter((index) => index > 0 && !changes.includes(index));
  const any = (list: number[]): number => (list.length > 0 ? random.pick(list) : -1);
  const free = labelled && narrow && !form.policyEveryRow;
  const first = !free
    ? 'policy'
    : choice.maybe('pillar in the policy cell', 0.3)
      ? 'pillar'
      : choice.maybe('pillar and policy merged', 0.3)
        ? 'merged'
        : 'policy';
  const canShift =
    narrow && form.pillarPlace !== 'column' && form.order[0] === 'number' && form.order.at(-1) === 'owner';
  return {
    first,
    pillarAgainAt:
      free && others.length > 0 && choice.maybe('pillar in the policy cell of a later row', 0.15) ? any(others) : -1,
    shiftedAt:
      canShift && changes.length > 0 && choice.maybe('policy one cell too far right, owner lost', 0.25)
        ? any(changes)
        : -1,
    ownerlessAt: choice.maybe('missing owner cell', 0.18) ? any(positions) : -1,
  };
}

/** Prints the rows of one pillar. `narrow`: the block has no extra column for the pillar. */
export function printRows(settings: Settings, form: ItemTableForm, pillar: PlanPillar, narrow: boolean): PrintedRow[] {
  const gaps = drawGaps(settings, form, pillar, narrow);
  const random = settings.random.fork(`rows ${pillar.name}`);
  const twice = !narrow && form.pillarPlace === 'spare' && settings.choice.maybe('policy printed twice', 0.25);
  let policy: string | null = null;
  return pillar.items.map((item, index): PrintedRow => {
    const change = index === 0 || item.policy !== pillar.items[index - 1]?.policy;
    let policyCell = change || form.policyEveryRow ? item.policy : '';
    if (policyCell !== '') policy = item.policy;
    if (index === gaps.pillarAgainAt || (index === 0 && gaps.first === 'pillar')) {
      policyCell = breakLine(pillar.name, random);
      policy = null;
    } else if (index === 0 && gaps.first === 'merged') policyCell = `${pillar.name} ${item.policy}`;
    const labelled = form.pillarPlace === 'column' || !narrow;
    const pillarCell =
      labelled && (index === 0 || (form.pillarEveryRow && narrow)) ? breakLine(pillar.name, random) : '';
    const shifted = index === gaps.shiftedAt;
    const owners = shifted || index === gaps.ownerlessAt ? null : item.owners;
    const marks = item.marks.map((mark, position) => ({
      year: at(settings.statusYears, position),
      mark,
      print: settings.style.signs[mark],
    }));
    return {
      item,
      policyCell,
      pillarCell: twice && change && index > 0 ? item.policy : pillarCell,
      ownerCell: owners?.join(form.ownerSeparator) ?? '',
      shifted,
      truth: {
        kind: 'plan',
        number: item.number,
        title: item.topic.title,
        pillar: pillar.name,
        policy,
        outline: item.topic.outline,
        schedule: item.schedule.map((print, position) => ({ year: at(settings.scheduleYears, position), print })),
        narrative: item.narrative,
        statuses: marks,
        owners,
      },
    };
  });
}

/** The cells of a row in the order of the form, without pillar column. */
export function rowCells(settings: Settings, form: ItemTableForm, row: PrintedRow): string[] {
  const { item } = row;
  const random = settings.random.fork(`title ${item.number}`);
  const number = form.wideNumbers ? widen(String(item.number)) : String(item.number);
  const title = form.brokenTitles && random.chance(0.2) ? breakLine(item.topic.title, random) : item.topic.title;
  // A row without owner may end early or with an empty cell.
  const endsEarly = row.ownerCell === '' && form.order.at(-1) === 'owner' && random.chance(0.5);
  const cells: Record<ColumnKey, string[]> = {
    number: [number],
    policy: row.shifted ? ['', row.policyCell] : [row.policyCell],
    title: [title],
    outline: [item.topic.outline],
    schedule: item.schedule,
    narrative: [item.narrative],
    status: form.statusOrder.map((position) => settings.style.signs[at(item.marks, position)]),
    owner: row.shifted || endsEarly ? [] : [row.ownerCell],
  };
  return form.order.flatMap((key) => cells[key]);
}
