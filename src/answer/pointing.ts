import { type Frame, speaksOf } from './frame.ts';
import type { WordKey } from './lexicon.ts';
import type { ItemRef } from './meaning.ts';
import { isOfOneItem, SUBJECTS, setsKind } from './open-question.ts';
import { relativeYears } from './years-in-context.ts';

/** Words that point, and say nothing more once it is known at what. */
const POINTERS = ['that', 'sameYear', 'section', 'others', 'among', 'next', 'first', 'last', 'pillar'] as const;

/**
 * A follow-up that points at something in the answer before it: an item of the list, the one that a ranking named, the
 * sections in charge. Null when it points at nothing there.
 */
export function pointed(frame: Frame, previous: Frame): Frame | null {
  const chosen = chosenOf(frame, previous);
  if (chosen) return chosen;
  const item = listedAt(frame, previous);
  if (item)
    return {
      ...frame,
      items: [item],
      positions: [],
      numbers: [],
      stated: [],
      topic: [],
      words: without(frame),
      listed: previous.listed,
    };
  // "Which has most items", after the pillars.
  if (
    previous.result.pillars.length > 1 &&
    namesNothing(frame) &&
    frame.words.has('item') &&
    speaksOf(frame, 'highest', 'lowest')
  )
    return { ...frame, words: new Set([...frame.words, 'pillar']) };
  if (doubtsOwner(frame, previous))
    return {
      ...frame,
      items: previous.items,
      titles: previous.titles,
      words: new Set([...without(frame), 'owner']),
      listed: previous.listed,
    };
  const ofRanked = rankedOf(frame, previous);
  if (ofRanked) return ofRanked;
  if (asksEach(frame, previous))
    return {
      ...frame,
      items: previous.listed,
      listed: previous.listed,
      content: frame.content === '' ? previous.content : frame.content,
    };
  const pillar = pillarAt(frame, previous);
  if (pillar)
    return {
      ...frame,
      pillars: [pillar],
      positions: [],
      content: `${pillar} ${frame.content}`,
      words: new Set([...without(frame), 'list', 'item']),
    };
  const own = previous.result.itemPillar;
  // "The same pillar", after one item.
  if (own && frame.words.has('that') && frame.words.has('pillar') && namesNothing(frame))
    return { ...frame, pillars: [own], words: without(frame) };
  if (pointsAtPillar(frame, previous))
    return {
      ...frame,
      pillars: previous.result.pillars,
      years: frame.years.length > 0 ? frame.years : previous.years,
      numbers: [],
      words: without(frame),
    };
  const owners = sectionsPointedAt(frame, previous);
  if (owners) return { ...frame, sections: owners, words: new Set([...without(frame), 'list', 'item']) };
  if (asksOthers(frame, previous))
    return { ...frame, sections: previous.result.subjects, words: new Set([...without(frame), 'list', 'item']) };
  return pointsAtSubject(frame, previous) ? ofResult(frame, previous) : null;
}

/** "The first one", "2" or "both", after a question back: the question before, of what is chosen. */
function chosenOf(frame: Frame, previous: Frame): Frame | null {
  const { accounts, measures } = previous.offered;
  // 2番 is read as an item elsewhere.
  const [item, more] = frame.items;
  const isBare = namesNothing({ ...frame, items: item && !more && !frame.words.has('item') ? [] : frame.items });
  if (accounts.length + measures.length === 0 || !isBare) return null;
  const one = <T>(of: readonly T[]): readonly T[] => {
    const [place] = [...frame.positions, ...frame.numbers, ...frame.items.map((ref) => ref.number)];
    if (frame.words.has('first')) return of.slice(0, 1);
    if (frame.words.has('last')) return of.slice(-1);
    if (speaksOf(frame, 'both', 'list')) return of;
    return place === undefined ? [] : of.slice(place - 1, place);
  };
  const [ofAccounts, ofMeasures] = [one(accounts), one(measures)];
  if (ofAccounts.length + ofMeasures.length === 0) return null;
  return {
    ...previous,
    language: frame.language,
    ...(ofAccounts.length > 0 ? { accounts: ofAccounts.map((name) => [name]) } : {}),
    ...(ofMeasures.length > 0 ? { measures: ofMeasures.map((name) => [name]) } : {}),
    unsure: false,
  };
}

