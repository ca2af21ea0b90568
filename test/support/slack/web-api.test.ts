import { WebClient } from '@slack/web-api';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  BOT,
  CLOSED,
  GUEST,
  HALL,
  HIDDEN,
  OFFICE,
  SHARED,
  SINGLE_CHANNEL_GUEST,
  STAFF,
  STRANGER,
  TEAM,
} from './cast.ts';
import { quiet } from './quiet.ts';
import { type StandInSlack, startSlack } from './server.ts';

let slack: StandInSlack;
let client: WebClient;
beforeEach(async () => {
  slack = await startSlack();
  const logger = quiet();
  client = new WebClient(slack.botToken, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger });
});
afterEach(() => slack.stop());

/** The refusal of a call: what Slack answered. */
async function refused(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => expect.fail('it was done'),
    (reason: unknown) => reason,
  );
  return typeof error === 'object' && error && 'data' in error ? error.data : error;
}

const said = (text: string) => client.chat.postMessage({ channel: OFFICE, text });

describe('tokens and scopes', () => {
  it('says who the app is and what it may do', async () => {
    const { user_id, team_id, response_metadata } = await client.auth.test();
    expect([user_id, team_id]).toEqual([BOT, TEAM]);
    expect(response_metadata?.scopes).toContain('app_mentions:read');
  });

  it.each([
    ['', 'not_authed'],
    ['xoxb-other', 'invalid_auth'],
    ['xapp-stand-in', 'not_allowed_token_type'],
  ])('refuses the token "%s" with %s', async (token, error) => {
    const other = new WebClient(token, { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 }, logger: quiet() });
    expect(await refused(other.auth.test())).toMatchObject({ error });
  });

  it('names the scope that is missing', async () => {
    slack.grants.take('chat:write');
    expect(await refused(said('a'))).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
      provided: slack.grants.toString(),
    });
  });

  it('asks for the scope of the kind of channel', async () => {
    slack.grants.take('groups:history');
    await client.conversations.history({ channel: OFFICE });
    expect(await refused(client.conversations.history({ channel: CLOSED }))).toMatchObject({
      needed: 'groups:history',
    });
  });

  it('knows no other methods', async () => {
    expect(await refused(client.apiCall('chat.shout'))).toMatchObject({ error: 'unknown_method' });
  });
});

describe('posting', () => {
  it.each([
    [HALL, 'not_in_channel'],
    [HIDDEN, 'channel_not_found'],
    ['C0NOWHERE', 'channel_not_found'],
  ])('to %s is refused with %s', async (channel, error) => {
    expect(await refused(client.chat.postMessage({ channel, text: 'a' }))).toMatchObject({ error });
  });

  it('without a word is refused', async () => {
    expect(await refused(client.apiCall('chat.postMessage', { channel: OFFICE }))).toMatchObject({ error: 'no_text' });
    expect(await refused(client.apiCall('chat.postMessage', { text: 'a' }))).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: { messages: ['[ERROR] missing required field: channel'] },
    });
  });

  it('keeps metadata and gives it back when asked', async () => {
    const metadata = { event_type: 'answer', event_payload: { question: '1.2' } };
    const root = await said('question');
    const thread_ts = String(root.ts);
    await client.chat.postMessage({ channel: OFFICE, thread_ts, text: 'a', metadata });
    const withIt = await client.conversations.replies({ channel: OFFICE, ts: thread_ts, include_all_metadata: true });
    const without = await client.conversations.replies({ channel: OFFICE, ts: thread_ts });
    expect(withIt.messages?.map((each) => each.metadata)).toEqual([undefined, metadata]);
    expect(without.messages?.map((each) => each.metadata)).toEqual([undefined, undefined]);
  });

  it('to a user id writes to the direct message', async () => {
    expect((await client.chat.postMessage({ channel: STAFF, text: 'a' })).channel).toBe('D0STAFF');
  });

  it('keeps what was asked of links', async () => {
    const { ts } = await client.chat.postMessage({
      channel: OFFICE,
      text: 'a',
      unfurl_links: false,
      unfurl_media: false,
    });
    expect(slack.workspace.message(OFFICE, String(ts))?.unfurls).toEqual({ links: false, media: false });
  });

  it('cuts what is longer than 40,000', async () => {
    const { ts } = await said('a'.repeat(40_001));
    expect(slack.workspace.message(OFFICE, String(ts))?.text).toHaveLength(40_000);
  });

  it('in private shows it to one person only', async () => {
    await client.chat.postEphemeral({ channel: OFFICE, user: STAFF, text: 'psst' });
    expect(slack.workspace.whispers(STAFF).map((each) => each.text)).toEqual(['psst']);
    expect(slack.workspace.messages(OFFICE)).toEqual([]);
    const call = client.chat.postEphemeral({ channel: CLOSED, user: GUEST, text: 'psst' });
    expect(await refused(call)).toMatchObject({ error: 'user_not_in_channel' });
  });
});

