import type { Frame } from '../answer/frame.ts';
import { longYear } from '../report/fiscal-year.ts';
import type { Scope } from '../tools/tool.ts';

/**
 * What a conversation was about, by the report's own names alone. The words of an earlier question are never among them:
 * they may be somebody else's, and may hold data about a person.
 */
export function topicOf(frame: Frame | null, scope: Scope): string {
  if (frame === null) return '';
  const refs = [...frame.items, ...frame.titles.flat()];
  const titles = scope.report.items
    .filter((item) => refs.some(({ kind, number }) => kind === item.kind && number === item.number))
    .map(({ title }) => title);
  const known = namesOf(scope);
  const names = [
    ...frame.sections,
    ...frame.accounts.flat(),
    ...frame.measures.flat(),
    ...frame.pillars,
    ...frame.policies,
    ...frame.result.subjects,
    ...frame.result.pillars,
  ].filter((name) => known.has(name));
  return [...new Set([...titles, ...names, ...frame.years.map(longYear)])].join('\n');
}

/** Everything that the report itself names. */
function namesOf({ report, figures }: Scope): ReadonlySet<string> {
  return new Set([
    ...report.pillars,
    ...figures.tables
      .filter(({ kind }) => kind !== 'progress')
      .flatMap(({ subjects, measures }) => [...subjects, ...measures]),
    ...report.items.flatMap(({ policy, owners }) => [policy ?? '', ...(owners ?? [])]),
  ]);
}
