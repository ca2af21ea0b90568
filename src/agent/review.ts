import type { Called } from '../answer/compose.ts';
import type { Ungrounded } from '../answer/grounding/facts.ts';
import { ungroundedDraft } from '../answer/grounding.ts';
import type { Vocabulary } from '../answer/vocabulary.ts';
import type { Report } from '../report/model.ts';
import type { Prompts } from './prompts.ts';
import { plainDraft } from './wording.ts';

/** What a model says instead of an answer when the functions do not have one. */
export const NOTHING_FOUND = /^\W*NOT IN THE REPORT\W*$/iu;
/** Leaves room for the note that a model worded the answer. */
export const LONGEST_DRAFT = 1300;

export interface ReviewGrounds {
  readonly called: readonly Called[];
  readonly question: string;
  readonly vocabulary: Vocabulary;
  readonly report: Report;
}

const WHAT: Readonly<Record<Ungrounded['kind'], string>> = {
  figure: 'figure, as it is said here',
  year: 'year',
  name: 'name',
  quotation: 'quotation',
  mark: 'status, as it is said here',
  item: 'item or title',
  unsaid: 'figure of which it is not said whose it is, which measure, or which year',
  unquoted: 'figure of running text beside other words than there: quote its sentence in 「」',
  order: 'what rose, fell, leads or lies above, against the figures returned',
  denied: 'said not to be there, but it was returned',
  link: 'link',
};

/** What the model has to be told of its draft, or null when the draft may be shown. */
export function complaintAbout(draft: string, grounds: ReviewGrounds, prompts: Prompts): string | null {
  if (NOTHING_FOUND.test(draft)) return null;
  if (grounds.called.length === 0) return prompts.unlooked;
  const plain = plainDraft(draft);
  const problems = ungroundedDraft(plain, grounds).map(({ kind, text }) => `- ${text} (${WHAT[kind]})`);
  if (plain.length > LONGEST_DRAFT) problems.push(`- the length: ${plain.length} characters, at most 900 are allowed`);
  return problems.length > 0 ? prompts.unsupported.replace('{list}', [...new Set(problems)].join('\n')) : null;
}