describe('changing', () => {
  const divider = [{ type: 'divider' }];

  it('with text alone drops the blocks', async () => {
    const { ts } = await client.chat.postMessage({ channel: OFFICE, text: 'a', blocks: divider });
    await client.chat.update({ channel: OFFICE, ts: String(ts), text: 'b', blocks: divider });
    expect(slack.workspace.message(OFFICE, String(ts))).toMatchObject({ text: 'b', blocks: divider });
    await client.chat.update({ channel: OFFICE, ts: String(ts), text: 'c' });
    expect(slack.workspace.message(OFFICE, String(ts))).not.toHaveProperty('blocks');
  });

  it('is for own messages, of at most 4,000 characters', async () => {
    const theirs = await slack.person(STAFF).says(OFFICE, 'mine');
    const { ts } = await said('a');
    const update = (place: { channel: string; ts: string }, text: string) =>
      refused(client.chat.update({ ...place, text }));
    expect(await update(theirs, 'b')).toMatchObject({ error: 'cant_update_message' });
    expect(await update({ channel: OFFICE, ts: '1.000000' }, 'b')).toMatchObject({ error: 'message_not_found' });
    expect(await update({ channel: OFFICE, ts: String(ts) }, 'b'.repeat(4001))).toMatchObject({
      error: 'msg_too_long',
    });
    expect(await refused(client.chat.delete(theirs))).toMatchObject({ error: 'cant_delete_message' });
  });

  it('deletes', async () => {
    const { ts } = await said('a');
    await client.chat.delete({ channel: OFFICE, ts: String(ts) });
    expect(slack.workspace.messages(OFFICE)).toEqual([]);
  });
});

describe('reading', () => {
  it('gives threads page by page, the first message always on top', async () => {
    const root = await said('root');
    const thread_ts = String(root.ts);
    for (const text of ['a', 'b', 'c']) await client.chat.postMessage({ channel: OFFICE, thread_ts, text });
    const first = await client.conversations.replies({ channel: OFFICE, ts: thread_ts, limit: 3 });
    const cursor = first.response_metadata?.next_cursor ?? '';
    const second = await client.conversations.replies({ channel: OFFICE, ts: thread_ts, limit: 3, cursor });
    expect([first, second].map((page) => page.messages?.map((each) => each.text))).toEqual([['root', 'a', 'b'], ['c']]);
    expect([first.has_more, second.has_more]).toEqual([true, false]);
    const call = client.conversations.replies({ channel: OFFICE, ts: '1.000000' });
    expect(await refused(call)).toMatchObject({ error: 'thread_not_found' });
  });

  it('gives the history newest first, without answers in threads', async () => {
    const root = await said('root');
    await client.chat.postMessage({ channel: OFFICE, thread_ts: String(root.ts), text: 'a' });
    await said('next');
    const { messages } = await client.conversations.history({ channel: OFFICE });
    expect(messages?.map((each) => [each.text, each.reply_count])).toEqual([
      ['next', undefined],
      ['root', 1],
    ]);
    const later = await client.conversations.history({ channel: OFFICE, oldest: String(root.ts) });
    expect(later.messages?.map((each) => each.text)).toEqual(['next']);
  });

  it('tells guests, strangers and languages apart', async () => {
    const of = async (user: string) => (await client.users.info({ user, include_locale: true })).user;
    expect(await of(STAFF)).toMatchObject({ locale: 'ja-JP', is_restricted: false, team_id: TEAM });
    expect(await of(GUEST)).toMatchObject({ is_restricted: true, is_ultra_restricted: false });
    expect(await of(SINGLE_CHANNEL_GUEST)).toMatchObject({ is_restricted: true, is_ultra_restricted: true });
    expect(await of(STRANGER)).toMatchObject({ is_stranger: true, team_id: 'T0OTHER' });
    expect(await refused(client.users.info({ user: 'U0NOBODY' }))).toMatchObject({ error: 'user_not_found' });
  });

  it('lists the channels that the app is in', async () => {
    slack.grants.give('channels:read', 'groups:read');
    const { channels } = await client.users.conversations({ types: 'public_channel,private_channel' });
    expect(channels?.map((each) => each.id)).toEqual([OFFICE, CLOSED, SHARED]);
  });
});

describe('the agent pane', () => {
  it('shows a status until the reply, prompts and a title', async () => {
    const question = await slack.person(STAFF).says(OFFICE, 'x');
    const place = { channel_id: OFFICE, thread_ts: question.ts };
    await client.assistant.threads.setStatus({ ...place, status: 'looking' });
    expect(slack.agent.shown(OFFICE, question.ts)).toBe('looking');
    await client.chat.postMessage({ channel: OFFICE, thread_ts: question.ts, text: 'a' });
    expect(slack.agent.shown(OFFICE, question.ts)).toBe('');
    await client.assistant.threads.setTitle({ ...place, title: 'T' });
    expect([...slack.agent.titles.values()]).toEqual(['T']);
    const prompts = Array.from({ length: 5 }, () => ({ title: 'a', message: 'b' }));
    const call = client.apiCall('assistant.threads.setSuggestedPrompts', { channel_id: OFFICE, prompts });
    expect(await refused(call)).toMatchObject({ error: 'invalid_arguments' });
  });
});

describe('bodies', () => {
  it('may be JSON, a form or multipart', async () => {
    const headers = { authorization: `Bearer ${slack.botToken}` };
    const url = `${slack.apiUrl}chat.postMessage`;
    const form = new FormData();
    form.set('channel', OFFICE);
    form.set('text', 'multipart');
    const json = JSON.stringify({ channel: OFFICE, text: 'json', blocks: [{ type: 'divider' }] });
    const type = { 'content-type': 'application/json; charset=utf-8' };
    await fetch(url, { method: 'POST', headers, body: form });
    await fetch(url, { method: 'POST', headers: { ...headers, ...type }, body: json });
    await fetch(url, { method: 'POST', headers, body: new URLSearchParams({ channel: OFFICE, text: 'form & more' }) });
    expect(slack.workspace.messages(OFFICE).map((each) => each.text)).toEqual(['multipart', 'json', 'form & more']);
    const broken = await fetch(url, { method: 'POST', headers: { ...headers, ...type }, body: '{' });
    expect(await broken.json()).toMatchObject({ error: 'invalid_form_data' });
  });
});
