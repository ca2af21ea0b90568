import type { FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Report } from '../report/model.ts';
import { itemsOf, type ToolResult } from '../tools/all.ts';
import type { Scope } from '../tools/tool.ts';
import type { Answer } from './assemble.ts';
import type { Frame } from './frame.ts';
import type { ItemRef } from './meaning.ts';
import { pastOf } from './past.ts';

/** Longer lists nobody counts through. */
const MOST_LISTED = 50;

/** The frame as later questions see it: with the item or section that the answer turned out to be about. */
export function settled(asked: Frame, answer: Answer, { report }: Scope, previous: Frame | null): Frame {
  // A look at the notes leaves the conversation where it was.
  const isAside = answer.called.every(({ result: r }) => r.kind === 'contents' && r.topic === 'notes');
  if (previous && isAside && answer.called.length > 0) return previous;
  const frame = ofAnswer(asked, answer, report);
  return { ...frame, past: previous ? pastOf(frame, previous) : [] };
}

function ofAnswer(asked: Frame, answer: Answer, report: Report): Frame {
  const named = resultOf(answer);
  const told = answer.called.some(({ result: r }) => r.kind === 'contents' && r.topic === 'pillars');
  const pillars = told ? report.pillars : named.filter((name) => report.pillars.includes(name));
  const subjects = named.filter((name) => !pillars.includes(name));
  const listed = listedIn(answer);
  const frame = {
    ...asked,
    result: {
      subjects,
      ranked: rankedIn(answer),
      pillars,
      itemPillar: itemTold(answer)?.pillar ?? null,
      year: yearTold(answer),
    },
    // One of a list is told of: the next question may be of another of them.
    listed: listed.length < 2 && asked.listed.length > 0 ? asked.listed : listed,
    offered: answer.kind === 'clarify' ? offeredBy(answer) : asked.offered,
  };
  // A total that the text of an item has is still one of a figure.
  const ofTotal = frame.measures.length > 0 && (frame.words.has('whole') || frame.words.has('sum'));
  if (answer.kind !== 'answer' || ofTotal || frame.items.length > 0 || frame.titles.length > 0) return frame;
  const found = answer.called.flatMap(({ result: r }) => (r.kind === 'passages' ? r.hits.slice(0, 1) : []));
  const item = found[0]?.item;
  if (!item) return frame;
  return {
    ...frame,
    items: [{ kind: item.kind, number: item.number }],
    sections: [],
    measures: [],
    accounts: [],
    pillars: [],
    topic: [],
  };
}

/** Those that a ranking named first, or the sections in charge of the one item that was told of. */
function resultOf({ called }: Answer): string[] {
  const ranked = called.flatMap(({ result: r }) =>
    r.kind === 'ranking' && r.rows.every((row) => row.rank === r.rows[0]?.rank)
      ? r.rows.map((row) => row.figure.subject)
      : [],
  );
  if (ranked.length > 0) return ranked;
  return [...(itemTold({ called })?.owners ?? [])];
}

/** More of them nobody means by "those". */
const MOST_RANKED = 10;

function rankedIn({ called }: Answer): string[] {
  const [ranking, another] = called.flatMap(({ result }) => (result.kind === 'ranking' ? [result] : []));
  const subjects = ranking && !another ? ranking.rows.map(({ figure }) => figure.subject) : [];
  return subjects.length > 1 && subjects.length <= MOST_RANKED ? subjects : [];
}

/** The year of all figures that were looked up, ranked or chosen; null where there are several. */
function yearTold({ called }: Answer): FiscalYear | null {
  const years = called.flatMap(({ result }) => yearsOf(result));
  return new Set(years).size === 1 ? (years[0] ?? null) : null;
}

function yearsOf(result: ToolResult): FiscalYear[] {
  switch (result.kind) {
    case 'figures':
      return result.figures.map((f) => f.year);
    case 'ranking':
      return [result.year];
    case 'calculation':
      return result.chosen.map((f) => f.year);
    case 'series':
      // The first of those on the side that was asked for: since when.
      return (result.within?.figures ?? []).slice(0, 1).map((f) => f.year);
    default:
      return [];
  }
}

/** The one item that was told of; null for none or several. */
function itemTold({ called }: Pick<Answer, 'called'>): PlanItem | null {
  const items = called.flatMap(({ result: r }) => {
    if (r.kind === 'items') return itemsOf(r);
    return r.kind === 'passages' ? r.hits.slice(0, 1).flatMap((hit) => hit.item ?? []) : [];
  });
  const numbers = new Set(items.map((item) => `${item.kind} ${item.number}`));
  return numbers.size === 1 ? (items[0] ?? null) : null;
}

/** What a question back lets the asker choose from. */
function offeredBy({ called }: Answer): Frame['offered'] {
  const figures = called.flatMap(({ result: r }) => {
    if (r.kind === 'figures' || r.kind === 'series') return r.figures;
    return r.kind === 'calculation' ? r.inputs : [];
  });
  const accounts = [...new Set(figures.map((f) => f.subject))];
  const measures = [...new Set(figures.map((f) => f.measure))];
  if (accounts.length > 1) return { accounts, measures: [] };
  return { accounts: [], measures: measures.length > 1 ? measures : [] };
}

function listedIn({ called }: Answer): ItemRef[] {
  const listed = called.flatMap(({ result: r }) =>
    ['items', 'item-list', 'changes', 'plan-changes'].includes(r.kind) ? itemsOf(r) : [],
  );
  return listed.length > MOST_LISTED ? [] : listed.map(({ kind, number }) => ({ kind, number }));
}
