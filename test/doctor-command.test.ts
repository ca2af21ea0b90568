import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { GENERAL_CORPUS } from '../src/config.ts';
import { runDoctor } from '../src/doctor-command.ts';
import type { ModelSettings } from '../src/settings/model.ts';
import { readScheduleSettings, type ScheduleSettings } from '../src/settings/schedule.ts';
import { readSlackSettings } from '../src/settings/slack.ts';
import { SETTINGS } from './agent/settings.ts';
import { anOutput } from './support/faces.ts';
import { aModelServer, type ModelServerOptions } from './support/model-server.ts';
import { HIDDEN, OFFICE } from './support/slack/cast.ts';
import { type StandInSlack, startSlack } from './support/slack/server.ts';

const data = mkdtempSync(join(tmpdir(), 'gyokaku-doctor-'));
afterAll(() => rmSync(data, { recursive: true }));
const NO_MODEL = { model: null, network: null, unknown: [] } as const;
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
    code: await runDoctor({ slack: read.settings, schedule: scheduled(more), ...NO_MODEL }, folders, output),
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
    expect(await runDoctor({ slack: null, schedule: scheduled({}), ...NO_MODEL }, folders, output)).toBe(0);
    expect(output.written()).toContain('SLACK_BOT_TOKEN');
  });

  it('names what has no effect: a report that is left out, a section that there is not, a variable that there is not', async () => {
    const corpus = mkdtempSync(join(tmpdir(), 'gyokaku-doctor-corpus-'));
    onTestFinished(() => rmSync(corpus, { recursive: true }));
    cpSync(join(GENERAL_CORPUS, 'arao-r2'), join(corpus, 'arao-r2'), { recursive: true });
    const spaced = readFileSync(join(corpus, 'arao-r2', 'report.txt'), 'utf8').replaceAll('\t', '    ');
    mkdirSync(join(corpus, 'spaced'));
    writeFileSync(join(corpus, 'spaced', 'report.txt'), spaced);
    const output = anOutput();
    const parts = {
      slack: null,
      schedule: scheduled({ NOTE_WRITERS: '総務科=U0123456789' }),
      ...NO_MODEL,
      unknown: [{ name: 'SLACK_BOT_TOKENS', nearest: 'SLACK_BOT_TOKEN' }],
    };
    expect(await runDoctor(parts, { corpus, general: GENERAL_CORPUS, data }, output)).toBe(1);
    const said = output.written();
    expect(said).toMatch(/\[要対応\] 報告書「spaced」は読み込めない.*行目: .*タブではなく空白.*npm run report/u);
    expect(said).toMatch(/\[TO DO\] The report "spaced" cannot be read.*line \d+: .*no tabs/u);
    expect(said).toMatch(/\[要対応\] .*NOTE_WRITERS.*総務科/u);
    expect(said).toMatch(/\[要対応\] .*「SLACK_BOT_TOKENS」.*「SLACK_BOT_TOKEN」の書き誤り/u);
  });

  it('says that no model is set, and that nothing is sent', async () => {
    const { text } = await examined();
    expect(text).toContain('No language model is set. The rules alone answer, and nothing is sent.');
  });

  describe('with a language model', () => {
    const CALLS = [{ calls: [{ name: 'report_contents', args: {} }] }] as const;
    async function tried(
      script: Parameters<typeof aModelServer>[0],
      options: ModelServerOptions & { readonly settings?: Partial<ModelSettings> } = {},
    ) {
      const server = await aModelServer(script, options);
      onTestFinished(() => server.close());
      const model = { ...SETTINGS, baseUrl: server.baseUrl, timeoutMs: 2000, ...options.settings };
      const output = anOutput();
      const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS, data };
      const code = await runDoctor({ slack: null, schedule: scheduled({}), ...NO_MODEL, model }, folders, output);
      return { code, text: output.written(), server };
    }

    it('asks it for one function call, and sends nothing of the report', async () => {
      const { code, text, server } = await tried(CALLS);
      expect([code, server.requests.length, server.refusals]).toEqual([0, 1, []]);
      expect(text).toMatch(/\[正常\] 言語モデル「stand-in」.*応答し、関数を呼び出しました/u);
      expect(text).toMatch(/\[OK\] The language model "stand-in" \(127\.0\.0\.1:\d+\) answers and calls functions\./u);
      expect(server.requests[0]?.tools).toHaveLength(1);
      expect(JSON.stringify(server.requests)).not.toMatch(/[\u3041-\u9fff]/u);
    });

    it.each<[string, Parameters<typeof aModelServer>[0], Partial<ModelSettings>, RegExp, RegExp]>([
      ['the key', [{ status: 401 }], {}, /鍵を受け付けません.*OPENAI_API_KEY/u, /key \(AuthenticationError 401/u],
      [
        'the name',
        [{ status: 404, code: 'model_not_found' }],
        {},
        /「stand-in」がありません.*MODEL を/u,
        /"stand-in" \(NotFoundError 404 model_not_found/u,
      ],
      [
        'the functions',
        [{ status: 400, type: 'invalid_request_error' }],
        {},
        /関数（tools）に対応した/u,
        /refused the request \(BadRequestError 400 invalid_request_error\)/u,
      ],
      ['calls that are not made', [{ say: 'I will.' }], {}, /関数を呼び出しません/u, /calls no function/u],
      ['the time', ['hang'], { timeoutMs: 1000 }, /MODEL_TIMEOUT_MS を大きく/u, /Raise MODEL_TIMEOUT_MS/u],
      [
        'the address',
        [],
        { baseUrl: 'http://127.0.0.1:2/v1' },
        /OPENAI_BASE_URL と、/u,
        /cannot be reached \(.*ECONNREFUSED/u,
      ],
    ])('says what to do about %s', async (_what, script, settings, ja, en) => {
      const { code, text } = await tried(script, { settings });
      expect(code).toBe(1);
      expect(text.split('\n').find((line) => line.startsWith('[要対応]'))).toMatch(ja);
      expect(text.split('\n').find((line) => line.startsWith('[TO DO]'))).toMatch(en);
      expect(text).not.toContain('sk-test');
    });

    it('looks at the vectors as well, when they are set', async () => {
      const settings = { embeddingModel: 'bag' };
      const { code, text } = await tried(CALLS, { settings, embed: () => [1, 2] });
      expect([code, text]).toEqual([0, expect.stringContaining('The embedding model "bag"')]);
      const missing = await tried(CALLS, { settings });
      expect([missing.code, missing.text]).toEqual([1, expect.stringMatching(/has no "bag".*Set EMBEDDING_MODEL/u)]);
    });

    it('warns of a key that goes over the network unencrypted', async () => {
      const { code, text } = await tried([], { settings: { baseUrl: 'http://model.invalid/v1' } });
      expect([code, text]).toEqual([1, expect.stringContaining('go to model.invalid unencrypted')]);
    });
  });

  it('refuses a data folder that can not be written to', async () => {
    const file = join(data, 'a-file');
    writeFileSync(file, '');
    await expect(examined({}, file)).rejects.toMatchObject({ code: 'STATE_UNWRITABLE' });
  });
});
