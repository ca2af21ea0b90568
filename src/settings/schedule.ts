import { z } from 'zod';
import { problemsOf } from './problems.ts';
import { SCHEDULE_VARIABLES, wrong } from './wording.ts';

/** Days and time by the clocks of the office. */
export interface WeeklyTime {
  /** 1 for Monday to 7 for Sunday. */
  readonly weekdays: readonly (1 | 2 | 3 | 4 | 5 | 6 | 7)[];
  /** `HH:MM` */
  readonly time: string;
}

export interface ScheduleSettings {
  /** Time zone by its IANA name. */
  readonly zone: string;
  /** For how many hours a slot that was missed is still sent. */
  readonly lateHours: number;
  /** Of what the settings below have posted. */
  readonly language: 'ja' | 'en';
  /** Id of the person who is told when it cannot be delivered; null for nobody. */
  readonly owner: string | null;
  readonly reminder: {
    readonly at: WeeklyTime;
    /** Where sections without a channel of their own are reminded; null for nowhere. */
    readonly channel: string | null;
    /** Channel by section, as the report prints it. */
    readonly sections: ReadonlyMap<string, string>;
  };
  /** Null for no digest. */
  readonly digest: { readonly at: WeeklyTime; readonly channel: string } | null;
  /** Ids of the people who may note progress, by section; a section without any leaves that to those in its channel. */
  readonly writers: ReadonlyMap<string, readonly string[]>;
}

export type ScheduleResult =
  | { readonly ok: true; readonly settings: ScheduleSettings }
  | { readonly ok: false; readonly problems: readonly string[] };

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const USUAL_TIME = 'Mon 09:00';
const HOURS = { min: 1, max: 168, usual: 24 };
const CHANNEL = /^[CGDUW][A-Z0-9]{4,}$/u;
const PERSON = /^[UW][A-Z0-9]{4,}$/u;

/** Reads the settings for digests and reminders; without any, nothing is posted. Every problem is handed back. */
export function readScheduleSettings(environment: Readonly<Record<string, string | undefined>>): ScheduleResult {
  const given = Object.keys(SCHEDULE_VARIABLES).flatMap((name) => {
    const value = environment[name]?.trim();
    return value ? [[name, value]] : [];
  });
  const parsed = schema.safeParse(Object.fromEntries(given));
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { data } = parsed;
  return {
    ok: true,
    settings: {
      zone: data.TZ_NAME,
      lateHours: data.LATE_HOURS,
      language: data.SCHEDULE_LANGUAGE,
      owner: data.SCHEDULE_OWNER ?? null,
      reminder: {
        at: data.REMINDER_AT,
        channel: data.REMINDER_CHANNEL ?? null,
        sections: data.REMINDER_SECTIONS,
      },
      digest: data.DIGEST_CHANNEL ? { at: data.DIGEST_AT, channel: data.DIGEST_CHANNEL } : null,
      writers: new Map([...data.NOTE_WRITERS].map(([section, people]) => [section, people.split('+')])),
    },
  };
}

type Variable = keyof typeof SCHEDULE_VARIABLES;

function weeklyTime(variable: Variable) {
  return z
    .string()
    .transform((text, context): WeeklyTime => {
      const [, names = '', time = ''] = /^(\S+)\s+((?:[01]\d|2[0-3]):[0-5]\d)$/u.exec(text) ?? [];
      const weekdays = WEEKDAYS.filter((day) =>
        names
          .toLowerCase()
          .split(',')
          .includes(DAYS[day - 1] ?? ''),
      );
      if (weekdays.length === 0 || weekdays.length !== names.split(',').length)
        context.addIssue({ code: 'custom', message: wrong(variable).error });
      return { weekdays, time };
    })
    .prefault(USUAL_TIME);
}

/** `section=value,section=value` */
function bySection(variable: Variable, value: RegExp) {
  return z
    .string()
    .transform((text, context): ReadonlyMap<string, string> => {
      const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
      const isWrong = ([section, id, more]: string[]): boolean =>
        !section || more !== undefined || !value.test(id ?? '');
      const sections = new Map(pairs.map(([section = '', id = '']) => [section, id]));
      for (const pair of pairs.filter(isWrong))
        context.addIssue({ code: 'custom', message: wrong(variable, pair.join('=')).error });
      if (sections.size < pairs.length) context.addIssue({ code: 'custom', message: wrong(variable).error });
      return sections;
    })
    .default(new Map());
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

const schema = z.object({
  REMINDER_CHANNEL: z.string().regex(CHANNEL, wrong('REMINDER_CHANNEL')).optional(),
  REMINDER_AT: weeklyTime('REMINDER_AT'),
  REMINDER_SECTIONS: bySection('REMINDER_SECTIONS', CHANNEL),
  DIGEST_CHANNEL: z.string().regex(CHANNEL, wrong('DIGEST_CHANNEL')).optional(),
  DIGEST_AT: weeklyTime('DIGEST_AT'),
  SCHEDULE_LANGUAGE: z.enum(['ja', 'en'], wrong('SCHEDULE_LANGUAGE')).default('ja'),
  SCHEDULE_OWNER: z.string().regex(PERSON, wrong('SCHEDULE_OWNER')).optional(),
  NOTE_WRITERS: bySection('NOTE_WRITERS', /^[UW][A-Z0-9]{4,}(?:\+[UW][A-Z0-9]{4,})*$/u),
  TZ_NAME: z.string().refine(isZone, wrong('TZ_NAME')).default('Asia/Tokyo'),
  LATE_HOURS: z
    .string()
    .regex(/^\d+$/u, wrong('LATE_HOURS'))
    .transform(Number)
    .pipe(z.number().min(HOURS.min, wrong('LATE_HOURS')).max(HOURS.max, wrong('LATE_HOURS')))
    .default(HOURS.usual),
});
