import { afterEach, describe, expect, it } from 'vitest';
import { type Responder, rulesOnly } from '../../src/answer/responder.ts';
import { METADATA_TYPE } from '../../src/slack/deliver.ts';
import type { State } from '../../src/state/database.ts';
import type { Question } from '../../src/state/questions.ts';
import { dmOf, OFFICE, STAFF } from '../support/slack/cast.ts';
import type { Fault } from '../support/slack/faults.ts';
import type { StandInSlack } from '../support/slack/server.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
import { assistant, type Running, type RunOptions, run } from './running.ts';

const QUESTION = '項目23の状況は？';
const ANSWER = '整理番号23';
const MINUTE = 60_000;

let office: Running;
afterEach(() => office.stop());

const open = async (options: RunOptions = {}) => {
  office = await run(options);
};
const staff = () => office.slack.person(STAFF);
const replyTo = (message: StoredMessage) => office.slack.workspace.replyTo(message);
const replies = (message: StoredMessage) => office.slack.workspace.repliesTo(message);
const until = <T>(find: () => T | undefined, what: string) => office.slack.workspace.until(find, what);

/** Everything that was begun has ended, and a look at what is left over changes nothing any more. */
async function settled(): Promise<void> {
  await office.app.recover();
  await office.restart();
}

async function expectOneAnswer(asked: StoredMessage): Promise<void> {
  await replyTo(asked);
  await settled();
  expect(replies(asked)).toHaveLength(1);
  expect(replies(asked)[0]?.text).toContain(ANSWER);
}

describe('a question that arrives more than once', () => {
  it('is answered once however often Slack delivers it again', async () => {
    await open();
    office.slack.faults.redeliver(1);
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
    await expectOneAnswer(await staff().writes(QUESTION));
  });

  it('is answered once when one message arrives as two events', async () => {
    await open({ slack: { events: ['app_mention', 'message.im', 'message.channels'] } });
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
  });

  it('is answered once when the acknowledgement is lost with the socket', async () => {
    let drop = () => {};
    const rules = rulesOnly(assistant);
    await open({
      slack: { patience: { retryAfterMs: [0, 0, 0] } },
      responder: {
        respond(...asked) {
          drop();
          return rules.respond(...asked);
        },
      },
    });
    drop = () => office.slack.socket.drop();
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
  });
});

