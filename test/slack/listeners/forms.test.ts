import { afterEach, describe, expect, it } from 'vitest';
import { aSubscription } from '../../state/samples.ts';
import { CLERK, OFFICE } from '../../support/slack/cast.ts';
import { type Running, run } from '../running.ts';

let office: Running;
afterEach(() => office.stop());

const clerk = () => office.slack.person(CLERK);
const show = (value: unknown) => JSON.stringify(value);
const formThat = (id: string) => office.slack.views.modalThat(CLERK, ({ callback_id }) => callback_id === id);

/** Slack says nothing of anybody for the time in which a form has to be acknowledged. */
async function restartToSilence(): Promise<void> {
  await office.restart();
  office.slack.faults.byChance([{ fault: { kind: 'slow', ms: 1500 }, share: 1, methods: ['users.info'] }]);
}

describe('a form sent after a restart, while Slack is slow', () => {
  it('that rates an answer is acknowledged in its language', async () => {
    office = await run({ slack: { patience: { ackWithinMs: 1000 } } });
    const asked = await clerk().mentions(OFFICE, 'What is the status of item 23?');
    const reply = await office.slack.workspace.replyTo(asked);
    await office.said('"answered"');
    const bad = /"value":"([^"]+):1"/.exec(show(reply.blocks))?.[1];
    await clerk().presses(reply, 'feedback', `${bad}:0`);
    const form = await formThat('feedback');
    await restartToSilence();
    const { view } = await clerk().submits(form, { feedback_reason: 'wrong' });
    expect(show(view?.blocks)).toContain('Thank you');
    expect(await office.state.feedback.list()).toMatchObject([{ reason: 'wrong' }]);
  });

  it('that changes the schedule is acknowledged, also while Slack does not say whether we are in the channel', async () => {
    office = await run({ slack: { patience: { ackWithinMs: 2000 } } });
    await office.state.subscriptions.create(aSubscription({ channel: OFFICE, weekdays: [5], owner: CLERK }));
    await clerk().command('/gyokaku', 'schedule', OFFICE);
    await clerk().presses(await formThat('schedule'), 'schedule_change.0');
    const form = await formThat('subscription');
    await restartToSilence();
    office.slack.faults.next('conversations.history', { kind: 'slow', ms: 4000 });
    const { view } = await clerk().submits(form, { schedule_time: '10:00' });
    expect(show(view?.blocks)).toContain('Saved');
    office.slack.faults.next('conversations.history', { kind: 'error500' });
    await clerk().closes(view ?? form);
    await clerk().presses(await formThat('schedule'), 'schedule_change.0');
    const again = await clerk().submits(await formThat('subscription'), { schedule_time: '11:00' });
    expect(again.errors).toBeUndefined();
    expect(await office.state.subscriptions.list()).toMatchObject([{ time: '11:00' }]);
  });
});
