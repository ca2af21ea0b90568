import { STATUSES } from '../tools/progress-figures.ts';
import type { Bearings } from './bearings.ts';
import { type Frame, speaksOf } from './frame.ts';
import { insideItem } from './inside-item.ts';
import { leavesOpen, setsKind } from './open-question.ts';
import { bothOf, ofTwo, setAgainst } from './pairs-in-context.ts';
import { namesNothing, pointed } from './pointing.ts';
import { wordsInContext } from './words-in-context.ts';
import { yearsInContext } from './years-in-context.ts';

/**
 * A follow-up is the previous frame with the new slots laid over it: 「R1は？」 after 「項目23の状況は？」 asks for item 23
 * in R1. A question that names its own subject and kind stands alone.
 */
export function withContext(asked: Frame, previous: Frame, bearings: Bearings): Frame {
  const { leadsAway, haveTable } = bearings;
  const own = complementOf(sinceThen(ofListed(ofWhom(asked, previous), previous), previous), previous);
  const frame = ofSign(insideItem(own, previous, bearings), previous);
  const known = frame.topic.filter(leadsAway).length;
  const read = setAgainst(ofTwo(shareInItem(inOrder(named(frame, previous), previous), previous), previous), previous);
  return pointed(frame, previous) ?? laidOver(read, ofSameKind(frame, previous, haveTable), known);
}

/** 赤字 names balances as well: of the one that was talked about it only asks for the sign. */
function ofSign(frame: Frame, { measures }: Frame): Frame {
  const [named, another] = frame.measures;
  const [before, second] = measures;
  if (!named || another || !before || second || frame.accounts.length > 0) return frame;
  // A name of its own means one measure.
  const isSame = named.length > 1 || before.includes(named[0] ?? '');
  return isSame && speaksOf(frame, 'negative', 'positive') ? { ...frame, measures: [] } : frame;
}

/** "Which section was it in R1", after a figure of a section: whose it is, and nothing that a section is in charge of. */
function ofWhom(frame: Frame, { measures, accounts }: Frame): Frame {
  const { words, language } = frame;
  const asksWhich = language === 'en' && words.has('owner') && words.has('section') && namesNothing(frame);
  if (!asksWhich || measures.length !== 1 || accounts.length > 0 || speaksOf(frame, 'item', 'plan')) return frame;
  return { ...frame, measures, words: new Set([...words].filter((word) => word !== 'owner' && word !== 'that')) };
}

/** "And those that aren't?", after those of some status. */
function complementOf(frame: Frame, { statuses }: Frame): Frame {
  if (!frame.words.has('complement') || statuses.length === 0) return frame;
  const said = statuses.flat();
  const words = new Set([...frame.words, 'list' as const].filter((word) => word !== 'complement'));
  return { ...frame, statuses: [STATUSES.filter((status) => !said.includes(status))], words };
}

/** 翌年度以降 is a status of items; after a figure it asks how that went on. */
function sinceThen(frame: Frame, { measures }: Frame): Frame {
  const isLater = frame.statuses.length === 1 && frame.statuses.flat().every((status) => status === 'later');
  if (!isLater || measures.length !== 1 || !namesNothing(frame) || speaksOf(frame, 'item', 'plan', 'count'))
    return frame;
  return { ...frame, statuses: [], words: new Set([...frame.words, 'trend', 'allYears']) };
}

/** 3番, after a list of items outside the plan: one of them. */
function ofListed(frame: Frame, { listed }: Frame): Frame {
  const [item, another] = frame.items;
  const extra = listed.find((ref) => ref.number === item?.number);
  const areOthers = listed.every((ref) => ref.kind === 'extra');
  if (!item || another || !extra || !areOthers || speaksOf(frame, 'item', 'plan')) return frame;
  return { ...frame, items: [extra], listed };
}

/** What was talked about, without the subjects of which no table has what is asked now: sections have no revenue. */
function ofSameKind({ measures }: Frame, previous: Frame, haveTable: Bearings['haveTable']): Frame {
  const asked = measures.flat();
  const can = (names: readonly string[]): boolean => asked.length === 0 || haveTable(names, asked);
  return {
    ...previous,
    sections: can(previous.sections) ? previous.sections : [],
    accounts: can(previous.accounts.flat()) ? previous.accounts : [],
  };
}

