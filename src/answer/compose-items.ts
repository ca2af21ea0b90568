import { addYears, compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, ScheduleEntry, Status } from '../report/model.ts';
import { sentences as sentencesOf } from '../search/text.ts';
import type { ChangesResult, ItemListResult, ItemsResult, ItemView } from '../tools/plan-items.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import { type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';
import type { StageRun } from './wording.ts';

/** Longest excerpt of a narrative in an answer about one item, in characters. */
const EXCERPT = 260;
const SHORT_EXCERPT = 120;

/** One item: what was asked first, then what helps. Several: a line each. */
export function composeItems(result: ItemsResult, context: ComposeContext, quoted: readonly string[] | null): Part {
  const { words, names } = context;
  const missed = result.misses.map((m) => words.miss(m, names));
  const [only] = result.items;
  const sources = result.items.map((v) => v.item.source);
  if (!only) return { sentences: missed, sources: [], found: false, followUps: [words.followUp.whole()] };
  if (result.items.length > 1) {
    const lines = result.items.map((v) => `\n・${words.line(v.item, detailOf(v, context), names)}`);
    return {
      sentences: [...missed, ...lines],
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
function detailOf({ item }: ItemView, context: ComposeContext): string {
  const { words, names, frame } = context;
  const asked = frame.years.filter((y) => item.statuses.some((s) => s.year === y));
  const shown = item.statuses
    .filter((s) => (asked.length > 0 ? asked.includes(s.year) : true))
    .toSorted((a, b) => compareYears(b.year, a.year));
  const statuses = shown.map((s) => `${words.year(s.year)} ${words.status(s.status, s.print)}`);
  const schedule = frame.words.has('schedule') ? [words.schedule(item, stageRuns(item.schedule), names)] : [];
  return words.join([...statuses, ...schedule, words.owner(item.owners, names)]);
}

function oneItem(view: ItemView, context: ComposeContext, quoted: readonly string[] | null): string[] {
  const { words, names, frame } = context;
  const { item } = view;
  const out: string[] = [];
  const status = statusSentences(view, context);
  const owner = words.owner(item.owners, names);
  const runs = stageRuns(item.schedule);
  const asksSchedule =
    frame.words.has('schedule') ||
    frame.words.has('starting') ||
    frame.stages.length > 0 ||
    ((frame.words.has('whichYear') || frame.words.has('when')) && !quoted?.length) ||
    (frame.words.has('implement') && frame.years.some((y) => item.schedule.some((e) => e.year === y)));
  const asksOwner = frame.words.has('owner') || (frame.words.has('section') && !frame.words.has('status'));
  const asksOutline = frame.words.has('outline');
  const asksInside = (quoted?.length ?? 0) > 0;
  const asksPillar = frame.words.has('pillar') || frame.words.has('policy');
  const asksStatus =
    frame.words.has('status') || frame.words.has('change') || frame.statuses.length > 0 || frame.words.has('notDone');
  if (asksOwner) out.push(words.ownerOf(item, names));
  if (asksSchedule && runs.length > 0) {
    const [year] = frame.years.filter((y) => item.schedule.some((e) => e.year === y));
    const entry = year && frame.words.has('schedule') ? item.schedule.find((e) => e.year === year) : undefined;
    out.push(words.schedule(item, runs, names), ...(entry ? [words.scheduledIn(entry)] : []));
  }
  if (asksPillar) out.push(`${words.itemName(item, names)}: `, words.pillarOf(item, names));
  if (asksInside && !asksStatus && out.length === 0) out.push(words.saysIn(item, quoted ?? [], names));
  if (asksOutline && item.outline) out.push(words.outline(item.outline));
  out.push(...(asksStatus && !asksOwner && !asksSchedule ? [...verdict(view, context), ...status] : status));
  if (!asksOwner) out.push(owner);
  const said = asksInside && !out.some((s) => s === words.saysIn(item, quoted ?? [], names)) ? (quoted ?? []) : [];
  if (said.length > 0) out.push(words.says(said));
  else if (!asksInside && !asksOutline) {
    const long = frame.words.has('narrative') || frame.words.has('reason') || item.kind === 'extra';
    if (!(asksOwner || asksSchedule) || long)
      out.push(words.says(excerpt(item.narrative, long ? EXCERPT : SHORT_EXCERPT)));
  }
  if (view.sameNumber && frame.items.length > 0 && !frame.words.has('plan') && !frame.words.has('extra'))
    out.push(words.alsoNumbered(view.sameNumber, names));
  return out;
}

/** Yes or no, when the question names a status of the item. */
function verdict({ item }: ItemView, { frame, words }: ComposeContext): string[] {
  const asked = frame.statuses.length === 1 ? frame.statuses[0] : undefined;
  const years = frame.years.filter((y) => item.statuses.some((s) => s.year === y));
  if (!asked || years.length > 1) return [];
  const status = item.statuses.find((s) => s.year === (years[0] ?? item.statuses.at(-1)?.year));
  return status ? [asked.includes(status.status) ? words.affirms() : words.denies()] : [];
}

function statusSentences({ item, earlier }: ItemView, { frame, words, names }: ComposeContext): string[] {
  if (item.statuses.length === 0) return [words.extraItem(item, names)];
  const known = item.statuses.map((s) => s.year);
  const out: string[] = [];
  const asked = frame.years.length > 0 ? frame.years : [known.at(-1)];
  const told = new Set<FiscalYear>();
  for (const year of asked) {
    if (!year) continue;
    const status = item.statuses.find((s) => s.year === year);
    const before = earlier.find((s) => s.year === year);
    if (status) out.push(words.itemStatus(item, status, names));
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
  return [...out, ...rest.map((s) => words.otherStatus(s))];
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
export function stageRuns(schedule: readonly ScheduleEntry[]): StageRun[] {
  const runs: StageRun[] = [];
  for (const { year, stage, implementing } of schedule) {
    if (stage === null) continue;
    const last = runs.at(-1);
    if (last?.stage === stage && last.to === addYears(year, -1)) runs[runs.length - 1] = { ...last, to: year };
    else runs.push({ stage, from: year, to: year, implementing });
  }
  return runs;
}

function itemFollowUps(item: PlanItem, { words, frame }: ComposeContext): string[] {
  const label = words.itemLabel(item.kind, item.number);
  const asks = words.followUp;
  return [
    ...(frame.words.has('schedule') || item.schedule.length === 0 ? [] : [asks.itemSchedule(label)]),
    ...(frame.words.has('narrative') ? [] : [asks.itemNarrative(label)]),
    ...(item.pillar ? [asks.statusOfPillar(item.pillar)] : []),
  ];
}

function itemTable(items: readonly PlanItem[], { words, names, frame }: ComposeContext): AnswerTable {
  const years = [...new Set(items.flatMap((i) => i.statuses.map((s) => s.year)))].sort(compareYears);
  const { columns } = words;
  const statusOf = (item: PlanItem, year: FiscalYear): string => {
    const status = item.statuses.find((s) => s.year === year);
    return status ? words.status(status.status, status.print) : '';
  };
  return {
    caption: frame.language === 'ja' ? columns.title : columns.title,
    columns: [
      { label: columns.number, numeric: true },
      { label: columns.title, numeric: false },
      ...years.map((y) => ({ label: words.year(y), numeric: false })),
      { label: columns.owner, numeric: false },
    ],
    rows: items.map((item) => [
      { text: `${item.number}`, value: item.number },
      textCell(item.title),
      ...years.map((y) => textCell(statusOf(item, y))),
      textCell(item.owners ? item.owners.map(names.section).join(' ') : ''),
    ]),
  };
}

/** From this many items on, the list names numbers and titles only in the table, and numbers in the text. */
const MOST_TITLES = 45;

export function composeItemList(result: ItemListResult, context: ComposeContext): Part {
  const { words, names, frame } = context;
  const { args, items } = result;
  const extra = args.kind === 'extra';
  const conditions = [
    ...(args.pillars ?? []).map(names.pillar),
    ...(args.policies ?? []).map((p) => words.quote(p)),
    ...(args.sections?.length ? [words.conditionOwner(args.sections.map(names.section))] : []),
    ...(args.statuses?.length ? [args.statuses.map((s) => words.status(s)).join('/')] : []),
    ...(args.stage ? [words.conditionStage(args.stage.word ?? null, args.stage.year, args.stage.starting)] : []),
    ...(args.withoutOwner ? [words.conditionNoOwner()] : []),
  ];
  const missed = result.misses.map((m) => words.miss(m, names));
  if (missed.length > 0 && items.length === 0) return { sentences: missed, sources: [], found: false };
  const year = extra || args.stage ? null : result.year;
  const lead =
    items.length === 0
      ? words.listNone(result.of, conditions, extra)
      : words.listLead(items.length, result.of, year, conditions, extra);
  const byStatus = (args.statuses?.length ?? 0) > 1 || frame.words.has('status');
  const lines =
    items.length > MOST_TITLES
      ? [items.map((i) => i.number).join(', ')]
      : byStatus
        ? groups(items, result.year, context)
        : [`\n${words.join(items.map((i) => withMark(i, result, context)))}`];
  const more =
    result.extra.length > 0
      ? [`\n${words.extraLead(result.extra.length)}`, words.join(result.extra.map((i) => words.itemShort(i, names)))]
      : [];
  const first = items[0] ?? result.extra[0] ?? context.report.items.find((i) => i.kind === (args.kind ?? 'plan'));
  const second = items[0] ? result.extra[0] : undefined;
  const sources = [first, second].flatMap((i) => (i ? [{ ...i.source, cell: null, place: '' }] : []));
  return {
    sentences: [...missed, lead, ...lines, ...more],
    sources,
    found: true,
    ...(items.length > 1 ? { table: itemTable([...items, ...result.extra], context) } : {}),
    followUps: [
      ...(args.statuses?.length ? [words.followUp.whole()] : [words.followUp.listStatus('partial')]),
      words.followUp.legend(),
    ],
  };
}

/** The mark says most where the list is not about one status. */
function withMark(item: PlanItem, { args, year }: ItemListResult, { words, names }: ComposeContext): string {
  const name = words.itemShort(item, names);
  if (args.stage) {
    const stage = item.schedule.find((e) => e.year === args.stage?.year)?.stage;
    return args.stage.word ? name : `${name}（${stage ?? ''}）`;
  }
  const status = item.statuses.find((s) => s.year === year);
  return args.statuses?.length === 1 || !status ? name : `${name}（${status.print}）`;
}

function groups(items: readonly PlanItem[], year: FiscalYear, { words, names }: ComposeContext): string[] {
  return STATUSES.flatMap((status: Status) => {
    const own = items.filter((i) => i.statuses.some((s) => s.year === year && s.status === status));
    const print = own[0]?.statuses.find((s) => s.year === year)?.print ?? '';
    return own.length > 0
      ? [`\n${words.statusGroup(status, print, own.length)}${words.join(own.map((i) => words.itemShort(i, names)))}`]
      : [];
  });
}

export function composeChanges(result: ChangesResult, context: ComposeContext): Part {
  const { words, names } = context;
  const { years, changes, args } = result;
  if (!years) return { sentences: [words.oneYearOnly()], sources: [], found: false };
  const lead = words.changesLead(
    years,
    changes.length,
    words.changeKind(args.direction ?? null, args.from ?? null, args.to ?? null),
  );
  const scope = [...(args.pillars ?? []).map(names.pillar), ...(args.sections ?? []).map(names.section)];
  const lines =
    changes.length > 0
      ? [`\n${words.join(changes.map((c) => words.statusChanged(c.item, c.before, c.after, names)))}`]
      : [];
  const first = changes[0]?.item ?? context.report.items[0];
  return {
    sentences: [scope.length > 0 ? `${scope.join(', ')}: ` : '', lead, ...lines],
    sources: first ? [{ ...first.source, cell: null, place: '' }] : [],
    found: true,
    ...(changes.length > 1
      ? {
          table: itemTable(
            changes.map((c) => c.item),
            context,
          ),
        }
      : {}),
    followUps: [words.followUp.whole(), words.followUp.listStatus('not')],
  };
}
