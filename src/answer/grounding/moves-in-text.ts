import { latest, startOf } from '../../report/fiscal-year.ts';
import type { Status } from '../../report/model.ts';
import { PROGRESS } from '../../tools/status-changes.ts';
import { FROM_BEHIND } from '../wording-grounding.ts';
import { DENIED_SOON, FALLS, RISES } from '../wording-grounding-order.ts';
import type { Backed } from './check.ts';
import type { Claims } from './claims.ts';
import type { Way } from './course.ts';
import type { Evidence } from './evidence.ts';
import { isSame } from './facts.ts';
import type { Topic } from './labels.ts';
import { itemsAbout } from './topic.ts';
import { isForeign, wordsIn } from './words.ts';

/**
 * Of two figures of running text the one of the later year lies on the side that is said; of more, each pair from one to the other.
 * Null where none are told so.
 */
export function movedBetween(inText: readonly Backed[], wanted: Way, text: string): boolean | null {
  if (inText.length > 2) {
    const pairs = inText.flatMap((first, i) => {
      const second = inText[i + 1];
      return second && FROM_BEHIND.test(text.slice(first.number.end))
        ? [movedBetween([first, second], wanted, text)]
        : [];
    });
    return pairs.length > 0 ? pairs.every((went) => went === true) : null;
  }
  const told = inText.flatMap(({ number, facts: [fact] }) => {
    const year = fact && latest(fact.years);
    return fact && year ? [{ unit: number.unit, value: fact.value, at: startOf(year) }] : [];
  });
  const [a, b] = told.toSorted((x, y) => x.at - y.at);
  if (!a || !b || told.length !== 2 || a.unit !== b.unit || a.at === b.at) return null;
  return Math.sign(b.value - a.value) === wanted;
}

/** What an item is said to have done to a figure of its text: the text has to say that it went that way, of the same noun. */
export function movedInText(
  match: RegExpExecArray,
  { text, items, statuses }: Claims,
  topic: Topic,
  wanted: Way,
  evidence: Evidence,
  inText: readonly Backed[],
): boolean {
  if (statuses.length > 0 && wanted === 0) return true;
  const named = itemsAbout({ items }, topic, evidence);
  const figures = inText.flatMap((b) => b.facts.flatMap((f) => f.inText?.sentence ?? []));
  const own =
    figures.length > 0
      ? figures
      : evidence.sentences
          .filter((s) => named.length === 0 || (s.item !== null && named.includes(s.item)))
          .map((s) => s.text);
  const isTranslated = isForeign(text);
  const nouns = wordsBefore(text.slice(0, match.index));
  const isOf = (said: string): boolean =>
    isTranslated || figures.length > 0 || nouns.some((noun) => said.includes(noun));
  const denied = DENIED_SOON.test(text.slice(match.index + match[0].length));
  return own.some((said) => {
    if (!isOf(said)) return false;
    if (said.includes(match[0])) return true;
    if (wanted === 0 || wanted === 'both' || denied) return false;
    const [same, other] = wanted > 0 ? [RISES, FALLS] : [FALLS, RISES];
    return same.test(said) && !other.test(said);
  });
}

/** Whether the items that are named went from one status to another so, as the statuses that are said do. */
export function statusMoved({ statuses, items }: Claims, topic: Topic, wanted: Way, evidence: Evidence): boolean {
  const way = (a: Status | undefined, b: Status | undefined): boolean =>
    a !== undefined && b !== undefined && Math.sign(PROGRESS[b] - PROGRESS[a]) === wanted && (wanted !== 0 || a === b);
  const said = statuses.flatMap((m) => m.value);
  if (new Set(said).size > 1) return way(said[0], said.at(-1));
  const named = itemsAbout({ items }, topic, evidence);
  return (
    named.length > 0 &&
    named.every((item) => {
      const own = evidence.statuses.filter((s) => isSame(s.item, item));
      const [before, after] = own.toSorted((a, b) => startOf(a.year) - startOf(b.year)).slice(-2);
      return way(before?.status, after?.status);
    })
  );
}

/** Pairs of kanji and katakana words that stand before a verb. */
function wordsBefore(text: string): string[] {
  const clause = text
    .split(/[、。]/u)
    .slice(-2)
    .join(' ');
  return wordsIn(clause);
}
