import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CLERK, dmOf, GUEST, HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
import { assistant, type Running, run } from './running.ts';

let office: Running;
beforeEach(async () => {
  office = await run();
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;
const replyTo = (message: StoredMessage) => office.slack.workspace.replyTo(message);
const until = <T>(find: () => T | undefined, what: string) => office.slack.workspace.waiting.until(find, what);
const show = (value: unknown) => JSON.stringify(value);

describe('the command', () => {
  it('is answered to the asker alone, and shown to the channel on request', async () => {
    await staff().command('/gyokaku', '項目23の状況は？', HALL);
    const whisper = await office.whisperTo(STAFF);
    expect(whisper.text).toContain('整理番号23');
    expect(office.slack.workspace.messages(HALL)).toEqual([]);
    await staff().presses(whisper, 'show');
    const shown = await until(() => office.slack.workspace.messages(HALL)[0], 'the answer in the channel');
    expect(shown.text).toContain('整理番号23');
    expect(show(shown.blocks)).not.toContain('"show"');
  });

  it.each(['item 23', 'ITEM 23', '項目23'])('takes %s as a question', async (text) => {
    await staff().command('/gyokaku', text, HALL);
    expect((await office.whisperTo(STAFF)).text).toMatch(/^整理番号23/);
  });

  it('takes short forms in the language of whoever types them', async () => {
    await office.slack.person(CLERK).command('/gyokaku', 'item 23', OFFICE);
    expect((await office.whisperTo(CLERK)).text).toMatch(/^Item 23/);
    await staff().command('/gyokaku', 'digest', HALL);
    expect((await office.whisperTo(STAFF)).text).toContain('【ダイジェスト】');
    await office.slack.person(CLERK).command('/gyokaku', 'digest ja', OFFICE);
    await until(
      () => office.slack.workspace.whispers(CLERK).find(({ text }) => text.includes('【ダイジェスト】')),
      'it',
    );
  });

  it.each(['', 'help', ' HELP ', 'list'])('explains itself on "%s", in the language of the asker', async (text) => {
    await office.slack.person(CLERK).command('/gyokaku', text, OFFICE);
    expect((await office.whisperTo(CLERK)).text).toContain('/gyokaku');
    expect((await office.whisperTo(CLERK)).text).toMatch(/[a-z]{4} [a-z]{2}/);
  });

  it('forgets a person on request, whose messages can still be edited and deleted with their answers', async () => {
    const asked = await staff().writes('項目23の状況は？');
    const answer = await workspace().replyTo(asked);
    const second = await staff().writes('項目1の状況は？');
    await workspace().replyTo(second);
    await office.said('"answered"', 2);
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    await staff().edits(second, '項目5の状況は？');
    await workspace().replyThat(second, ({ text }) => text.includes('整理番号5'));
    expect(workspace().repliesTo(second)).toHaveLength(1);
    await staff().deletes(asked);
    await workspace().until(
      () => (workspace().message(answer.channel, answer.ts) ? undefined : true),
      'the answer to go',
    );
  });

  it.each(['forget', 'forget me', '忘れて', '忘れる'])('forgets on "%s"', async (text) => {
    await staff().command('/gyokaku', text, OFFICE);
    expect((await office.whisperTo(STAFF)).text).toContain('削除しました');
  });

  it('keeps no rating from a form that was open when its person was forgotten', async () => {
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, '項目23の状況は？'));
    await office.said('"answered"');
    await staff().presses(reply, 'feedback', `${turnOf(reply)}:0`);
    const form = await office.slack.views.modalThat(STAFF);
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    const { view } = await staff().submits(form, { feedback_reason: 'wrong' });
    expect(show(view?.blocks)).toContain('保存期間');
    expect(await office.state.feedback.list()).toEqual([]);
  });

  it('forgets a person on request', async () => {
    const asked = await staff().writes('項目23の状況は？');
    const reply = await replyTo(asked);
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    await staff().presses(reply, 'source');
    await until(() => (office.slack.workspace.whispers(STAFF).length > 1 ? true : undefined), 'word that it is gone');
    expect(office.slack.views.modal(STAFF)).toBeUndefined();
  });
});

