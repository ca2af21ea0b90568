import type { Random } from './random.ts';

/** Draws variations and keeps their names, so that a failing seed says what is special about it. */
export interface Choice {
  /** True with the given probability (much less often for a mild report); then the name is kept. */
  maybe(name: string, probability: number): boolean;
  /** The first of the list, or with the given probability another; then the name and the value are kept. */
  among<T extends string>(name: string, list: readonly T[], probability: number): T;
  /** Keeps the name of a variation that was drawn elsewhere. */
  note(name: string): void;
  readonly kept: string[];
}

/** How much rarer variations are in mild reports. */
const MILD = 0.2;

/** Makes a choice that draws from `random`. */
export function createChoice(random: Random, mild: boolean): Choice {
  const kept: string[] = [];
  const scale = mild ? MILD : 1;
  const note = (name: string): void => {
    if (!kept.includes(name)) kept.push(name);
  };
  return {
    maybe: (name, probability) => {
      const drawn = random.chance(probability * scale);
      if (drawn) note(name);
      return drawn;
    },
    among: (name, list, probability) => {
      const others = list.slice(1);
      if (others.length === 0 || !random.chance(probability * scale)) {
        for (const usual of list) return usual;
      }
      const value = random.pick(others);
      note(`${name}: ${value.trim() === value ? value : `"${value}"`}`);
      return value;
    },
    note,
    kept,
  };
}
