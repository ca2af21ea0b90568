import { afterEach, describe, expect, it } from 'vitest';
import type { Responder } from '../../src/answer/responder.ts';
import { CLERK, OFFICE, STAFF } from '../support/slack/cast.ts';
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
