import type { SlackLanguage } from '../wording.ts';

/** What a form brings back besides what was entered. */
export interface FormMetadata {
  /** In which the form was shown: to ask Slack for it again would cost the time in which a form has to be acknowledged. */
  readonly language: SlackLanguage;
  readonly value: string;
}

/** As `private_metadata`. */
export function writeMetadata({ language, value }: FormMetadata): string {
  return `${language} ${value}`;
}

/** The same back; a form that an older program opened has the value alone. */
export function readMetadata(text: string): FormMetadata {
  const [, language, value = ''] = /^(ja|en) (.*)$/su.exec(text) ?? [];
  return language === undefined
    ? { language: 'ja', value: text }
    : { language: language === 'en' ? 'en' : 'ja', value };
}
