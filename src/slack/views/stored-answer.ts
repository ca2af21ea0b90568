import { z } from 'zod';
import type { Answer } from '../../answer/assemble.ts';
import type { SourceRef } from '../../report/model.ts';
import type { Scope } from '../../tools/tool.ts';
import { excerptOf } from './excerpts.ts';

const targetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('item'), of: z.enum(['plan', 'extra']), number: z.int() }),
  z.object({ kind: z.literal('place'), name: z.string(), more: z.boolean() }),
]);

const excerptSchema = z.object({
  citation: z.string(),
  report: z.object({
    name: z.string(),
    title: z.string(),
    issued: z.object({ year: z.int(), month: z.int() }).nullable(),
  }),
  lines: z.array(z.object({ line: z.int(), text: z.string(), header: z.boolean() }).readonly()).readonly(),
  left: z.int(),
});

const tableSchema = z.object({
  caption: z.string(),
  columns: z.array(z.object({ label: z.string(), numeric: z.boolean() }).readonly()).readonly(),
  rows: z.array(z.array(z.object({ text: z.string(), value: z.number().nullable() }).readonly()).readonly()).readonly(),
});

const chartSchema = z.object({
  title: z.string(),
  unit: z.string(),
  points: z.array(z.object({ label: z.string(), value: z.number() }).readonly()).readonly(),
});

/** What is kept of an answer so that its buttons go on working: all that is shown, and the lines behind it. */
export const storedAnswerSchema = z
  .object({
    kind: z.enum(['answer', 'clarify', 'abstain']),
    language: z.enum(['ja', 'en']),
    text: z.string(),
    table: tableSchema.readonly().nullable(),
    chart: chartSchema.readonly().nullable(),
    citations: z.array(z.string()).readonly(),
    excerpts: z.array(excerptSchema.readonly()).readonly(),
    followUps: z.array(z.string()).readonly(),
    choices: z.array(z.string()).readonly(),
    /** What the source button names; null when the answer has no source. */
    subject: targetSchema.readonly().nullable(),
  })
  .readonly();
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

/** `scope` is that of the report that answered. */
export function storeAnswer(answer: Answer, scope: Scope): StoredAnswer {
  const { kind, language, text, table, chart, citations, sources, followUps, choices, called } = answer;
  return {
    kind,
    language,
    text,
    table: table ?? null,
    chart: chart ?? null,
    citations,
    excerpts: sources.map((source) => excerptOf(source, called, scope)),
    followUps,
    choices,
    subject: subjectOf(sources, scope),
  };
}

/** The one item that all sources are about, else the table or chapter of the first. */
function subjectOf(sources: readonly SourceRef[], scope: Scope): StoredAnswer['subject'] {
  const [first] = sources;
  if (!first) return null;
  const reports = [scope.report, ...scope.earlier];
  const items = sources.map(({ report, line, place }) =>
    place === '' ? undefined : reports.find((r) => r.id === report)?.items.find((i) => i.source.line === line),
  );
  const [item] = items;
  if (item && items.every((i) => i?.kind === item.kind && i.number === item.number))
    return { kind: 'item', of: item.kind, number: item.number };
  const name = placeOf(first);
  return { kind: 'place', name, more: sources.some((s) => placeOf(s) !== name) };
}

function placeOf({ place, chapter }: SourceRef): string {
  return place === '' ? chapter : place;
}
