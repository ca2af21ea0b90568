import { addYears, compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, ScheduleEntry } from '../report/model.ts';
import { sentences as sentencesOf } from '../search/text.ts';
import type { ItemsResult, ItemView } from '../tools/plan-items.ts';
import { PROGRESS } from '../tools/status-changes.ts';
import { itemTable } from './compose-item-list.ts';
import { type Frame, speaksOf } from './frame.ts';
import type { ComposeContext, Part } from './part.ts';
import { settlesOwner, verdictSentence } from './verdict.ts';
import type { StageRun } from './wording.ts';

/** Longest excerpt of a narrative in an answer about one item, in characters. */
const EXCERPT = 260;
const SHORT_EXCERPT = 120;

/**
 * One item: what was asked first, then what helps; `quoted`: what its text says of that. Several: a line each, with what
 * `quotedOf` has of it.
 */
export function composeItems(
  result: ItemsResult,
  context: ComposeContext,
  quoted: readonly string[] | null,
  quotedOf: (item: PlanItem) => readonly string[] = () => [],
): Part {
  const { words, names } = context;
  const missed = result.misses.map((m) => words.miss(m, names));
  const [only] = result.items;
  const sources = result.items.map((v) => v.item.source);
  if (!only) return { sentences: missed, sources: [], found: false, followUps: [words.followUp.whole()] };
  if (result.items.length > 1) {
    const lines = result.items.map((v) => `\n・${words.line(v.item, detailOf(v, context, quotedOf(v.item)), names)}`);
    return {
      sentences: [...missed, ...verdictSentence(settlesItems(result.items, context.frame), context), ...lines],
      sources,
      found: true,
      table: itemTable(
        result.items.map((v) => v.item),
        context,
      ),
    };
  }
  return {
    sentences: [...missed, ...oneItem(only, context, quoted)],
    sources,
    found: true,
    followUps: itemFollowUps(only.item, context),
  };
}

/** What a line about one of several items says. */
function detailOf({ item }: ItemView, context: ComposeContext, quoted: readonly string[]): string {
  const { words, names, frame, expected } = context;
  const asked = frame.years.filter((y) => item.statuses.some((s) => s.year === y));
  const shown = item.statuses
    .filter((s) => (asked.length > 0 ? asked.includes(s.year) : true))
    .toSorted((a, b) => compareYears(b.year, a.year));
  const statuses = shown.map((s) => `${words.endOf(s.year, expected.has(s.year))} ${words.status(s.status, s.print)}`);
  const asksSchedule = speaksOf(frame, 'schedule', 'starting', 'whichYear', 'when');
  const runs = asksSchedule ? stageRuns(item.schedule) : [];
  const schedule = runs.length > 0 ? [words.schedule(item, runs, names)] : [];
  const said = quoted.length > 0 ? [words.says([excerpt(quoted.join(''), SHORT_EXCERPT).join('')])] : [];
  return words.join([...statuses, ...schedule, words.owner(item.owners, names), ...said]);
}

function oneItem(view: ItemView, context: ComposeContext, quoted: readonly string[] | null): string[] {
  const { words, names, frame } = context;
  const { item } = view;
  const out: string[] = [];
  const name = words.itemName(item, names);
  const status = (): string[] =>
    statusSentences(
      view,
      out.some((sentence) => sentence.includes(name)),
      context,
    );
  const owner = words.owner(item.owners, names);
  const runs = stageRuns(item.schedule);
  const asksSchedule =
    frame.words.has('schedule') ||
    frame.words.has('starting') ||
    frame.stages.length > 0 ||
    ((frame.words.has('whichYear') || frame.words.has('when')) && !quoted?.length) ||
    (frame.words.has('when') && isToCome(item, frame)) ||
    (frame.words.has('implement') && frame.years.some((y) => item.schedule.some((e) => e.year === y)));
  const asksOwner =
    frame.words.has('owner') || frame.words.has('person') || (frame.words.has('section') && !frame.words.has('status'));
  const asksOutline = frame.words.has('outline');
  const asksInside = (quoted?.length ?? 0) > 0;
  const asksPillar = frame.words.has('pillar') || frame.words.has('policy');
  const asksStatus =
    speaksOf(frame, 'status', 'change', 'improved', 'worsened') ||
    frame.statuses.length > 0 ||
    frame.words.has('notDone');
  if (asksOwner) {
    const isTheirs = frame.asksWhether && item.owners ? settlesOwner([item], frame) : null;
    out.push(...verdictSentence(isTheirs, context), words.ownerOf(item, names));
  }
  if (asksSchedule && runs.length > 0) {
    const [year] = frame.years.filter((y) => item.schedule.some((e) => e.year === y));
    const entry = year && frame.words.has('schedule') ? item.schedule.find((e) => e.year === year) : undefined;
    out.push(words.schedule(item, runs, names), ...(entry ? [words.scheduledIn(entry)] : []));
  }
  if (asksPillar) out.push(`${words.itemName(item, names)}: `, words.pillarOf(item, names));
  if (asksInside && !asksStatus && out.length === 0) out.push(words.saysIn(item, quoted ?? [], names));
  if (asksOutline && item.outline) out.push(words.outline(item.outline));
  out.push(
    ...(asksStatus && !asksOwner && !asksSchedule
      ? [...verdictSentence(settlesItem(view, frame), context), ...status()]
      : status()),
  );
  if (!asksOwner) out.push(owner);
  const said = asksInside && !out.some((s) => s === words.saysIn(item, quoted ?? [], names)) ? (quoted ?? []) : [];
  if (said.length > 0) out.push(isOutline(item, said) ? words.outline(said.join('')) : words.says(said));
  else if (!asksInside && !asksOutline) {
    const long = frame.words.has('narrative') || frame.words.has('reason') || item.kind === 'extra';
    if (!(asksOwner || asksSchedule) || long)
      out.push(words.says(excerpt(item.narrative, long ? EXCERPT : SHORT_EXCERPT)));
  }
  if (view.sameNumber && frame.items.length > 0 && !frame.words.has('plan') && !frame.words.has('extra'))
    out.push(words.alsoNumbered(view.sameNumber, names));
  return out;
}

