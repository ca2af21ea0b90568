import { longYear } from '../report/fiscal-year.ts';
import type { PlanItem, Report, SourceRef, TextBlock } from '../report/model.ts';

/** A piece of the report that a search returns whole. */
export interface Passage {
  readonly id: number;
  readonly kind: 'item' | 'row' | 'text' | 'caption';
  readonly title: string;
  readonly heading: string;
  readonly body: string;
  /** The item it describes; null for other passages. */
  readonly item: PlanItem | null;
  readonly source: SourceRef;
}

/** Cuts a report into passages: one an item, one a row of a figure table, one a paragraph, list line or caption. */
export function passagesOf(report: Report): Passage[] {
  const passages: Omit<Passage, 'id'>[] = [];
  for (const item of report.items) {
    const owners = item.owners?.join(' ') ?? '';
    passages.push({
      kind: 'item',
      title: item.title,
      heading: [item.pillar, item.policy].filter(Boolean).join(' '),
      body: [item.outline, item.narrative, owners].filter(Boolean).join(' '),
      item,
      source: item.source,
    });
  }
  for (const table of report.tables) {
    const rows = Map.groupBy(table.observations, (o) => `${o.subject}\t${o.year}`);
    for (const row of rows.values()) {
      const first = row[0];
      if (!first) continue;
      passages.push({
        kind: 'row',
        title: `${first.subject} ${longYear(first.year)}`,
        heading: table.title,
        body: row.map((o) => `${o.measure} ${o.print}`).join(' '),
        item: null,
        source: first.source,
      });
    }
  }
  for (const [first, ...rest] of blocksOf(report)) {
    if (!first) continue;
    passages.push({
      kind: first.kind === 'caption' ? 'caption' : 'text',
      title: first.kind === 'caption' ? first.text : first.heading,
      heading: first.source.chapter,
      body: [first, ...rest].map((b) => b.text).join('\n'),
      item: null,
      source: first.source,
    });
  }
  return passages.map((passage, id) => ({ id, ...passage }));
}

/** Paragraphs, notes and captions one by one; the lines of one list together. */
function blocksOf(report: Report): TextBlock[][] {
  const groups: TextBlock[][] = [];
  for (const block of report.text) {
    if (block.kind === 'heading' || block.kind === 'legend') continue;
    const group = groups.at(-1);
    const before = group?.at(-1);
    if (group && before && block.kind === 'list' && before.kind === 'list' && before.heading === block.heading)
      group.push(block);
    else groups.push([block]);
  }
  return groups;
}