/** "The second one", "the last one", after a list of items; or the only one that was listed. */
function listedAt(frame: Frame, previous: Frame): ItemRef | undefined {
  const [position, another] = frame.positions;
  const isOpen = namesNothing(frame) && !speaksOf(frame, 'section', 'pillar', 'policy', 'account', 'table');
  const isRank = speaksOf(frame, 'highest', 'lowest', 'ranking');
  if (another !== undefined || !isOpen || isRank || previous.measures.length + frame.numbers.length > 0) return;
  if (position === undefined && frame.words.has('last')) return previous.listed.at(-1);
  if (position === undefined && frame.words.has('first')) return previous.listed[0];
  if (position === undefined && frame.words.has('next')) return behind(previous) ?? numberedNext(previous);
  const asksMore = speaksOf(frame, 'owner', 'that', 'narrative', 'reason', 'schedule', 'outline', 'plans', 'when');
  const isOnly = previous.listed.length === 1 && previous.items.length === 0 && asksMore;
  return position === undefined ? (isOnly ? previous.listed[0] : undefined) : previous.listed[position - 1];
}

/** The item behind the one that was told of, in the list that had it. */
function behind({ items: [told], listed }: Frame): ItemRef | undefined {
  const at = listed.findIndex((ref) => ref.kind === told?.kind && ref.number === told.number);
  return at < 0 ? undefined : listed[at + 1];
}

/** The item of the next number, where no list was told. */
function numberedNext({ items, titles, listed }: Frame): ItemRef | undefined {
  const [only, another] = [...items, ...titles.flat()];
  return only && !another && listed.length < 2 ? { ...only, number: only.number + 1 } : undefined;
}

/** "Is it not Finance?", after the section in charge of an item. */
function doubtsOwner(frame: Frame, previous: Frame): boolean {
  const isBare = frame.topic.length === 0 && namesNothing({ ...frame, sections: [] }) && frame.years.length === 0;
  const asksOther = setsKind({ ...frame, words: new Set([...frame.words].filter((word) => word !== 'owner')) });
  const isOne = frame.sections.length === 1 && isBare && !asksOther && !speaksOf(frame, 'then', 'item');
  return isOne && frame.asksWhether && isOfOneItem(previous) && previous.words.has('owner');
}

/** "The average of those five", その3課のH29: of all that the ranking before told. */
function rankedOf(frame: Frame, previous: Frame): Frame | null {
  const { ranked } = previous.result;
  const counts = [...frame.stated, ...frame.numbers, ...(frame.count === null ? [] : [frame.count])];
  const isThose = counts.length > 0 ? counts.includes(ranked.length) : speaksOf(frame, 'each', 'that', 'among');
  const isAsked = speaksOf(frame, 'average', 'sum') || (frame.years.length > 0 && counts.includes(ranked.length));
  const isOpen = namesNothing(frame) && frame.positions.length === 0 && frame.statuses.length === 0;
  const ofFigures = previous.measures.length > 0 && previous.result.pillars.length === 0;
  if (ranked.length < 2 || !ofFigures || !isThose || !isAsked || !isOpen) return null;
  const ofAccounts = previous.words.has('account') || previous.accounts.length > 0;
  return {
    ...frame,
    ...(ofAccounts ? { accounts: ranked.map((name) => [name]) } : { sections: ranked }),
    measures: previous.measures,
    years: frame.years.length > 0 ? frame.years : previous.result.year ? [previous.result.year] : previous.years,
    numbers: [],
    stated: [],
    count: null,
    words: new Set([...without(frame)].filter((word) => word !== 'whole' && word !== 'among')),
  };
}

/** A longer list is not told item by item. */
const MOST_EACH = 6;

/** "From when is each?", after a list of a few items. */
function asksEach(frame: Frame, { listed }: Frame): boolean {
  const asks = speaksOf(frame, 'schedule', 'when', 'whichYear', 'starting', 'owner', 'status', 'reason', 'narrative');
  return frame.words.has('each') && asks && namesNothing(frame) && listed.length > 1 && listed.length <= MOST_EACH;
}

