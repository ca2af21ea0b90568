import type { SourceRef } from '../report/model.ts';
import { REASON_SHAPE } from '../report/prose-notation.ts';
import { key } from '../search/text.ts';
import { itemsOf } from '../tools/all.ts';
import type { Answer } from './assemble.ts';
import type { Candidate } from './choose.ts';
import type { Called } from './compose.ts';
import { type Frame, speaksOf } from './frame.ts';
import type { ItemRef } from './meaning.ts';
import type { Slot } from './readings/reading.ts';
import { MOVED_AFTER } from './wording-reasons.ts';

/** A question as it was put, before a conversation fills it up. */
export interface Asked {
  readonly own: Frame;
  /** It asks for other words than the report's. */
  readonly rewords: boolean;
}

/** What a question asks for, so that an answer which has no use for it has not read the question. */
const ASKS: ReadonlySet<Slot> = new Set<Slot>([
  'items',
  'titles',
  'sections',
  'accounts',
  'measures',
  'pillars',
  'statuses',
  'captions',
  'absent',
  'w:reason',
  'w:trend',
  'w:compare',
  'w:narrative',
  'w:difference',
  'w:growth',
  'w:increase',
  'w:decrease',
  'w:ratio',
  'w:sum',
]);

/**
 * True for an answer that leaves out what the question names or asks for. An answer that says what the report lacks, asks
 * back or declines has read the question.
 */
export function isUnread({ own, rewords }: Asked, { plan, left }: Candidate, answer: Answer): boolean {
  if (plan.kind !== 'run') return false;
  const { called } = answer;
  const searches = called.every(({ result }) => result.kind === 'passages');
  if (answer.kind === 'abstain') return searches || leavesOutName(own, answer);
  if (rewords || left.some((slot) => ASKS.has(slot) && isOwn(own, slot) && !isTold(slot, own, answer))) return true;
  // A number with what it counts, 10ポイント以上, which the reading takes for nothing.
  if (left.includes('numbers') && left.includes('topic') && isOwn(own, 'numbers')) return true;
  // "Five years in a row", which the reading takes for nothing.
  if (own.duration?.kind === 'in-a-row' && left.includes('w:steady')) return true;
  return (
    leavesOutName(own, answer) ||
    leavesOutTitle(own, answer) ||
    leavesOutFacts(own) ||
    leavesOutItems(own, answer) ||
    leavesOutReason(own, answer)
  );
}

function isOwn(own: Frame, slot: Slot): boolean {
  if (slot.startsWith('w:')) return [...own.words].some((word) => slot === `w:${word}`);
  const values = Object.entries(own).find(([name]) => name === slot)?.[1];
  return Array.isArray(values) && values.length > 0;
}

/** The answer tells what the reading had no use for: a note beside figures, or an item's text with the figure of a caption. */
function isTold(slot: Slot, { content, captions }: Frame, { called, sources, text }: Answer): boolean {
  if (slot === 'w:reason') {
    const own = new Set(called.flatMap(({ result }) => sourcesOf(result)).map(({ line }) => line));
    return own.size > 0 && sources.some(({ line }) => !own.has(line));
  }
  if (slot !== 'captions') return false;
  const folded = key(text);
  return captions.every((caption) =>
    content.split(/[\s\u3041-\u309f]+/u).some((word) => {
      const named = key(word);
      const at = named.length < SHORTEST_TOLD || !key(caption.text).includes(named) ? -1 : folded.indexOf(named);
      return at >= 0 && /\d/u.test(folded.slice(at + named.length, at + named.length + NEAR));
    }),
  );
}

/** Words shorter than this name too much, and a figure further off than this belongs to something else. Characters. */
const SHORTEST_TOLD = 3;
const NEAR = 8;

/** Where the figures of a result stand. */
function sourcesOf(result: Called['result']): readonly SourceRef[] {
  switch (result.kind) {
    case 'figures':
    case 'series':
      return result.figures.map((f) => f.source);
    case 'calculation':
      return result.inputs.map((f) => f.source);
    default:
      return [];
  }
}

/** A measure, account, section or pillar that was named and that no call asks for and no result has. */
function leavesOutName(own: Frame, { called, text }: Answer): boolean {
  const spoken = key(`${JSON.stringify(called.map(({ call }) => call.args))}${text}`);
  const mentions = [...own.measures, ...own.accounts, ...own.sections.map((s) => [s]), ...own.pillars.map((p) => [p])];
  return called.some(isOfFigures) && mentions.some((names) => !names.some((name) => spoken.includes(key(name))));
}

/** An item that was named and that no result has. */
function leavesOutTitle(own: Frame, { called }: Answer): boolean {
  const found = called.flatMap(({ result }) => itemsOf(result));
  const isFound = (ref: ItemRef): boolean => found.some((f) => f.kind === ref.kind && f.number === ref.number);
  return found.length > 0 && own.titles.some((refs) => !refs.some(isFound));
}

/** A fact was asked of several items, of which only the rows are told. */
function leavesOutFacts({ items, titles, want }: Frame): boolean {
  return items.length + titles.length > 1 && want !== null && want !== 'reason' && want !== 'plan' && want !== 'amount';
}

/** Items were asked for, and only figures were found. */
function leavesOutItems(own: Frame, { called }: Answer): boolean {
  if (!own.words.has('item') || !own.words.has('owner') || own.items.length + own.titles.length > 0) return false;
  // Who has most or none of them, or what part, is a figure.
  const ofFigure = speaksOf(own, 'highest', 'lowest', 'ranking', 'share', 'percent', 'lacking');
  if (own.measures.length === 0 && ofFigure) return false;
  return called.every(isOfFigures);
}

/** A reason was asked for, and what was found gives none. */
function leavesOutReason(own: Frame, answer: Answer): boolean {
  const { called } = answer;
  if (!own.words.has('reason') || isTold('w:reason', own, answer)) return false;
  const moves = own.words.has('increase') || own.words.has('decrease');
  const isGiven = (sentence: string): boolean => isReason(sentence) || (moves && MOVED_AFTER.test(sentence));
  return called.every(({ result }) => {
    if (result.kind === 'passages') return !result.hits.slice(0, 1).some((hit) => hit.sentences.some(isGiven));
    return !['items', 'contents', 'text-comparison'].includes(result.kind);
  });
}

function isOfFigures({ result }: Called): boolean {
  return ['figures', 'series', 'ranking', 'no-ranking', 'calculation', 'no-calculation', 'progress'].includes(
    result.kind,
  );
}

function isReason(sentence: string): boolean {
  return REASON_SHAPE.test(sentence);
}
