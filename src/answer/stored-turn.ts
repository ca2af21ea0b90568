import { z } from 'zod';
import type { FiscalYear } from '../report/fiscal-year.ts';
import { WANT } from '../tools/passages.ts';
import { STATUSES } from '../tools/progress-figures.ts';
import type { Turn } from './assistant.ts';
import type { Frame, Topic } from './frame.ts';
import { QUANTITY_WANTS, WORD_KEYS } from './lexicon.ts';

const texts = z.array(z.string());
const numbers = z.array(z.number());
const amount = z.object({ value: z.number(), unit: z.enum(['percent', 'money']).nullable() });
const item = z.object({ kind: z.enum(['plan', 'extra']), number: z.number() });
const year = z.custom<FiscalYear>((value) => typeof value === 'string' && /^FY\d{4}$/.test(value));
const source = z.object({
  report: z.string(),
  line: z.number(),
  cell: z.number().nullable(),
  chapter: z.string(),
  place: z.string(),
});

/** What a conversation keeps of a question, as it comes back from JSON. A frame of an older shape is refused. */
const topicSchema = z.object({
  language: z.enum(['ja', 'en']),
  items: z.array(item),
  titles: z.array(z.array(item)),
  numbers,
  sections: texts,
  stems: z.object({ sections: texts, pillars: texts }),
  except: z
    .object({ sections: texts, accounts: texts, stages: texts })
    .default({ sections: [], accounts: [], stages: [] }),
  accounts: z.array(texts),
  measures: z.array(texts),
  base: z.number().nullable(),
  bound: z.array(z.object({ subjects: texts, measures: texts })).default([]),
  claim: z.object({ larger: texts, smaller: texts }).nullable().default(null),
  minuend: z.enum(['first', 'last']).nullable().default(null),
  unsure: z.boolean().default(false),
  narrowed: z.boolean().default(false),
  pillars: texts,
  policies: texts,
  statuses: z.array(z.array(z.enum(STATUSES))),
  owners: z.object({ least: z.number(), most: z.number().nullable() }).nullable().default(null),
  stages: texts,
  inYears: z.array(z.object({ stage: z.string(), year })).default([]),
  years: z.array(year),
  tables: texts,
  captions: z.array(
    z.object({
      kind: z.enum(['heading', 'paragraph', 'list', 'caption', 'note', 'legend']),
      text: z.string(),
      heading: z.string(),
      withoutValues: z.boolean(),
      source,
    }),
  ),
  absent: z.array(z.object({ kind: z.enum(['measure', 'account', 'section', 'place']), name: z.string() })),
  words: z.array(z.enum(WORD_KEYS)).transform((words) => new Set(words)),
  asksWhether: z.boolean(),
  ofAll: z.enum(['status', 'section']).nullable().default(null),
  statusFirst: z.boolean().default(false),
  stated: numbers,
  duration: z.object({ kind: z.enum(['in-a-row', 'ago', 'period']), years: z.number() }).nullable(),
  before: z.object({
    sections: texts,
    accounts: z.array(texts),
    measures: z.array(texts).default([]),
    years: z.array(year),
  }),
  limit: amount
    .extend({
      side: z.enum(['above', 'below']),
      inclusive: z.boolean(),
      until: z.object({ value: z.number(), inclusive: z.boolean() }).nullable(),
    })
    .nullable(),
  amounts: z.array(amount),
  count: z.number().nullable(),
  positions: numbers,
  want: WANT.nullable(),
  quantity: z.object({ name: z.string(), prints: texts, stem: z.string(), want: z.enum(QUANTITY_WANTS) }).nullable(),
  result: z.object({
    subjects: texts,
    ranked: texts.default([]),
    pillars: texts,
    itemPillar: z.string().nullable(),
    year: year.nullable(),
  }),
  listed: z.array(item).default([]),
  offered: z.object({ accounts: texts, measures: texts }).default({ accounts: [], measures: [] }),
  topic: z.array(z.object({ typed: z.string(), words: texts, related: texts })),
  content: z.string(),
  subject: z.string(),
}) satisfies z.ZodType<Topic>;
const frameSchema = topicSchema.extend({
  past: z.array(topicSchema).default([]),
  lent: z.boolean().default(false),
}) satisfies z.ZodType<Frame>;

/** What is kept of a turn: plain JSON. */
export function storedFrame({ frame }: Turn): unknown {
  return frame && { ...stored(frame), past: frame.past.map(stored) };
}

function stored(topic: Topic): object {
  return { ...topic, words: [...topic.words] };
}

/** A turn from what was kept of it. One that cannot be read any more (an older version wrote it) has no frame. */
export function readStoredTurn(frame: unknown, report: string): Turn {
  return { frame: frameSchema.nullable().safeParse(frame).data ?? null, report };
}
