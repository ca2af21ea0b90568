import type { Language } from '../answer/frame.ts';
import type { Ungrounded } from '../answer/grounding/facts.ts';
import type { DraftGrounds } from '../answer/grounding/ground.ts';
import { checkDraft } from '../answer/grounding.ts';
import type { SourceRef } from '../report/model.ts';
import { isInLanguage, isNotFound, saysNothing } from './draft.ts';
import type { Complaint } from './guard.ts';
import type { Prompts } from './prompts.ts';
import { sourcesOf } from './sources.ts';
import { plainDraft } from './wording.ts';

/** Leaves room for the note that a model worded the answer. */
const LONGEST_DRAFT = 1300;
/** What is longer has to be written anew whatever it says, and would take long to look through. */
const LONGEST_CHECKED = 3 * LONGEST_DRAFT;

export interface ReviewGrounds extends DraftGrounds {
  /** What the asker typed; `question` of the grounds has what the conversation was about as well. */
  readonly typed: string;
  /** Language of the answer. */
  readonly language: Language;
  readonly prompts: Prompts;
}

export type Review =
  | { readonly ok: false; readonly complaint: Complaint }
  /** May be shown as `draft`, which is null when it says that there is nothing; `sources` as of `sourcesOf`. */
  | { readonly ok: true; readonly draft: string | null; readonly sources: readonly SourceRef[] };

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
const LANGUAGES: Readonly<Record<Language, string>> = { ja: 'Japanese', en: 'English' };

/** Looks through the draft of a model: what it has to be told of it, or what may be shown. */
export function reviewOf(draft: string, grounds: ReviewGrounds): Review {
  const { called, typed, language, prompts } = grounds;
  const refuse = (slip: Complaint['slip'], text: string): Review => ({ ok: false, complaint: { slip, text } });
  if (called.length === 0 && !isNotFound(draft)) return refuse('unlooked', prompts.unlooked);
  if (saysNothing(draft, called)) return { ok: true, draft: null, sources: [] };
  if (!isInLanguage(draft, language, typed))
    return refuse('language', prompts.language.replaceAll('{language}', LANGUAGES[language]));
  const plain = plainDraft(draft);
  const { problems, sources } =
    plain.length > LONGEST_CHECKED ? { problems: [], sources: [] } : checkDraft(plain, grounds);
  const list = problems.map(({ kind, text }) => `- ${text} (${WHAT[kind]})`);
  if (plain.length > LONGEST_DRAFT) list.push(`- the length: ${plain.length} characters, at most 900 are allowed`);
  if (list.length > 0)
    return refuse('unsupported', prompts.unsupported.replace('{list}', [...new Set(list)].join('\n')));
  return { ok: true, draft: plain, sources: sourcesOf(sources) };
}
