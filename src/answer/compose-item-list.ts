import { compareYears, type FiscalYear } from '../report/fiscal-year.ts';
import type { PlanItem, Status } from '../report/model.ts';
import { REASON_SHAPE } from '../report/prose-notation.ts';
import { sentences } from '../search/text.ts';
import type { ItemListResult } from '../tools/plan-items.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { ChangesResult } from '../tools/status-changes.ts';
import { type Frame, speaksOf } from './frame.ts';
import { type AnswerTable, type ComposeContext, type Part, textCell } from './part.ts';
import { settlesAll, settlesCount, settlesOwner, verdictSentence } from './verdict.ts';

/** Items with their statuses and sections, one row each. */
export function itemTable(items: readonly PlanItem[], { words, names, frame }: ComposeContext): AnswerTable {
  const years = [...new Set(items.flatMap((i) => i.statuses.map((s) => s.year)))].sort(compareYears);
  const { columns } = words;
  const statusOf = (item: PlanItem, year: FiscalYear): string => {
    const status = item.statuses.find((s) => s.year === year);
    return status ? words.status(status.status, status.print) : '';
  };
  return {
    caption: columns.title,
    columns: [
      { label: columns.number, numeric: true },
      { label: columns.title, numeric: false },
      ...years.map((y) => ({ label: words.year(y), numeric: false })),
      { label: columns.owner, numeric: false },
    ],
    rows: items.map((item) => [
      { text: `${item.number}`, value: item.number },
      textCell(frame.language === 'ja' ? item.title : names.title(item.title)),
      ...years.map((y) => textCell(statusOf(item, y))),
      textCell(item.owners ? item.owners.map(names.section).join(' ') : ''),
    ]),
  };
}

/** A list whose titles are longer than this has its numbers in the text, and the titles in the table only. Characters. */
const LONGEST_LIST = 1300;
/** Of more items the reasons would fill the answer. */
const MOST_REASONS = 4;

export function composeItemList(result: ItemListResult, context: ComposeContext): Part {
  const { words, names, frame, expected } = context;
  const { args, items } = result;
  const extra = args.kind === 'extra';
  const conditions = [
    ...(args.pillars ?? []).map(names.pillar),
    ...(args.policies ?? []).map((p) => words.quote(p)),
    ...(args.sections?.length ? [words.conditionOwner(args.sections.map(names.section))] : []),
    ...(args.exceptSections?.length ? [words.conditionNotOwner(args.exceptSections.map(names.section))] : []),
    ...(args.statuses?.length ? [args.statuses.map((s) => words.status(s)).join('/')] : []),
    ...[args.stageBefore, args.stage].flatMap((stage) =>
      stage ? [words.conditionStage(stage.word ?? null, stage.year, stage.starting)] : [],
    ),
    ...(args.exceptStages?.length ? [words.conditionNotStage(args.exceptStages)] : []),
    ...(args.owners ? [words.conditionOwnerCount(args.owners)] : []),
    ...(args.withoutOwner ? [words.conditionNoOwner()] : []),
  ];
  const missed = result.misses.map((m) => words.miss(m, names));
  if (missed.length > 0 && items.length === 0)
    return {
      sentences: missed,
      sources: result.misses.flatMap((m) => ('source' in m ? [m.source] : [])),
      found: false,
    };
  const year = extra || (args.stage && !args.statuses?.length) ? null : result.year;
  const lead =
    items.length === 0
      ? words.listNone(result.of, conditions, extra)
      : words.listLead(items.length, result.of, year && words.endOf(year, expected.has(year)), conditions, extra);
  const isOfAll = frame.ofAll === 'status' && args.statuses === undefined;
  const byStatus = isOfAll || (args.statuses ? args.statuses.length > 1 : frame.words.has('status'));
  const titled = byStatus
    ? groups(items, result.year, context)
    : [`\n${words.join(items.map((i) => withMark(i, nameOf(i, context), result, frame)))}`];
  const lines =
    titled.join('').length > LONGEST_LIST
      ? [`\n${words.join(items.map((i) => withMark(i, String(i.number), result, frame)))}`]
      : titled;
  const more =
    result.extra.length > 0
      ? [`\n${words.extraLead(result.extra.length)}`, words.join(result.extra.map((i) => words.itemShort(i, names)))]
      : [];
  const first = items[0] ?? result.extra[0] ?? context.report.items.find((i) => i.kind === (args.kind ?? 'plan'));
  const second = items[0] ? result.extra[0] : undefined;
  const sources = [first, second].flatMap((i) => (i ? [{ ...i.source, cell: null, place: '' }] : []));
  const reasons = reasonsOf(items, context);
  const doubt = result.doubt ? [`\n${words.pillarDoubt(result.doubt)}`] : [];
  const statuses = items.map((i) => i.statuses.find((s) => s.year === result.year)?.status ?? null);
  const settled = isOfAll
    ? settlesAll(statuses, frame)
    : frame.ofAll === 'section'
      ? settlesOwner(items, frame)
      : settlesCount(items.length, result.of, frame);
  const truth = missed.length === 0 ? settled : null;
  return {
    sentences: [...missed, ...verdictSentence(truth, context), lead, ...lines, ...reasons, ...doubt, ...more],
    sources: reasons.length > 0 ? items.map((item) => item.source) : sources,
    found: true,
    ...(items.length > 1 ? { table: itemTable([...items, ...result.extra], context) } : {}),
    followUps: [
      ...(args.statuses?.length ? [words.followUp.whole()] : [words.followUp.listStatus('partial')]),
      words.followUp.legend(),
    ],
  };
}

