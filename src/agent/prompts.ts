import { readFileSync } from 'node:fs';

/** What a language model is told, from `prompts/`. */
export type Prompts = ReturnType<typeof loadPrompts>;

export function loadPrompts() {
  const read = (name: string): string =>
    readFileSync(new URL(`../../prompts/${name}.md`, import.meta.url), 'utf8').trim();
  return {
    system: read('system'),
    unsupported: read('unsupported'),
    conclude: read('conclude'),
    malformed: read('malformed'),
    empty: read('empty'),
    unlooked: read('unlooked'),
    language: read('language'),
  } as const;
}