describe('buttons below an answer', () => {
  it('open the very lines of the report', async () => {
    const reply = await replyTo(await staff().mentions(OFFICE, '項目23の状況は？'));
    await staff().presses(reply, 'source');
    const modal = await office.slack.views.modalThat(STAFF);
    expect(show(modal.blocks)).toContain('329');
    expect(show(modal.blocks)).toContain('債権に関する滞納整理の一元化');
  });

  it('ask the next question in the thread, once however often they are pressed', async () => {
    const asked = await staff().mentions(OFFICE, '項目23の状況は？');
    const reply = await replyTo(asked);
    await Promise.all([
      staff().presses(reply, 'follow_up.0'),
      office.slack.person(CLERK).presses(reply, 'follow_up.0'),
    ]);
    await until(() => office.slack.workspace.repliesTo(asked)[1], 'the second answer');
    await office.restart();
    expect(office.slack.workspace.repliesTo(asked)).toHaveLength(2);
  });

  it('choose between readings', async () => {
    const asked = await staff().mentions(OFFICE, '介護保険の歳入は？');
    const reply = await replyTo(asked);
    const choice = show(reply.blocks).match(/choose\.\d/)?.[0];
    expect(choice).toBeDefined();
    await staff().presses(reply, choice ?? '');
    const second = await until(() => office.slack.workspace.repliesTo(asked)[1], 'the chosen answer');
    expect(second.text).toMatch(/百万円/);
  });

  it('of an answer to one person stay between the two', async () => {
    await staff().command('/gyokaku', '項目23の状況は？', HALL);
    const whisper = await office.whisperTo(STAFF);
    await staff().presses(whisper, 'follow_up.0');
    await until(() => office.slack.workspace.whispers(STAFF)[1], 'the second answer');
    expect(office.slack.workspace.messages(HALL)).toEqual([]);
  });

  it('keep what was good, and ask what was bad', async () => {
    const reply = await replyTo(await staff().mentions(OFFICE, '項目23の状況は？'));
    await staff().presses(reply, 'feedback', `${turnOf(reply)}:1`);
    await office.whisperTo(STAFF);
    await office.slack.person(CLERK).presses(reply, 'feedback', `${turnOf(reply)}:0`);
    const modal = await office.slack.views.modalThat(CLERK);
    const { view } = await office.slack
      .person(CLERK)
      .submits(modal, { feedback_reason: 'wrong', feedback_comment: '令和元年度' });
    expect(view?.type).toBe('modal');
    const rows = await office.state.feedback.list();
    expect(rows.map(({ kind, reason, question }) => [kind, reason, question])).toEqual([
      ['bad', 'wrong: 令和元年度', '項目23の状況は？'],
      ['good', null, '項目23の状況は？'],
    ]);
  });

  it('turn the pages of a long table', async () => {
    await office.stop();
    const rows = Array.from({ length: 600 }, (_, i) => [{ text: `row ${i}`, value: null }]);
    const table = { caption: 'long', columns: [{ label: 'name', numeric: false }], rows };
    office = await run({
      responder: {
        async respond(question, previous) {
          const { answer, turn } = assistant.ask(question, previous);
          return { answer: { ...answer, table }, turn };
        },
      },
    });
    const reply = await replyTo(await staff().mentions(OFFICE, '項目23の状況は？'));
    expect(show(reply.blocks)).not.toContain('row 599');
    await staff().presses(reply, 'page.1');
    const turned = await until(() => {
      const now = office.slack.workspace.message(OFFICE, reply.ts);
      return now?.edited ? now : undefined;
    }, 'the second page');
    expect(show(turned.blocks)).not.toContain('row 0"');
    expect(turned.text).toBe(reply.text);
  });
});

describe('Home', () => {
  it('shows the progress, and remembers the chosen section', async () => {
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    expect(show(home.blocks)).toContain('○');
    const section = /"value":"([^"]*課)"/.exec(show(home.blocks))?.[1] ?? '';
    await staff().presses(home, 'home_section', section);
    await office.slack.views.homeThat(STAFF, (view) => view.hash !== home.hash);
    await office.restart();
    await staff().opensHome();
    const again = await office.slack.views.homeThat(STAFF);
    expect(show(again.blocks)).toMatch(new RegExp(`"initial_option":\\{[^}]*\\{[^}]*\\},"value":"${section}"`));
  });

  it('answers a suggested question in a window', async () => {
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    await staff().presses(home, 'home_question.0');
    expect(show((await office.slack.views.modalThat(STAFF)).blocks)).toMatch(/原文|出典/);
  });

  it('tells a guest that it is for members', async () => {
    await office.slack.person(GUEST).opensHome();
    expect(show((await office.slack.views.homeThat(GUEST)).blocks)).toContain('ゲスト');
  });
});

describe('the agent pane', () => {
  it('offers questions when it is opened, and names the conversation by the first', async () => {
    await staff().opensMessages();
    await until(() => office.slack.agent.prompts[0], 'the prompts');
    const asked = await staff().writes('項目23の状況は？');
    await replyTo(asked);
    await until(() => office.slack.agent.titles.get(`${dmOf(STAFF)}:${asked.ts}`), 'the title');
  });
});

function turnOf(reply: StoredMessage): string {
  return /"value":"([^":]+):1"/.exec(show(reply.blocks))?.[1] ?? '';
}
