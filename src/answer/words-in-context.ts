import { type Frame, speaksOf } from './frame.ts';
import { asksInside } from './inside-item.ts';
import type { WordKey } from './lexicon.ts';
import { isOfOneItem, KINDS, setsKind } from './open-question.ts';

/** The words of a follow-up with those before it that still hold; `asksGap`: the difference of what was told is asked. */
export function wordsInContext(frame: Frame, previous: Frame, asksGap: boolean): Frame['words'] {
  const isKind = setsKind(frame);
  const ownFigure = frame.accounts.length > 0 || frame.measures.length > 0;
  const words = new Set([
    ...(isKind || ownFigure || asksAnother(frame, previous) ? keptWords(frame, previous) : previous.words),
    ...frame.words,
  ]);
  /** Words that are said of one question only, unless they are said again. */
  const leave = (...once: readonly WordKey[]): void => {
    for (const word of once) if (!frame.words.has(word)) words.delete(word);
  };
  if (isKind || frame.want !== null) leave('period');
  // Whether it was above zero is asked, after whether it was below.
  if (frame.words.has('positive')) leave('negative');
  if (frame.words.has('negative')) leave('positive');
  // The year before is known by now.
  if (isKind) leave('yearBefore', 'yearAfter');
  // A section that is named is not asked for.
  if (frame.sections.length > 0) leave('section', 'ordinal', 'counter');
  // How much lower it is asks for no lowest one.
  if (asksGap && words.has('highest') !== words.has('lowest'))
    for (const word of ['highest', 'lowest'] as const) words.delete(word);
  leave('then', 'earlier', 'that', 'sameYear', 'samePeriod', 'instruction', 'confirm', 'next', 'among');
  const ofMove = previous.measures.length > 0 || (isOfOneItem(previous) && asksInside(previous));
  if (!ownFigure && ofMove && speaksOf(frame, 'improved', 'worsened')) words.add('change');
  // その年: the one that was asked for is known by now.
  if (frame.words.has('sameYear')) leave('highest', 'lowest', 'whichYear');
  // In which year it was highest is over once a year is named.
  const namesYear = frame.years.length > 0 || speaksOf(frame, 'latest', 'thisYear', 'lastYear');
  if (namesYear && speaksOf(previous, 'whichYear', 'year')) leave('highest', 'lowest', 'whichYear', 'year');
  // Whether it moved every year was asked of the figure before, not of that of one year.
  if (frame.measures.length > 0 && frame.years.length === 1)
    leave('steady', 'everyYear', 'increase', 'decrease', 'improved', 'worsened', 'change');
  // Items of some kind are asked for, not their digest.
  if (frame.statuses.length > 0 || speaksOf(frame, 'notDone', 'item', 'list')) words.delete('digest');
  // Another status is asked of all items, not only of those without a section.
  if (frame.statuses.length > 0 && !speaksOf(frame, 'noOwner', 'among')) words.delete('noOwner');
  if (frame.years.length > 0 || frame.words.has('lastYear'))
    leave('thisYear', 'latest', 'lastYear', 'allYears', 'nextYear');
  return words;
}

/** Something else is asked of the same: how many people passed, after how many more applied; whether it was done, after who did it. */
function asksAnother({ want, asksWhether, topic, statuses }: Frame, previous: Frame): boolean {
  const ofItem = asksWhether && isOfOneItem(previous);
  return (topic.length > 0 && (want !== null || ofItem)) || (ofItem && statuses.length > 0);
}

/** Words of the previous question that survive a new kind of question. */
function keptWords(frame: Frame, previous: Frame): Frame['words'] {
  const kept = new Set(previous.words);
  // Which has more is asked of the shares that were told.
  const ofShares =
    (previous.statuses.length > 0 && frame.words.has('either')) ||
    (previous.result.pillars.length > 0 && speaksOf(frame, 'highest', 'lowest'));
  // Of those that changed, whose they are is asked of the change as well.
  if ((setsKind(frame) || asksAnother(frame, previous)) && !frame.words.has('among'))
    for (const word of previous.words) if (KINDS.has(word) && !(word === 'share' && ofShares)) kept.delete(word);
  // The sign was one of the figure before.
  if (frame.measures.length > 0) for (const word of ['negative', 'positive'] as const) kept.delete(word);
  if (frame.words.has('highest')) kept.delete('lowest');
  if (frame.words.has('lowest')) kept.delete('highest');
  return kept;
}
