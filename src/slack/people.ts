import { z } from 'zod';
import type { Language } from '../answer/frame.ts';
import type { Log } from '../log.ts';
import type { SlackApi } from './api.ts';
import type { Identity } from './intake.ts';

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

export function createPeople(api: SlackApi, me: Identity, log: Log, now: () => Date): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();

  async function look(user: string): Promise<Person> {
    const result = await api.call('users.info', { user, include_locale: true });
    const read = schema.safeParse(result.ok ? result.data : null);
    if (!read.success) {
      log.warn('person unknown', { code: result.ok ? 'unreadable_answer' : result.code });
      known.delete(user);
      return { standing: 'unknown', language: 'ja' };
    }
    const { user: found } = read.data;
    const isOurs =
      found.team_id === me.team || (me.enterprise !== null && found.enterprise_user?.enterprise_id === me.enterprise);
    const isGuest = found.is_restricted || found.is_ultra_restricted;
    return {
      standing: found.is_stranger || !isOurs ? 'stranger' : isGuest ? 'guest' : 'member',
      language: found.locale === undefined || found.locale.startsWith('ja') ? 'ja' : 'en',
    };
  }

  return {
    of(user) {
      const time = now().getTime();
      const found = known.get(user);
      if (found && found.until > time) return found.person;
      const person = look(user);
      const [oldest] = known.keys();
      if (known.size >= MOST && oldest !== undefined) known.delete(oldest);
      known.set(user, { person, until: time + REMEMBERED });
      return person;
    },
  };
}
