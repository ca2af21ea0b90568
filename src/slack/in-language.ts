import { type SlackLanguage, slackWording } from './wording.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
/** A word; capitals alone may be a name in any language. */
const ENGLISH = /[a-z]{2,}/u;
const LATIN = /[A-Z]{2,}/u;

/**
 * What is typed in no language, such as a number, a sign or a name in capitals, as a question in that of the
 * conversation or of the person: a question is answered in its own language, and these have none. Anything else stays.
 */
export function inLanguage(text: string, language: SlackLanguage): string {
  const plain = text.normalize('NFKC');
  if (JAPANESE.test(plain) || ENGLISH.test(plain)) return text;
  // Latin letters are taken for English by themselves, and everything else for Japanese.
  const taken = LATIN.test(plain) ? 'en' : 'ja';
  return taken === language ? text : slackWording(language).asked(text);
}