/** When something is done that is not done yet, the schedule tells. */
function isToCome({ statuses }: PlanItem, frame: Frame): boolean {
  const now = statuses.at(-1)?.status;
  const ofDoing = frame.words.has('implement') || frame.statuses.some((any) => any.includes('done'));
  return now === 'later' || (ofDoing && now !== 'done');
}

/** True for sentences of what was planned, which must not be read as done. */
function isOutline({ outline, narrative }: PlanItem, sentences: readonly string[]): boolean {
  return sentences.every((sentence) => outline?.includes(sentence) && !narrative.includes(sentence));
}

/** Whether one status that is asked of several items is that of each. */
function settlesItems(views: readonly ItemView[], frame: Frame): boolean | null {
  const each = views.map((view) => settlesItem(view, frame));
  return !frame.asksWhether || each.includes(null) ? null : each.every((is) => is);
}

/** Whether the item has the status that the question names, or moved on or fell back as it says. */
function settlesItem({ item }: ItemView, frame: Frame): boolean | null {
  const [before, after] = item.statuses.toSorted((a, b) => compareYears(a.year, b.year)).slice(-2);
  const moves = frame.words.has('improved') !== frame.words.has('worsened');
  // A change in what the text tells is none of the status.
  const ofStatus = frame.topic.length === 0 && frame.statuses.length === 0 && !frame.words.has('change');
  if (moves && frame.asksWhether && before && after && ofStatus) {
    const step = PROGRESS[after.status] - PROGRESS[before.status];
    return frame.words.has('improved') ? step > 0 : step < 0;
  }
  const asked = frame.statuses.length === 1 ? frame.statuses[0] : undefined;
  const years = frame.years.filter((y) => item.statuses.some((s) => s.year === y));
  const asksMore = speaksOf(frame, 'reason', 'narrative', 'what', 'when', 'list');
  if (!asked || years.length > 1 || asksMore || frame.topic.length > 0) return null;
  const status = item.statuses.find((s) => s.year === (years[0] ?? item.statuses.at(-1)?.year));
  // What is studied first by the schedule is neither done nor not.
  const planned = item.schedule.find((e) => e.year === status?.year);
  if (planned && !planned.implementing && asked.includes('not')) return null;
  return status ? asked.includes(status.status) : null;
}

function statusSentences(
  { item, earlier }: ItemView,
  named: boolean,
  { frame, words, names, expected }: ComposeContext,
): string[] {
  if (item.statuses.length === 0) return named ? [] : [words.extraItem(item, names)];
  const known = item.statuses.map((s) => s.year);
  const out: string[] = [];
  const asked = frame.years.length > 0 ? frame.years : [known.at(-1)];
  const told = new Set<FiscalYear>();
  for (const year of asked) {
    if (!year) continue;
    const status = item.statuses.find((s) => s.year === year);
    const before = earlier.find((s) => s.year === year);
    // The item is named once; a later sentence is about the same one.
    if (status)
      out.push(
        named || out.length > 0
          ? words.otherStatus(status, expected.has(year))
          : words.itemStatus(item, status, expected.has(year), names),
      );
    else if (before)
      out.push(words.earlierStatus(before.year, before.status, before.print, before.report, before.certain));
    else {
      out.push(words.noStatus(item, year, known, names));
      const entry = item.schedule.find((e) => e.year === year);
      if (entry) out.push(words.scheduledIn(entry));
    }
    told.add(year);
  }
  const rest = item.statuses.filter((s) => !told.has(s.year)).toSorted((a, b) => compareYears(b.year, a.year));
  return [...out, ...rest.map((s) => words.otherStatus(s, expected.has(s.year)))];
}

/** Whole sentences from the beginning, up to about the given length. */
export function excerpt(text: string, length: number): string[] {
  const kept: string[] = [];
  let size = 0;
  for (const sentence of sentencesOf(text)) {
    if (kept.length > 0 && size + sentence.length > length) break;
    kept.push(sentence);
    size += sentence.length;
  }
  return kept;
}

/** Years with the same stage, put together. */
function stageRuns(schedule: readonly ScheduleEntry[]): StageRun[] {
  const runs: StageRun[] = [];
  for (const { year, stage, implementing } of schedule) {
    if (stage === null) continue;
    const last = runs.at(-1);
    if (last?.stage === stage && last.to === addYears(year, -1)) runs[runs.length - 1] = { ...last, to: year };
    else runs.push({ stage, from: year, to: year, implementing });
  }
  return runs;
}

function itemFollowUps(item: PlanItem, { words, names, frame }: ComposeContext): string[] {
  const label = words.itemLabel(item.kind, item.number);
  const asks = words.followUp;
  return [
    ...(frame.words.has('schedule') || item.schedule.length === 0 ? [] : [asks.itemSchedule(label)]),
    ...(frame.words.has('narrative') ? [] : [asks.itemNarrative(label)]),
    ...(item.pillar ? [asks.statusOfPillar(names.pillar(item.pillar))] : []),
  ];
}
