import type { DigestAbout } from '../answer/digest-port.ts';
import { resolveName } from '../tools/miss.ts';
import { sectionsOf } from '../tools/progress-figures.ts';
import type { Scope } from '../tools/tool.ts';

/** A digest of all items of the plan. */
export const WHOLE_PLAN: DigestAbout = { pillars: [], sections: [] };

export type FoundAbout =
  | { readonly ok: true; readonly about: DigestAbout }
  /** Nothing, or more than one thing, is called that; the nearest names of the report. */
  | { readonly ok: false; readonly nearest: readonly string[] };

/** What a typed name means: a pillar, a section in charge (a part of the name is enough), or the whole plan for nothing. */
export function findAbout(scope: Scope, typed: string): FoundAbout {
  const text = typed.trim();
  if (text === '') return { ok: true, about: WHOLE_PLAN };
  const { pillars, items } = scope.report;
  const found = resolveName([...new Set([...pillars, ...sectionsOf(items)])], text);
  if ('nearest' in found) return { ok: false, nearest: found.nearest };
  const { name } = found;
  const isPillar = pillars.includes(name);
  return { ok: true, about: { pillars: isPillar ? [name] : [], sections: isPillar ? [] : [name] } };
}

/** Arguments by which the tools keep to what a digest is about. */
export function narrowed({ pillars, sections }: DigestAbout): { pillars?: string[]; sections?: string[] } {
  return {
    ...(pillars.length > 0 ? { pillars: [...pillars] } : {}),
    ...(sections.length > 0 ? { sections: [...sections] } : {}),
  };
}
