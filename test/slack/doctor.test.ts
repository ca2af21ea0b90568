import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SlackSettings } from '../../src/settings/slack.ts';
import { clientLogger, openApi } from '../../src/slack/api.ts';
import { examine } from '../../src/slack/doctor.ts';
import { openNetwork } from '../../src/slack/network.ts';
import { HIDDEN, OFFICE } from '../support/slack/cast.ts';
import { ALL_SCOPES } from '../support/slack/grants.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import { aLog, STRAIGHT } from './support.ts';

let slack: StandInSlack;
beforeEach(async () => {
  slack = await startSlack();
});
afterEach(() => slack.stop());

async function findings(given: Partial<SlackSettings> & { appToken?: string } = {}) {
  const { appToken = slack.appToken, ...more } = given;
  const settings: SlackSettings = {
    botToken: slack.botToken,
    transport: { kind: 'socket', appToken },
    apiUrl: slack.apiUrl,
    network: STRAIGHT,
    channels: null,
    questionsPerMinute: 20,
    threadDays: 30,
    feedbackDays: 90,
    logLevel: 'info',
    opsPort: null,
    ...more,
  };
  const network = openNetwork(STRAIGHT);
  const open = (token: string) => openApi({ token, url: settings.apiUrl, network, logger: clientLogger(aLog().log) });
  const appApi = settings.transport.kind === 'socket' ? open(appToken) : null;
  const found = await examine({
    settings,
    api: open(settings.botToken),
    appApi,
    scopes: ALL_SCOPES,
    channels: settings.channels ?? [],
  });
  return found.map(({ check, isGood, detail }) => `${isGood ? 'good' : 'bad'} ${check} ${detail}`.trim());
}
const host = () => new URL(slack.apiUrl).host;

describe('what stands between here and the first answer', () => {
  it('is all good', async () => {
    expect(await findings({ channels: [OFFICE] })).toEqual([
      `good network ${host()}`,
      'good bot-token gyokaku / City hall',
      `good scopes ${ALL_SCOPES.join(', ')}`,
      'good app-token',
      `good channel ${OFFICE}`,
    ]);
  });

  it('is the network', async () => {
    await slack.stop();
    expect(await findings()).toEqual(['bad network no_connection']);
    slack = await startSlack();
  });

  it('is a token', async () => {
    const found = await findings({ botToken: 'xoxb-other', appToken: 'xapp-other' });
    expect(found).toEqual([`good network ${host()}`, 'bad bot-token invalid_auth', 'bad app-token invalid_auth']);
  });

  it('is a scope', async () => {
    slack.grants.take('im:history', 'commands');
    expect(await findings()).toContain('bad scopes commands, im:history');
  });

  it('is a channel to which the bot was not invited', async () => {
    expect(await findings({ channels: [OFFICE, HIDDEN] })).toContain(`bad channel ${HIDDEN} (channel_not_found)`);
  });

  it('is nothing of the socket where there is none', async () => {
    const found = await findings({ transport: { kind: 'http', signingSecret: 's', port: 3000 } });
    expect(found).toContain('good signing');
    expect(slack.calls('apps.connections.open')).toBe(0);
  });
});
