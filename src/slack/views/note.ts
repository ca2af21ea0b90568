import type { AnyBlock, ModalView, PlainTextOption } from '@slack/types';
import type { PlanItem } from '../../report/model.ts';
import type { Note } from '../../state/notes.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import type { JobsWording } from '../wording-jobs.ts';
import { ACTIONS, actionId, CALLBACKS, INPUTS } from './actions.ts';
import { button, context, paragraphs, plainText, section } from './elements.ts';
import { LIMITS } from './limits.ts';

export interface NoteForm {
  /** What can be noted; at most as many as a list takes are offered. */
  readonly items: readonly PlanItem[];
  /** Chosen beforehand. */
  readonly chosen: PlanItem | null;
  readonly text: string;
  readonly status: Note['status'];
  /** `2021-05-31` */
  readonly on: string;
  /** Comes back as `private_metadata`. */
  readonly metadata: string;
  /** How an item is named, with its title. */
  label(item: Pick<PlanItem, 'kind' | 'number' | 'title'>): string;
}

const MOST_TEXT = 1000;
const MOST_NOTES = 20;

/** Key of an item in a list: kind and number; the report is that of the form. */
export function itemKey({ kind, number }: Pick<PlanItem, 'kind' | 'number'>): string {
  return `${kind}:${number}`;
}

/** What is known of an item since the report, in words; a status only when somebody wants to give one. */
export function noteModal(
  { items, chosen, text, status, on, metadata, label }: NoteForm,
  words: JobsWording,
): ModalView {
  const { note } = words;
  const option = (item: PlanItem): PlainTextOption => ({
    text: plainText(label(item), LIMITS.select.text),
    value: itemKey(item),
  });
  const assessed = (of: NonNullable<Note['status']>): PlainTextOption => ({
    text: plainText(note.assessment(of), LIMITS.select.text),
    value: of,
  });
  return {
    type: 'modal',
    callback_id: CALLBACKS.note,
    private_metadata: metadata,
    title: plainText(note.title, LIMITS.view.title),
    submit: plainText(note.save, LIMITS.view.button),
    close: plainText(note.cancel, LIMITS.view.button),
    blocks: [
      section(note.lead),
      {
        type: 'input',
        block_id: INPUTS.item,
        label: plainText(note.item, LIMITS.section.field),
        element: {
          type: 'static_select',
          action_id: ACTIONS.noteItem,
          options: items.slice(0, LIMITS.select.options).map(option),
          ...(chosen ? { initial_option: option(chosen) } : {}),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.text,
        label: plainText(note.text, LIMITS.section.field),
        element: {
          type: 'plain_text_input',
          action_id: ACTIONS.noteText,
          multiline: true,
          max_length: MOST_TEXT,
          ...(text === '' ? {} : { initial_value: text.slice(0, MOST_TEXT) }),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.status,
        optional: true,
        label: plainText(note.status, LIMITS.section.field),
        hint: plainText(note.statusHint, LIMITS.section.field),
        element: {
          type: 'static_select',
          action_id: ACTIONS.noteStatus,
          options: STATUSES.map(assessed),
          ...(status === null ? {} : { initial_option: assessed(status) }),
        },
      },
      {
        type: 'input',
        block_id: INPUTS.on,
        label: plainText(note.on, LIMITS.section.field),
        element: { type: 'datepicker', action_id: ACTIONS.noteOn, initial_date: on },
      },
    ],
  };
}

/** One sentence in a window. */
export function wordModal(title: string, text: string, close: string): ModalView {
  return {
    type: 'modal',
    title: plainText(title, LIMITS.view.title),
    close: plainText(close, LIMITS.view.button),
    blocks: [section(text)],
  };
}

/** The newest notes of one author, each with what can be done to it. */
export function ownNotesModal(
  notes: readonly Note[],
  label: NoteForm['label'],
  words: JobsWording,
  close: string,
): ModalView {
  const { note: own } = words;
  const left = notes.length - MOST_NOTES;
  const blocks = notes.slice(0, MOST_NOTES).flatMap((note, i): AnyBlock[] => {
    const { on, text, status } = note;
    const line = own.line({ label: label(note.item), on, text, status: status && own.assessment(status) });
    return [
      ...paragraphs(line),
      {
        type: 'actions',
        elements: [
          button({ text: own.edit, action: actionId(ACTIONS.noteEdit, i), value: note.id }),
          button({ text: own.withdraw, action: actionId(ACTIONS.noteWithdraw, i), value: note.id }),
        ],
      },
    ];
  });
  return {
    type: 'modal',
    callback_id: CALLBACKS.notes,
    title: plainText(own.own, LIMITS.view.title),
    close: plainText(close, LIMITS.view.button),
    blocks: [
      ...blocks,
      ...(notes.length === 0 ? [context([own.none])] : []),
      ...(left > 0 ? [context([own.left(left)])] : []),
    ],
  };
}
