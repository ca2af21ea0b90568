import { readFileSync } from 'node:fs';

const NAMES = ['system', 'unsupported', 'conclude', 'malformed', 'empty', 'unlooked'] as const;
export type PromptName = (typeof NAMES)[number];
export type Prompts = Readonly<Record<PromptName, string>>;

/** What a language model is told, from `prompts/`. */
export function loadPrompts(): Prompts {
  const read = (name: PromptName): string =>
    readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), 'utf8').trim();
  return {
    system: read('system'),
    unsupported: read('unsupported'),
    conclude: read('conclude'),
    malformed: read('malformed'),
    empty: read('empty'),
    unlooked: read('unlooked'),
  };
}
