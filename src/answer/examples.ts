import type { Scope } from '../tools/tool.ts';
import type { ComposeContext } from './part.ts';

/** Questions that this report can answer, made from its own names. */
export function exampleQuestions(scope: Scope, { words, names }: Pick<ComposeContext, 'words' | 'names'>): string[] {
  const plan = scope.report.items.find((i) => i.kind === 'plan');
  const account = scope.figures.tables.find((t) => t.kind === 'account');
  const [subject, measure] = [account?.subjects[0], account?.measures[0]];
  const [pillar] = scope.report.pillars;
  const asks = words.followUp;
  return [
    ...(plan ? [asks.itemNarrative(words.itemLabel('plan', plan.number))] : []),
    asks.whole(),
    asks.listStatus('partial'),
    ...(subject && measure ? [asks.trend(names.subject(subject), names.measure(measure))] : []),
    ...(pillar ? [asks.statusOfPillar(names.pillar(pillar))] : []),
    asks.legend(),
  ];
}
