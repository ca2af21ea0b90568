import type { PlanItem } from '../../report/model.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Frame } from '../frame.ts';
import { FILTERS, statusesOf } from './item-filters.ts';
import type { Reading } from './reading.ts';

/** The items of the section, or of the pillar, that one item has (12番と同じ課の項目). */
const alike: Reading = {
  id: 'items.alike',
  needs: [
    ['items', 'titles'],
    ['w:sameOwner', 'w:samePillar'],
  ],
  not: ['measures', 'accounts', 'sections', 'pillars'],
  uses: {
    ...FILTERS,
    items: 1,
    titles: 1,
    'w:sameOwner': 3,
    'w:samePillar': 3,
    'w:list': 1,
    'w:others': 1,
    'w:that': 1,
  },
  plan({ frame, scope }) {
    const [ref, another] = [...frame.items, ...frame.titles.flat()];
    const item = scope.report.items.find((i) => i.kind === ref?.kind && i.number === ref.number);
    if (!item || another) return null;
    const shared = sharedBy(item, frame);
    if (!shared)
      return {
        kind: 'run',
        calls: [{ name: 'get_items', args: { items: [{ kind: item.kind, number: item.number }] } }],
      };
    const statuses = statusesOf(frame);
    const list: ToolCall = { name: 'list_items', args: { ...shared, ...(statuses.length > 0 ? { statuses } : {}) } };
    return { kind: 'run', calls: [list] };
  },
};

function sharedBy(
  { owners, pillar }: PlanItem,
  { words }: Frame,
): { sections: string[] } | { pillars: string[] } | null {
  if (words.has('samePillar')) return pillar === null ? null : { pillars: [pillar] };
  return owners === null ? null : { sections: [...owners] };
}

export const alikeReadings: readonly Reading[] = [alike];
