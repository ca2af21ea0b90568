import { z } from 'zod';
import type { Json } from './json.ts';
import type { Rate } from './rates.ts';
import { refuseWith } from './refusal.ts';
import type { World } from './world.ts';

/** A Web API method as the dispatcher sees it. */
export interface Method {
  /** Scopes of which one is enough; none needed when empty. */
  readonly anyOf: readonly string[];
  readonly rate: Rate;
  /** Which of the two tokens it takes. */
  readonly token: 'bot' | 'app';
  /** @throws Refusal */
  readonly call: (given: Json, world: World) => Json;
}

/** Makes a method from the schema of its arguments and what it does. */
export function method<S extends z.ZodObject>(
  schema: S,
  rules: { readonly anyOf?: readonly string[]; readonly rate: Rate; readonly token?: 'bot' | 'app' },
  run: (args: z.infer<S>, world: World) => Json,
): Method {
  return {
    anyOf: rules.anyOf ?? [],
    rate: rules.rate,
    token: rules.token ?? 'bot',
    call: (given, world) => {
      const read = schema.safeParse(given);
      if (read.success) return run(read.data, world);
      throw refuseWith('invalid_arguments', read.error.issues.map(describe));
    },
  };
}

/** An argument that is an object or a list: JSON text in a form, plain in JSON. */
export function json<S extends z.ZodType>(schema: S) {
  return z.preprocess(parsed, schema);
}

/** `true`, `1` or a boolean. */
export const flag = z.preprocess(
  (value) => (typeof value === 'string' ? value === 'true' || value === '1' : value),
  z.boolean(),
);

/** How many to give at once. */
export const limit = z.coerce.number().int().min(1).max(1000);

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const name = String(issue.path[0] ?? '');
  const missing = issue.code === 'invalid_type' && issue.message.includes('received undefined');
  return missing ? `missing required field: ${name}` : `${issue.message} [json-pointer:/${issue.path.join('/')}]`;
}
