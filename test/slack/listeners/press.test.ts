import { afterEach, describe, expect, it } from 'vitest';
import { type Responder, rulesOnly } from '../../../src/answer/responder.ts';
import { dmOf, GUEST, HALL, OFFICE, STAFF } from '../../support/slack/cast.ts';
import { assistant, type Running, run } from '../running.ts';

const QUESTION = '項目23の状況は？';
const HOUR = 3_600_000;

let office: Running;
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;
const show = (value: unknown) => JSON.stringify(value);
const inDirect = () => workspace().until(() => workspace().messages(dmOf(STAFF))[0], 'a direct message');
const refuseWindows = (code: string) => office.slack.faults.next('views.open', { kind: 'refused', code });
/** From now on Slack does not say who anybody is. */
const hidePeople = () =>
  office.slack.faults.byChance([{ fault: { kind: 'error500' }, share: 1, methods: ['users.info'] }]);

describe('a window that Slack does not open', () => {
  it('is told to whoever pressed a button', async () => {
    office = await run();
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, QUESTION));
    refuseWindows('expired_trigger_id');
    await staff().presses(reply, 'source');
    expect((await office.whisperTo(STAFF)).text).toContain('画面を開けませんでした');
    expect(await office.said('window not opened')).toContain('expired_trigger_id');
    await staff().presses(reply, 'source');
    await office.slack.views.modalThat(STAFF);
  });

  it.each(['schedule', 'notes'])('is told to whoever typed /gyokaku %s', async (text) => {
    office = await run();
    refuseWindows('expired_trigger_id');
    await staff().command('/gyokaku', text, HALL);
    expect((await office.whisperTo(STAFF)).text).toContain('画面を開けませんでした');
  });

  it.each([
    ['has no time', { kind: 'ratelimited', retryAfter: 1 }],
    ['is broken', { kind: 'error500' }],
    ['loses its answer', { kind: 'lost' }],
  ] as const)('is tried again while Slack %s', async (_, fault) => {
    office = await run();
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, QUESTION));
    office.slack.faults.next('views.open', fault);
    await staff().presses(reply, 'source');
    await office.slack.views.modalThat(STAFF);
    await office.restart();
    expect(workspace().whispers(STAFF)).toEqual([]);
  });

  it('is told directly where there is nothing beside which it could be said', async () => {
    office = await run();
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    refuseWindows('expired_trigger_id');
    await staff().presses(home, 'home_question.0');
    expect((await inDirect()).text).toContain('画面を開けませんでした');
  });

  it('is drawn plainly where rich text is refused', async () => {
    office = await run();
    const reply = await workspace().replyTo(await staff().mentions(OFFICE, QUESTION));
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    office.slack.refusedBlocks.add('rich_text');
    await staff().presses(reply, 'source');
    expect(show((await office.slack.views.modalThat(STAFF)).blocks)).toContain('債権に関する滞納整理の一元化');
    await staff().presses(home, 'home_question.0');
    await office.slack.views.modalThat(STAFF, ({ callback_id }) => callback_id === 'answer');
  });

  it('is not waited for while an edited question is answered anew', async () => {
    const rules = rulesOnly(assistant);
    const { promise: mayAnswer, resolve: lets } = Promise.withResolvers<void>();
    const responder: Responder = {
      async respond(question, ...more) {
        if (question !== QUESTION) await mayAnswer;
        return rules.respond(question, ...more);
      },
    };
    office = await run({ responder });
    const asked = await staff().writes(QUESTION);
    const reply = await workspace().replyTo(asked);
    await office.said('"answered"');
    await staff().edits(asked, '項目5の状況は？');
    await staff().presses(reply, 'source');
    expect(show((await office.slack.views.modalThat(STAFF)).blocks)).toContain('債権に関する滞納整理の一元化');
    lets();
    await workspace().replyThat(asked, ({ text }) => text.includes('整理番号5'));
  });
});

describe('a disk that can not be written to', () => {
  it('is told to whoever chose something at Home', async () => {
    office = await run();
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    const disk = office.breakDisk();
    await staff().presses(home, 'home_section', '収納課');
    expect((await inDirect()).text).toContain('受付番号');
    disk.mend();
  });
});

describe('somebody whom Slack cannot name for the moment', () => {
  it('is answered and sees Home, for the report is a public one', async () => {
    office = await run();
    hidePeople();
    await staff().opensHome();
    const home = await office.slack.views.homeThat(STAFF);
    expect(show(home.blocks)).toContain('○');
    await staff().presses(home, 'home_question.0');
    await office.slack.views.modalThat(STAFF);
    expect((await workspace().replyTo(await staff().mentions(OFFICE, QUESTION))).text).toContain('整理番号23');
  });

  it.each(['schedule', 'notes'])('is told to try /gyokaku %s again', async (text) => {
    office = await run();
    hidePeople();
    await office.slack.person(GUEST).command('/gyokaku', text, OFFICE);
    expect((await office.whisperTo(GUEST)).text).toContain('もう一度');
    expect(office.slack.views.modal(GUEST)).toBeUndefined();
    office.slack.faults.clear();
    await staff().command('/gyokaku', text, OFFICE);
    await office.slack.views.modalThat(STAFF);
  });

  it('changes nothing with a window that was open before, and is told so', async () => {
    let time = Date.now();
    office = await run({ now: () => new Date(time) });
    await staff().command('/gyokaku', 'schedule', OFFICE);
    const list = await office.slack.views.modalThat(STAFF);
    time += 2 * HOUR;
    hidePeople();
    await staff().presses(list, 'schedule_add');
    const told = await office.slack.views.modalThat(STAFF, ({ id }) => id !== list.id);
    expect(show(told.blocks)).toContain('もう一度');
  });
});
