import { sameItem } from '../report/library.ts';
import type { Report } from '../report/model.ts';
import { key } from '../search/text.ts';
import type { Frame, Topic } from './frame.ts';
import type { ItemRef } from './meaning.ts';

/** Shorter titles stand in other words. Characters. */
const LEAST_TITLE = 4;

/** True for a question with the whole title of an item that an older report has, and the newer one has no more. */
export function namesLostItem(question: string, older: Report, newer: Report): boolean {
  const asked = key(question);
  return older.items.some((item) => {
    const title = key(item.title);
    return title.length >= LEAST_TITLE && asked.includes(title) && !sameItem(item, newer);
  });
}

/** What a conversation was about, as another report has it: items by their title, for their numbers change. */
export function inReport(frame: Frame, from: Report, to: Report): Frame {
  const moved = (ref: ItemRef): ItemRef[] => {
    const item = from.items.find((i) => i.kind === ref.kind && i.number === ref.number);
    const same = item && sameItem(item, to)?.item;
    return same ? [{ kind: same.kind, number: same.number }] : [];
  };
  const topicIn = <T extends Topic>(topic: T): T => ({
    ...topic,
    items: topic.items.flatMap(moved),
    titles: topic.titles.map((refs) => refs.flatMap(moved)).filter((refs) => refs.length > 0),
    listed: topic.listed.flatMap(moved),
    // Tables and captions are those of one report.
    tables: [],
    captions: [],
  });
  return { ...topicIn(frame), past: frame.past.map(topicIn) };
}
