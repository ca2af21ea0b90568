import type { Status } from '../report/model.ts';
import type { Weekday } from '../state/subscriptions.ts';
import type { SlackLanguage } from './wording.ts';
import { jobsEnglish } from './wording-jobs-en.ts';
import { jobsJapanese } from './wording-jobs-ja.ts';

/** What is read about digests, reminders, their schedule, and progress notes, in one language. */
export interface JobsWording {
  readonly digestQuestion: (about: string) => string;
  readonly kinds: Readonly<Record<'digest' | 'reminder', string>>;
  readonly weekdays: Readonly<Record<Weekday, string>>;
  readonly languages: Readonly<Record<SlackLanguage, string>>;
  readonly everything: string;
  readonly list: {
    readonly title: string;
    readonly none: string;
    line(parts: { kind: string; about: string; where: string; when: string; language: string }): string;
    readonly toMe: string;
    readonly paused: string;
    readonly fromSettings: string;
    next(day: string): string;
    readonly add: string;
    readonly change: string;
    readonly pause: string;
    readonly resume: string;
    readonly remove: string;
    readonly removeSure: string;
    left(count: number): string;
  };
  readonly form: {
    readonly add: string;
    readonly change: string;
    readonly save: string;
    readonly cancel: string;
    readonly kind: string;
    readonly about: string;
    readonly aboutHint: string;
    readonly pillars: string;
    readonly sections: string;
    readonly channel: string;
    readonly channelHint: string;
    readonly channelHintOthers: string;
    readonly weekdays: string;
    readonly time: string;
    readonly people: string;
    readonly group: string;
    readonly groupHint: string;
    readonly language: string;
    readonly notInvited: string;
    readonly wrongGroup: string;
    readonly oneMention: string;
    saved(next: string): string;
    readonly savedPaused: string;
    /** It was deleted meanwhile. */
    readonly gone: string;
  };
  readonly note: {
    readonly title: string;
    readonly lead: string;
    readonly item: string;
    readonly text: string;
    readonly status: string;
    readonly statusHint: string;
    readonly on: string;
    readonly save: string;
    readonly cancel: string;
    readonly saved: string;
    /** It was withdrawn meanwhile, or is somebody else's. */
    readonly gone: string;
    readonly own: string;
    line(note: { label: string; on: string; text: string; status: string | null }): string;
    readonly edit: string;
    readonly withdraw: string;
    readonly none: string;
    left(count: number): string;
    readonly notAllowed: string;
    readonly empty: string;
    readonly nothingDue: string;
    assessment(status: Status): string;
    readonly doneText: string;
  };
  readonly reminder: {
    readonly write: string;
    readonly done: string;
    readonly later: string;
    snoozed(day: string): string;
  };
}

/** Everything around digests, reminders and notes, in one language. */
export function jobsWording(language: SlackLanguage): JobsWording {
  return language === 'ja' ? jobsJapanese : jobsEnglish;
}
