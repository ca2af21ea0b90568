import { type SlackLanguage, slackWording } from './wording.ts';
import { jobsWording } from './wording-jobs.ts';

/**
 * The short forms of the command as the questions that they stand for, in the language of the person: `item 23`, and
 * `digest [pillar|section|all] [ja|en]`. Anything else is a question as it stands.
 */
export function withoutShortForm(text: string, language: SlackLanguage): string {
  const [form = '', ...typed] = text.normalize('NFKC').split(/\s+/);
  const [first = ''] = typed;
  switch (form.toLowerCase()) {
    case 'item':
      return typed.length === 1 && /^\d{1,3}$/.test(first) ? slackWording(language).itemQuestion(Number(first)) : text;
    case 'digest': {
      const last = typed.at(-1)?.toLowerCase();
      const named = last === 'ja' || last === 'en' ? last : null;
      const about = (named ? typed.slice(0, -1) : typed).filter((word) => word.toLowerCase() !== 'all').join(' ');
      return jobsWording(named ?? language).digestQuestion(about);
    }
    default:
      return text;
  }
}
