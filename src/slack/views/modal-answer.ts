import type { AnyBlock, ModalView } from '@slack/types';
import { type SlackWording, slackWording } from '../wording.ts';
import { CALLBACKS } from './actions.ts';
import { linePages, readyTable, tableLines } from './data-table.ts';
import { context, paragraphs, plainText } from './elements.ts';
import { cut, LIMITS } from './limits.ts';
import type { StoredAnswer } from './stored-answer.ts';

const QUESTION = 300;
const LEAD = 9_000;
const TABLE = 9_000;

/** An answer in a window, which takes neither tables nor charts: its text, its rows as lines, its citations. */
export function answerModal(
  question: string,
  answer: StoredAnswer,
  words: SlackWording = slackWording(answer.language),
): ModalView {
  const notes = [...answer.citations.map((c) => words.citation(c))];
  return {
    type: 'modal',
    callback_id: CALLBACKS.answer,
    title: plainText(words.answer.title, LIMITS.view.title),
    close: plainText(words.close, LIMITS.view.button),
    blocks: [
      context([words.answer.asked(cut(question, QUESTION))]),
      ...paragraphs(cut(answer.text, LEAD)),
      ...tableBlocks(answer),
      ...(notes.length > 0 ? [context(notes, LIMITS.section.field)] : []),
    ],
  };
}

function tableBlocks({ table, language }: StoredAnswer): AnyBlock[] {
  const words = slackWording(language);
  const ready = table && readyTable(table, words);
  const first = ready && linePages(ready, TABLE, words)[0];
  if (!first) return [];
  const notes = [
    ...(first.to < ready.rows.length ? [words.rowsShown(1, first.to, ready.rows.length)] : []),
    ...(ready.left > 0 ? [words.columnsLeft(ready.left)] : []),
  ];
  return [...paragraphs(tableLines(ready, first, words)), ...(notes.length > 0 ? [context(notes)] : [])];
}
