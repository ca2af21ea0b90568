import { afterEach, describe, expect, it } from 'vitest';
import type { Responder } from '../../src/answer/responder.ts';
import { CLERK, dmOf, OFFICE, STAFF } from '../support/slack/cast.ts';
import { assistant, type Running, run } from './running.ts';

let office: Running;
afterEach(() => office.stop());
const staff = () => office.slack.person(STAFF);
const workspace = () => office.slack.workspace;

/** Answers each question when it is let go, and notes the order in which they were begun. */
function steered() {
  const begun: string[] = [];
  const gates = new Map<string, () => void>();
  const signals = new Map<string, AbortSignal>();
  const responder: Responder = {
    async respond(question, previous, { signal }) {
      begun.push(question);
      signals.set(question, signal);
      await new Promise<void>((resolve) => {
        gates.set(question, resolve);
        signal.addEventListener('abort', () => resolve());
        workspace().waiting.changed();
      });
      return assistant.ask(question, previous);
    },
  };
  const isBegun = (question: string) =>
    workspace()
      .until(() => gates.get(question), `the work on ${question}`)
      .then(() => undefined);
  return { responder, begun, signals, isBegun, letGo: (question: string) => gates.get(question)?.() };
}

describe('questions', () => {
  it('of one thread are answered in order, each knowing the one before', async () => {
    const { responder, begun, isBegun, letGo } = steered();
    office = await run({ responder });
    const first = await staff().mentions(OFFICE, '項目23の状況は？');
    await office.slack.person(CLERK).mentions(OFFICE, '担当課は？', { thread: first.ts });
    await isBegun('項目23の状況は？');
    expect(begun).toHaveLength(1);
    letGo('項目23の状況は？');
    await isBegun('担当課は？');
    letGo('担当課は？');
    const replies = await workspace().until(() => {
      const ours = workspace().repliesTo(first);
      return ours.length === 2 ? ours : undefined;
    }, 'both answers');
    expect(replies.every(({ text }) => text.includes('整理番号23'))).toBe(true);
  });

  it('of different threads do not wait for each other', async () => {
    const { responder, isBegun, letGo } = steered();
    office = await run({ responder });
    const slow = await staff().mentions(OFFICE, '項目23の状況は？');
    await isBegun('項目23の状況は？');
    const quick = await office.slack.person(CLERK).mentions(OFFICE, '項目5の状況は？');
    await isBegun('項目5の状況は？');
    letGo('項目5の状況は？');
    await workspace().replyTo(quick);
    expect(workspace().repliesTo(slow)).toEqual([]);
    letGo('項目23の状況は？');
    await workspace().replyTo(slow);
  });

  it('that are stopped end with word of that', async () => {
    const { responder, signals, isBegun } = steered();
    office = await run({ responder });
    const asked = await staff().writes('項目23の状況は？');
    await isBegun('項目23の状況は？');
    await staff().stops(asked);
    expect((await workspace().replyTo(asked)).text).toContain('中止');
    expect(signals.get('項目23の状況は？')?.aborted).toBe(true);
  });

  it('without an answer in the report are kept, so that the vocabulary can grow', async () => {
    office = await run();
    await workspace().replyTo(await staff().mentions(OFFICE, '市長の給料は？'));
    await office.app.stop();
    expect((await office.state.feedback.list()).map(({ kind, user }) => [kind, user])).toEqual([['abstain', null]]);
  });
});

describe('a question taken back', () => {
  const inDirect = () => workspace().messages(dmOf(STAFF));

  it('is kept nowhere, although it was being answered and had no answer', async () => {
    const { responder, isBegun, letGo } = steered();
    office = await run({ responder });
    const asked = await staff().writes('市長の給料は？');
    await isBegun('市長の給料は？');
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    letGo('市長の給料は？');
    await office.restart();
    expect(inDirect().map(({ ts }) => ts)).toEqual([asked.ts]);
    expect(await office.state.feedback.list()).toEqual([]);
  });

  it('takes its answer along also where that went to the person directly', async () => {
    const { responder, isBegun, letGo } = steered();
    office = await run({ responder });
    await staff().mentions(OFFICE, '項目23の状況は？');
    await isBegun('項目23の状況は？');
    await staff().command('/gyokaku', 'forget', OFFICE);
    await office.whisperTo(STAFF);
    office.slack.faults.next('chat.postMessage', { kind: 'refused', code: 'is_archived' });
    letGo('項目23の状況は？');
    await office.restart();
    expect(office.slack.calls('chat.postMessage')).toBe(2);
    expect(inDirect()).toEqual([]);
  });

  it('takes its answer along also when that could not be noted', async () => {
    let disk: ReturnType<Running['breakDisk']> | null = null;
    office = await run({
      responder: {
        async respond(question, previous) {
          disk ??= office.breakDisk();
          return assistant.ask(question, previous);
        },
      },
    });
    const asked = await staff().writes('項目23の状況は？');
    await office.said('not kept');
    expect(inDirect()).toHaveLength(2);
    (await workspace().until(() => disk ?? undefined, 'the disk')).mend();
    await staff().deletes(asked);
    await workspace().until(() => (inDirect().length === 1 ? true : undefined), 'the answer to go');
    await office.app.recover();
    expect(inDirect().map(({ user }) => user)).toEqual(['USLACKBOT']);
  });

  it('takes its answer along as soon as Slack is back', async () => {
    office = await run();
    const asked = await staff().writes('項目23の状況は？');
    const reply = await workspace().replyTo(asked);
    await office.said('"answered"');
    office.slack.faults.byChance([{ fault: { kind: 'error500' }, share: 1, methods: ['chat.delete'] }]);
    await staff().deletes(asked);
    await office.said('answer not taken back');
    expect(await office.state.questions.byKey(`${asked.channel}:${asked.ts}`)).toBeNull();
    expect(workspace().message(reply.channel, reply.ts)).toBeDefined();
    await office.restart();
    expect(workspace().message(reply.channel, reply.ts)).toBeDefined();
    office.slack.faults.clear();
    await office.app.recover();
    expect(workspace().message(reply.channel, reply.ts)).toBeUndefined();
    const calls = office.slack.calls('chat.delete');
    await office.app.recover();
    expect(office.slack.calls('chat.delete')).toBe(calls);
  });

  it('is given up where Slack never deletes the answer', async () => {
    office = await run();
    const asked = await staff().writes('項目23の状況は？');
    await workspace().replyTo(asked);
    await office.said('"answered"');
    office.slack.faults.next('chat.delete', { kind: 'refused', code: 'cant_delete_message' });
    await staff().deletes(asked);
    await office.said('answer not taken back');
    await office.app.recover();
    expect(office.slack.calls('chat.delete')).toBe(1);
  });
});
