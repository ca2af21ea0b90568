import { sameItem } from '../report/library.ts';
import type { PlanItem, Report } from '../report/model.ts';
import { key } from '../search/text.ts';
import type { Frame, Topic } from './frame.ts';
import type { ItemRef } from './meaning.ts';

/** Shorter titles stand in other words. Characters. */
const LEAST_TITLE = 4;

/**
 * True for a question with the whole title of an item that an older report has, and the newer one has no more; not where
 * it names an item of the newer one as well, or one whose longer title has that of the old one in it.
 */
export function namesLostItem(question: string, older: Report, newer: Report): boolean {
  const asked = key(question);
  const isNamed = ({ title }: PlanItem): boolean => title.length >= LEAST_TITLE && asked.includes(key(title));
  return older.items.some((item) => isNamed(item) && !sameItem(item, newer)) && !newer.items.some(isNamed);
}

/** What a conversation was about, as another report has it: items by their title, for their numbers change. Null for another city. */
export function inReport(frame: Frame, from: Report, to: Report): Frame | null {
  if (from.city === null || from.city !== to.city) return null;
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
