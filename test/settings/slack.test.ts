import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSlackSettings } from '../../src/settings/slack.ts';

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
    [{ ...SOCKET, SLACK_CHANNELS: '#office' }, ['SLACK_CHANNELS']],
    [{ ...SOCKET, HTTPS_PROXY: 'proxy:8080' }, ['HTTPS_PROXY: is wrong.']],
    [{ ...SOCKET, NODE_EXTRA_CA_CERTS: '/nowhere.pem' }, ['NODE_EXTRA_CA_CERTS: /nowhere.pem cannot be read']],
  ])('%j are refused, each with what to set', (environment, starts) => {
    const found = problems(environment);
    expect(found).toHaveLength(starts.length);
    for (const [i, start] of starts.entries()) expect(found[i]?.startsWith(start)).toBe(true);
    for (const problem of found) expect(problem).toContain(' Set ');
  });

  it('never quote a token in a problem', () => {
    expect(problems({ SLACK_BOT_TOKEN: 'secret-token', SLACK_APP_TOKEN: 'other-secret' }).join()).not.toMatch(/secret/);
  });

  it('read certificates from their file', () => {
    const file = join(folder, 'ca.pem');
    writeFileSync(file, '-----BEGIN CERTIFICATE-----\n');
    expect(readSlackSettings({ ...SOCKET, NODE_EXTRA_CA_CERTS: file })).toMatchObject({
      settings: { network: { certificates: '-----BEGIN CERTIFICATE-----\n' } },
    });
  });
});