/** "The third one", after a list of pillars. */
function pillarAt(frame: Frame, { result }: Frame): string | undefined {
  const [position, another] = frame.positions;
  if (position === undefined || another !== undefined || !namesNothing(frame)) return;
  return result.pillars.length > 1 ? result.pillars[position - 1] : undefined;
}

/** "Its items", after a ranking of pillars. */
function pointsAtPillar(frame: Frame, previous: Frame): boolean {
  const { pillars } = previous.result;
  const asksItems = speaksOf(frame, 'item', 'count', 'notDone', 'share', 'implement') || frame.statuses.length > 0;
  const areThose = speaksOf(frame, 'that', 'among') || (frame.words.has('each') && pillars.length > 1);
  const areSoMany = frame.numbers.every((n) => n === pillars.length);
  return asksItems && areThose && areSoMany && namesNothing(frame) && pillars.length > 0;
}

/** "The items of that section", after figures of it. */
function sectionsPointedAt(frame: Frame, previous: Frame): readonly string[] | null {
  const asksItems = speaksOf(frame, 'item', 'plan', 'owner') && frame.measures.length === 0;
  if (!frame.words.has('that') || !frame.words.has('section') || !asksItems || !namesNothing(frame)) return null;
  const sections = hasSubject(previous) ? previous.result.subjects : previous.sections;
  return sections.length > 0 && previous.measures.length > 0 ? sections : null;
}

/** "What else do they have?", after an item: what else its sections are in charge of; but which other sections is asked of the item. */
function asksOthers(frame: Frame, previous: Frame): boolean {
  if (speaksOf(frame, 'section', 'owner') && !speaksOf(frame, 'item', 'that')) return false;
  // Of another status there may be others anywhere.
  if (frame.statuses.length > 0) return false;
  return frame.words.has('others') && namesNothing(frame) && previous.measures.length === 0 && hasSubject(previous);
}

/** "That section", or "its" other measure, after a ranking; how far it is from the average; the section in charge. */
function pointsAtSubject(frame: Frame, previous: Frame): boolean {
  if (!hasSubject(previous)) return false;
  const isOpen = frame.sections.length + frame.accounts.length + frame.items.length + frame.titles.length === 0;
  const ofFigure = previous.measures.length > 0 && previous.sections.length + previous.accounts.length === 0;
  const asksHowMany = frame.words.has('count') && speaksOf(frame, 'above', 'below');
  if (!isOpen || asksHowMany) return false;
  if (ofFigure && frame.words.has('average') && speaksOf(frame, 'difference', 'compare', 'above', 'below')) return true;
  // "Which section is in charge of it" asks for one.
  const asksWhich = frame.language === 'en' && frame.words.has('owner');
  const ofIt =
    (frame.words.has('section') && !asksWhich) ||
    (ofFigure && frame.words.has('yearBefore')) ||
    (frame.measures.length > 0 && previous.measures.length > 0);
  const asksFigure = frame.words.has('value') || frame.want !== null || frame.years.length > 0 || asksMove(frame);
  return frame.words.has('that') && (ofIt || (ofFigure && asksFigure));
}

function asksMove(frame: Frame): boolean {
  return speaksOf(frame, 'improved', 'worsened', 'increase', 'decrease', 'change');
}

function ofResult(asked: Frame, previous: Frame): Frame {
  const years = relativeYears(asked, previous);
  const frame = asksMove(asked) ? { ...asked, words: new Set<WordKey>([...asked.words, 'change']) } : asked;
  return {
    ...frame,
    sections: previous.result.subjects,
    measures: frame.measures.length > 0 ? frame.measures : previous.measures,
    years: years.length > 0 ? years : previous.years,
    words: without(frame),
  };
}

function hasSubject({ result }: Frame): boolean {
  return result.subjects.length > 0;
}

/** True for a question that names nothing of the report. */
export function namesNothing(frame: Frame): boolean {
  return SUBJECTS.every((slot) => slot === 'numbers' || frame[slot].length === 0);
}

function without({ words }: Frame): Frame['words'] {
  const pointers: ReadonlySet<string> = new Set(POINTERS);
  return new Set([...words].filter((word) => !pointers.has(word)));
}
