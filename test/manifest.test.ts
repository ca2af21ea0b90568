import { readFileSync } from 'node:fs';
import type { Manifest } from '@slack/web-api/dist/types/request/manifest.js';
import { describe, expect, it } from 'vitest';
import manifest from '../manifest.json' with { type: 'json' };
import { COMMAND } from '../src/slack/listeners/command.ts';
import { SUBSCRIPTIONS } from './support/slack/events.ts';
import { ALL_SCOPES } from './support/slack/grants.ts';
import { sourceFiles } from './support/source-files.ts';

/** A type with plain strings where it names them one by one: what is read from a file says no more. */
type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Element)[]
    ? Widened<Element>[]
    : T extends object
      ? { [Name in keyof T]: Widened<T[Name]> }
      : T;

/** The scopes of each method that is called. https://docs.slack.dev/reference/methods */
const SCOPES_OF: Readonly<Record<string, readonly string[]>> = {
  'agents.sessions.setStatus': ['chat:write'],
  'assistant.threads.setStatus': ['chat:write'],
  'assistant.threads.setSuggestedPrompts': ['assistant:write'],
  'assistant.threads.setTitle': ['assistant:write'],
  'auth.test': [],
  'chat.delete': ['chat:write'],
  'chat.postEphemeral': ['chat:write'],
  'chat.postMessage': ['chat:write'],
  'chat.update': ['chat:write'],
  // Public and private channels, and direct messages.
  'conversations.history': ['channels:history', 'groups:history', 'im:history'],
  // With a person, for what is posted to that person directly.
  'conversations.open': ['im:write'],
  'conversations.replies': ['channels:history', 'groups:history', 'im:history'],
  'users.info': ['users:read'],
  'views.open': [],
  'views.publish': [],
  'views.push': [],
  'views.update': [],
};
/** Methods of the app-level token, whose scope is not in the manifest. */
const OF_THE_APP = ['apps.connections.open'];
/** The events by what a listener calls them, with the scope that each takes. https://docs.slack.dev/reference/events */
const EVENTS: Readonly<Record<string, { subscription: string; scopes: readonly string[] }>> = {
  agent_session_stopped: { subscription: 'agent_session_stopped', scopes: [] },
  app_home_opened: { subscription: 'app_home_opened', scopes: [] },
  app_mention: { subscription: 'app_mention', scopes: ['app_mentions:read'] },
  message: { subscription: 'message.im', scopes: ['im:history'] },
};
const METHOD = /'((?:agents|apps|assistant|auth|bots|chat|conversations|files|reactions|users|views)\.[A-Za-z.]+)'/g;

const sources = sourceFiles()
  .filter(({ path }) => path.startsWith('slack/'))
  .map(({ path }) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8'));
const found = (pattern: RegExp): string[] => [
  ...new Set(sources.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name))),
];

const { features, oauth_config, settings } = manifest;
const heard = found(/app\.event\('(\w+)'/g);
const called = found(METHOD).filter((method) => !OF_THE_APP.includes(method));

describe('the manifest', () => {
  it('subscribes to the events that are listened to, and to no others', () => {
    expect(settings.event_subscriptions.bot_events.toSorted()).toEqual(
      heard.map((event) => EVENTS[event]?.subscription ?? event).toSorted(),
    );
    expect([...SUBSCRIPTIONS].toSorted()).toEqual(settings.event_subscriptions.bot_events.toSorted());
  });

  it('has the command that is answered, and buttons that are', () => {
    expect(features.slash_commands.map(({ command }) => command)).toEqual([COMMAND]);
    expect(found(/app\.(action|view)\(/g).toSorted()).toEqual(['action', 'view']);
    expect(settings.interactivity.is_enabled).toBe(true);
  });

  it('asks for the scopes of what is called and heard, and for no others', () => {
    expect(called.length).toBeGreaterThan(10);
    const needed = new Set([
      'commands',
      ...called.flatMap((method) => SCOPES_OF[method] ?? [`unknown method ${method}`]),
      ...heard.flatMap((event) => EVENTS[event]?.scopes ?? [`unknown event ${event}`]),
    ]);
    expect(oauth_config.scopes.bot.toSorted()).toEqual([...needed].toSorted());
    expect(oauth_config.scopes.bot.toSorted()).toEqual([...ALL_SCOPES].toSorted());
  });

  it('calls no method that the table has and the program not', () => {
    expect(Object.keys(SCOPES_OF).filter((method) => !called.includes(method))).toEqual([]);
  });

  it('comes in by the socket, into one workspace, with the agent pane', () => {
    expect(settings).toMatchObject({ socket_mode_enabled: true, org_deploy_enabled: false });
    expect(Object.keys(features)).toContain('agent_view');
    expect(features.app_home).toMatchObject({ home_tab_enabled: true, messages_tab_read_only_enabled: false });
  });

  it('has the shape that the client of Slack knows', () => {
    // The compiler checks it: a wrong type in the file does not compile here.
    const shape: Widened<Manifest> = manifest;
    expect(shape.display_information.name).toBe('Gyokaku');
    // https://docs.slack.dev/ai/migrating-to-agent-messaging/
    expect(features.agent_view.agent_description.length).toBeLessThanOrEqual(300);
  });
});
