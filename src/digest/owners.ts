import { isOfficeAtLarge } from '../report/form.ts';
import type { PlanItem } from '../report/model.ts';
import type { Scope } from '../tools/tool.ts';

/**
 * The sections in charge that a message can go to. An owner that stands for whichever sections are concerned (each,
 * all, the related ones) is none, unless a table of the report lists it as a workplace of its own.
 */
export function singleOwners(scope: Scope, item: PlanItem): string[] {
  const listed = new Set(scope.figures.tables.filter((t) => t.kind === 'ranking').flatMap((t) => t.subjects));
  return (item.owners ?? []).filter((owner) => listed.has(owner) || !isOfficeAtLarge(owner));
}

/** True when nobody reads the message on an item unless a manager does: an owner is missing or stands for many. */
export function needsManager(scope: Scope, item: PlanItem): boolean {
  return item.owners === null || singleOwners(scope, item).length < item.owners.length;
}
