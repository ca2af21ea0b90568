import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aSubscription } from '../../state/samples.ts';
import { CLERK, OFFICE, STAFF } from '../../support/slack/cast.ts';
import { type Running, run } from '../running.ts';

/** Friday 4 June 2021, eight in the morning in Japan. */
const EIGHT = Date.parse('2021-06-03T23:00:00Z');
const HOUR = 3_600_000;
const FRIDAYS = aSubscription({ kind: 'digest', channel: OFFICE, weekdays: [5], owner: CLERK });

let office: Running;
let time: number;
beforeEach(async () => {
  time = EIGHT;
  office = await run({ now: () => new Date(time) });
});
afterEach(() => office.stop());

const staff = () => office.slack.person(STAFF);
const subscriptions = () => office.state.subscriptions.list();
const show = (value: unknown) => JSON.stringify(value);
const form = () => office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'subscription');

async function list() {
  for (let open = office.slack.views.modal(STAFF); open; open = office.slack.views.modal(STAFF))
    await staff().closes(open);
  await staff().command('/gyokaku', 'schedule', OFFICE);
  return office.slack.views.modalThat(STAFF, (view) => view.callback_id === 'schedule');
}

/** Opens the form of the one subscription there is. */
async function change() {
  await staff().presses(await list(), 'schedule_change.0');
  return form();
}

describe('a changed subscription', () => {
  it('that goes to somebody else directly still does when no channel is chosen, and the form says so', async () => {
    await office.state.subscriptions.create({ ...FRIDAYS, channel: CLERK });
    const open = await change();
    expect(show(open.blocks)).toContain('これまでと同じ方');
    await staff().submits(open, { schedule_time: '10:00' });
    expect(await subscriptions()).toMatchObject([{ channel: CLERK, time: '10:00' }]);
  });

  it('that goes to the person who changes it stays there', async () => {
    await office.state.subscriptions.create({ ...FRIDAYS, channel: STAFF });
    const open = await change();
    expect(show(open.blocks)).toContain('あなたへのダイレクトメッセージ');
    await staff().submits(open, {});
    expect(await subscriptions()).toMatchObject([{ channel: STAFF }]);
  });

  it('is promised for a day on which it has not been sent yet', async () => {
    await office.state.subscriptions.create(FRIDAYS);
    expect(show((await list()).blocks)).toContain('次回：6月4日');
    time += HOUR + 1000;
    office.app.wake();
    await office.said('delivery posted');
    const { view } = await staff().submits(await change(), { schedule_time: '17:00' });
    expect(show(view?.blocks)).toContain('次回は6月11日');
    time += 8 * HOUR;
    office.app.wake();
    expect(show((await list()).blocks)).toContain('次回：6月11日');
    expect(office.slack.workspace.messages(OFFICE)).toHaveLength(1);
  });

  it('that is paused is not promised for any day', async () => {
    const { id } = await office.state.subscriptions.create(FRIDAYS);
    await office.state.subscriptions.change(id, { paused: true });
    const { view } = await staff().submits(await change(), { schedule_time: '17:00' });
    expect(show(view?.blocks)).toContain('停止中');
    expect(show(view?.blocks)).not.toContain('次回');
    expect(await subscriptions()).toMatchObject([{ paused: true, time: '17:00' }]);
  });

  it('that was deleted meanwhile is not said to be saved', async () => {
    const { id } = await office.state.subscriptions.create(FRIDAYS);
    const open = await change();
    await office.state.subscriptions.remove(id);
    const { view } = await staff().submits(open, {});
    expect(show(view?.blocks)).toContain('すでに削除されています');
    expect(await subscriptions()).toEqual([]);
  });
});

describe('a new subscription', () => {
  it('is there once when the form is sent again while Slack is slow', async () => {
    await staff().presses(await list(), 'schedule_add');
    const open = await form();
    const filled = { schedule_channel: OFFICE, schedule_weekdays: ['5'] };
    office.slack.faults.next('conversations.history', { kind: 'slow', ms: 100 });
    await Promise.all([staff().submits(open, filled), staff().submits(open, filled)]);
    expect(await subscriptions()).toMatchObject([{ channel: OFFICE, time: '09:00' }]);
  });

  it('may be like another one', async () => {
    for (let i = 0; i < 2; i++) {
      await staff().presses(await list(), 'schedule_add');
      const open = await form();
      await staff().submits(open, { schedule_channel: OFFICE, schedule_weekdays: ['5'] });
    }
    expect(await subscriptions()).toHaveLength(2);
  });
});
