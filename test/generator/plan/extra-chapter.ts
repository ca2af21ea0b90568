import type { Settings } from '../settings.ts';
import type { TruthItem } from '../truth.ts';
import { printYear } from '../years.ts';
import type { ExtraItem, Plan } from './model.ts';

/** The chapter of measures outside the plan: its lines, and what a reader can tell. */
export function extraChapter(settings: Settings, plan: Plan): { lines: string[]; items: TruthItem[] } {
  const { choice, style, year } = settings;
  const random = settings.random.fork('extras');
  const ownerEarly = choice.maybe('owner before the text of out-of-plan rows', 0.15);
  const separator = choice.maybe('owners outside the plan parted by 、', 0.15) ? '、' : ' ';
  const cells = (number: string, label: string[], title: string, text: string, owner: string): string =>
    [number, ...label, title, ...(ownerEarly ? [owner, text] : [text, owner])].join('\t');
  const opensGroup = (item: ExtraItem, index: number): boolean => item.pillar !== plan.extras[index - 1]?.pillar;
  const later = plan.extras.filter((item, index) => !opensGroup(item, index));
  const without =
    later.length > 0 && choice.maybe('out-of-plan row without its label cell', 0.5) ? random.pick(later) : null;
  const ownerless =
    plan.extras.length > 0 && choice.maybe('out-of-plan row without owner', 0.12) ? random.pick(plan.extras) : null;
  // The column holds pillars although its header may say policy.
  const label = random.chance(0.6) ? style.header.policy : style.header.pillar;
  const yearLine = `【${printYear(year, { ...style.years.heading, form: 'long' })}】`;
  const header = style.header;
  const lines = [yearLine, '', cells(header.number, [label], header.title, header.narrative, header.owner)];
  const items = plan.extras.map((item, index): TruthItem => {
    const owners = item === ownerless ? null : item.owners;
    const pillarCell = item === without ? [] : [opensGroup(item, index) ? item.pillar : ''];
    lines.push(cells(String(item.number), pillarCell, item.topic.title, item.narrative, owners?.join(separator) ?? ''));
    return {
      kind: 'extra',
      number: item.number,
      title: item.topic.title,
      pillar: item.pillar,
      policy: null,
      outline: '',
      schedule: [],
      narrative: item.narrative,
      statuses: [],
      owners,
    };
  });
  return { lines, items };
}