describe('a reply', () => {
  const faults: readonly (readonly [string, readonly Fault[]])[] = [
    ['lost after the work', [{ kind: 'lost' }]],
    ['refused for a while', [{ kind: 'ratelimited', retryAfter: 3 }]],
    ['met by an error of Slack', [{ kind: 'error500' }, { kind: 'refused', code: 'internal_error' }]],
    ['cut off', [{ kind: 'reset' }, { kind: 'reset' }]],
    ['met by one thing after the other', [{ kind: 'error500' }, { kind: 'lost' }]],
  ];
  it.each(faults)('%s is there once', async (_, these) => {
    await open();
    office.slack.faults.next('chat.postMessage', ...these);
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
  });

  it('that never gets through now goes out when Slack is back, and costs no other question', async () => {
    await open({ settings: { questionsPerMinute: 1 } });
    office.slack.faults.byChance([{ fault: { kind: 'error500' }, share: 1 }]);
    const asked = await staff().mentions(OFFICE, QUESTION);
    await office.said('answer not delivered');
    expect(replies(asked)).toEqual([]);
    office.slack.faults.clear();
    await office.app.recover();
    await expectOneAnswer(asked);
  });

  it('that waits for Slack is not made anew each time it is tried', async () => {
    const rules = rulesOnly(assistant);
    let made = 0;
    await open({
      responder: {
        respond(...asked) {
          made++;
          return rules.respond(...asked);
        },
      },
    });
    office.slack.faults.byChance([{ fault: { kind: 'error500' }, share: 1 }]);
    const asked = await staff().mentions(OFFICE, QUESTION);
    await office.said('answer not delivered');
    await office.app.recover();
    await office.said('answer not delivered', 2);
    office.slack.faults.clear();
    await office.app.recover();
    await expectOneAnswer(asked);
    expect(made).toBe(1);
  });

  it('goes out as plain sections where tables and charts are refused', async () => {
    await open();
    for (const type of ['data_table', 'data_visualization', 'context_actions']) office.slack.refusedBlocks.add(type);
    const reply = await replyTo(await staff().mentions(OFFICE, '令和元年度の時間外勤務が多い課の上位5位は？'));
    const types = new Set(reply.blocks?.map(({ type }) => type));
    expect([...types].filter((type) => !['section', 'context', 'actions', 'header', 'divider'].includes(type))).toEqual(
      [],
    );
    expect(reply.text).toContain('原文');
  });

  it('goes to the person directly where the thread can not be written to any more', async () => {
    await open();
    office.slack.faults.next('chat.postMessage', { kind: 'refused', code: 'is_archived' });
    const asked = await staff().mentions(OFFICE, QUESTION);
    const reply = await until(() => office.slack.workspace.messages(dmOf(STAFF))[0], 'a direct message');
    expect(reply.text).toContain(ANSWER);
    expect(replies(asked)).toEqual([]);
  });

  it('that went to the person directly is there once although nobody knows whether it got through', async () => {
    await open();
    const { faults } = office.slack;
    faults.next('chat.postMessage', { kind: 'refused', code: 'is_archived' }, { kind: 'lost' });
    faults.byChance([{ fault: { kind: 'error500' }, share: 1, methods: ['conversations.history'] }]);
    const asked = await staff().mentions(OFFICE, QUESTION);
    await office.said('answer not delivered');
    faults.clear();
    faults.next('chat.postMessage', { kind: 'refused', code: 'is_archived' });
    await office.app.recover();
    await office.said('"answered"');
    expect(office.slack.workspace.messages(dmOf(STAFF))).toHaveLength(1);
    expect(replies(asked)).toEqual([]);
  });
});

describe('a scope that was not granted', () => {
  it.each(['users:read', 'channels:history'])('%s: questions are answered, and the log says it', async (scope) => {
    await open();
    office.slack.grants.take(scope);
    office.slack.faults.next('chat.postMessage', { kind: 'error500' });
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
    expect(office.log()).toContain('missing_scope');
  });

  it('assistant:write: direct messages are answered without the extras', async () => {
    await open({ slack: { scopes: ['im:history', 'chat:write', 'users:read'] } });
    await staff().opensMessages();
    await expectOneAnswer(await staff().writes(QUESTION));
  });

  it('Home that is refused is in the log, and questions are answered', async () => {
    await open();
    office.slack.faults.next('views.publish', { kind: 'refused', code: 'missing_scope' });
    await staff().opensHome();
    await office.said('home not shown');
    await expectOneAnswer(await staff().writes(QUESTION));
  });
});

describe('the socket', () => {
  it('comes back after it was dropped, and nothing is lost', async () => {
    await open({ slack: { patience: { retryAfterMs: [0, 0, 0] } } });
    for (const text of [QUESTION, QUESTION, QUESTION]) {
      office.slack.socket.drop();
      await expectOneAnswer(await staff().mentions(OFFICE, text));
    }
  });

  it('comes back when its address can not be had for a while', async () => {
    await open({ slack: { patience: { retryAfterMs: [0, 0, 0] } } });
    const away: readonly Fault[] = [
      { kind: 'error500' },
      { kind: 'reset' },
      { kind: 'ratelimited', retryAfter: 1 },
      { kind: 'refused', code: 'internal_error' },
      // Refused as if for good, but it had been good before.
      { kind: 'refused', code: 'invalid_auth' },
    ];
    office.slack.faults.next('apps.connections.open', ...away);
    office.slack.socket.drop();
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
  });

  it('is renewed when Slack asks for it', async () => {
    await open({ slack: { patience: { retryAfterMs: [0, 0, 0] } } });
    office.slack.socket.askToReconnect('refresh_requested');
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
  });
});

