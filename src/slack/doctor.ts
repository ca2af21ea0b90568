import { z } from 'zod';
import type { SlackSettings } from '../settings/slack.ts';
import { type CallResult, type SlackApi, UNREACHED } from './api.ts';

/** What was looked at, and what came of it. `detail`: names and codes, never a token. */
export interface Finding {
  readonly check: 'network' | 'bot-token' | 'scopes' | 'app-token' | 'signing' | 'channel';
  readonly isGood: boolean;
  readonly detail: string;
}

export interface DoctorOptions {
  readonly settings: SlackSettings;
  /** The Web API with the bot token. */
  readonly api: SlackApi;
  /** The Web API with the app-level token. */
  readonly appApi: SlackApi | null;
  /** Scopes that the manifest asks for. */
  readonly scopes: readonly string[];
  /** Channels that the settings name: for questions, digests and reminders. */
  readonly channels: readonly string[];
}

const authTest = z.object({
  user: z.string(),
  team: z.string(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).optional(),
});

/** Looks at everything between here and the first answer, one thing after the other; stops where the next needs the one before. */
export async function examine({ settings, api, appApi, scopes, channels }: DoctorOptions): Promise<readonly Finding[]> {
  const auth = await api.call('auth.test');
  if (!auth.ok && isNetwork(auth)) return [{ check: 'network', isGood: false, detail: auth.code }];
  const findings: Finding[] = [{ check: 'network', isGood: true, detail: new URL(settings.apiUrl).host }];
  const read = authTest.safeParse(auth.ok ? auth.data : null);
  if (read.success) {
    const { user, team, response_metadata } = read.data;
    findings.push({ check: 'bot-token', isGood: true, detail: `${user} / ${team}` });
    const granted = response_metadata?.scopes;
    const missing = granted ? scopes.filter((scope) => !granted.includes(scope)) : [];
    findings.push({
      check: 'scopes',
      isGood: missing.length === 0,
      detail: (missing.length > 0 ? missing : scopes).join(', '),
    });
  } else findings.push({ check: 'bot-token', isGood: false, detail: codeOf(auth) });
  findings.push(await transport(settings, appApi));
  if (read.success) for (const channel of channels) findings.push(await reachable(channel, api));
  return findings;
}

async function transport({ transport: { kind } }: SlackSettings, appApi: SlackApi | null): Promise<Finding> {
  if (kind === 'http' || appApi === null) return { check: 'signing', isGood: true, detail: '' };
  const result = await appApi.call('apps.connections.open');
  return { check: 'app-token', isGood: result.ok, detail: result.ok ? '' : codeOf(result) };
}

/** A channel can be read only by its members, so that one message tells whether the bot was invited. */
async function reachable(channel: string, api: SlackApi): Promise<Finding> {
  const result = await api.call('conversations.history', { channel, limit: 1 });
  return { check: 'channel', isGood: result.ok, detail: result.ok ? channel : `${channel} (${codeOf(result)})` };
}

function isNetwork(result: CallResult): boolean {
  return !result.ok && (UNREACHED.has(result.code) || result.code === 'no_answer' || result.code.startsWith('http_'));
}

function codeOf(result: CallResult): string {
  return result.ok ? 'unreadable_answer' : result.code;
}
