import type { Question } from '../state/questions.ts';
import { isDirect } from './conversation.ts';
import { barred, type People } from './people.ts';
import type { RateLimit } from './rate-limit.ts';
import type { NoticeKind } from './wording.ts';

/** Whether a question is answered; if not, what the person is told instead. */
export interface Admission {
  /** `isAgain`: it was delivered or taken up before; that is not one more question. */
  refusal(question: Question, isAgain: boolean): Promise<NoticeKind | null>;
}

export interface AdmissionOptions {
  readonly people: People;
  readonly rateLimit: RateLimit;
  /** Null for every channel. */
  readonly channels: readonly string[] | null;
  /** Characters. */
  readonly longest: number;
}

/** Own workspace only; no guests; where a list is set, its channels and direct messages; so many a minute. */
export function createAdmission({ people, rateLimit, channels, longest }: AdmissionOptions): Admission {
  return {
    async refusal(question, isAgain) {
      const { user, channel, text } = question;
      const refused = barred(await people.of(user));
      if (refused) return refused;
      if (!isDirect(question) && channels !== null && !channels.includes(channel)) return 'channel';
      if (!isAgain && !rateLimit.allows(user)) return 'too-fast';
      return text.length > longest ? 'too-long' : null;
    },
  };
}
