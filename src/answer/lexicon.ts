import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { STATUSES } from '../tools/progress-figures.ts';

/**
 * Words with a fixed meaning for the program. What people write for them stands in the lexicon files; a key here and
 * there must agree, which the schema holds.
 */
// biome-ignore format: one line a family
export const WORD_KEYS = [
  // what is asked of an item
  'status', 'owner', 'person', 'schedule', 'narrative', 'outline', 'reason', 'plans', 'change', 'implement',
  // shape of the answer
  'list', 'count', 'share', 'value', 'average', 'numbersOnly',
  // order
  'superlative', 'highest', 'worst', 'best', 'lowest', 'more', 'fewer', 'ranking', 'rankOf', 'above', 'below', 'whichYear',
  // beside a number
  'over', 'under', 'orMore', 'orLess', 'decade',
  // calculation
  'difference', 'minus', 'sum', 'ratio', 'growth', 'increase', 'decrease', 'steady', 'trend', 'compare', 'than', 'against',
  // direction of a status
  'improved', 'worsened', 'unchanged', 'notDone', 'negation', 'complement', 'starting',
  // kinds of thing
  'section', 'item', 'pillar', 'policy', 'account', 'year', 'extra', 'plan', 'whole', 'inAll', 'noOwner', 'several', 'alone', 'both', 'or', 'either', 'except', 'lacking', 'report', 'table',
  'itemSuffix', 'ordinal', 'and', 'through', 'deadline', 'between', 'counter', 'eitherKind', 'sameOwner', 'samePillar',
  // reports side by side
  'reportBefore', 'reportLatest', 'added', 'removed', 'retitled', 'renumbered',
  // years by relation
  'thisYear', 'lastYear', 'twoYearsAgo', 'nextYear', 'yearBefore', 'yearAfter', 'latest', 'allYears', 'everyYear', 'once',
  // sign of a figure
  'negative', 'positive', 'notZero',
  // kind of fact
  'people', 'perHead', 'money', 'inYen', 'percent', 'when', 'days', 'hours', 'howMany', 'what', 'each',
  // about the conversation
  'period', 'note', 'digest', 'legend', 'source', 'help', 'contents', 'opinion', 'earlier', 'then', 'that', 'sameYear', 'samePeriod', 'next', 'first', 'last', 'others', 'among', 'mine', 'instruction', 'forecast', 'greeting', 'issued', 'confirm',
] as const;
export type WordKey = (typeof WORD_KEYS)[number];

const forms = z.array(z.string().min(1));
const wordSchema = z.strictObject({ ja: forms.default([]), en: forms.default([]) });

/** A name of the report and how people speak of it. `names` are prints; for accounts also parts of prints. */
const nameSchema = z.strictObject({
  names: forms.min(1),
  ja: forms.default([]),
  en: z.string().min(1).optional(),
  english: forms.default([]),
  prefer: z.number().optional(),
  /** Of a measure: the end that is the worse one, where more is not better. */
  worse: z.literal('high').optional(),
});
export type NameEntry = z.infer<typeof nameSchema>;

/** Kinds of quantity that a noun asks for. */
export const QUANTITY_WANTS = ['people', 'money', 'percent', 'days', 'hours', 'amount'] as const;

/**
 * Nouns that ask for a quantity. `alone`: also without a word before it. `not`: words that only end alike.
 */
const quantitySchema = z.strictObject({
  ja: forms.default([]),
  en: forms.default([]),
  want: z.enum(QUANTITY_WANTS),
  alone: z.boolean().default(false),
  not: forms.default([]),
});
export type QuantityNoun = z.infer<typeof quantitySchema>;

const relatedSchema = z.strictObject({ typed: forms.min(1), report: forms.min(1) });

const nameKinds = {
  measures: z.array(nameSchema).default([]),
  accounts: z.array(nameSchema).default([]),
  sections: z.array(nameSchema).default([]),
  pillars: z.array(nameSchema).default([]),
  policies: z.array(nameSchema).default([]),
  items: z.array(nameSchema).default([]),
  tables: z.array(nameSchema).default([]),
  captions: z.array(nameSchema).default([]),
};
export type NameKind = keyof typeof nameKinds;
export const NAME_KINDS = [
  'measures',
  'accounts',
  'sections',
  'pillars',
  'policies',
  'items',
  'tables',
  'captions',
] as const satisfies readonly NameKind[];

