import { afterEach, beforeEach, expect, it } from 'vitest';
import { createDelivery, METADATA_TYPE, type Outgoing } from '../../src/slack/deliver.ts';
import { createOutlet } from '../../src/slack/outlet.ts';
import type { Question } from '../../src/state/questions.ts';
import { OFFICE, STAFF } from '../support/slack/cast.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import { aLog, apiOf, noWait } from './support.ts';

const MINUTE = 60_000;

let slack: StandInSlack;
let time: number;
beforeEach(async () => {
  time = Date.parse('2021-06-04T00:00:00Z');
  slack = await startSlack({ now: () => time });
});
afterEach(() => slack.stop());

function saying(text: string): Outgoing {
  const message = { text, blocks: [] };
  return { rich: message, plain: message };
}

it.each([0, 5 * MINUTE])(
  'an answer that got through before a crash says what is to be said to the question edited %i ms later',
  async (later) => {
    const asked = await slack.person(STAFF).says(OFFICE, 'first');
    const { cast, workspace } = slack;
    workspace.post(OFFICE, {
      user: cast.app.botUserId,
      bot_id: cast.app.botId,
      text: 'answer to the first',
      thread_ts: asked.ts,
      metadata: { event_type: METADATA_TYPE, event_payload: { key: 'q' } },
    });
    time += later;
    const question = {
      id: 'q',
      key: `${OFFICE}:${asked.ts}`,
      eventId: null,
      surface: 'mention',
      channel: OFFICE,
      user: STAFF,
      ts: asked.ts,
      thread: asked.ts,
      text: 'second',
      responseUrl: null,
      previous: null,
      receivedAt: new Date(time),
      state: 'received',
      failure: null,
      reply: null,
      turn: null,
    } satisfies Question;
    const delivery = createDelivery({ api: apiOf(slack), wait: noWait().wait, log: aLog().log });
    const outlet = createOutlet(delivery, async () => {
      throw new Error('no address');
    });
    expect((await outlet.send(question, saying('answer to the second'), true)).ok).toBe(true);
    expect(workspace.replies(OFFICE, asked.ts).map(({ text }) => text)).toEqual(['answer to the second']);
  },
);
