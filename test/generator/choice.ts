import type { Random } from './random.ts';

/** Draws variations and keeps their names, so that a failing seed says what is special about it. */
export interface Choice {
  /** True with the given probability (times the scale); then the name is kept. */
  maybe(name: string, probability: number): boolean;
  /** Like `maybe`, but drawn once: whoever asks by this name gets the same answer. */
  trait(name: string, probability: number): boolean;
  /** The first of the list, or with the given probability another; then the name and the value are kept. */
  among<T extends string>(name: string, list: readonly T[], probability: number): T;
  /** Keeps the name of a variation that was drawn elsewhere. */
  note(name: string): void;
  readonly kept: string[];
}

/** Makes a choice that draws from `random`; `scale` makes all variations rarer. */
export function createChoice(random: Random, scale: number): Choice {
  const kept: string[] = [];
  const note = (name: string): void => {
    if (!kept.includes(name)) kept.push(name);
  };
  const maybe = (name: string, probability: number): boolean => {
    const drawn = random.chance(probability * scale);
    if (drawn) note(name);
    return drawn;
  };
  const traits = new Map<string, boolean>();
  return {
    maybe,
    trait: (name, probability) => {
      const drawn = traits.get(name) ?? maybe(name, probability);
      traits.set(name, drawn);
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
