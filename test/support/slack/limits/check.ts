import { isObject } from '../json.ts';

/** Adds what is wrong with a value to `found`, each with the place as Slack prints it. */
export type Check = (value: unknown, at: string, found: string[]) => void;

/** Where blocks stand. */
export type Surface = 'message' | 'modal' | 'home';

/** One problem in Slack's words. */
export function problem(what: string, at: string): string {
  return `${what} [json-pointer:${at}]`;
}

/** A string of `least` to `most` characters. */
export function text(most: number, least = 1): Check {
  return (value, at, found) => {
    if (typeof value !== 'string') found.push(problem('must provide a string', at));
    else if (value.length < least) found.push(problem(`must be more than ${least - 1} characters`, at));
    else if (value.length > most) found.push(problem(`must be less than ${most + 1} characters`, at));
  };
}

/** A list of `least` to `most` items. */
export function list(most: number, item: Check, least = 1): Check {
  return (value, at, found) => {
    if (!Array.isArray(value)) {
      found.push(problem('must provide an array', at));
      return;
    }
    if (value.length < least) found.push(problem(`no fewer than ${least} items allowed`, at));
    if (value.length > most) found.push(problem(`no more than ${most} items allowed`, at));
    for (let i = 0; i < value.length; i++) item(value[i], `${at}/${i}`, found);
  };
}

/** One of a few words. */
export function oneOf(...words: readonly string[]): Check {
  return (value, at, found) => {
    if (typeof value !== 'string' || !words.includes(value)) found.push(problem('must be a valid enum value', at));
  };
}

export const flag: Check = (value, at, found) => {
  if (typeof value !== 'boolean') found.push(problem('must provide a boolean', at));
};

/** A number; whole and within bounds where those are given. */
export function number(
  bounds: { readonly least?: number; readonly most?: number; readonly whole?: boolean } = {},
): Check {
  return (value, at, found) => {
    if (typeof value !== 'number' || !Number.isFinite(value)) found.push(problem('must provide a number', at));
    else if (bounds.whole && !Number.isInteger(value)) found.push(problem('must be an integer', at));
    else if (bounds.least !== undefined && value < bounds.least) {
      found.push(problem(`must be at least ${bounds.least}`, at));
    } else if (bounds.most !== undefined && value > bounds.most) {
      found.push(problem(`must be at most ${bounds.most}`, at));
    }
  };
}

/** An object with these members and no others. */
export function shape(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  const names = Object.keys(required);
  const members = new Map(Object.entries({ ...optional, ...required }));
  return (value, at, found) => {
    if (!isObject(value)) {
      found.push(problem('must provide an object', at));
      return;
    }
    for (const name of names) {
      if (value[name] === undefined) found.push(problem(`missing required field: ${name}`, at));
    }
    for (const name in value) {
      const check = members.get(name);
      if (check) check(value[name], `${at}/${name}`, found);
      else found.push(problem(`invalid additional property: ${name}`, at));
    }
  };
}

/** An object whose `type` says which of these it is. */
export function kinds(table: Readonly<Record<string, Check>>): Check {
  const known = new Map(Object.entries(table));
  return (value, at, found) => {
    const type = isObject(value) ? value.type : undefined;
    const check = typeof type === 'string' ? known.get(type) : undefined;
    if (check) check(value, at, found);
    else if (type === undefined) found.push(problem('missing required field: type', at));
    else found.push(problem(`unsupported type: ${String(type)}`, `${at}/type`));
  };
}

/** An object of a known type: `shape` with `type` among its members. */
export function typed(
  required: Readonly<Record<string, Check>>,
  optional: Readonly<Record<string, Check>> = {},
): Check {
  return shape({ type: accepted, ...required }, optional);
}

/** All of several checks. */
export function both(...checks: readonly Check[]): Check {
  return (value, at, found) => {
    for (const check of checks) check(value, at, found);
  };
}

export const accepted: Check = () => {};