/** A stem is the name where a section or a pillar was just talked about. */
function named(frame: Frame, previous: Frame): Frame {
  const { sections, pillars } = frame.stems;
  const ofSection = frame.sections.length === 0 && sections.length > 0 && previous.sections.length > 0;
  const ofPillar = frame.pillars.length === 0 && pillars.length > 0 && previous.pillars.length > 0;
  return { ...frame, ...(ofSection ? { sections } : {}), ...(ofPillar ? { pillars } : {}) };
}

function laidOver(frame: Frame, previous: Frame, known: number): Frame {
  if (!leavesOpen(frame, previous, known)) return frame;
  const ofItems =
    previous.items.length > 0 ||
    previous.titles.length > 0 ||
    (previous.words.has('item') && !previous.words.has('count'));
  const bareItems = frame.items.length === 0 && frame.numbers.length > 0 && ofItems;
  const kind = previous.items[0]?.kind ?? previous.titles[0]?.[0]?.kind ?? 'plan';
  const items = bareItems ? frame.numbers.map((number) => ({ kind, number })) : frame.items;
  const ownItem = items.length > 0 || frame.titles.length > 0;
  const ownFigure = frame.accounts.length > 0 || frame.measures.length > 0;
  // Sections are subjects of rankings and filters of lists; they replace each other, an account and a single item.
  const ownSubject = ownItem || frame.accounts.length > 0 || frame.sections.length > 0;
  const isKind = setsKind(frame);
  // "The difference" is that of the two that were just told.
  const asksGap =
    namesNothing(frame) && frame.years.length === 0 && speaksOf(frame, 'difference', 'increase', 'decrease', 'sum');
  // Two measures of one subject, or one measure of two: never all of them crosswise.
  const isOfMeasures =
    asksGap &&
    previous.before.measures.length === 1 &&
    previous.measures.length === 1 &&
    previous.accounts.length + previous.sections.length < 2;
  const years = yearsInContext(frame, previous, asksGap);
  const keep = <T>(own: readonly T[], before: readonly T[], replaced: boolean): readonly T[] =>
    own.length > 0 ? own : replaced ? [] : before;
  const sections = keep(
    frame.sections,
    previous.sections,
    ownItem ||
      asksWho(frame) ||
      frame.accounts.length > 0 ||
      frame.pillars.length > 0 ||
      frame.positions.length > 0 ||
      (speaksOf(frame, 'highest', 'lowest') && !frame.words.has('either') && !asksGap),
  );
  const accounts = keep(
    frame.accounts,
    previous.accounts,
    ownItem || frame.sections.length > 0 || frame.pillars.length > 0,
  );
  const words = wordsInContext(frame, previous, asksGap);
  // The previous subject was found by its words only: they are what "it" means.
  const byWords =
    !ownSubject &&
    !ownFigure &&
    frame.pillars.length === 0 &&
    previous.items.length +
      previous.titles.length +
      previous.accounts.length +
      previous.measures.length +
      previous.sections.length ===
      0;
  // By how much it moved is asked of what was told.
  const asksMoved =
    speaksOf(frame, 'difference', 'growth') &&
    namesNothing(frame) &&
    frame.topic.length === 0 &&
    frame.want !== 'reason';
  const topic = byWords && !bareItems ? [...previous.topic, ...frame.topic] : frame.topic;
  return {
    ...frame,
    items: keep(items, previous.items, ownSubject || ownFigure || frame.pillars.length > 0),
    titles: keep(frame.titles, previous.titles, ownSubject || ownFigure || frame.pillars.length > 0),
    numbers: bareItems ? [] : frame.numbers,
    ...(speaksOf(frame, 'either', 'both') || (asksGap && !isOfMeasures && previous.before.years.length === 0)
      ? bothOf(frame, sections, accounts, previous)
      : { sections, accounts }),
    before: replaced(frame, previous, years),
    // Another of the list may be asked for next.
    listed: previous.items.length === 1 && !ownSubject && !ownFigure ? previous.listed : [],
    measures: keep(
      frame.measures,
      isOfMeasures ? [...previous.before.measures, ...previous.measures] : previous.measures,
      ownItem || frame.pillars.length > 0 || frame.statuses.length > 0,
    ),
    pillars: keep(
      frame.pillars,
      previous.pillars,
      ownItem || ownFigure || frame.sections.length > 0 || frame.words.has('whole'),
    ),
    policies: keep(frame.policies, previous.policies, ownSubject || frame.pillars.length > 0),
    statuses: keep(frame.statuses, previous.statuses, ownItem || ownFigure || frame.words.has('notDone')),
    stages: keep(frame.stages, previous.stages, ownItem || ownFigure || frame.statuses.length > 0),
    years,
    captions: keep(frame.captions, previous.captions, ownSubject || ownFigure || frame.quantity !== null),
    stems:
      ownSubject ||
      ownFigure ||
      frame.words.has('whole') ||
      frame.stems.sections.length + frame.stems.pillars.length > 0
        ? frame.stems
        : previous.stems,
    count: frame.count ?? (frame.positions.length === 0 ? previous.count : null),
    positions: keep(
      frame.positions,
      previous.positions,
      frame.count !== null || frame.sections.length > 0 || speaksOf(frame, 'highest', 'lowest'),
    ),
    limit: frame.limit ?? (isKind || ownItem ? null : previous.limit),
    want: frame.want ?? (isKind || ownItem ? null : previous.want),
    words,
    topic,
    content:
      byWords || frame.content === '' || asksMoved ? `${previous.content} ${frame.content}`.trim() : frame.content,
  };
}

