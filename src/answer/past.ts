import type { Frame, Topic } from './frame.ts';

/** So far back a conversation is followed. Topics. */
const MOST = 4;

/** Slots that tell one topic from another. */
const TOPIC_SLOTS = ['accounts', 'sections', 'items', 'titles', 'pillars', 'measures', 'statuses', 'topic'] as const;

/** What a conversation was about before `now`: what it was about just before, unless it still is. */
export function pastOf(now: Topic, previous: Frame): readonly Topic[] {
  const { past, lent: _, ...last } = previous;
  const isSame = TOPIC_SLOTS.every((slot) => JSON.stringify(last[slot]) === JSON.stringify(now[slot]));
  return isSame ? past : [last, ...past].slice(0, MOST);
}

/**
 * さっきの国保: the conversation as it was when it was about what the question names, or before it changed the last time. Null
 * where it was about nothing of the kind.
 */
export function recalled(frame: Frame, previous: Frame): Frame | null {
  if (!frame.words.has('earlier')) return previous;
  const { past, lent, ...last } = previous;
  const named = subjectsOf(frame);
  const isMeant = (topic: Topic): boolean => subjectsOf(topic).some((name) => named.includes(name));
  const meant = named.length === 0 ? past[0] : [last, ...past].find(isMeant);
  return meant ? { ...meant, past, lent } : null;
}

function subjectsOf({ accounts, sections, items, titles, pillars, measures, topic }: Topic): string[] {
  const refs = [...items, ...titles.flat()].map(({ kind, number }) => `${kind} ${number}`);
  return [...accounts.flat(), ...sections, ...pillars, ...measures.flat(), ...refs, ...topic.map((t) => t.typed)];
}
