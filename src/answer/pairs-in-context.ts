import { type Frame, speaksOf } from './frame.ts';
import { namesNothing } from './pointing.ts';

/** Words that set something against what was just talked about. */
const AGAINST = ['difference', 'compare', 'either', 'ratio', 'than'] as const;

/**
 * A follow-up that sets one name against what was talked about asks of both: "added to water", "is it bigger than the
 * hospital's", "which is higher, with Finance". A claim that leaves one side open means what was talked about.
 */
export function setAgainst(frame: Frame, previous: Frame): Frame {
  const adds = frame.words.has('sum') && frame.words.has('and');
  if (!adds && !speaksOf(frame, ...AGAINST)) return frame;
  const accounts = joined(frame.accounts, previous.accounts);
  const sections = joined(frame.sections, previous.sections);
  const pillars = joined(frame.pillars, previous.pillars);
  const [before] = accounts ? previous.accounts : sections ? [previous.sections] : [];
  return {
    ...frame,
    accounts: accounts ?? frame.accounts,
    sections: accounts ? frame.sections : (sections ?? frame.sections),
    pillars: accounts || sections ? frame.pillars : (pillars ?? frame.pillars),
    claim: before ? filled(frame.claim, before) : frame.claim,
  };
}

/** The one from before and the one that is named now; null where there are not just these two. */
function joined<T>(own: readonly T[], before: readonly T[]): readonly T[] | null {
  const [named, another] = own;
  const [known, further] = before;
  if (named === undefined || known === undefined || another !== undefined || further !== undefined) return null;
  return String(named) === String(known) ? null : [known, named];
}

function filled(claim: Frame['claim'], names: readonly string[]): Frame['claim'] {
  if (!claim) return null;
  const fill = (side: readonly string[]): readonly string[] => (side.length > 0 ? side : names);
  return { larger: fill(claim.larger), smaller: fill(claim.smaller) };
}

/** "Which is higher?", after one and then another: which of the two. */
export function ofTwo(frame: Frame, { before, sections, accounts }: Frame): Frame {
  const isOrder = frame.words.has('highest') !== frame.words.has('lowest');
  const other = [...before.sections, ...before.accounts.flat()];
  const wereTwo =
    before.sections.length + before.accounts.length === 1 &&
    sections.length + accounts.length === 1 &&
    !other.some((name) => sections.includes(name) || accounts.flat().includes(name));
  const asksWhich = isOrder && wereTwo && namesNothing(frame) && frame.years.length === 0;
  if (!asksWhich || speaksOf(frame, 'year', 'whichYear', 'when')) return frame;
  return { ...frame, words: new Set([...frame.words, 'either']) };
}

/** "Which of the two", "both", 3つの合計: the one that was just talked about, and the one before, or so many. */
export function bothOf(
  frame: Frame,
  sections: Frame['sections'],
  accounts: Frame['accounts'],
  previous: Frame,
): Pick<Frame, 'sections' | 'accounts'> {
  const { before, measures } = previous;
  if (measures.length > 1) return { sections, accounts };
  const [many, another] = [...frame.stated, ...frame.numbers];
  if (many !== undefined && another === undefined && many > 2) {
    const told = oneByOne(previous, many);
    if (told.length === many)
      return accounts.length > 0 ? { sections, accounts: told.map((name) => [name]) } : { sections: told, accounts };
  }
  if (sections.length === 1 && before.sections.length === 1)
    return { sections: [...before.sections, ...sections], accounts };
  const isPair = accounts.length === 1 && before.accounts.length === 1;
  return { sections, accounts: isPair ? [...before.accounts, ...accounts] : accounts };
}

/** The accounts or sections that were asked for one after the other with the same measure, the first one first. */
function oneByOne(previous: Frame, count: number): string[] {
  const alike = [previous, ...previous.past].filter((t) => t.measures.join() === previous.measures.join());
  const names = alike.flatMap(({ accounts, sections }) => (previous.accounts.length > 0 ? accounts.flat() : sections));
  return [...new Set(names)].slice(0, count).toReversed();
}
