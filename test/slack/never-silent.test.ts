import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Responder } from '../../src/answer/responder.ts';
import { dmOf, GUEST, HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
import type { Fault } from '../support/slack/faults.ts';
import { assistant, type Running, run } from './running.ts';

const QUESTION = '項目23の状況は？';
const ANSWER = '整理番号23';

/** Answers with more rows than a message shows. */
const ofManyRows: Responder = {
  async respond(question, previous) {
    const reply = assistant.ask(question, previous);
    const rows = Array.from({ length: 350 }, (_, i) => [{ text: `row ${i}`, value: null }]);
    const table = { caption: 'long', columns: [{ label: 'name', numeric: false }], rows };
    return { ...reply, answer: { ...reply.answer, table } };
  },
};

let office: Running;
beforeEach(async () => {
  office = await run();
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;
const inDirect = (person = STAFF) => workspace().until(() => workspace().messages(dmOf(person))[0], 'a direct message');
const whispered = (text: string) =>
  workspace().until(
    () =>
      workspace()
        .whispers(STAFF)
        .find((each) => each.text.includes(text)),
    `"${text}" to see`,
  );
const fails = (method: string, ...faults: readonly Fault[]) => office.slack.faults.next(method, ...faults);

const BUSY: Fault = { kind: 'ratelimited', retryAfter: 1 };
const USED_UP: Fault = { kind: 'refused', code: 'used_url' };
const broken: readonly (readonly [string, readonly Fault[]])[] = [
  ['is broken', [{ kind: 'error500' }]],
  ['is cut', [{ kind: 'reset' }]],
  ['is used up', [USED_UP, USED_UP]],
];
const busy: readonly (readonly [string, readonly Fault[]])[] = [['stays busy', [BUSY, BUSY, BUSY]]];

describe('a command whose response address', () => {
  it.each(broken)('%s has its answer beside, or directly where Gyokaku is no member', async (_, faults) => {
    fails('response_url', ...faults);
    await staff().command('/gyokaku', QUESTION, OFFICE);
    expect((await whispered(ANSWER)).channel).toBe(OFFICE);
    fails('response_url', ...faults);
    await staff().command('/gyokaku', QUESTION, HALL);
    expect((await inDirect()).text).toContain(ANSWER);
    await office.restart();
    expect(workspace().messages(HALL)).toEqual([]);
    expect(workspace().messages(dmOf(STAFF))).toHaveLength(1);
  });

  it.each([...broken, ...busy])('%s is told all the same what help and forget say', async (_, faults) => {
    fails('response_url', ...faults);
    await staff().command('/gyokaku', 'help', OFFICE);
    await whispered('使い方');
    fails('response_url', ...faults);
    await staff().command('/gyokaku', 'forget', HALL);
    expect((await inDirect()).text).toContain('削除しました');
    expect(await office.said('response address failed')).not.toContain('http://');
  });
});

describe('a press whose outcome is refused or unknown', () => {
  it.each(broken)('is told when it was to show an answer and the address %s', async (_, faults) => {
    await staff().command('/gyokaku', QUESTION, OFFICE);
    const whisper = await office.whisperTo(STAFF);
    fails('response_url', ...faults);
    await staff().presses(whisper, 'show');
    await whispered('もう一度操作してください');
    expect(await office.said('response address failed')).toContain('in-channel');
  });
});

describe('a page of a long table that Slack does not turn', () => {
  it('is told to whoever pressed, alone', async () => {
    await office.stop();
    office = await run({ responder: ofManyRows });
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, QUESTION));
    await office.said('"answered"');
    fails('chat.update', { kind: 'refused', code: 'cant_update_message' });
    await staff().presses(reply, 'page.1');
    await whispered('もう一度操作してください');
  });
});

describe('a thread that takes nothing from us', () => {
  const codes = ['read_only_channel', 'thread_locked', 'thread_only_channel', 'non_threadable_channel'];
  it.each([...codes.map((code) => `restricted_action_${code}`), 'invalid_thread_ts', 'ekm_access_denied'])(
    '(%s) is answered directly',
    async (code) => {
      fails('chat.postMessage', { kind: 'refused', code });
      await staff().mentions(OFFICE, QUESTION);
      expect((await inDirect()).text).toContain(ANSWER);
    },
  );

  it('has its notice sent directly', async () => {
    fails('chat.postEphemeral', { kind: 'refused', code: 'user_not_in_channel' });
    await office.slack.person(GUEST).mentions(OFFICE, QUESTION);
    expect((await inDirect(GUEST)).text).toContain('ゲスト');
  });
});
