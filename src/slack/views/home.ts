import type { AnyBlock, HomeView, PlainTextOption } from '@slack/types';
import { wordingFor } from '../../answer/wording.ts';
import { notesOn } from '../../digest/notes.ts';
import { digestWording } from '../../digest/wording.ts';
import type { PlanItem } from '../../report/model.ts';
import { STATUSES } from '../../tools/progress-figures.ts';
import type { SlackWording } from '../wording.ts';
import { ACTIONS, actionId } from './actions.ts';
import {
  dataTable,
  linePages,
  type ReadyTable,
  readyTable,
  type TablePage,
  tableLines,
  tablePages,
} from './data-table.ts';
import { bold, button, context, plainParagraphs, plainText, section } from './elements.ts';
import { ALL_SECTIONS, type HomeData, type HomeRow } from './home-data.ts';
import { cut, LIMITS } from './limits.ts';

/** Enough to begin with; the rest is found by section. */
const MOST_ITEMS = 30;
const MOST_QUESTIONS = 5;
const ITEM = 600;
/** Characters of a table as lines of text. */
const LINES = 6_000;

/** How the parts are drawn that not every workspace takes. */
interface Drawing {
  heading(text: string): AnyBlock;
  pageOf(table: ReadyTable, words: SlackWording): TablePage | undefined;
  table(table: ReadyTable, page: TablePage, words: SlackWording): AnyBlock[];
}

const RICH: Drawing = {
  heading: bold,
  pageOf: (table) => tablePages(table)[0],
  table: (table, page) => [dataTable(table, page)],
};

/** From sections alone, for a workspace that refuses tables or rich text. */
const PLAIN: Drawing = {
  heading: section,
  pageOf: (table, words) => linePages(table, LINES, words)[0],
  table: (table, page, words) => plainParagraphs(tableLines(table, page, words)),
};

/** Home: the progress of the plan, what is not done yet by section, questions to try, and what this rests on. */
export function homeView(data: HomeData, words: SlackWording): HomeView {
  return drawn(data, words, RICH);
}

/** The same for a workspace that refuses tables or rich text. */
export function plainHomeView(data: HomeData, words: SlackWording): HomeView {
  return drawn(data, words, PLAIN);
}

function drawn(data: HomeData, words: SlackWording, drawing: Drawing): HomeView {
  const { home } = words;
  return {
    type: 'home',
    blocks: [
      { type: 'header', text: plainText(home.title(data.report.name), LIMITS.header) },
      ...overall(data, words, drawing),
      ...pillars(data, words, drawing),
      digestButton(words),
      { type: 'divider' },
      { type: 'header', text: plainText(home.notDone, LIMITS.header) },
      sectionPicker(data, words),
      ...openItems(data, words, drawing),
      { type: 'divider' },
      ...questions(data, words, drawing),
      context([basis(data, words), home.privacy], LIMITS.section.field),
    ],
  };
}

/** One field for each status: count and share of the newest year, and of the one before. */
function overall({ overall: [now, before] }: HomeData, { home, language }: SlackWording, drawing: Drawing): AnyBlock[] {
  if (!now) return [];
  const fields = STATUSES.map((s) => {
    const lines = [home.status(s, now.counts[s].print, now.shares[s])];
    if (before) lines.push(home.before(before.year, before.counts[s].print, before.shares[s]));
    return plainText(lines.join('\n'), LIMITS.section.field);
  });
  const joint = now.joint.map(({ statuses, share }) => wordingFor(language).jointShare(statuses, share));
  return [
    drawing.heading(home.overall(now.year, now.total)),
    { type: 'section', fields },
    ...(joint.length > 0 ? [context(joint, LIMITS.section.field)] : []),
  ];
}

function pillars({ pillars: rows }: HomeData, words: SlackWording, drawing: Drawing): AnyBlock[] {
  const ready = progressTable(rows, words);
  const page = ready && drawing.pageOf(ready, words);
  if (!page) return [];
  const left = page.to < ready.rows.length ? [words.rowsShown(1, page.to, ready.rows.length)] : [];
  return [...drawing.table(ready, page, words), ...(left.length > 0 ? [context(left)] : [])];
}

