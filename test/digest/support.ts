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

function titleOf(number: number): string {
  return scope.report.items.find((item) => item.kind === 'plan' && item.number === number)?.title ?? '';
}

/** A note on an item of the real report. */
export function aNote(number: number, more: Partial<NoteView> = {}): NoteView {
  return {
    id: `note-${number}`,
    item: { report: 'arao-r2', kind: 'plan', number, title: titleOf(number) },
    text: '関係課と協議を始めた。',
    status: null,
    section: '財政課',
    on: '2021-05-31',
    changedAt: new Date('2021-05-31T03:00:00Z'),
    ...more,
  };
}
