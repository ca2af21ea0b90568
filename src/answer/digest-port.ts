import type { Scope } from '../tools/tool.ts';
import type { Answer } from './assemble.ts';
import type { Language } from './frame.ts';
import type { Names } from './wording.ts';

/** What a digest is about: pillars or sections as the report prints them; the whole plan when both are empty. */
export interface DigestAbout {
  readonly pillars: readonly string[];
  readonly sections: readonly string[];
}

/**
 * Makes a digest an answer. A digest is made of the same tools as answers and stands in a room above this one, so it is
 * handed in by whoever opens the assistant: a question for a digest is then read, followed up and answered like any other.
 */
export type DigestComposer = (scope: Scope, about: DigestAbout, language: Language, names: Names) => Answer;
