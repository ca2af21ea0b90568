import type { DigestAbout } from '../answer/digest-port.ts';

/** A digest of all items of the plan. */
export const WHOLE_PLAN: DigestAbout = { pillars: [], sections: [] };

/** Arguments by which the tools keep to what a digest is about. */
export function narrowed({ pillars, sections }: DigestAbout): { pillars?: string[]; sections?: string[] } {
  return {
    ...(pillars.length > 0 ? { pillars: [...pillars] } : {}),
    ...(sections.length > 0 ? { sections: [...sections] } : {}),
  };
}
