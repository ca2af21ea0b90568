import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkSlackSettings, readSlackSettings } from '../../src/settings/slack.ts';

const folder = mkdtempSync(join(tmpdir(), 'gyokaku-settings-'));
afterAll(() => rmSync(folder, { recursive: true }));

const SOCKET = { SLACK_BOT_TOKEN: 'xoxb-123-abc', SLACK_APP_TOKEN: 'xapp-1-A2-b3' };
const problems = (environment: Record<string, string>) => {
  const read = readSlackSettings(environment);
  return read.ok ? [] : read.problems;
};

describe('settings for Slack', () => {
  it('are none without a token', () => {
    expect(readSlackSettings({ QUESTIONS_PER_MINUTE: '5', SLACK_BOT_TOKEN: ' ' })).toEqual({
      ok: true,
      settings: null,
    });
  });

  it('need two tokens for a socket, and have usual values for all else', () => {
    expect(readSlackSettings(SOCKET)).toMatchObject({
      ok: true,
      settings: {
        transport: { kind: 'socket', appToken: 'xapp-1-A2-b3' },
        apiUrl: 'https://slack.com/api/',
        network: { httpsProxy: '', noProxy: '', certificates: null },
        channels: null,
        questionsPerMinute: 20,
        threadDays: 30,
        feedbackDays: 90,
        opsPort: null,
      },
    });
  });

  it('take a signing secret with a port instead', () => {
    const read = readSlackSettings({ SLACK_BOT_TOKEN: 'xoxb-123-abc', SLACK_SIGNING_SECRET: 's', PORT: '3000' });
    expect(read).toMatchObject({ ok: true, settings: { transport: { kind: 'http', signingSecret: 's', port: 3000 } } });
  });

  it.each([
    [{ SLACK_APP_TOKEN: 'xapp-1-A2-b3' }, ['SLACK_BOT_TOKEN: is missing.']],
    [{ SLACK_BOT_TOKEN: 'xoxb-123-abc' }, ['SLACK_APP_TOKEN: is missing.']],
    [{ SLACK_BOT_TOKEN: 'xoxb-123-abc', SLACK_SIGNING_SECRET: 's' }, ['PORT: is missing.']],
    [
      { SLACK_BOT_TOKEN: 'xoxb-…', SLACK_APP_TOKEN: 'xapp-…' },
      ['SLACK_BOT_TOKEN: is wrong.', 'SLACK_APP_TOKEN: is wrong.'],
    ],
    [
      { ...SOCKET, QUESTIONS_PER_MINUTE: '0', THREAD_DAYS: 'x' },
      ['QUESTIONS_PER_MINUTE: is wrong.', 'THREAD_DAYS: is wrong.'],
    ],
    [{ ...SOCKET, SLACK_CHANNELS: 'C0123456789,#office' }, ['SLACK_CHANNELS: "#office" is wrong.']],
    [{ ...SOCKET, HTTPS_PROXY: 'proxy:8080' }, ['HTTPS_PROXY: is wrong.']],
    [{ ...SOCKET, NODE_EXTRA_CA_CERTS: '/nowhere.pem' }, ['NODE_EXTRA_CA_CERTS: /nowhere.pem cannot be read']],
  ])('%j are refused, each with what to set', (environment, starts) => {
    const found = problems(environment);
    expect(found).toHaveLength(starts.length);
    for (const [i, start] of starts.entries()) expect(found[i]?.split('\n')[1]?.startsWith(start)).toBe(true);
    for (const problem of found) expect(problem).toMatch(/^[A-Z_]+: .*書くもの：.*\n[A-Z_]+: .* Set /);
  });

  it('never quote a token in a problem', () => {
    expect(problems({ SLACK_BOT_TOKEN: 'secret-token', SLACK_APP_TOKEN: 'other-secret' }).join()).not.toMatch(/secret/);
  });

  it('read certificates from their file, and refuse what is none', () => {
    const certificate = readFileSync('test/support/tls/ca.pem', 'utf8');
    const file = join(folder, 'ca.pem');
    writeFileSync(file, `Office\n${certificate}${certificate}`);
    expect(readSlackSettings({ ...SOCKET, NODE_EXTRA_CA_CERTS: file })).toMatchObject({
      settings: { network: { certificates: `Office\n${certificate}${certificate}` } },
    });
    for (const text of [
      'no certificate',
      certificate.replace(/\n.{20}/, '\n'),
      `${certificate}${certificate.slice(0, 80)}`.replace('MII', 'MIX'),
    ]) {
      writeFileSync(file, text);
      expect(problems({ ...SOCKET, NODE_EXTRA_CA_CERTS: file }).join()).toContain(
        `${file} cannot be read as certificates`,
      );
    }
  });

  it('are looked at also without a token by whoever asks what is wrong', () => {
    const read = checkSlackSettings({ THREAD_DAYS: '-1', OPS_PORT: '99999', NODE_EXTRA_CA_CERTS: '/nowhere.pem' });
    expect(read.ok ? [] : read.problems.map((problem) => problem.split(': ')[0])).toEqual([
      'THREAD_DAYS',
      'OPS_PORT',
      'NODE_EXTRA_CA_CERTS',
    ]);
    expect(checkSlackSettings({ THREAD_DAYS: '7' })).toEqual({ ok: true, settings: null });
    expect(checkSlackSettings(SOCKET)).toEqual(readSlackSettings(SOCKET));
  });
});
