import type { PlanItem } from '../../report/model.ts';
import { normalise } from '../../search/text.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Evidence } from './evidence.ts';
import type { Topic } from './labels.ts';
import { itemsAbout } from './topic.ts';
import { wordsIn } from './words.ts';

/** What the results tell of the items that a sentence is about; of all items where it is about none. */
export interface Told {
  readonly named: readonly PlanItem[];
  readonly own: readonly string[];
}

export function toldOf(
  claims: Pick<Claims, 'items'>,
  topic: Topic,
  evidence: Evidence,
  backed: readonly Backed[] = [],
): Told {
  const about = itemsAbout(claims, topic, evidence);
  const named = about.length > 0 ? about : itemOf(backed);
  const said = evidence.sentences.filter((s) => s.item !== null && (named.length === 0 || named.includes(s.item)));
  const own = said.filter((s) => s.item && s.item.narrative !== '' && isOf(s.text, s.item)).map((s) => s.text);
  return { named, own };
}

/** The one item whose text has the figures that are told. */
function itemOf(backed: readonly Backed[]): readonly PlanItem[] {
  const items = new Set(backed.flatMap((b) => b.facts.flatMap((f) => f.item ?? [])));
  const [item] = items;
  return item && items.size === 1 ? [item] : [];
}

/** A sentence of what was done, and not the title or outline, which say what is wanted. */
function isOf(sentence: string, { title, outline, policy }: PlanItem): boolean {
  return [title, policy, outline].every((wanted) => wanted === null || !normalise(wanted).includes(sentence));
}

/** The sentences that have most of the words of a clause; none where they have as good as nothing of it. */
export function nearestTo(clause: string, sentences: readonly string[]): string[] {
  const words = wordsIn(clause);
  const shares = sentences.map((sentence) => ({
    sentence,
    shared: words.reduce((sum, word) => sum + (sentence.includes(word) ? weightOf(word) : 0), 0),
  }));
  const most = Math.max(0, ...shares.map((s) => s.shared));
  return most < LEAST_SHARED ? [] : shares.filter((s) => s.shared === most).map((s) => s.sentence);
}
/** Fewer words in common tell nothing. */
const LEAST_SHARED = 2;

/** A name in katakana or Latin letters tells more than a pair of kanji. */
function weightOf(word: string): number {
  return /^\p{Script=Han}/u.test(word) ? 1 : 2;
}
