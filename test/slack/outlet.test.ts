import { afterEach, beforeEach, expect, it } from 'vitest';
import { createAside } from '../../src/slack/aside.ts';
import { createDelivery, METADATA_TYPE, type Outgoing } from '../../src/slack/deliver.ts';
import { createOutlet, type Outlet } from '../../src/slack/outlet.ts';
import type { Question } from '../../src/state/questions.ts';
import { dmOf, OFFICE, STAFF } from '../support/slack/cast.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
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

function outletOn(): Outlet {
  const { log } = aLog();
  const delivery = createDelivery({ api: apiOf(slack), wait: noWait().wait, log });
  const noAddress = async () => {
    throw new Error('no address');
  };
  return createOutlet(
    delivery,
    createAside(delivery, noAddress, log, () => new Date(time)),
  );
}

function questionOf(asked: StoredMessage, changed: Partial<Question> = {}): Question {
  return {
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
    ...changed,
  };
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
    const outlet = outletOn();
    const question = questionOf(asked);
    expect((await outlet.send(question, saying('answer to the second'), true)).ok).toBe(true);
    expect(workspace.replies(OFFICE, asked.ts).map(({ text }) => text)).toEqual(['answer to the second']);
  },
);

it('a notice goes to the person directly where the channel takes nothing more', async () => {
  const asked = await slack.person(STAFF).says(OFFICE, 'first');
  slack.faults.next('chat.postEphemeral', { kind: 'refused', code: 'not_in_channel' });
  expect((await outletOn().tell(questionOf(asked), saying('too fast'), false)).ok).toBe(true);
  expect(slack.workspace.messages(dmOf(STAFF)).map(({ text }) => text)).toEqual(['too fast']);
});

it('an answer that can not be changed any more is said anew, to the person directly, and changed there', async () => {
  const asked = await slack.person(STAFF).says(OFFICE, 'first');
  const outlet = outletOn();
  const sent = await outlet.send(questionOf(asked), saying('answer to the first'), false);
  let reply = sent.ok ? sent.ts : null;
  for (const text of ['answer to the second', 'answer to the third']) {
    for (const method of ['chat.update', 'chat.postMessage'])
      slack.faults.next(method, { kind: 'refused', code: 'is_archived' });
    const again = await outlet.send(questionOf(asked, { reply }), saying(text), false);
    reply = again.ok ? again.ts : null;
    expect(slack.workspace.messages(dmOf(STAFF)).map((message) => message.text)).toEqual([text]);
  }
});
