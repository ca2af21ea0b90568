import { describe, expect, it } from 'vitest';
import { createIntake, KEPT_TEXT } from '../../src/slack/intake.ts';
import { aState } from '../support/state-folder.ts';

const ME = { user: 'UBOT', bot: 'BBOT', team: 'T1', enterprise: null };
const MENTION = { type: 'app_mention', user: 'U1', channel: 'C1', ts: '1.0', text: '<@UBOT> 項目23は &lt;どう&gt;？' };
const DIRECT = { type: 'message', channel_type: 'im', user: 'U1', channel: 'D1', ts: '2.0', text: '項目5は？' };

let events = 0;
const body = (event: object, event_id = `Ev${++events}`) => ({
  type: 'event_callback',
  event_id,
  team_id: 'T1',
  event,
});
async function anIntake() {
  const state = await aState();
  return { state, take: (event: object, id?: string) => createIntake(state.questions, ME).take(body(event, id)) };
}

describe('a mention', () => {
  it('is on the disk when it is taken, as the person typed it', async () => {
    const { state, take } = await anIntake();
    expect(await take(MENTION)).toMatchObject({ kind: 'question', isNew: true });
    expect(await state.questions.byKey('C1:1.0')).toMatchObject({
      surface: 'mention',
      state: 'received',
      text: '項目23は <どう>？',
      thread: '1.0',
    });
  });

  it('in a thread belongs to that thread', async () => {
    const { take } = await anIntake();
    expect(await take({ ...MENTION, thread_ts: '0.5' })).toMatchObject({ question: { thread: '0.5', ts: '1.0' } });
  });

  it('is new once: by its event, and by its message', async () => {
    const { take } = await anIntake();
    expect(await take(MENTION, 'Ev-a')).toMatchObject({ isNew: true });
    expect(await take(MENTION, 'Ev-a')).toMatchObject({ isNew: false });
    expect(await take(MENTION, 'Ev-b')).toMatchObject({ isNew: false });
  });

  it('that is far too long is kept no longer than it takes to refuse it', async () => {
    const { take } = await anIntake();
    const taken = await take({ ...MENTION, text: `<@UBOT> ${'x'.repeat(40_000)}` });
    expect(taken?.question.text).toHaveLength(KEPT_TEXT);
  });
});

describe('a direct message', () => {
  const kinds = [{}, { subtype: 'file_share' }, { subtype: 'thread_broadcast' }, { subtype: 'me_message' }];
  it.each(kinds)('with %j is a question', async (more) => {
    const { take } = await anIntake();
    expect(await take({ ...DIRECT, ...more })).toMatchObject({ kind: 'question', question: { surface: 'direct' } });
  });

  it('that was edited is to be answered anew, and only where its words changed', async () => {
    const { take } = await anIntake();
    await take(DIRECT);
    const changed = (text: string) =>
      take({ ...DIRECT, ts: '3.0', subtype: 'message_changed', message: { user: 'U1', ts: '2.0', text } });
    expect(await changed('項目5は？')).toBeNull();
    expect(await changed('項目6は？')).toMatchObject({ kind: 'revised', question: { text: '項目6は？' } });
  });

  it.each([
    { subtype: 'message_deleted', deleted_ts: '2.0' },
    { subtype: 'message_changed', message: { subtype: 'tombstone', user: 'USLACKBOT', ts: '2.0', text: '' } },
  ])('that was deleted takes its answer along: %j', async (event) => {
    const { take } = await anIntake();
    await take(DIRECT);
    expect(await take({ ...DIRECT, ts: '3.0', ...event })).toMatchObject({ kind: 'deleted' });
  });

  it('that was never a question is none when it is edited or deleted', async () => {
    const { take } = await anIntake();
    const message = { user: 'U1', ts: '2.0', text: 'x' };
    expect(await take({ ...DIRECT, subtype: 'message_changed', message })).toBeNull();
    expect(await take({ ...DIRECT, subtype: 'message_deleted', deleted_ts: '2.0' })).toBeNull();
  });
});

describe('what is left alone', () => {
  it.each([
    ['the bot itself', { ...DIRECT, user: 'UBOT' }],
    ['another bot', { ...MENTION, bot_id: 'BOTHER' }],
    ['a change by a bot', { ...DIRECT, subtype: 'message_changed', message: { user: 'U1', bot_id: 'B', ts: '2.0' } }],
    ['a message of a channel', { ...DIRECT, channel_type: 'channel' }],
    ['somebody who joined', { ...DIRECT, subtype: 'channel_join' }],
    ['another event', { type: 'app_home_opened', user: 'U1', channel: 'D1', tab: 'home' }],
  ])('%s', async (_, event) => {
    const { state, take } = await anIntake();
    expect(await take(event)).toBeNull();
    expect(await state.questions.unanswered()).toEqual([]);
  });

  it.each([null, 'text', {}, { type: 'event_callback' }])('%j', async (nonsense) => {
    const state = await aState();
    expect(await createIntake(state.questions, ME).take(nonsense)).toBeNull();
  });
});
