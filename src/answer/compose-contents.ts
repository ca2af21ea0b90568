import { findYears } from '../report/fiscal-year.ts';
import { normalise } from '../search/text.ts';
import type { ContentsResult } from '../tools/contents.ts';
import type { ComposeContext, Part } from './part.ts';

/** What a report contains: its marks, notes, pillars, sections and tables, or all of that in short. */
export function composeContents(result: ContentsResult, context: ComposeContext, examples: readonly string[]): Part {
  const { words, names } = context;
  const [legend] = result.legend;
  if (result.topic === 'legend' && legend) {
    const seen = new Set<string>();
    const entries = result.legend.filter((e) => !seen.has(e.status) && seen.add(e.status));
    return {
      sentences: [words.legend(entries)],
      sources: [legend.source],
      found: true,
      followUps: [words.followUp.whole()],
    };
  }
  if (result.topic === 'notes' && result.notes.length > 0) {
    const { years } = context.frame;
    const own = result.notes.filter((n) => findYears(normalise(n.text)).some((y) => years.includes(y.year)));
    const ofItems =
      context.frame.pillars.length > 0 || context.frame.statuses.length > 0 || context.frame.words.has('item');
    const chapter = ofItems && context.frame.measures.length === 0 ? context.report.results?.chapter : undefined;
    const near = result.notes.filter((n) => n.source.chapter === chapter);
    const shown = (near.length > 0 ? near : own.length > 0 ? own : result.notes).slice(0, 4);
    return {
      sentences: shown.map((n) => words.saysUnder(n.heading, [n.text])),
      sources: shown.map((n) => n.source),
      found: true,
    };
  }
  const printed = result.tables.filter((t) => t.kind !== 'progress');
  if (result.topic === 'pillars' && result.pillars.length > 0) {
    const [first] = result.pillars;
    return {
      sentences: [words.pillarsLead(result.pillars.length), words.join(result.pillars.map(names.pillar))],
      sources: result.pillarSource ? [result.pillarSource] : [],
      found: true,
      followUps: first ? [words.followUp.statusOfPillar(names.pillar(first))] : [],
    };
  }
  if (result.topic === 'sections')
    return {
      sentences: [words.sectionsLead(result.sections.length), words.join(result.sections.map(names.section))],
      sources: [],
      found: true,
    };
  if (result.topic === 'tables')
    return {
      sentences: [
        words.tablesLead(),
        ...printed.map((t) => `\n・${t.title}: ${words.join(t.measures.map(names.measure))}`),
      ],
      sources: printed.slice(0, 4).map((t) => t.source),
      found: true,
    };
  const issued = result.report.issued ? words.issuedOn(result.report.issued.year, result.report.issued.month) : null;
  if (issued !== null && context.frame.words.has('issued'))
    return { sentences: [words.issued(result.report.title, issued)], sources: [], found: true };
  const overview = words.contents({
    title: result.report.title,
    issued,
    plan: result.plan.length,
    extra: result.extra.length,
    pillars: result.pillars.map(names.pillar),
    tables: printed.map((t) => t.title),
    pictures: result.withoutValues.map((b) => b.text),
  });
  return {
    sentences: [overview, `\n${words.examples(examples)}`],
    sources: [],
    found: true,
    followUps: examples.slice(0, 3),
  };
}
