import { afterEach, expect, it } from 'vitest';
import { aSubscription } from '../state/samples.ts';
import { OFFICE, STAFF } from '../support/slack/cast.ts';
import { type Running, run } from './running.ts';

let office: Running;
afterEach(() => office.stop());

it('takes no more questions while a post of the schedule is still under way', async () => {
  /** Friday 4 June 2021, nine in the morning in Japan. */
  let time = Date.parse('2021-06-04T00:00:00Z');
  office = await run({ now: () => new Date(time) });
  await office.state.subscriptions.create(
    aSubscription({ channel: OFFICE, weekdays: [5], time: '09:30', owner: STAFF }),
  );
  office.slack.faults.next('chat.postMessage', { kind: 'slow', ms: 500 });
  time += 1_800_000;
  office.app.wake();
  await office.slack.workspace.until(() => office.slack.workspace.messages(OFFICE)[0], 'the digest');
  const stopping = office.app.stop();
  await office.slack.socket.closed();
  expect((await office.state.deliveries.history(1)).map(({ state }) => state)).toEqual(['leased']);
  await stopping;
  expect((await office.state.deliveries.history(1)).map(({ state }) => state)).toEqual(['posted']);
});
