import { type Assistant, createAssistant, openAssistant } from '../../src/answer/assistant.ts';
import { loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon } from '../../src/answer/lexicon-index.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { digestComposer } from '../../src/digest/composer.ts';
import type { NoteView } from '../../src/digest/notes.ts';
import { createLibrary } from '../../src/report/library.ts';
import type { Report } from '../../src/report/model.ts';

/** Some months after the real report was printed. */
export const NOW = new Date('2021-06-01T09:00:00+09:00');

/** The product over the real report, with digests. */
export const assistant: Assistant = await openAssistant(
  GENERAL_CORPUS,
  GENERAL_CORPUS,
  digestComposer(() => NOW),
);
export const scope = assistant.scope();

const lexicon = indexLexicon(mergeLexicons([await loadLexicon(GENERAL_CORPUS)].filter((each) => each !== null)));

/** The product over other reports, with nothing but the vocabulary that holds for any city. */
export function assistantOver(reports: readonly Report[], now = NOW): Assistant {
  return createAssistant(
    createLibrary(reports),
    [],
    () => lexicon,
    digestComposer(() => now),
  );
}

/** A note on an item of the real report. */
export function aNote(number: number, more: Partial<NoteView> = {}): NoteView {
  return {
    id: `note-${number}`,
    report: 'arao-r2',
    item: { kind: 'plan', number },
    text: '関係課と協議を始めた。',
    status: null,
    author: '担当者',
    on: '2021-05-31',
    writtenAt: new Date('2021-05-31T03:00:00Z'),
    ...more,
  };
}
