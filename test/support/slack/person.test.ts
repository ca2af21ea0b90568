import type { App } from '@slack/bolt';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boltApp } from './bolt-app.ts';
import { CLERK, OFFICE, SHARED, STAFF, STRANGER } from './cast.ts';
import { type Json, objectIn } from './json.ts';
import { type StandInSlack, startSlack } from './server.ts';

let slack: StandInSlack;
let app: App;
let clock: number;
/** Bodies of everything that the app was sent. */
let bodies: Json[];

const plain = (text: string) => ({ type: 'plain_text' as const, text });
const option = (value: string) => ({ text: plain(value), value });
const verdict = (value: string) => ({ text: plain(value), value });
const blocks = [
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      { type: 'button', action_id: 'ask', text: plain('one'), value: '1' },
      { type: 'static_select', action_id: 'section', options: [option('a'), option('b')] },
      { type: 'overflow', action_id: 'more', options: [option('c'), option('d')] },
    ],
  },
  {
    type: 'section',
    text: plain('x'),
    accessory: { type: 'button', action_id: 'ask', text: plain('two'), value: '2' },
  },
  {
    type: 'context_actions',
    elements: [
      {
        type: 'feedback_buttons',
        action_id: 'rate',
        positive_button: verdict('good'),
        negative_button: verdict('bad'),
      },
    ],
  },
];

beforeEach(async () => {
  clock = 1_700_000_000_000;
  bodies = [];
  slack = await startSlack({ now: () => clock });
  app = boltApp(slack);
  app.use(async ({ body, next }) => {
    bodies.push({ ...body });
    await next();
  });
});

afterEach(async () => {
  await app.stop();
  await slack.stop();
});

const lastAction = () => {
  const { actions } = bodies.at(-1) ?? {};
  return Array.isArray(actions) ? actions[0] : undefined;
};

describe('pressing', () => {
  beforeEach(async () => {
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'reply', thread_ts: event.ts, blocks });
    });
    app.action(/.*/, ({ ack }) => ack());
    await app.start();
  });

  it('sends what was pressed, with the message and its thread', async () => {
    const person = slack.person(STAFF);
    const question = await person.mentions(OFFICE, 'x');
    const reply = await slack.workspace.replyTo(question);
    await person.presses(reply, 'ask', '2');
    expect(lastAction()).toMatchObject({ type: 'button', action_id: 'ask', value: '2', text: plain('two') });
    expect(bodies.at(-1)).toMatchObject({
      type: 'block_actions',
      container: { type: 'message', message_ts: reply.ts, is_ephemeral: false, thread_ts: question.ts },
      channel: { id: OFFICE },
      message: { ts: reply.ts, thread_ts: question.ts },
      user: { id: STAFF },
    });
    await person.presses(reply, 'section', 'b');
    expect(lastAction()).toMatchObject({ selected_option: option('b'), block_id: 'choices' });
    expect(objectIn(bodies.at(-1), 'state')).toMatchObject({
      values: { choices: { section: { selected_option: option('b') } } },
    });
    await person.presses(reply, 'more', 'c');
    expect(lastAction()).toMatchObject({ type: 'overflow', selected_option: option('c') });
    await person.presses(reply, 'rate', 'bad');
    expect(lastAction()).toMatchObject({ type: 'feedback_buttons', value: 'bad', text: plain('bad') });
  });

  it('fails where there is nothing of the name, naming what there is', async () => {
    const person = slack.person(STAFF);
    const reply = await slack.workspace.replyTo(await person.mentions(OFFICE, 'x'));
    await expect(person.presses(reply, 'other')).rejects.toThrow('nothing to press as other; there is: ask=1');
    await expect(person.presses(reply, 'ask', '3')).rejects.toThrow('nothing to press');
  });
});

