import { lineOfText } from '../report/form.ts';
import type { PlanItem, SourceRef } from '../report/model.ts';
import { key } from '../search/text.ts';
import type { ToolCall, ToolResult } from '../tools/all.ts';
import type { PassagesResult } from '../tools/passages.ts';
import type { TextComparison } from '../tools/text-comparison.ts';
import type { Scope } from '../tools/tool.ts';
import { composeChangeRanking } from './compose-changes.ts';
import { claimedYearsIn, composeClaimedYears } from './compose-claims.ts';
import { composeContents } from './compose-contents.ts';
import { composeCalculation, composeFigures, composeSeries } from './compose-figures.ts';
import { composeChanges, composeItemList } from './compose-item-list.ts';
import { composeItems } from './compose-items.ts';
import { composePlaces, yearPlacesIn } from './compose-places.ts';
import { composePlanChanges } from './compose-plan-changes.ts';
import { composeProgress } from './compose-progress.ts';
import { composeRanking } from './compose-rankings.ts';
import { composeReason } from './compose-reason.ts';
import { composePassages, insideItem } from './compose-text.ts';
import { composeOverYears } from './compose-years.ts';
import { exampleQuestions } from './examples.ts';
import type { ComposeContext, Part } from './part.ts';
import type { Assumed } from './readings/reading.ts';
import { settlesMove, verdictSentence } from './verdict.ts';

export interface Called {
  readonly call: ToolCall;
  readonly result: ToolResult;
}

/** Turns tool results into the parts of an answer: one case per kind of result, never per reading. */
export function compose(called: readonly Called[], context: ComposeContext, scope: Scope): Part[] {
  const inside = called
    .map((c) => c.result)
    .find((r): r is PassagesResult => r.kind === 'passages' && Boolean(r.args.items));
  // What the text sets against each other is the quantity that was asked for.
  const isTold = called.some((c) => c.result.kind === 'text-comparison');
  const overYears = yearPlacesIn(called);
  const claimed = claimedYearsIn(called, context.frame);
  const others = called.filter((c) => !overYears?.calls.includes(c) && !claimed?.calls.includes(c));
  return [
    ...(overYears ? [composePlaces(overYears.places, context)] : []),
    ...(claimed ? [composeClaimedYears(claimed.told, context)] : []),
    // What all of it tells comes first.
    ...composeOverYears(called, context),
    ...others.flatMap(({ result }) => partsOf(result)),
    ...composeReason(called, context),
  ];

  function partsOf(result: ToolResult): Part[] {
    switch (result.kind) {
      case 'items': {
        if (!inside) return [composeItems(result, context, null)];
        const { quoted, lacking } = insideItem(inside, context);
        const isOne = result.items.length === 1;
        // Of several, each line has what its text says of the quantity that is asked for.
        const quotedOf = (item: PlanItem): readonly string[] =>
          context.frame.want === null ? [] : (inside.hits.find((hit) => hit.item === item)?.sentences ?? []);
        const part = composeItems(result, context, isOne ? quoted : null, quotedOf);
        return [{ ...part, sentences: [...(isTold ? [] : lacking), ...part.sentences] }];
      }
      case 'item-list':
        return [composeItemList(result, context)];
      case 'progress':
        return [composeProgress(result, context)];
      case 'changes':
        return [composeChanges(result, context)];
      case 'plan-changes':
        return [composePlanChanges(result, context)];
      case 'figures':
        return [composeFigures(result, context)];
      case 'series':
        return [composeSeries(result, context)];
      case 'ranking':
      case 'no-ranking':
        return [composeRanking(result, context)];
      case 'change-ranking':
      case 'no-change-ranking':
        return [composeChangeRanking(result, context)];
      case 'calculation':
      case 'no-calculation':
        return [composeCalculation(result, context)];
      case 'text-comparison':
        return [composeTextComparison(result, context)];
      case 'no-text-comparison':
        return [];
      case 'passages':
        return result.args.items ? [] : [composePassages(result, isTold ? withoutWant(context) : context, scope)];
      case 'contents':
        return [composeContents(result, context, exampleQuestions(scope, context))];
    }
  }
}

/** The quantity that was asked for has been told. */
function withoutWant(context: ComposeContext): ComposeContext {
  return { ...context, frame: { ...context.frame, want: null, quantity: null } };
}

function composeTextComparison(result: TextComparison, context: ComposeContext): Part {
  const truth = settlesMove(result, context.frame);
  return {
    sentences: [...verdictSentence(truth, context), context.words.textComparison(result)],
    sources: [result.item.source],
    found: true,
  };
}

/** What the asker left open and the answer took for granted. */
export function assumptions(
  assumed: Assumed | undefined,
  called: readonly Called[],
  { words, names }: ComposeContext,
): string[] {
  const out: string[] = [];
  const looked = called.flatMap(({ result }) => (result.kind === 'figures' ? [result] : []));
  const others = [...new Set(looked.flatMap((r) => r.elsewhere))];
  const single = new Set(looked.flatMap((r) => r.figures.map((f) => f.subject))).size === 1;
  if (assumed?.subject && single && others.length > 0)
    out.push(words.assumedSubject(names.subject(assumed.subject), others.map(names.subject)));
  if (assumed?.year) out.push(words.assumedYear(assumed.year));
  return out;
}

/** One line that leads to the place in the report. */
export function citationOf(source: SourceRef, scope: Scope): string {
  const report = [scope.report, ...scope.earlier].find((r) => r.id === source.report) ?? scope.report;
  const place = key(source.place) === key(source.chapter) ? '' : source.place;
  return [report.name, source.chapter, place]
    .filter((p) => p !== '')
    .join(' ')
    .concat(lineOfText(source.line));
}
