import { afterEach, describe, expect, it } from 'vitest';
import { aQuestion } from '../../state/samples.ts';
import { CLERK, dmOf, OFFICE, STAFF } from '../../support/slack/cast.ts';
import { type Running, type RunOptions, run } from '../running.ts';

let office: Running;
afterEach(() => office.stop());

const open = async (options: RunOptions = {}) => {
  office = await run(options);
};
const workspace = () => office.slack.workspace;
const ours = () =>
  workspace()
    .messages(OFFICE)
    .filter((each) => workspace().isOurs(each));

describe('a short form of the command', () => {
  it('is one question, read in the language of the asker, also while Slack is slow to say who that is', async () => {
    await open();
    office.slack.faults.next('users.info', { kind: 'slow', ms: 300 });
    await office.slack.person(CLERK).command('/gyokaku', 'digest', OFFICE);
    await office.app.recover();
    await office.app.recover();
    await office.restart();
    expect(workspace().whispers(CLERK)).toHaveLength(1);
    expect(workspace().whispers(CLERK)[0]?.text).toContain('Digest');
    expect(ours()).toEqual([]);
  });

  it.each(['constructor', '__proto__'])('is not made of what every object has: %s', async (text) => {
    await open();
    await office.slack.person(STAFF).command('/gyokaku', text, OFFICE);
    expect((await office.whisperTo(STAFF)).text).not.toContain('受付番号');
    expect(ours()).toEqual([]);
  });
});

describe('the answer to a command', () => {
  /** A command that was written down and not answered before the process died. */
  const leftBehind = (responseUrl: string | null) =>
    aQuestion({
      surface: 'command',
      channel: OFFICE,
      user: STAFF,
      key: 'command:before',
      ts: null,
      thread: null,
      text: '項目23の状況は？',
      responseUrl,
    });
  const leftOver = (responseUrl: (origin: string) => string | null) =>
    open({
      async before(state, slack) {
        await state.questions.record(leftBehind(responseUrl(new URL(slack.apiUrl).origin)));
      },
    });

  it.each([
    ['was lost', () => null],
    ['is used up', (origin: string) => `${origin}/response/gone`],
  ])('stays with the asker when its address %s', async (_, address) => {
    await leftOver(address);
    expect((await office.whisperTo(STAFF)).text).toContain('整理番号23');
    await office.restart();
    expect(workspace().whispers(STAFF)).toHaveLength(1);
    expect(ours()).toEqual([]);
  });

  it('goes to the asker directly where nothing can be said in the channel to the asker alone', async () => {
    office = await run();
    await office.stop();
    await open({
      slack: {},
      started: (slack) => slack.faults.next('chat.postEphemeral', { kind: 'refused', code: 'not_in_channel' }),
      async before(state) {
        await state.questions.record(leftBehind(null));
      },
    });
    const told = await workspace().until(() => workspace().messages(dmOf(STAFF))[0], 'a direct message');
    expect(told.text).toContain('整理番号23');
    await office.app.recover();
    expect(workspace().messages(dmOf(STAFF))).toHaveLength(1);
    expect(ours()).toEqual([]);
    expect(workspace().whispers(STAFF)).toEqual([]);
  });
});
