import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { type FOLDER_VARIABLES, noFolder } from './settings/wording.ts';

/** Variables of the environment, by name. */
export type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  /** Folder for what the program keeps on disk; it may be read-only or missing. */
  readonly data: string;
  /** Folder of the reports: `NAME/report.txt`. */
  readonly corpus: string;
}

/** Reads one part of the settings (`settings/`): null where that part is not in use, or every problem with it. */
export type PartReader<T> = (
  environment: Environment,
) => { readonly ok: true; readonly settings: T } | { readonly ok: false; readonly problems: readonly string[] };

/** Parts by name, and what they become. */
export type PartReaders = Readonly<Record<string, PartReader<unknown>>>;
export type Parts<P extends PartReaders> = {
  readonly [Name in keyof P]: P[Name] extends PartReader<infer Settings> ? Settings : never;
};

export type ConfigResult<P extends PartReaders> =
  | { readonly ok: true; readonly config: Config; readonly parts: Parts<P> }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The project's own corpus: its reports, and the vocabulary that holds for any city. */
export const GENERAL_CORPUS = fileURLToPath(new URL('../corpus', import.meta.url));
const OWN_DATA = fileURLToPath(new URL('../data', import.meta.url));

const ENV_FILE = fileURLToPath(new URL('../.env', import.meta.url));

/** The process's variables; behind them those of the project's `.env`, when there is one. */
export function readEnvironment(file: string = ENV_FILE): Environment {
  // biome-ignore lint/style/noProcessEnv: the only place that reads the environment; everything else is handed its values.
  return { ...readEnvFile(file), ...process.env };
}

/** What `.env` says; nothing when there is none. */
export function readEnvFile(file: string = ENV_FILE): Environment {
  const isThere = statSync(file, { throwIfNoEntry: false })?.isFile() ?? false;
  return isThere ? parseEnv(decoded(readFileSync(file))) : {};
}

/** The editor of Windows may save a text as UTF-16, or put a mark before UTF-8. */
function decoded(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/**
 * Reads the settings: the folders, and the parts that the face needs. All problems are handed back together, each with
 * the variable and how to mend it.
 */
export function readConfig<P extends PartReaders>(environment: Environment, readers: P): ConfigResult<P> {
  const folder = (variable: keyof typeof FOLDER_VARIABLES, usual: string, mustExist: boolean) =>
    z
      .string()
      .optional()
      .transform((value) => resolve(value?.trim() || usual))
      .refine((path) => isFolder(path) ?? !mustExist, {
        error: ({ input }) => noFolder(variable, String(input), usual),
      });
  const schema = z.object({
    GYOKAKU_DATA: folder('GYOKAKU_DATA', OWN_DATA, false),
    GYOKAKU_CORPUS: folder('GYOKAKU_CORPUS', GENERAL_CORPUS, true),
  });
  const parsed = schema.safeParse(environment);
  const read = Object.entries(readers).map(([name, reader]) => ({ name, part: reader(environment) }));
  // Two parts may read one variable.
  const problems = [
    ...new Set([
      ...(parsed.success ? [] : parsed.error.issues.map((issue) => issue.message)),
      ...read.flatMap(({ part }) => (part.ok ? [] : part.problems)),
    ]),
  ];
  const parts = Object.fromEntries(read.flatMap(({ name, part }) => (part.ok ? [[name, part.settings]] : [])));
  if (!parsed.success || !isComplete(parts, readers)) return { ok: false, problems };
  return { ok: true, config: { data: parsed.data.GYOKAKU_DATA, corpus: parsed.data.GYOKAKU_CORPUS }, parts };
}

/** A part that has a problem is missing; every other holds what its reader made. */
function isComplete<P extends PartReaders>(parts: object, readers: P): parts is Parts<P> {
  return Object.keys(readers).every((name) => name in parts);
}

/** Null when there is nothing at the path. */
function isFolder(path: string): boolean | null {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? null;
}
