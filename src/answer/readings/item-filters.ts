import type { Status } from '../../report/model.ts';
import { type ListItemsArgs, statusYears } from '../../tools/plan-items.ts';
import { type Frame, speaksOf } from '../frame.ts';
import type { ReadingContext } from './reading.ts';

/** Slots by which a set of items is named. */
// biome-ignore format: one line reads better than a column
export const FILTERS = {
  pillars: 1, pillarStems: 1, policies: 1, sections: 1, sectionStems: 0.5, statuses: 1, owners: 1, years: 1, 'w:item': 1,
  'w:plan': 1, 'w:pillar': 1, 'w:policy': 1, 'w:section': 1, 'w:owner': 1, 'w:person': 1, 'w:notDone': 1, 'w:extra': 1,
  'w:whole': 1, 'w:what': 1, 'w:latest': 1, 'w:thisYear': 1, 'w:lastYear': 1, 'w:yearBefore': 1, stated: 1,
  tables: 0.5, 'w:status': 0.8, 'w:implement': 0.6, 'w:each': 1, 'w:year': 1, 'w:numbersOnly': 1, 'w:report': 1, 'w:both': 1,
} as const;

/** Statuses named, or all that are not done where that is the word. */
export function statusesOf(frame: Frame): Status[] {
  const named = [...new Set(frame.statuses.flat())];
  if (named.length > 0) return named;
  return frame.words.has('notDone') ? ['partial', 'not', 'later'] : [];
}

/** Pillars named, by stem only where the question speaks of pillars or of sets of items. */
export function pillarsOf(frame: Frame): string[] {
  return frame.pillars.length > 0 ? [...frame.pillars] : [...frame.stems.pillars];
}

function sectionsMeant(frame: Frame): string[] {
  return frame.sections.length > 0
    ? [...frame.sections]
    : frame.words.has('section') || frame.words.has('owner')
      ? [...frame.stems.sections]
      : [];
}

export function filterOf(frame: Frame, scope: ReadingContext['scope']): ListItemsArgs {
  const known = statusYears(scope);
  const coming = comingStage(frame, scope);
  const statuses = coming ? [] : statusesOf(frame);
  const named = frame.years.find((y) => known.includes(y)) ?? frame.years[0];
  // "In FY2021 or later" says when, and no year of a status.
  const isAfter = named !== undefined && named > (known.at(-1) ?? named);
  const year = isAfter && statuses.join() === 'later' ? undefined : named;
  const pillars = pillarsOf(frame);
  const sections = sectionsMeant(frame);
  const { except } = frame;
  const [before, own] = stagesInYears(frame);
  const stage = coming ?? own ?? stageOf(frame, scope);
  // The year that something starts in is none of its status.
  const then = stage && stage.year === year ? frame.years.find((y) => y !== stage.year && known.includes(y)) : year;
  return {
    ...(frame.words.has('eitherKind')
      ? {}
      : frame.words.has('extra')
        ? { kind: 'extra' as const }
        : frame.words.has('plan')
          ? { kind: 'plan' as const }
          : {}),
    ...(pillars.length > 0 ? { pillars } : {}),
    ...(frame.policies.length > 0 && pillars.length === 0 ? { policies: [...frame.policies] } : {}),
    ...(sections.length > 0 ? { sections } : {}),
    ...(sections.length > 1 && frame.words.has('both') ? { jointly: true } : {}),
    ...(statuses.length > 0 ? { statuses, ...(then ? { year: then } : {}) } : year && !stage ? { year } : {}),
    ...(stage ? { stage } : {}),
    ...(before ? { stageBefore: before } : {}),
    ...(frame.owners ? { owners: frame.owners } : {}),
    ...(except.sections.length > 0 ? { exceptSections: [...except.sections] } : {}),
    ...(stage && !stage.word && except.stages.length > 0 ? { exceptStages: [...except.stages] } : {}),
    ...(frame.words.has('noOwner') ? { withoutOwner: true } : {}),
  };
}

/** Two stages, each in a year of its own. */
function stagesInYears({ inYears }: Frame): ListItemsArgs['stage'][] {
  return inYears.length === 2 ? inYears.map(({ stage, year }) => ({ word: stage, year, starting: false })) : [];
}

/** What is done in a year to come: 来年度やること. */
export function isAhead({ words, years }: Frame, { report }: ReadingContext['scope']): boolean {
  const [year, another] = years;
  const asksDoing = words.has('implement') || words.has('plans') || words.has('schedule');
  return asksDoing && year !== undefined && another === undefined && compare(year, report.year) > 0;
}

/** What is scheduled to be implemented in a year to come, or is not until then: its schedule tells, for it has no status yet. */
function comingStage(frame: Frame, scope: ReadingContext['scope']): ListItemsArgs['stage'] {
  const [year, another] = frame.years;
  if (!year || another || compare(year, statusYears(scope).at(-1) ?? year) <= 0) return null;
  const isDone = statusesOf(frame).join() === 'done';
  const isUntil = frame.words.has('through') && !frame.words.has('deadline');
  const isMeant = isDone ? speaksOf(frame, 'schedule', 'starting') : statusesOf(frame).includes('not') && isUntil;
  return isMeant ? { year, starting: isUntil || frame.words.has('starting') } : null;
}

/** A stage and its year. Only a stage word, the word schedule or a start makes a year one of the schedule. */
function stageOf(frame: Frame, scope: ReadingContext['scope']): ListItemsArgs['stage'] {
  const [kind] = frame.stages.filter((stage) => !isGeneral(stage, scope)).toSorted((a, b) => b.length - a.length);
  // A stage without a year is meant as of the year of the report.
  const year = frame.years[0] ?? (kind ? scope.report.year : undefined);
  // Beside a status a year is one of the schedule only where something starts in it.
  if (!year || (frame.statuses.length > 0 && !startsIn(frame))) return null;
  if (kind && frame.years.length === 0) return { word: kind, year, starting: false };
  // A year after the last one with a status is one of the schedule.
  const ofPlan = frame.words.has('item') || isAhead(frame, scope);
  if (!statusYears(scope).includes(year) && frame.stages.length === 0 && ofPlan)
    return { year, starting: frame.words.has('starting') };
  const [word] = frame.stages.toSorted((a, b) => b.length - a.length);
  if (!word && !frame.words.has('schedule') && !frame.words.has('starting')) return null;
  if (!word && !frame.words.has('implement') && !frame.words.has('starting')) return null;
  const starting =
    frame.words.has('starting') ||
    frame.words.has('through') ||
    frame.words.has('schedule') ||
    compare(year, scope.report.year) > 0;
  const anyKind = word !== undefined && starting && isGeneral(word, scope);
  return { ...(word && !anyKind ? { word } : {}), year, starting };
}

/** From a year on, or begun in it: R1から始まる予定で△. */
export function startsIn({ words, stages }: Frame): boolean {
  const isFrom = words.has('through') && !words.has('deadline');
  return words.has('starting') || (isFrom && (stages.length > 0 || words.has('implement')));
}

/** The implementing stage that all others are kinds of (実施: 順次実施); what starts in a year starts as any of them. */
function isGeneral(word: string, scope: ReadingContext['scope']): boolean {
  const stages = scope.report.items.flatMap((i) =>
    i.schedule.filter((e) => e.implementing).flatMap((e) => e.stage ?? []),
  );
  return stages.includes(word) && stages.every((stage) => stage.includes(word));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
