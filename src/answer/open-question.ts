import { PLAN_CHANGES } from '../tools/plan-changes.ts';
import { type Frame, speaksOf } from './frame.ts';

/** Words by which a question speaks of the items of the plan, or of the report, as such. */
const SET_WORDS = [
  'item',
  'pillar',
  'plan',
  'extra',
  'improved',
  'worsened',
  'notDone',
  'noOwner',
  'legend',
  'help',
  'contents',
  'whole',
  'issued',
  'opinion',
  'mine',
  'table',
  'digest',
] as const;
const ORDER_WORDS = ['count', 'share', 'highest', 'lowest', 'ranking', 'worst', 'best', 'account'] as const;
/** Slots that say what a question is about. */
export const SUBJECTS = [
  'items',
  'titles',
  'numbers',
  'sections',
  'accounts',
  'measures',
  'pillars',
  'policies',
  'captions',
  'absent',
] as const;
/** Words that set the kind of question; a follow-up that brings one asks that instead. */
export const KINDS: ReadonlySet<string> = new Set([
  'status',
  'owner',
  'schedule',
  'starting',
  'narrative',
  'outline',
  'reason',
  'list',
  'count',
  'share',
  'highest',
  'lowest',
  'ranking',
  'rankOf',
  'above',
  'below',
  'difference',
  'sum',
  'ratio',
  'growth',
  'trend',
  'compare',
  'whichYear',
  'average',
  'legend',
  'help',
  'contents',
  'increase',
  'decrease',
  'change',
  'improved',
  'worsened',
  'when',
  'digest',
  'note',
  ...PLAN_CHANGES,
]);

export function setsKind({ words }: Frame): boolean {
  return [...words].some((word) => KINDS.has(word));
}

/** One item was talked about, by whatever names. */
export function isOfOneItem({ items, titles }: Frame): boolean {
  return new Set([...items, ...titles.flat()].map((ref) => `${ref.kind} ${ref.number}`)).size === 1;
}

/** Nothing but a passage was found for it. */
function isOfText(previous: Frame): boolean {
  return previous.topic.length > 0 && SUBJECTS.every((slot) => previous[slot].length === 0);
}

/** True when the question does not say by itself what it is about; `known`: how many of its left-over words lead elsewhere. */
export function leavesOpen(frame: Frame, previous: Frame, known: number): boolean {
  const named = SUBJECTS.filter((slot) => frame[slot].length > 0);
  const continues = speaksOf(frame, 'then', 'that', 'sameYear', 'either', 'next', 'among');
  const [set] = SET_WORDS.filter((word) => frame.words.has(word));
  const isKind = setsKind(frame);
  const ofItems = previous.items.length > 0 || previous.titles.length > 0;
  const ofFigures = previous.accounts.length > 0 || previous.measures.length > 0;
  // "Which items fell back?" asks of the plan, whatever was talked about; a ranking or a count asks nothing of an item.
  const ofAverage = set === 'whole' && frame.words.has('average') && ofFigures;
  // 全部で何団体: of what the text of an item names.
  const ofText = set === 'whole' && ofItems && !isKind && (frame.topic.length > 0 || frame.words.has('counter'));
  // 前の年より良くなった: of a figure, or of one item, it is a move.
  const ofOne = ofItems ? isOfOneItem(previous) : ofFigures;
  const ofMove = ofOne && !speaksOf(frame, 'item', 'list', 'count') && speaksOf(frame, 'improved', 'worsened');
  const ownSet = set !== undefined && !ofAverage && !ofText && !ofMove && (isKind || ofItems || ofFigures);
  // But of what its text speaks of there may be a count.
  const ofItsText = frame.topic.length > 0 && known === 0;
  const ownOrder = ofItems && !ofFigures && !ofItsText && ORDER_WORDS.some((word) => frame.words.has(word));
  if (named.length === 0 && !continues && (ownSet || ownOrder)) return false;
  // 市全体の残業: a figure of the whole is one of nobody who was talked about.
  if (set === 'whole' && frame.measures.length > 0 && !ofAverage && !continues) return false;
  // Which have none is asked of all of them.
  if (named.length === 0 && frame.words.has('lacking') && speaksOf(frame, 'section', 'pillar')) return false;
  // After a passage of text, "how many of them are ×" can only be asked of the plan.
  if (isOfText(previous) && ((set !== undefined && isKind) || frame.statuses.length > 0)) return false;
  // The items of a named section or pillar are a question of their own.
  const ofOthers = named.some((slot) => slot !== 'items' && slot !== 'titles' && slot !== 'numbers');
  if (frame.words.has('item') && ofOthers && !continues) return false;
  if (named.length === 0) return known === 0 || continues || (known <= 1 && frame.years.length > 0);
  const [only] = named;
  if (named.length > 1 || known > 1) return continues && known === 0;
  switch (only) {
    case 'numbers':
      return ofItems || previous.words.has('item');
    case 'items':
    case 'titles':
      return !isKind && previous.items.length + previous.titles.length > 0;
    case 'sections':
    case 'accounts':
    case 'absent':
      // A figure or a list was asked of another one before.
      return previous.measures.length > 0 || !isKind || continues;
    case 'measures':
      return previous.accounts.length > 0 || previous.sections.length > 0 || previous.measures.length > 0;
    case 'pillars':
    case 'policies':
      return !isKind || continues;
    default:
      return continues;
  }
}
