import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLERK, OFFICE, STAFF } from '../support/slack/cast.ts';
import { type Running, run } from './running.ts';

let office: Running;
beforeEach(async () => {
  office = await run();
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const clerk = () => office.slack.person(CLERK);
const workspace = () => office.slack.workspace;
const answerTo = async (...asked: Parameters<ReturnType<typeof staff>['mentions']>) =>
  (await workspace().replyTo(await clerk().mentions(...asked))).text;

describe('a question in the thread of an answer', () => {
  it('that was shown to the channel knows what was asked, also after a restart', async () => {
    await staff().command('/gyokaku', '項目23の状況は？', OFFICE);
    await staff().presses(await office.whisperTo(STAFF), 'show');
    const shown = await workspace().until(() => workspace().messages(OFFICE)[0], 'the answer');
    await office.restart();
    const second = await clerk().mentions(OFFICE, '担当課は？', { thread: shown.ts });
    expect((await workspace().replyTo(second)).text).toContain('整理番号23');
  });

  it('knows nothing of what somebody else has written above', async () => {
    const above = await staff().says(OFFICE, '項目23の状況は？');
    const asked = await clerk().mentions(OFFICE, '担当課は？', { thread: above.ts });
    expect((await workspace().replyTo(asked)).text).not.toContain('整理番号23');
  });

  it('is answered also while Slack does not show what it hangs on', async () => {
    const above = await staff().says(OFFICE, 'a');
    const refused = { kind: 'refused', code: 'missing_scope' } as const;
    office.slack.faults.next('conversations.replies', refused);
    const asked = await clerk().mentions(OFFICE, '項目5の状況は？', { thread: above.ts });
    expect((await workspace().replyTo(asked)).text).toContain('整理番号5');
    expect(await office.said('thread not readable')).toContain('missing_scope');
  });
});

describe('a question that is in no language', () => {
  it.each(['23', '２３？', 'R1', '👍', ''])('(%s) is answered in the language of the person', async (text) => {
    expect(await answerTo(OFFICE, text)).toMatch(/^[A-Z][a-z]/);
    const asked = await staff().mentions(OFFICE, text);
    expect((await workspace().replyTo(asked)).text).toMatch(/^[ぁ-ん一-龠]/);
  });

  it.each(['RPA', 'DX?'])('(%s) is so although it is in Latin letters', async (text) => {
    expect(await answerTo(OFFICE, text)).toMatch(/^Item \d/);
    const asked = await staff().mentions(OFFICE, text);
    expect((await workspace().replyTo(asked)).text).toMatch(/^整理番号/);
  });

  it('is answered in the language of its thread', async () => {
    const first = await staff().mentions(OFFICE, 'What is the status of item 23?');
    await workspace().replyTo(first);
    await staff().mentions(OFFICE, '24?', { thread: first.ts });
    const second = await workspace().until(() => workspace().repliesTo(first)[1], 'a second answer');
    expect(second.text).toMatch(/^Item 24/);
    await office.said('"answered"', 2);
    const kept = await office.state.turns.latest(`${OFFICE}:${first.ts}`);
    expect(kept?.question).toBe('24?');
  });
});