function progressTable(rows: readonly HomeRow[], words: SlackWording): ReadyTable | null {
  const { home, language } = words;
  const { year, status } = wordingFor(language);
  const several = new Set(rows.map((row) => row.year)).size > 1;
  return readyTable(
    {
      caption: home.byPillar,
      columns: [
        { label: home.pillar, numeric: false },
        ...(several ? [{ label: home.year, numeric: false }] : []),
        { label: home.total, numeric: true },
        ...STATUSES.map((s) => ({ label: status(s), numeric: true })),
      ],
      rows: rows.map((row) => [
        { text: row.subject, value: null },
        ...(several ? [{ text: year(row.year), value: null }] : []),
        { text: String(row.total), value: row.total },
        ...STATUSES.map((s) => ({ text: row.counts[s].print, value: row.counts[s].value })),
      ]),
    },
    words,
  );
}

function digestButton({ home }: SlackWording): AnyBlock {
  return { type: 'actions', elements: [button({ text: home.digest, action: ACTIONS.homeDigest, value: 'all' })] };
}

/** All sections first; a section whose name is longer than a value can be is not offered. */
function sectionPicker({ sections, section: chosen, openInAll, names }: HomeData, { home }: SlackWording): AnyBlock {
  const option = (value: string, text: string): PlainTextOption => ({
    text: plainText(text, LIMITS.select.text),
    value,
  });
  const all = option(ALL_SECTIONS, home.allSections(openInAll));
  const offered = sections
    .filter(({ name }) => name !== '' && name.length <= LIMITS.select.value)
    .slice(0, LIMITS.select.options - 1)
    .map(({ name, open }) => option(name, home.sectionOption(names.section(name), open)));
  return {
    type: 'section',
    text: plainText(home.section, LIMITS.section.text),
    accessory: {
      type: 'static_select',
      action_id: ACTIONS.homeSection,
      placeholder: plainText(home.section, LIMITS.input.placeholder),
      options: [all, ...offered],
      initial_option: offered.find((o) => o.value === chosen) ?? all,
    },
  };
}

function openItems(data: HomeData, words: SlackWording, drawing: Drawing): AnyBlock[] {
  const { open, section: chosen, names, sections, notes } = data;
  const { home } = words;
  const left = open.length - MOST_ITEMS;
  const more = sections.length - (LIMITS.select.options - 1);
  return [
    drawing.heading(home.open(chosen === null ? null : names.section(chosen), open.length)),
    ...open
      .slice(0, MOST_ITEMS)
      .flatMap((item, i) => [itemBlock(item, i, names, words), ...newestNote(item, notes, words)]),
    ...(left > 0 ? [context([home.itemsLeft(left)])] : []),
    ...(more > 0 ? [context([home.sectionsLeft(more)])] : []),
  ];
}

/** An item with its statuses, newest first, its sections, and a button that names it. */
function itemBlock(item: PlanItem, index: number, names: HomeData['names'], words: SlackWording): AnyBlock {
  const answers = wordingFor(words.language);
  const label = answers.itemLabel(item.kind, item.number);
  const statuses = item.statuses
    .toReversed()
    .map((s) => `${answers.year(s.year)} ${answers.status(s.status, s.print)}`);
  const lines = [answers.itemName(item, names), answers.join(statuses), answers.owner(item.owners, names)];
  return {
    ...section(cut(lines.join('\n'), ITEM)),
    accessory: button({
      text: label,
      action: actionId(ACTIONS.homeQuestion, index),
      value: answers.followUp.itemNarrative(label),
      label: answers.followUp.itemNarrative(label),
    }),
  };
}

/** The last thing that was noted on an item, apart from what the report says of it. */
function newestNote(item: PlanItem, notes: HomeData['notes'], { language }: SlackWording): AnyBlock[] {
  const [note] = notesOn(notes, item);
  const words = digestWording(language);
  return note ? [context([`${words.notesHeading(1)} ${words.noteLine(note)}`])] : [];
}

/** A question that is longer than a button shows is still asked in full. */
function questions({ questions: all }: HomeData, { home }: SlackWording, drawing: Drawing): AnyBlock[] {
  const shown = all.filter((question) => question.length <= LIMITS.button.value).slice(0, MOST_QUESTIONS);
  if (shown.length === 0) return [];
  return [
    drawing.heading(home.questions),
    {
      type: 'actions',
      elements: shown.map((question, i) =>
        button({ text: question, action: actionId(ACTIONS.homeQuestion, i), value: question }),
      ),
    },
  ];
}

function basis({ report }: HomeData, words: SlackWording): string {
  const { name, title, issued } = report;
  return words.home.basis(name, title, issued && wordingFor(words.language).issuedOn(issued.year, issued.month));
}
