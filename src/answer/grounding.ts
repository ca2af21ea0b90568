import { latest } from '../report/fiscal-year.ts';
import { key, sentences } from '../search/text.ts';
import type { Ungrounded } from './grounding/facts.ts';
import { type DraftGrounds, groundOf } from './grounding/ground.ts';
import { withoutHeadUnit } from './grounding/head-unit.ts';
import { namesIn, withLayoutSaid } from './grounding/layout.ts';
import type { Cited } from './grounding/places.ts';
import { blanksIn, withoutQuotations, withQuotedTitles } from './grounding/quotations.ts';
import { checkSentence } from './grounding/sentence.ts';
import { both, isBare, listAhead, NO_TOPIC, type Said, topicOf } from './grounding/topic.ts';
import { ENGLISH_END, LINK } from './wording-grounding.ts';
import { LIST_MARK } from './wording-grounding-layout.ts';

/** What a draft says beyond the results, and where what it says stands. */
export interface DraftCheck {
  readonly problems: readonly Ungrounded[];
  /** In the order in which the draft speaks of them; those of one table have it in common. */
  readonly sources: readonly Cited[];
}

/**
 * What a draft says that the results do not: figures, years, items, statuses, names and quotations, each looked up for
 * what the draft says it is of; and what it says rose, fell or leads. What only the asker said may be repeated where it
 * is denied or said not to be there, and nowhere else. No problem is left in a draft that may be shown.
 */
export function checkDraft(draft: string, grounds: DraftGrounds): DraftCheck {
  const ground = groundOf(grounds);
  let topic = topicOf(ground.asked, NO_TOPIC);
  const quoted: string[][] = [];
  let blanks = 0;
  const names = namesIn((line) => ground.read(line, null));
  const text = withLayoutSaid(withoutHeadUnit(draft, ground.evidence.facts), names);
  const said = saidIn(withoutQuotations(text, ground, quoted));
  // No link, wherever it stands: one that was planted in a report would stand in a result.
  const links = [...draft.normalize('NFKC').matchAll(LINK)].map(([text]): Ungrounded => ({ kind: 'link', text }));
  const problems: Ungrounded[] = [...links];
  const sources: Cited[] = [];
  for (const [i, { text: sentence, ...place }] of said.entries()) {
    const quotes = quoted.slice(blanks, blanks + blanksIn(sentence));
    blanks += quotes.length;
    const read = ground.read(sentence, latest(topic.years ?? []) ?? null);
    const claims = withQuotedTitles(read, quotes, grounds.vocabulary.titledOnly);
    const next = i === 0 && isBare(claims) ? said[1] : undefined;
    // A leading yes or no is of what the sentence behind it is about.
    const before = next ? topicOf(ground.read(next.text, null), topic) : topic;
    topic = topicOf(claims, before, place);
    const ahead = place.isListed ? null : listAhead(said.slice(i + 1), (line) => ground.read(line, null));
    const checked = checkSentence(sentence, claims, { ...both(before, topic), ahead }, ground);
    for (const { facts } of checked.backed) for (const fact of facts) ground.told.add(fact);
    problems.push(...checked.problems);
    sources.push(...checked.sources);
  }
  for (const text of quoted.flat()) {
    const from = ground.evidence.sentences.find((s) => key(s.text).includes(key(text)));
    if (from?.source) sources.push({ source: from.source, table: null });
  }
  return { problems, sources };
}

/** The sentences of a draft, each with whether a list has it, and whether a line of that begins with it. */
function saidIn(text: string): Said[] {
  return text.split('\n').flatMap((line) => {
    const isListed = LIST_MARK.test(line);
    const parts = sentences(line).flatMap((sentence) => sentence.split(ENGLISH_END));
    return parts.map((part, i) => ({ text: part, isListed, isFirst: i === 0 }));
  });
}
