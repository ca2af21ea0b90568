import type { ActionsBlock, AnyBlock, Button, ContextActionsBlock } from '@slack/types';
import type { Outgoing } from '../deliver.ts';
import { type SlackWording, slackWording } from '../wording.ts';
import { ACTIONS, actionId, buttonValue, FEEDBACK } from './actions.ts';
import { chartBlock } from './chart.ts';
import {
  dataTable,
  linePages,
  type ReadyTable,
  readyTable,
  type TablePage,
  tableLines,
  tablePages,
} from './data-table.ts';
import {
  button,
  charactersOf,
  context,
  paragraphs,
  plainParagraphs,
  plainText,
  type SlackMessage,
} from './elements.ts';
import { clean, escapeText } from './escape.ts';
import { cut, LIMITS } from './limits.ts';
import type { StoredAnswer } from './stored-answer.ts';

/** An answer as it is to be shown. */
export interface AnswerView {
  /** Id of the turn; every button carries it. */
  readonly turn: string;
  readonly answer: StoredAnswer;
  /** Page of a long table, from 0. */
  readonly page: number;
  /** True when only the asker sees it. */
  readonly ephemeral: boolean;
}

/** Answers are shorter; this only holds what cannot be trusted to be. */
const LEAD = 3_200;
const CITATION = 300;
const MOST_CITATIONS = 4;
/** Each is in the text as well. */
const MOST_CHOICES = 8;
const MOST_FOLLOW_UPS = 4;
/** For the buttons that turn the pages of a table, and what stands beside them. */
const PAGER = 500;

/** The answer in both forms; the plain one is made only where it is needed. */
export function answerForms(view: AnswerView): Outgoing {
  return {
    rich: answerMessage(view),
    get plain() {
      return plainMessage(view);
    },
  };
}

/** An answer as a message. `words` may be in another language than the answer: that of the reader. */
export function answerMessage(
  view: AnswerView,
  words: SlackWording = slackWording(view.answer.language),
): SlackMessage {
  const { answer } = view;
  const own = slackWording(answer.language);
  const ready = answer.table ? readyTable(answer.table, own) : null;
  const table = ready ? shownTable(view, ready, tablePages(ready), (page) => [dataTable(ready, page)], words) : [];
  const chart = answer.chart ? chartBlock(answer.chart, answer.table, own) : null;
  return {
    text: fallbackText(answer, words),
    blocks: [
      ...paragraphs(cut(answer.text, LEAD)),
      ...table,
      ...(chart ? [chart] : []),
      ...citations(view, words),
      ...buttons(view, words),
      feedback(view, words),
    ],
  };
}

/** The same answer from sections and buttons alone, for a workspace that refuses tables, charts or rich text. */
export function plainMessage(view: AnswerView, words: SlackWording = slackWording(view.answer.language)): SlackMessage {
  const { answer } = view;
  const own = slackWording(answer.language);
  const lead = plainParagraphs(cut(answer.text, LEAD));
  const rest = [...citations(view, words), ...buttons(view, words), plainFeedback(view, words)];
  const room = LIMITS.message.characters - charactersOf([lead, rest]) - PAGER;
  const ready = answer.table ? readyTable(answer.table, own) : null;
  const table = ready
    ? shownTable(view, ready, linePages(ready, room, own), (p) => plainParagraphs(tableLines(ready, p, own)), words)
    : [];
  return { text: fallbackText(answer, words), blocks: [...lead, ...table, ...rest] };
}

/** What notifications and screen readers say: the whole answer, with where it stands in the report. */
function fallbackText({ text, citations }: StoredAnswer, words: SlackWording): string {
  const cited = citations
    .slice(0, MOST_CITATIONS)
    .map((c) => `\n${cut(escapeText(words.citation(clean(c).replaceAll('\n', ' '))), 2 * CITATION)}`)
    .join('');
  const whole = `${cut(escapeText(text), LIMITS.message.text - cited.length)}${cited}`;
  return whole.trim() === '' ? words.notStated : whole;
}

