import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ACTIONS, actionId, buttonValue } from '../../src/slack/views/actions.ts';
import { button } from '../../src/slack/views/elements.ts';
import { storedAnswerSchema } from '../../src/slack/views/stored-answer.ts';
import { CLERK, CLOSED, dmOf, GUEST, HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
import { assistant, type Running, run } from './running.ts';

/** Friday 4 June 2021, nine in the morning in Japan. */
const FRIDAY = Date.parse('2021-06-04T00:00:00Z');
const HOUR = 3_600_000;

let office: Running;
let time = FRIDAY;
beforeEach(async () => {
  time = FRIDAY;
  office = await run({ now: () => new Date(time) });
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const until = <T>(find: () => T | undefined, what: string) => office.slack.workspace.waiting.until(find, what);
const show = (value: unknown) => JSON.stringify(value);
const inOffice = () => office.slack.workspace.messages(OFFICE).filter((each) => office.slack.workspace.isOurs(each));

/** Makes a subscription the way a person does, and hands back what the last window said. */
async function subscribe(filled: Record<string, string | readonly string[]>) {
  await staff().command('/gyokaku', 'schedule', OFFICE);
  await staff().presses(await office.slack.views.modalThat(STAFF), 'schedule_add');
  const form = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'subscription');
  const result = await staff().submits(form, filled);
  for (let open = office.slack.views.modal(STAFF); open; open = office.slack.views.modal(STAFF))
    await staff().closes(open);
  return result;
}

/** Keys of the items that a form offers. */
const offered = (blocks: unknown) =>
  [...show(blocks).matchAll(/"value":"((?:plan|extra):\d+)"/g)].map(([, key]) => key);

/** Lets the clock go on, and the schedule look at it. */
async function later(milliseconds: number) {
  time += milliseconds;
  office.app.wake();
}

describe('a digest', () => {
  it.each([
    ['digest', /全|whole|34/],
    ['digest 財務マネジメント ja', /財務/],
    ['digest ja', /34/],
  ])('is had by /gyokaku %s', async (text, expected) => {
    await staff().command('/gyokaku', text, HALL);
    expect((await office.whisperTo(STAFF)).text).toMatch(expected);
  });

  it('is had from Home', async () => {
    await staff().opensHome();
    await staff().presses(await office.slack.views.homeThat(STAFF), 'home_digest');
    expect(show((await office.slack.views.modalThat(STAFF)).blocks)).toContain('34');
  });

  it('comes to a channel at its time, once, and its buttons work', async () => {
    const { view } = await subscribe({
      schedule_kind: 'digest',
      schedule_channel: OFFICE,
      schedule_weekdays: ['1'],
      schedule_time: '09:00',
      schedule_people: [CLERK],
    });
    expect(show(view?.blocks)).toContain('6月7日');
    await later(3 * 24 * HOUR + 1000);
    const digest = await until(() => inOffice()[0], 'the digest');
    expect(digest.text).toContain(`<@${CLERK}>`);
    expect(show(digest.blocks)).toContain('data_table');
    await staff().presses(digest, 'source');
    await office.slack.views.modalThat(STAFF, (modal) => modal.callback_id === 'source');
    await office.restart();
    expect(inOffice()).toHaveLength(1);
  });

  it('to a person whose answer is lost is there once, and settled', async () => {
    await subscribe({ schedule_kind: 'digest', schedule_weekdays: ['1'], schedule_time: '09:00' });
    office.slack.faults.next('chat.postMessage', { kind: 'lost' });
    await later(3 * 24 * HOUR + 1000);
    await office.said('delivery failed');
    await later(60_000);
    await office.said('delivery posted before');
    expect(office.slack.workspace.messages(dmOf(STAFF))).toHaveLength(1);
  });

  it('of all asks for what only a manager can hand on, which can be noted and not be put off', async () => {
    await subscribe({ schedule_kind: 'digest', schedule_channel: OFFICE, schedule_weekdays: ['1'] });
    const [subscription] = await office.state.subscriptions.list();
    await office.state.choices.set(`subscription:${subscription?.id}`, 'not-before', '2021-06-14');
    await later(3 * 24 * HOUR + 1000);
    const digest = await until(() => inOffice()[0], 'the digest');
    expect(show(digest.blocks)).toContain('note_write');
    expect(show(digest.blocks)).not.toContain('note_later');
    await staff().presses(digest, 'note_write');
    const form = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'note');
    expect(offered(form.blocks)).toEqual(['plan:14', 'plan:27']);
  });

  it('keeps its mention and its buttons when a page of it is turned', async () => {
    await subscribe({
      schedule_kind: 'digest',
      schedule_channel: OFFICE,
      schedule_weekdays: ['1'],
      schedule_people: [CLERK],
    });
    await later(3 * 24 * HOUR + 1000);
    const digest = await until(() => inOffice()[0], 'the digest');
    await office.said('delivery posted');
    // A table of more than one page, as a longer report has it.
    const [row] = await office.state.deliveries.history(1);
    const turn = await office.state.turns.byId(row?.id ?? '');
    const answer = storedAnswerSchema.parse(turn?.answer);
    if (!turn || !answer.table) throw new Error('no table');
    const rows = Array.from({ length: 150 }, (_, i) => answer.table?.rows[i % answer.table.rows.length] ?? []);
    await office.state.turns.save({
      ...turn,
      answer: { ...z.looseObject({}).parse(turn.answer), table: { ...answer.table, rows } },
    });
    const next = button({ text: 'next', action: actionId(ACTIONS.page, 1), value: buttonValue(turn.id, 1) });
    office.slack.workspace.replace({
      ...digest,
      blocks: [...(digest.blocks ?? []), { type: 'actions', block_id: 'pages', elements: [next] }],
    });
    await staff().presses(digest, 'page.1');
    const turned = await until(() => inOffice().find((each) => each.edited), 'the next page');
    expect(show(turned.blocks)).toContain('page.0');
    expect(show(turned.blocks)).toContain('note_write');
    expect(show(turned.blocks)).toContain(`<@${CLERK}>`);
    expect(turned.text).toContain(`<@${CLERK}>`);
    await office.state.forget(CLERK);
    await staff().presses(turned, 'page.0');
    const again = await until(() => inOffice().find((each) => each.edited?.ts !== turned.edited?.ts), 'the first page');
    expect(show(again)).not.toContain(CLERK);
  });

  it('is not promised for a channel that the app is not in', async () => {
    const { errors } = await subscribe({ schedule_kind: 'digest', schedule_channel: HALL, schedule_weekdays: ['1'] });
    expect(show(errors)).toContain('/invite');
  });
});

describe('the list of what is scheduled', () => {
  it('pauses, resumes and deletes', async () => {
    await subscribe({ schedule_kind: 'reminder', schedule_channel: OFFICE, schedule_weekdays: ['1'] });
    for (const [action, paused] of [
      ['schedule_pause.0', true],
      ['schedule_pause.0', false],
    ] as const) {
      await staff().command('/gyokaku', 'schedule', OFFICE);
      const list = await office.slack.views.modalThat(
        STAFF,
        (view) => view.callback_id === 'schedule' && show(view.blocks).includes('schedule_pause'),
      );
      await staff().presses(list, action);
      const redrawn = await office.slack.views.modalThat(
        STAFF,
        (view) => view.id === list.id && view.hash !== list.hash,
      );
      expect((await office.state.subscriptions.list()).map((each) => each.paused)).toEqual([paused]);
      await staff().closes(redrawn);
    }
    await staff().command('/gyokaku', 'schedule', OFFICE);
    const list = await office.slack.views.modalThat(STAFF);
    await staff().presses(list, 'schedule_remove.0');
    await office.slack.views.modalThat(STAFF, (view) => view.hash !== list.hash);
    expect(await office.state.subscriptions.list()).toEqual([]);
  });
});

describe('a reminder', () => {
  /** A section that has something to do, and its reminder in the channel. */
  async function reminded(): Promise<StoredMessage> {
    await subscribe({
      schedule_kind: 'reminder',
      schedule_channel: OFFICE,
      schedule_weekdays: ['1'],
      schedule_time: '09:00',
    });
    await later(3 * 24 * HOUR + 1000);
    return until(() => inOffice()[0], 'the reminder');
  }

  it('is answered on the spot; what was noted shows up in answers, apart from the report, and in the next reminder', async () => {
    const reminder = await reminded();
    await staff().presses(reminder, 'note_write');
    const form = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'note');
    const item = /"value":"(plan:(\d+))"/.exec(show(form.blocks));
    await staff().submits(form, { note_item: item?.[1] ?? '', note_text: '六月に要綱を定めた', note_on: '2021-06-07' });
    const asked = await staff().mentions(OFFICE, `項目${item?.[2]}の状況は？`);
    const answer = await office.slack.workspace.replyTo(asked);
    expect(answer.text).toMatch(/進捗メモ[\s\S]*六月に要綱を定めた/);
    await staff().opensHome();
    expect(show((await office.slack.views.homeThat(STAFF)).blocks)).toContain('六月に要綱を定めた');
    await office.restart();
    await later(7 * 24 * HOUR);
    const next = await until(
      () => inOffice().find((each) => each.thread_ts === undefined && each.ts !== reminder.ts),
      'the next reminder',
    );
    expect(show(next)).toContain('六月に要綱を定めた');
  });

  it('may be answered only where it was sent, or by those who are named for the section', async () => {
    const reminder = await reminded();
    await office.slack.person(CLERK).presses(reminder, 'note_write');
    expect((await office.slack.views.modalThat(CLERK)).callback_id).toBe('note');
    const [subscription] = await office.state.subscriptions.list();
    await office.state.subscriptions.change(subscription?.id ?? '', { channel: HALL });
    await staff().presses(reminder, 'note_done');
    expect(show((await office.slack.views.modalThat(STAFF, (view) => view.callback_id === '')).blocks)).toContain(
      '担当課',
    );
  });

  it.each([
    ['put off', 'note_later'],
    ['noted', 'note_write'],
  ])('says to whoever may not why it is not %s', async (_what, action) => {
    const reminder = await reminded();
    const [subscription] = await office.state.subscriptions.list();
    await office.state.subscriptions.change(subscription?.id ?? '', { channel: HALL });
    await staff().presses(reminder, action);
    expect(show((await office.slack.views.modalThat(STAFF, (view) => view.callback_id === '')).blocks)).toContain(
      '担当課',
    );
    await office.state.subscriptions.remove(subscription?.id ?? '');
    await office.slack.person(CLERK).presses(reminder, action);
    expect(show((await office.slack.views.modalThat(CLERK)).blocks)).toContain('There is no item');
  });

  it('offers an item whose section has people named for it to them alone', async () => {
    await office.stop();
    const sections = [...new Set(assistant.scope().report.items.flatMap(({ owners }) => owners ?? []))];
    office = await run({ now: () => new Date(time), writers: new Map(sections.map((section) => [section, [CLERK]])) });
    const reminder = await reminded();
    await office.slack.person(CLERK).presses(reminder, 'note_write');
    const all = await office.slack.views.modalThat(CLERK, (view) => view.callback_id === 'note');
    await staff().presses(reminder, 'note_write');
    // Items without a section in charge are left to whoever sees the reminder.
    const few = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'note');
    expect(offered(few.blocks).length).toBeLessThan(offered(all.blocks).length);
  });

  it('is nothing for guests to answer, and the schedule is none for them', async () => {
    const reminder = await reminded();
    await office.slack.person(GUEST).presses(reminder, 'note_write');
    await office.slack.person(GUEST).command('/gyokaku', 'schedule', OFFICE);
    expect((await office.whisperTo(GUEST)).text).toContain('ゲスト');
    expect(office.slack.views.modal(GUEST)).toBeUndefined();
  });

  it('can be put off until next week, and the list says so', async () => {
    const reminder = await reminded();
    const [subscription] = await office.state.subscriptions.list();
    await office.state.subscriptions.change(subscription?.id ?? '', { weekdays: [1, 3] });
    await staff().presses(reminder, 'note_later');
    expect((await office.whisperTo(STAFF)).text).toContain('6月14日');
    await staff().command('/gyokaku', 'schedule', OFFICE);
    expect(show((await office.slack.views.modalThat(STAFF)).blocks)).toMatch(/次回：6月14日/);
  });

  it('that is put off does not keep from its owner that it was not delivered', async () => {
    const refused = { kind: 'refused', code: 'not_in_channel' } as const;
    office.slack.faults.next('chat.postMessage', refused, refused, refused, refused, {
      kind: 'ratelimited',
      retryAfter: 1,
    });
    await subscribe({ schedule_kind: 'reminder', schedule_channel: OFFICE, schedule_weekdays: ['1'] });
    for (const [tries, wait] of [3 * 24 * HOUR + 1000, HOUR / 60, HOUR / 12, HOUR / 4].entries()) {
      await later(wait);
      await office.said('delivery failed', tries + 1);
    }
    await office.said('delivery given up');
    const [subscription] = await office.state.subscriptions.list();
    await office.state.choices.set(`subscription:${subscription?.id}`, 'not-before', '2021-06-14');
    await later(HOUR / 60);
    const told = await until(() => office.slack.workspace.messages(dmOf(STAFF))[0], 'the notice');
    expect(told.text).toContain('配信できませんでした');
  });

  it('offers those items alone for a note that it is about', async () => {
    const common = { time: '09:00', weekdays: [1], mention: { kind: 'none' }, language: 'ja', owner: null } as const;
    const reminder = { ...common, kind: 'reminder' } as const;
    await office.state.subscriptions.takeFromSettings([
      { ...reminder, id: 'all', scope: { pillars: [], sections: [] }, channel: OFFICE },
      { ...reminder, id: 'own', scope: { pillars: [], sections: ['総務課'] }, channel: CLOSED },
    ]);
    await later(3 * 24 * HOUR + 1000);
    const posted = await until(() => inOffice()[0], 'the reminder');
    expect(posted.text).not.toContain('総務課');
    await staff().presses(posted, 'note_write');
    const form = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'note');
    const { items } = assistant.scope().report;
    const elsewhere = items.filter(({ owners }) => owners?.length === 1 && owners[0] === '総務課');
    const keys = offered(form.blocks);
    expect(keys.length).toBeGreaterThan(3);
    expect(elsewhere.filter(({ kind, number }) => keys.includes(`${kind}:${number}`))).toEqual([]);
  });

  it('lets its author change and withdraw what was noted', async () => {
    const reminder = await reminded();
    await staff().presses(reminder, 'note_done');
    const form = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'note');
    const item = /"value":"(plan:\d+)"/.exec(show(form.blocks))?.[1] ?? '';
    await staff().submits(form, { note_item: item, note_text: '完了', note_on: '2021-06-07' });
    await staff().command('/gyokaku', 'notes', OFFICE);
    const own = await office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'notes');
    expect(show(own.blocks)).toContain('完了');
    await staff().presses(own, 'note_withdraw.0');
    await office.slack.views.modalThat(STAFF, (view) => view.hash !== own.hash);
    expect(await office.state.notes.all()).toEqual([]);
  });
});
