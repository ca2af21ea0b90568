import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLERK, dmOf, GUEST, OFFICE, OTHER_BOT, SHARED, STAFF, STRANGER } from '../support/slack/cast.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
import { type Running, run } from './running.ts';

let office: Running;
beforeEach(async () => {
  office = await run();
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const replyTo = (message: StoredMessage) => office.slack.workspace.replyTo(message);
const types = (message: StoredMessage) => message.blocks?.map(({ type }) => type) ?? [];

describe('a mention in a channel', () => {
  it('is answered in its thread, with the source', async () => {
    const reply = await replyTo(await staff().mentions(OFFICE, '項目23の状況は？'));
    expect(reply.text).toContain('整理番号23');
    expect(reply.text).toContain('原文');
    expect(types(reply)).toContain('context');
  });

  it('knows in its thread what was asked before, also after a restart', async () => {
    const first = await staff().mentions(OFFICE, '項目23の状況は？');
    await replyTo(first);
    await office.restart();
    const second = await staff().mentions(OFFICE, '担当課は？', { thread: first.ts });
    expect((await replyTo(second)).text).toContain('整理番号23');
  });

  it('shows a ranking as a table that sorts by number', async () => {
    const reply = await replyTo(await office.slack.person(CLERK).mentions(OFFICE, 'top 5 overtime sections in R1'));
    const table = reply.blocks?.find(({ type }) => type === 'data_table');
    expect(JSON.stringify(table)).toContain('raw_number');
  });

  it('of other bots is never answered', async () => {
    await office.slack.person(OTHER_BOT).mentions(OFFICE, '項目23の状況は？');
    const mine = await staff().mentions(OFFICE, '項目1の状況は？');
    await replyTo(mine);
    expect(office.slack.workspace.messages(OFFICE).filter((each) => office.slack.workspace.isOurs(each))).toHaveLength(
      1,
    );
  });

  it('never turns what was typed into a mention, a link or markup', async () => {
    const asked = '<!channel> <@U0CLERK> <https://evil.example|項目23> *太字* の状況は？';
    const reply = await replyTo(await staff().mentions(OFFICE, asked));
    expect(reply.text).not.toMatch(/<[!@#h]/);
    expect(reply.unfurls).toEqual({ links: false, media: false });
  });

  it('too long is refused before it is worked on', async () => {
    await staff().mentions(OFFICE, '項目'.repeat(1100));
    const whisper = await office.whisperTo(STAFF);
    expect(whisper.text).toContain('2000文字以内');
  });
});

describe('a direct message', () => {
  it('is answered in its thread, and the thread gets a title', async () => {
    const asked = await staff().writes('一番残業が多い課は？');
    const reply = await replyTo(asked);
    expect(reply.thread_ts).toBe(asked.ts);
  });

  it('that is edited gets a new answer in the place of the old one', async () => {
    const asked = await staff().writes('項目23の状況は？');
    const first = await replyTo(asked);
    await staff().edits(asked, '項目5の状況は？');
    const second = await office.slack.workspace.waiting.until(() => {
      const now = office.slack.workspace.message(first.channel, first.ts);
      return now?.text.includes('整理番号5') ? now : undefined;
    }, 'the new answer');
    expect(second.ts).toBe(first.ts);
    expect(office.slack.workspace.repliesTo(asked)).toHaveLength(1);
  });

  it('that is edited into what is not answered has no answer any more, but word of that in its place', async () => {
    const asked = await staff().writes('令和元年度に時間外勤務が最も多い課は？');
    const first = await replyTo(asked);
    await staff().edits(asked, '項目'.repeat(1100));
    const notice = await office.slack.workspace.replyThat(asked, ({ text }) => text.includes('2000文字以内'));
    expect(notice.ts).toBe(first.ts);
    expect(types(notice)).toEqual(['section']);
    await staff().edits(asked, '項目5の状況は？');
    await office.slack.workspace.replyThat(asked, ({ text }) => text.includes('整理番号5'));
    expect(office.slack.workspace.repliesTo(asked)).toHaveLength(1);
  });

  it('that is deleted takes its answer along', async () => {
    const asked = await staff().writes('項目23の状況は？');
    const reply = await replyTo(asked);
    await staff().deletes(asked);
    await office.slack.workspace.waiting.until(
      () => (office.slack.workspace.message(reply.channel, reply.ts) ? undefined : true),
      'the answer to go',
    );
  });
});

describe('who may ask', () => {
  it.each([GUEST, STRANGER])('%s is refused politely, and sees it alone', async (person) => {
    await office.slack.person(person).mentions(person === STRANGER ? SHARED : OFFICE, '項目23の状況は？');
    expect((await office.whisperTo(person)).text).toMatch(/ゲスト|ワークスペース以外/);
  });

  it('no more than so many questions a minute are answered, with a polite notice', async () => {
    await office.stop();
    office = await run({ settings: { questionsPerMinute: 2 } });
    const asked = [];
    for (const number of [1, 2, 3]) asked.push(await staff().writes(`項目${number}の状況は？`));
    const replies = [];
    for (const each of asked)
      replies.push(
        (
          await office.slack.workspace.waiting.until(
            () => office.slack.workspace.replies(dmOf(STAFF), each.ts)[0],
            'a reply',
          )
        ).text,
      );
    expect(replies.filter((text) => text.includes('整理番号'))).toHaveLength(2);
  });

  it('only channels on the list are answered, and direct messages', async () => {
    await office.stop();
    office = await run({ settings: { channels: [SHARED] } });
    await staff().mentions(OFFICE, '項目23の状況は？');
    expect((await office.whisperTo(STAFF)).text).toContain('チャンネル');
    expect((await replyTo(await staff().writes('項目23の状況は？'))).text).toContain('整理番号23');
  });
});
