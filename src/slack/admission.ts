import type { Language } from '../answer/frame.ts';
import type { Question } from '../state/questions.ts';
import type { People } from './people.ts';
import type { RateLimit } from './rate-limit.ts';
import type { NoticeKind } from './wording.ts';

/** Whether a question is answered; if not, what the person is told instead. */
export interface Admission {
  /** `isAgain`: it was admitted before, and its answer did not get through; that is not one more question. */
  refusal(
    question: Question,
    isAgain: boolean,
  ): Promise<{ readonly notice: NoticeKind; readonly language: Language } | null>;
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
    async refusal({ user, channel, surface, text }, isAgain) {
      const { standing, language } = await people.of(user);
      const notice = ((): NoticeKind | null => {
        if (standing !== 'member') return standing;
        const isDirect = surface === 'direct' || channel.startsWith('D');
        if (!isDirect && channels !== null && !channels.includes(channel)) return 'channel';
        if (!isAgain && !rateLimit.allows(user)) return 'too-fast';
        return text.length > longest ? 'too-long' : null;
      })();
      return notice && { notice, language };
    },
  };
}