const lexiconSchema = z.strictObject({
  note: z.string().optional(),
  words: z.partialRecord(z.enum(WORD_KEYS), wordSchema).default({}),
  statuses: z.partialRecord(z.enum(['done', 'partial', 'not', 'later']), wordSchema).default({}),
  /** Written numbers (`二つ`, `two`) and ordinals (`二番目`, `second`), by their value. */
  numbers: z.record(z.string().regex(/^\d+$/), wordSchema).default({}),
  ordinals: z.record(z.string().regex(/^\d+$/), wordSchema).default({}),
  /** Function words and politeness: never what a question is about. */
  stop: wordSchema.default({ ja: [], en: [] }),
  /** Words that ask for an answer in other words than the report's: summaries, plain language, for an audience. */
  rewording: wordSchema.default({ ja: [], en: [] }),
  /** Endings by which a name is recognised or shortened. */
  suffixes: z
    .strictObject({
      sections: forms.default([]),
      accounts: forms.default([]),
      captions: forms.default([]),
      /** Of municipalities and prefectures; words for others that have no name; and words that only end alike. */
      places: forms.default([]),
      otherPlaces: forms.default([]),
      noPlaces: forms.default([]),
    })
    .prefault({}),
  city: z.strictObject({ en: z.string().optional(), ja: forms.default([]) }).optional(),
  related: z.array(relatedSchema).default([]),
  quantities: z.array(quantitySchema).default([]),
  ...nameKinds,
});
export type Lexicon = z.infer<typeof lexiconSchema>;

export const LEXICON_FILE = 'lexicon.json';

/**
 * Reads and validates a lexicon file; null when there is none.
 * @throws AppError `LEXICON_INVALID` naming the file and every wrong place.
 */
export async function loadLexicon(folder: string): Promise<Lexicon | null> {
  const file = join(folder, LEXICON_FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch {
    return null;
  }
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (cause) {
    throw new AppError('LEXICON_INVALID', `${file} is not valid JSON: ${cause instanceof Error ? cause.message : ''}`, {
      cause,
    });
  }
  const parsed = lexiconSchema.safeParse(data);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new AppError('LEXICON_INVALID', `${file}:\n${problems.join('\n')}`);
}

/** Lays lexicons together; the first speaks first. */
export function mergeLexicons(lexicons: readonly Lexicon[]): Lexicon {
  const merged = lexiconSchema.parse({});
  for (const lexicon of lexicons) {
    for (const key of WORD_KEYS) {
      const more = lexicon.words[key];
      if (!more) continue;
      const own = merged.words[key] ?? { ja: [], en: [] };
      merged.words[key] = { ja: [...own.ja, ...more.ja], en: [...own.en, ...more.en] };
    }
    for (const status of STATUSES) {
      const more = lexicon.statuses[status];
      if (!more) continue;
      const own = merged.statuses[status] ?? { ja: [], en: [] };
      merged.statuses[status] = { ja: [...own.ja, ...more.ja], en: [...own.en, ...more.en] };
    }
    Object.assign(merged.numbers, lexicon.numbers);
    Object.assign(merged.ordinals, lexicon.ordinals);
    merged.stop = { ja: [...merged.stop.ja, ...lexicon.stop.ja], en: [...merged.stop.en, ...lexicon.stop.en] };
    merged.rewording = {
      ja: [...merged.rewording.ja, ...lexicon.rewording.ja],
      en: [...merged.rewording.en, ...lexicon.rewording.en],
    };
    merged.suffixes = {
      sections: [...merged.suffixes.sections, ...lexicon.suffixes.sections],
      accounts: [...merged.suffixes.accounts, ...lexicon.suffixes.accounts],
      captions: [...merged.suffixes.captions, ...lexicon.suffixes.captions],
      places: [...merged.suffixes.places, ...lexicon.suffixes.places],
      otherPlaces: [...merged.suffixes.otherPlaces, ...lexicon.suffixes.otherPlaces],
      noPlaces: [...merged.suffixes.noPlaces, ...lexicon.suffixes.noPlaces],
    };
    merged.city ??= lexicon.city;
    merged.related.push(...lexicon.related);
    merged.quantities.push(...lexicon.quantities);
    for (const kind of NAME_KINDS) {
      merged[kind].push(...lexicon[kind]);
    }
  }
  return merged;
}