describe('editing and deleting', () => {
  beforeEach(async () => {
    app.event('message', async () => {});
    await app.start();
  });
  const events = () => bodies.map((body) => objectIn(body, 'event'));

  it('an own direct message tells what it was and is', async () => {
    const person = slack.person(STAFF);
    const before = await person.writes('a');
    await person.edits(before, 'b < c');
    expect(events().at(-1)).toMatchObject({
      type: 'message',
      subtype: 'message_changed',
      channel: 'D0STAFF',
      channel_type: 'im',
      message: { ts: before.ts, text: 'b &lt; c', edited: { user: STAFF } },
      previous_message: { ts: before.ts, text: 'a' },
    });
    await person.deletes(before);
    expect(events().at(-1)).toMatchObject({ subtype: 'message_deleted', deleted_ts: before.ts });
    expect(slack.workspace.messages('D0STAFF')).toEqual([]);
  });

  it('a message with answers leaves a tombstone', async () => {
    const person = slack.person(STAFF);
    const before = await person.writes('a');
    await app.client.chat.postMessage({ channel: before.channel, thread_ts: before.ts, text: 'answer' });
    await person.deletes(before);
    expect(events().at(-1)).toMatchObject({
      subtype: 'message_changed',
      message: { subtype: 'tombstone', ts: before.ts },
      previous_message: { text: 'a' },
    });
    expect(slack.workspace.repliesTo(before)).toHaveLength(1);
  });

  it('is for own messages', async () => {
    const theirs = await slack.person(CLERK).says(OFFICE, 'a');
    await expect(slack.person(STAFF).edits(theirs, 'b')).rejects.toThrow('is not by');
  });
});

describe('answering without a token', () => {
  beforeEach(async () => {
    app.command('/gyokaku', ({ ack }) => ack({ text: 'private', blocks }));
    await app.start();
  });

  it('works five times', async () => {
    await slack.person(STAFF).command('/gyokaku', 'x', OFFICE);
    const url = String(bodies.at(-1)?.response_url);
    const send = async () => (await fetch(url, { method: 'POST', body: '{"text":"a"}', headers })).status;
    const headers = { 'content-type': 'application/json' };
    expect(await Promise.all(Array.from({ length: 6 }, send))).toEqual([200, 200, 200, 200, 200, 404]);
    expect(slack.workspace.whispers(STAFF)).toHaveLength(6);
  });

  it('works for thirty minutes', async () => {
    await slack.person(STAFF).command('/gyokaku', 'x', OFFICE);
    clock += 30 * 60_000 + 1;
    const response = await fetch(String(bodies.at(-1)?.response_url), { method: 'POST', body: 'text=a' });
    expect([response.status, await response.text()]).toEqual([404, 'expired_url']);
  });

  it('goes wrong where a test wants it to', async () => {
    await slack.person(STAFF).command('/gyokaku', 'x', OFFICE);
    const send = () => fetch(String(bodies.at(-1)?.response_url), { method: 'POST', body: 'text=a' });
    slack.faults.next('response_url', { kind: 'error500' }, { kind: 'lost' });
    expect((await send()).status).toBe(500);
    expect(slack.workspace.whispers(STAFF)).toHaveLength(1);
    await expect(send()).rejects.toThrow();
    expect(slack.workspace.whispers(STAFF)).toHaveLength(2);
  });

  it('takes a private answer away and shows it to all', async () => {
    app.action('ask', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
      await respond({ response_type: 'in_channel', replace_original: false, text: 'public' });
    });
    const person = slack.person(STAFF);
    const answer = await person.command('/gyokaku', 'x', OFFICE);
    if (!answer) return expect.fail('no answer');
    await expect(slack.person(CLERK).presses(answer, 'ask', '1')).rejects.toThrow('sees no');
    await person.presses(answer, 'ask', '1');
    await slack.workspace.until(() => slack.workspace.messages(OFFICE)[0], 'the public answer');
    expect(slack.workspace.messages(OFFICE).map((each) => each.text)).toEqual(['public']);
    expect(slack.workspace.whispers(STAFF)).toEqual([]);
    expect(bodies.at(-1)).toMatchObject({ container: { is_ephemeral: true } });
    expect(bodies.at(-1)).not.toHaveProperty('message');
  });
});

it('a stranger comes with the workspace of their own', async () => {
  app.event('app_mention', async () => {});
  await app.start();
  await slack.person(STRANGER).mentions(SHARED, 'x');
  expect(bodies.at(-1)).toMatchObject({
    team_id: 'T0CITY',
    is_ext_shared_channel: true,
    event: { team: 'T0OTHER', user_team: 'T0OTHER' },
  });
});