/** "Which sections …" is asked of all of them, whatever was talked about. */
function asksWho(frame: Frame): boolean {
  const ofFigures = frame.measures.length > 0 || speaksOf(frame, 'above', 'below');
  return frame.words.has('section') && ofFigures && !speaksOf(frame, 'either', 'among') && !pointsAtOne(frame);
}

/** その課: but "how many sections are above it" is asked of all. */
function pointsAtOne(frame: Frame): boolean {
  return frame.words.has('that') && !(frame.words.has('count') && speaksOf(frame, 'above', 'below'));
}

/** The subjects, or the years, that a follow-up puts others in the place of. */
function replaced(
  frame: Frame,
  { sections, accounts, measures, before, years, result }: Frame,
  now: Frame['years'],
): Frame['before'] {
  if (frame.sections.length > 0 || frame.accounts.length > 0) return { sections, accounts, measures: [], years: [] };
  if (frame.measures.length > 0 && measures.length > 0) return { sections: [], accounts: [], measures, years: [] };
  const told = years.length === 0 && result.year ? [result.year] : years;
  return now.join() === told.join() || now.length === 0 ? before : { ...before, years: told };
}

const SHARES: ReadonlySet<string> = new Set(['share', 'percent', 'ratio', 'then']);

/** "And in percent?", after one item: what its text gives, and no share of all items. */
function shareInItem(frame: Frame, previous: Frame): Frame {
  const isBare = namesNothing(frame) && frame.statuses.length === 0 && [...frame.words].every((w) => SHARES.has(w));
  const ofItem = previous.items.length + previous.titles.length === 1 && previous.measures.length === 0;
  return isBare && ofItem && frame.words.has('share') ? { ...frame, words: new Set(), want: 'percent' } : frame;
}

/** "The next one", after a ranking: the place behind those that were told; 2位との差: from the place that was told. */
function inOrder(frame: Frame, previous: Frame): Frame {
  const [place, another] = frame.positions;
  const told = previous.positions.at(-1) ?? previous.count ?? 1;
  const leads = previous.result.subjects.length === 1 || previous.sections.length + previous.accounts.length === 1;
  const asksGap = frame.words.has('difference') && place !== undefined && another === undefined && place !== told;
  if (asksGap && leads && namesNothing(frame) && previous.measures.length === 1)
    return { ...frame, positions: [told, place].sort((a, b) => a - b) };
  const ranked = speaksOf(previous, 'highest', 'lowest', 'ranking') || previous.positions.length > 0;
  if (!frame.words.has('next') || !namesNothing(frame) || !ranked) return frame;
  return { ...frame, positions: [told + 1] };
}
