import { z } from 'zod';
import type { Language } from '../answer/frame.ts';
import type { Log } from '../log.ts';
import type { SlackApi } from './api.ts';
import type { Identity } from './intake.ts';
import { keepFew } from './keep-few.ts';
import { type Patience, persist } from './retry.ts';
import type { Wait } from './wait.ts';

/** What has to be known of a person. */
export interface Person {
  /** `unknown` while Slack cannot tell. */
  readonly standing: 'member' | 'guest' | 'stranger' | 'unknown';
  /** By the language of that person's Slack. */
  readonly language: Language;
}

export interface People {
  /** Remembered for an hour; asked again at once where Slack could not tell. */
  of(user: string): Promise<Person>;
}

/**
 * Whose questions are not answered; null for everybody else. Whom Slack cannot name is answered, since the report is a
 * public one.
 */
export function barred({ standing }: Person): 'guest' | 'stranger' | null {
  return standing === 'guest' || standing === 'stranger' ? standing : null;
}

/** Who may neither schedule nor note anything; null for members. */
export function notMember({ standing }: Person): 'guest' | 'stranger' | 'unknown' | null {
  return standing === 'member' ? null : standing;
}

/** Milliseconds. */
const REMEMBERED = 3_600_000;
const MOST = 5000;
/** Whoever pressed a button waits for it. */
const PATIENCE: Patience = { tries: 3, longest: 2 };

const schema = z.object({
  user: z.object({
    team_id: z.string().optional(),
    locale: z.string().optional(),
    is_restricted: z.boolean().default(false),
    is_ultra_restricted: z.boolean().default(false),
    is_stranger: z.boolean().default(false),
    enterprise_user: z.object({ enterprise_id: z.string().optional() }).optional(),
  }),
});

export interface PeopleOptions {
  readonly api: SlackApi;
  readonly me: Identity;
  readonly wait: Wait;
  readonly log: Log;
  now(): Date;
}

export function createPeople({ api, me, wait, log, now }: PeopleOptions): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();
  /** What was last known, for a time when Slack cannot tell. */
  const last = new Map<string, Person>();

  async function look(user: string): Promise<Person> {
    const result = await persist(wait, () => api.call('users.info', { user, include_locale: true }), PATIENCE);
    const read = schema.safeParse(result.ok ? result.data : null);
    if (!read.success) {
      log.warn('person unknown', { code: result.ok ? 'unreadable_answer' : result.code });
      known.delete(user);
      const before = last.get(user);
      const standing = before && barred(before) ? before.standing : 'unknown';
      return { standing, language: before?.language ?? 'ja' };
    }
    const { user: found } = read.data;
    const isOurs =
      found.team_id === me.team || (me.enterprise !== null && found.enterprise_user?.enterprise_id === me.enterprise);
    const isGuest = found.is_restricted || found.is_ultra_restricted;
    const person: Person = {
      standing: found.is_stranger || !isOurs ? 'stranger' : isGuest ? 'guest' : 'member',
      language: found.locale === undefined || found.locale.startsWith('ja') ? 'ja' : 'en',
    };
    keepFew(last, user, person, MOST);
    return person;
  }

  return {
    of(user) {
      const time = now().getTime();
      const found = known.get(user);
      if (found && found.until > time) return found.person;
      const person = look(user);
      keepFew(known, user, { person, until: time + REMEMBERED }, MOST);
      return person;
    },
  };
}
