import type { Bearings } from './bearings.ts';
import type { Frame } from './frame.ts';
import { isOfOneItem, setsKind } from './open-question.ts';

/**
 * The costs, after an item that speaks of costs, are those of the item; and a section or an account, after a look into the
 * text of an item that speaks of it, is that one (病院は何が評価された).
 */
export function insideItem(frame: Frame, previous: Frame, { wordsInItem }: Bearings): Frame {
  const ofItem = isOfOneItem(previous);
  const isOfOne =
    frame.accounts.length + frame.sections.length === 1 && frame.measures.length + frame.years.length === 0;
  const inText = ofItem && asksInside(previous) && isOfOne ? wordsInItem(frame.content) : [];
  if (inText.length > 0) return { ...frame, accounts: [], sections: [], topic: [...frame.topic, ...inText] };
  const isBare = frame.accounts.length + frame.sections.length + frame.years.length === 0 && !setsKind(frame);
  const said = ofItem && isBare && frame.measures.length > 0 ? wordsInItem(frame.content) : [];
  if (said.length === 0) return frame;
  return { ...frame, measures: [], topic: [...frame.topic, ...said], want: frame.want ?? 'amount' };
}

/** Something of the text of an item was asked. */
export function asksInside({ want, topic }: Frame): boolean {
  return want !== null || topic.length > 0;
}
