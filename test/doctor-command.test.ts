import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { GENERAL_CORPUS } from '../src/config.ts';
import { runDoctor } from '../src/doctor-command.ts';
import { readScheduleSettings, type ScheduleSettings } from '../src/settings/schedule.ts';
import { readSlackSettings } from '../src/settings/slack.ts';
import { anOutput } from './support/faces.ts';
import { HIDDEN, OFFICE } from './support/slack/cast.ts';
import { type StandInSlack, startSlack } from './support/slack/server.ts';

const data = mkdtempSync(join(tmpdir(), 'gyokaku-doctor-'));
afterAll(() => rmSync(data, { recursive: true }));
let slack: StandInSlack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

/** What the doctor says of a `.env` with these values. */
async function examined(more: Readonly<Record<string, string>> = {}, folder = data) {
  const read = readSlackSettings({
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    ...more,
  });
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const output = anOutput();
  const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS, data: folder };
  return {
    code: await runDoctor({ slack: read.settings, schedule: scheduled(more) }, folders, output),
    text: output.written(),
  };
}

function scheduled(variables: Readonly<Record<string, string>>): ScheduleSettings {
  const read = readScheduleSettings(variables);
  if (!read.ok) throw new Error(read.problems.join('\n'));
  return read.settings;
}

describe('npm run doctor', () => {
  it('looks also at the channels of digests and reminders', async () => {
    const { code, text } = await examined({ REMINDER_CHANNEL: HIDDEN, DIGEST_CHANNEL: OFFICE });
    expect(code).toBe(1);
    expect(text).toContain(`Channel ${OFFICE} can be used.`);
    expect(text).toMatch(new RegExp(`${HIDDEN}.*/invite`));
  });

  it('says that all is well, in both languages', async () => {
    const { code, text } = await examined();
    expect(code).toBe(0);
    expect(text).toContain('すべて正常です');
    expect(text).toContain('SLACK_BOT_TOKEN is valid: gyokaku / City hall');
    expect(text).not.toMatch(/要対応|TO DO|xoxb-|xapp-/);
  });

  it('says of each problem what to click, and that something is left to do', async () => {
    slack.grants.take('users:read');
    const { code, text } = await examined({ SLACK_APP_TOKEN: 'xapp-other', SLACK_CHANNELS: HIDDEN });
    expect(code).toBe(1);
    expect(text).toMatch(/\[要対応\] .*users:read.*Reinstall/);
    expect(text).toMatch(/\[TO DO\] .*SLACK_APP_TOKEN.*invalid_auth.*App-Level Tokens/);
    expect(text).toMatch(new RegExp(`${HIDDEN}.*/invite @Gyokaku`));
    expect(text).not.toContain('xapp-other');
  });

  it('says of a network that does not let through what to set', async () => {
    const { code, text } = await examined({
      HTTPS_PROXY: 'http://127.0.0.1:9',
      SLACK_API_URL: 'https://slack.test/api/',
    });
    expect(code).toBe(1);
    expect(text).toMatch(/HTTPS_PROXY/);
  });

  it('is content without tokens: the terminal needs none', async () => {
    const output = anOutput();
    const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS, data };
    expect(await runDoctor({ slack: null, schedule: scheduled({}) }, folders, output)).toBe(0);
    expect(output.written()).toContain('SLACK_BOT_TOKEN');
  });

  it('refuses a data folder that can not be written to', async () => {
    const file = join(data, 'a-file');
    writeFileSync(file, '');
    await expect(examined({}, file)).rejects.toMatchObject({ code: 'STATE_UNWRITABLE' });
  });
});
