import { describe, expect, it } from 'vitest';
import { readScheduleSettings } from '../../src/settings/schedule.ts';
import { SCHEDULE_VARIABLES, wrong } from '../../src/settings/wording.ts';

const read = (environment: Record<string, string>) => {
  const result = readScheduleSettings(environment);
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.settings;
};

describe('the settings for digests and reminders', () => {
  it('post nothing without a channel, whatever else is set or empty', () => {
    for (const environment of [{}, { REMINDER_AT: 'Tue 10:00', DIGEST_CHANNEL: ' ', REMINDER_SECTIONS: '' }]) {
      const { reminder, digest } = read(environment);
      expect([reminder.channel, reminder.sections.size, digest]).toEqual([null, 0, null]);
    }
  });

  it('need two lines for the weekly reminder', () => {
    expect(read({ REMINDER_CHANNEL: 'C0123456789', REMINDER_AT: 'Mon,thu 08:45' })).toMatchObject({
      zone: 'Asia/Tokyo',
      lateHours: 24,
      language: 'ja',
      owner: null,
      reminder: { channel: 'C0123456789', at: { weekdays: [1, 4], time: '08:45' } },
    });
    expect(read({ DIGEST_CHANNEL: 'U0123456789' }).digest).toEqual({
      channel: 'U0123456789',
      at: { weekdays: [1], time: '09:00' },
    });
  });

  it('give sections channels and writers of their own', () => {
    const { reminder, writers } = read({
      REMINDER_SECTIONS: '総務課=C0000000001, 財政課 = C0000000002',
      NOTE_WRITERS: '総務課=U0000000001+U0000000002',
    });
    expect([...reminder.sections]).toEqual([
      ['総務課', 'C0000000001'],
      ['財政課', 'C0000000002'],
    ]);
    expect([...writers]).toEqual([['総務課', ['U0000000001', 'U0000000002']]]);
  });

  it('are refused with every problem at once, each with its variable and what to set', () => {
    const all = {
      REMINDER_CHANNEL: '#general',
      REMINDER_AT: '9:00',
      REMINDER_SECTIONS: '総務課',
      DIGEST_CHANNEL: 'general',
      DIGEST_AT: 'Mon 24:00',
      SCHEDULE_LANGUAGE: 'fr',
      SCHEDULE_OWNER: 'C0123456789',
      NOTE_WRITERS: '総務課=C0123456789',
      TZ_NAME: 'Asia/Tokio',
      LATE_HOURS: '0',
    };
    const result = readScheduleSettings(all);
    expect(result.ok ? [] : result.problems.map((problem) => problem.split(': ')[0])).toEqual(
      Object.keys(SCHEDULE_VARIABLES),
    );
    expect(result.ok ? [] : result.problems).toContain(wrong('TZ_NAME').error);
    expect(result.ok ? '' : result.problems.join()).toContain(
      'NOTE_WRITERS: 「総務課=C0123456789」は正しくありません。',
    );
    for (const [name, value] of [
      ['REMINDER_AT', 'Mon,Xyz 09:00'],
      ['REMINDER_AT', 'Mon,Mon 09:00'],
      ['REMINDER_SECTIONS', '総務課=C0000000001,総務課=C0000000002'],
      ['REMINDER_SECTIONS', '総務課=C0000000001=C0000000002'],
      ['LATE_HOURS', '169'],
      ['LATE_HOURS', '1.5'],
    ] as const)
      expect(readScheduleSettings({ [name]: value })).toMatchObject({ ok: false });
  });
});
