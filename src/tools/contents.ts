import { z } from 'zod';
import type { LegendEntry, Report, SourceRef, TextBlock } from '../report/model.ts';
import type { TableInfo } from './figure-index.ts';
import { sectionsOf } from './progress-figures.ts';
import type { Tool } from './tool.ts';

const schema = z.object({
  topic: z
    .enum(['overview', 'tables', 'pillars', 'sections', 'legend', 'notes'])
    .nullish()
    .describe('What to show; omit for the overview'),
  tables: z.array(z.string()).nullish().describe('Only the notes of these tables, by identifier'),
});
export type ContentsArgs = z.infer<typeof schema>;

export interface ContentsResult {
  readonly kind: 'contents';
  readonly topic: NonNullable<ContentsArgs['topic']>;
  readonly report: {
    readonly title: string;
    readonly name: string;
    readonly issued: { year: number; month: number } | null;
  };
  readonly tables: readonly TableInfo[];
  readonly pillars: readonly string[];
  /** Where the first item of each pillar stands, or the results table. */
  readonly pillarSource: SourceRef | null;
  /** Sections in charge of items, and those that stand in a ranking. */
  readonly sections: readonly string[];
  readonly plan: readonly number[];
  readonly extra: readonly number[];
  readonly legend: readonly LegendEntry[];
  readonly notes: readonly TextBlock[];
  /** Captions of pictures whose values the text does not have. */
  readonly withoutValues: readonly TextBlock[];
}

/** What the report contains. */
export const reportContents: Tool<ContentsArgs, ContentsResult> = {
  name: 'report_contents',
  description:
    'What the report contains: tables with measures and years, pillars, sections, numbers of items, legend of the status marks, notes, and pictures without values.',
  schema,
  run({ report, figures }, { topic, tables: asked }) {
    const tables = figures.tables.filter((t) => t.source.report === report.id);
    const notesAsked = asked ? tables.filter(({ id }) => asked.includes(id)).flatMap((t) => t.notes) : null;
    const ranked = tables.filter((t) => t.kind === 'ranking').flatMap((t) => t.subjects);
    const numbers = (kind: 'plan' | 'extra'): number[] =>
      report.items.filter((i) => i.kind === kind).map((i) => i.number);
    return {
      kind: 'contents',
      topic: topic ?? 'overview',
      report: { title: report.title, name: report.name, issued: report.issued },
      tables,
      pillars: report.pillars,
      pillarSource: headingOf(report) ?? report.results?.source ?? report.items[0]?.source ?? null,
      sections: [...new Set([...sectionsOf(report.items), ...ranked])],
      plan: numbers('plan'),
      extra: numbers('extra'),
      legend: report.legend,
      notes: report.text.filter((b) => b.kind === 'note' && (notesAsked === null || notesAsked.includes(b.text))),
      withoutValues: report.text.filter((b) => b.withoutValues),
    };
  },
};

/** The heading of the running text under which the first pillar is described. */
function headingOf({ text, pillars: [first] }: Report): SourceRef | undefined {
  return text.find(
    (b) =>
      b.kind === 'heading' &&
      first !== undefined &&
      b.text.includes(first) &&
      text.some((o) => o.kind === 'list' && o.heading === b.text),
  )?.source;
}