/** One page of the table, and the buttons to the pages beside it. */
function shownTable(
  { turn, page }: AnswerView,
  ready: ReadyTable,
  pages: readonly TablePage[],
  draw: (page: TablePage) => AnyBlock[],
  words: SlackWording,
): AnyBlock[] {
  const at = Math.min(Math.max(0, Math.trunc(page)), pages.length - 1);
  const shown = pages[at];
  if (!shown) return [];
  const notes = [
    ...(pages.length > 1 ? [words.rowsShown(shown.from + 1, shown.to, ready.rows.length)] : []),
    ...(ready.left > 0 ? [words.columnsLeft(ready.left)] : []),
  ];
  const turns = [at - 1, at + 1].flatMap((index, i) => {
    const target = pages[index];
    if (!target) return [];
    const text = words.toRows(target.from + 1, target.to);
    return [button({ text, action: actionId(ACTIONS.page, i), value: buttonValue(turn, index) })];
  });
  return [...draw(shown), ...(notes.length > 0 ? [context(notes)] : []), ...actions(turns)];
}

function citations({ answer }: AnswerView, words: SlackWording): AnyBlock[] {
  const notes = [...answer.citations.slice(0, MOST_CITATIONS).map((c) => words.citation(c))];
  return notes.length > 0 ? [context(notes, CITATION)] : [];
}

/** Choices of a question back, questions to go on with, and the source: each button names its target. */
function buttons({ answer, turn, ephemeral }: AnswerView, words: SlackWording): AnyBlock[] {
  const choices = answer.choices.slice(0, MOST_CHOICES).map((choice, i) =>
    button({
      text: short(choice),
      action: actionId(ACTIONS.choose, i),
      value: buttonValue(turn, i),
      label: words.choose(cut(choice, LIMITS.button.label - words.choose('').length)),
    }),
  );
  const followUps = answer.followUps
    .slice(0, MOST_FOLLOW_UPS)
    .map((question, i) =>
      button({ text: question, action: actionId(ACTIONS.followUp, i), value: buttonValue(turn, i) }),
    );
  return [
    ...(choices.length > 0 ? [context([words.choices]), ...actions(choices)] : []),
    ...(followUps.length > 0 ? [context([words.followUps]), ...actions(followUps)] : []),
    ...actions([
      ...sourceButton(answer, turn, words),
      ...(ephemeral ? [button({ text: words.show, action: ACTIONS.show, value: buttonValue(turn, 0) })] : []),
    ]),
  ];
}

function sourceButton({ subject, excerpts }: StoredAnswer, turn: string, words: SlackWording): Button[] {
  if (!subject || excerpts.length === 0) return [];
  const target = words.target(subject);
  const around = words.sourceOf('').length;
  return [
    button({
      text: words.sourceOf(cut(target, LIMITS.button.seen - around)),
      action: ACTIONS.source,
      value: buttonValue(turn, 0),
      label: words.sourceOf(cut(target, LIMITS.button.label - around)),
    }),
  ];
}

/** Names often differ in their last words only, so all of a choice is shown that a button takes. */
function short(choice: string): string {
  return cut(choice, LIMITS.button.text);
}

function actions(elements: readonly Button[]): ActionsBlock[] {
  return elements.length > 0 ? [{ type: 'actions', elements: [...elements] }] : [];
}

function feedback({ turn }: AnswerView, words: SlackWording): ContextActionsBlock {
  const one = (good: boolean) => ({
    text: plainText(good ? words.useful : words.notUseful, LIMITS.button.text),
    accessibility_label: cut(words.usefulLabel(good), LIMITS.button.label),
    value: buttonValue(turn, good ? FEEDBACK.good : FEEDBACK.bad),
  });
  return {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: ACTIONS.feedback,
        positive_button: one(true),
        negative_button: one(false),
      },
    ],
  };
}

function plainFeedback({ turn }: AnswerView, words: SlackWording): ActionsBlock {
  const one = (good: boolean): Button => {
    const index = good ? FEEDBACK.good : FEEDBACK.bad;
    return button({
      text: good ? words.useful : words.notUseful,
      action: actionId(ACTIONS.feedback, index),
      value: buttonValue(turn, index),
      label: words.usefulLabel(good),
    });
  };
  return { type: 'actions', elements: [one(true), one(false)] };
}