describe('what was written down before a crash', () => {
  /** A question as a process leaves it that dies before it has answered. */
  async function leftOver(state: State, slack: StandInSlack): Promise<{ asked: StoredMessage; question: Question }> {
    const asked = await slack.person(STAFF).says(OFFICE, QUESTION);
    const { question } = await state.questions.record({
      key: `${OFFICE}:${asked.ts}`,
      eventId: 'Ev-before',
      surface: 'mention',
      channel: OFFICE,
      user: STAFF,
      ts: asked.ts,
      thread: asked.ts,
      text: QUESTION,
      responseUrl: null,
      previous: null,
    });
    return { asked, question };
  }

  /** Starts with such a question, so old. */
  async function openAfter(minutes: number, andThen?: (slack: StandInSlack, question: Question) => void) {
    let time = Date.now();
    const left: StoredMessage[] = [];
    await open({
      now: () => new Date(time),
      async before(state, slack) {
        if (left.length > 0) return;
        const { asked, question } = await leftOver(state, slack);
        left.push(asked);
        andThen?.(slack, question);
        time += minutes * MINUTE;
      },
    });
    const [asked] = left;
    if (!asked) throw new Error('Nothing was left over.');
    return asked;
  }

  /** Its answer had got through. */
  function answeredBefore({ workspace, cast }: StandInSlack, { id, thread }: Question): void {
    workspace.post(OFFICE, {
      user: cast.app.botUserId,
      bot_id: cast.app.botId,
      text: ANSWER,
      thread_ts: thread ?? '',
      metadata: { event_type: METADATA_TYPE, event_payload: { key: id } },
    });
  }

  it('is answered while somebody may still wait for it', async () => {
    await expectOneAnswer(await openAfter(9));
  });

  it('is given up when it is older than that: the asker is told once, and the log', async () => {
    const asked = await openAfter(11);
    expect((await office.whisperTo(STAFF)).text).toContain('もう一度お尋ねください');
    await settled();
    expect(replies(asked)).toEqual([]);
    expect(office.slack.workspace.whispers(STAFF)).toHaveLength(1);
    expect(await office.said('question given up')).toContain('"code":"too_old"');
    expect(await office.state.questions.byKey(`${OFFICE}:${asked.ts}`)).toMatchObject({
      state: 'failed',
      failure: 'too_old',
    });
  });

  it('is told that it was given up as soon as Slack is back', async () => {
    const asked = await openAfter(11, ({ faults }) =>
      faults.byChance([{ fault: { kind: 'error500' }, share: 1, methods: ['chat.postEphemeral'] }]),
    );
    await office.said('answer not delivered');
    office.slack.faults.clear();
    await office.app.recover();
    expect((await office.whisperTo(STAFF)).text).toContain('もう一度お尋ねください');
    expect(replies(asked)).toEqual([]);
  });

  it('is given up without a word when it is of the day before', async () => {
    await openAfter(25 * 60);
    await office.said('question given up');
    await settled();
    expect(office.slack.workspace.whispers(STAFF)).toEqual([]);
  });

  it('is not called unanswered when only the bookkeeping was lost, however old it is', async () => {
    const asked = await openAfter(11, answeredBefore);
    await office.said('question given up');
    await settled();
    expect(office.slack.workspace.whispers(STAFF)).toEqual([]);
    expect((await office.state.questions.byKey(`${OFFICE}:${asked.ts}`))?.reply).toBe(replies(asked)[0]?.ts);
  });

  it('is not answered again when only the bookkeeping was lost', async () => {
    const asked = await openAfter(1, answeredBefore);
    await expectOneAnswer(asked);
    expect((await office.state.questions.byKey(`${OFFICE}:${asked.ts}`))?.reply).toBe(replies(asked)[0]?.ts);
  });
});

