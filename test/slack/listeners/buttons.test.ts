import { afterEach, describe, expect, it } from 'vitest';
import { CLERK, GUEST, HALL, OFFICE, STAFF } from '../../support/slack/cast.ts';
import type { StoredMessage } from '../../support/slack/workspace.ts';
import { type Running, type RunOptions, run } from '../running.ts';

const QUESTION = '令和元年度に時間外勤務が最も多い課は？';
const SECOND = 1000;

let office: Running;
let time = Date.now();
afterEach(() => office.stop());

const open = async (options: RunOptions = {}) => {
  time = Date.now();
  office = await run({ now: () => new Date(time), ...options });
};
const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;
const whispers = (person: string) => workspace().whispers(person);
const replies = (asked: StoredMessage) => workspace().repliesTo(asked);
const second = (asked: StoredMessage) => workspace().until(() => replies(asked)[1], 'a second answer');

/** Everything that was begun has ended. */
const settled = () => office.restart();

describe('a question below an answer in a channel', () => {
  it('is refused to a guest alone, and open to everybody else', async () => {
    await open();
    const asked = await staff().mentions(OFFICE, QUESTION);
    const reply = await workspace().replyTo(asked);
    await office.slack.person(GUEST).presses(reply, 'follow_up.0');
    expect((await office.whisperTo(GUEST)).text).toContain('ゲスト');
    await settled();
    expect(replies(asked)).toHaveLength(1);
    await office.slack.person(CLERK).presses(reply, 'follow_up.0');
    expect((await second(asked)).text).toContain('平成30年度');
  });

  it('is refused to a guest like everything else there: source, pages, rating', async () => {
    await open();
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, QUESTION));
    await office.said('"answered"');
    const rating = /"value":"([^"]+):1"/.exec(JSON.stringify(reply.blocks))?.[1];
    await office.slack.person(GUEST).presses(reply, 'source');
    await office.slack.person(GUEST).presses(reply, 'feedback', `${rating}:0`);
    await workspace().until(() => whispers(GUEST)[1], 'both refusals');
    expect(office.slack.views.modal(GUEST)).toBeUndefined();
    expect(await office.state.feedback.list()).toEqual([]);
  });

  it('is open again to whoever was told to wait', async () => {
    await open({ settings: { questionsPerMinute: 1 } });
    const asked = await staff().mentions(OFFICE, QUESTION);
    const reply = await workspace().replyTo(asked);
    await staff().presses(reply, 'follow_up.0');
    expect((await office.whisperTo(STAFF)).text).toContain('1分');
    time += 61 * SECOND;
    await staff().presses(reply, 'follow_up.0');
    expect((await second(asked)).text).toContain('平成30年度');
  });

  it('is answered once to one who presses twice, and once to all', async () => {
    await open();
    const asked = await staff().mentions(OFFICE, QUESTION);
    const reply = await workspace().replyTo(asked);
    await Promise.all([staff().presses(reply, 'follow_up.0'), staff().presses(reply, 'follow_up.0')]);
    await second(asked);
    time += 61 * SECOND;
    await office.slack.person(CLERK).presses(reply, 'follow_up.0');
    await settled();
    expect(replies(asked)).toHaveLength(2);
  });

  it('that could not be delivered for good may be pressed again', async () => {
    await open();
    const asked = await staff().mentions(OFFICE, QUESTION);
    const reply = await workspace().replyTo(asked);
    await office.said('"answered"');
    const refused = { kind: 'refused', code: 'invalid_auth' } as const;
    office.slack.faults.next('chat.postMessage', refused);
    await staff().presses(reply, 'follow_up.0');
    await office.said('answer not delivered');
    await staff().presses(reply, 'follow_up.0');
    await second(asked);
  });
});

describe('a question below an answer in a direct message', () => {
  it('follows the answer that is there, also after an edit and at a place pressed before', async () => {
    await open();
    const asked = await staff().writes(QUESTION);
    const reply = await workspace().replyTo(asked);
    await staff().presses(reply, 'follow_up.0');
    expect((await second(asked)).text).toContain('平成30年度');
    time += SECOND;
    await staff().edits(asked, '平成28年度に時間外勤務が最も多い課は？');
    const edited = await workspace().replyThat(asked, ({ text }) => text.includes('平成28年度'));
    await staff().presses(edited, 'follow_up.0');
    const third = await workspace().until(() => replies(asked)[2], 'a third answer');
    expect(third.text).toContain('平成27年度');
  });

  it('means what it means below the answer that is there, though its words were pressed before', async () => {
    await open();
    const asked = await staff().writes(QUESTION);
    const reply = await workspace().replyTo(asked);
    await staff().presses(reply, 'follow_up.0');
    await second(asked);
    time += SECOND;
    await staff().edits(asked, '令和元年度の普通会計の歳入は？');
    const edited = await workspace().replyThat(asked, ({ text }) => text.includes('歳入'));
    const same = JSON.stringify(edited.blocks).match(/follow_up\.\d/g) ?? [];
    expect(same.length).toBeGreaterThan(0);
    for (const action of same) await staff().presses(edited, action);
    await workspace().until(() => (replies(asked).length === 2 + same.length ? true : undefined), 'an answer to each');
  });

  it('that is refused for the moment may be pressed again', async () => {
    await open({ settings: { questionsPerMinute: 1 } });
    const asked = await staff().writes(QUESTION);
    const reply = await workspace().replyTo(asked);
    await staff().presses(reply, 'follow_up.0');
    expect((await second(asked)).text).toContain('1分');
    time += 61 * SECOND;
    await staff().presses(reply, 'follow_up.0');
    await workspace().until(() => replies(asked).find(({ text }) => text.includes('平成30年度')), 'the answer');
  });
});

describe('a question below an answer that one person sees', () => {
  it('is answered once to one who presses twice, and again when it is pressed later', async () => {
    await open();
    await staff().command('/gyokaku', QUESTION, HALL);
    const whisper = await office.whisperTo(STAFF);
    await Promise.all([staff().presses(whisper, 'follow_up.0'), staff().presses(whisper, 'follow_up.0')]);
    await workspace().until(() => whispers(STAFF)[1], 'the second answer');
    await settled();
    expect(whispers(STAFF)).toHaveLength(2);
    time += 61 * SECOND;
    await staff().presses(whisper, 'follow_up.0');
    await workspace().until(() => whispers(STAFF)[2], 'the answer once more');
    expect(workspace().messages(HALL)).toEqual([]);
  });
});

describe('showing an answer to the channel', () => {
  it('shows it once, however often it is pressed', async () => {
    await open();
    await staff().command('/gyokaku', QUESTION, OFFICE);
    const whisper = await office.whisperTo(STAFF);
    await Promise.all([staff().presses(whisper, 'show'), staff().presses(whisper, 'show')]);
    await workspace().until(() => workspace().messages(OFFICE)[0], 'the answer');
    await settled();
    expect(workspace().messages(OFFICE)).toHaveLength(1);
  });
});