/** Number and title, and the sections in charge where they are asked for. */
function nameOf(item: PlanItem, { words, names, frame }: ComposeContext): string {
  const name = words.itemShort(item, names);
  if (!frame.words.has('owner') && frame.ofAll !== 'section') return name;
  return `${name}（${words.owner(item.owners, names).replace(/[。.]$/u, '')}）`;
}

/** What the report gives as reasons, item by item, where that is asked of a few. */
function reasonsOf(items: readonly PlanItem[], { words, names, frame }: ComposeContext): string[] {
  if (frame.want !== 'reason' || items.length > MOST_REASONS) return [];
  return items.flatMap((item) => {
    const own = sentences(item.narrative);
    const [reason = own[0]] = own.filter((sentence) => REASON_SHAPE.test(sentence));
    return reason ? [`\n${words.saysIn(item, [reason], names)}`] : [];
  });
}

/** The mark says most where the list is not about one status; of an earlier year, with what it is now where that is asked. */
function withMark(item: PlanItem, name: string, { args, year }: ItemListResult, frame: Frame): string {
  if (args.stage) {
    const stage = item.schedule.find((e) => e.year === args.stage?.year)?.stage;
    return args.stage.word ? name : `${name}（${stage ?? ''}）`;
  }
  const status = item.statuses.find((s) => s.year === year);
  const now = item.statuses.at(-1);
  if (status && now && now !== status && speaksOf(frame, 'latest', 'thisYear'))
    return `${name}（${status.print}→${now.print}）`;
  return args.statuses?.length === 1 || !status ? name : `${name}（${status.print}）`;
}

function groups(items: readonly PlanItem[], year: FiscalYear, context: ComposeContext): string[] {
  const { words } = context;
  return STATUSES.flatMap((status: Status) => {
    const own = items.filter((i) => i.statuses.some((s) => s.year === year && s.status === status));
    const print = own[0]?.statuses.find((s) => s.year === year)?.print ?? '';
    return own.length > 0
      ? [`\n${words.statusGroup(status, print, own.length)}${words.join(own.map((i) => nameOf(i, context)))}`]
      : [];
  });
}

export function composeChanges(result: ChangesResult, context: ComposeContext): Part {
  const { words, names, expected } = context;
  const { years, changes, args } = result;
  if (!years) return { sentences: [words.oneYearOnly()], sources: [], found: false };
  const [from, to] = years;
  const lead = words.changesLead(
    [words.endOf(from, expected.has(from)), words.endOf(to, expected.has(to))],
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