describe('a disk that can not be written to', () => {
  it('leaves a question unacknowledged, so that Slack brings it again', async () => {
    await open({ slack: { patience: { ackWithinMs: 40, retryAfterMs: Array.from({ length: 50 }, () => 0) } } });
    const disk = office.breakDisk();
    const asking = staff().mentions(OFFICE, QUESTION);
    await office.said('question not written down');
    expect(office.slack.calls('chat.postMessage')).toBe(0);
    disk.mend();
    await expectOneAnswer(await asking);
  });

  it('does not bring an answer twice that could not be noted', async () => {
    let disk: ReturnType<Running['breakDisk']> | null = null;
    const rules = rulesOnly(assistant);
    const responder: Responder = {
      respond(...asked) {
        disk ??= office.breakDisk();
        return rules.respond(...asked);
      },
    };
    await open({ responder });
    const asked = await staff().mentions(OFFICE, QUESTION);
    await office.said('not kept');
    expect(replies(asked)).toHaveLength(1);
    expect(office.slack.workspace.whispers(STAFF)).toEqual([]);
    (await until(() => disk ?? undefined, 'the disk')).mend();
    await expectOneAnswer(asked);
    const again = await staff().mentions(OFFICE, '担当課は？', { thread: asked.ts });
    expect((await replyTo(again)).text).toContain(ANSWER);
  });

  it('is told to whoever pressed a button', async () => {
    await open();
    const reply = await replyTo(await staff().mentions(OFFICE, QUESTION));
    await office.said('"answered"');
    const disk = office.breakDisk();
    await staff().presses(reply, 'follow_up.0');
    const told = await office.whisperTo(STAFF);
    disk.mend();
    const id = /受付番号 (\w+)/.exec(told.text)?.[1] ?? '';
    expect(id).not.toBe('');
    expect(await office.said(`"id":"${id}"`)).toContain('listener failed');
  });
});

describe('an answer that fails', () => {
  it('is told to the asker with an id that the log has as well, and the next is answered', async () => {
    const rules = rulesOnly(assistant);
    let isBroken = true;
    await open({
      responder: {
        async respond(...asked) {
          if (isBroken) throw new TypeError('秘密の質問');
          return rules.respond(...asked);
        },
      },
    });
    await staff().mentions(OFFICE, QUESTION);
    const told = await office.whisperTo(STAFF);
    const id = /受付番号 (\w+)/.exec(told.text)?.[1] ?? '';
    expect(await office.said(`"id":"${id}"`)).toContain('question failed');
    expect(office.log()).not.toContain('秘密');
    isBroken = false;
    await expectOneAnswer(await staff().mentions(OFFICE, QUESTION));
    expect((await office.state.feedback.list()).map(({ kind }) => kind)).toEqual(['failed']);
  });
});

/** Answers by the rules, once it is allowed to. */
function patientResponder() {
  const rules = rulesOnly(assistant);
  const { promise: isAsked, resolve: asks } = Promise.withResolvers<void>();
  const { promise: mayAnswer, resolve: lets } = Promise.withResolvers<void>();
  const responder: Responder = {
    async respond(...asked) {
      asks();
      await mayAnswer;
      return rules.respond(...asked);
    },
  };
  return { responder, isAsked, lets };
}

describe('a question that changes while it is being answered', () => {
  it('ends with one reply, to its last text', async () => {
    const { responder, isAsked, lets } = patientResponder();
    await open({ responder });
    const asked = await staff().writes('項目5の状況は？');
    await isAsked;
    await staff().edits(asked, QUESTION);
    lets();
    await office.slack.workspace.replyThat(asked, ({ text }) => text.includes(ANSWER));
    await expectOneAnswer(asked);
  });

  it('leaves nothing behind when it was taken back', async () => {
    const { responder, isAsked, lets } = patientResponder();
    await open({ responder });
    const asked = await staff().writes(QUESTION);
    await isAsked;
    await staff().deletes(asked);
    lets();
    await settled();
    expect(office.slack.workspace.messages(dmOf(STAFF))).toEqual([]);
  });
});

describe('stopping', () => {
  it('finishes what is being answered', async () => {
    const { responder, isAsked, lets } = patientResponder();
    await open({ responder });
    const asked = await staff().mentions(OFFICE, QUESTION);
    await isAsked;
    const stopping = office.app.stop();
    lets();
    await stopping;
    expect(replies(asked)[0]?.text).toContain(ANSWER);
  });
});
