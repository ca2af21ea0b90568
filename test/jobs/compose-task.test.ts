import { describe, expect, it } from 'vitest';
import { taskComposer } from '../../src/jobs/compose-task.ts';
import type { Task } from '../../src/jobs/due-slots.ts';
import type { State } from '../../src/state/database.ts';
import type { NewSubscription } from '../../src/state/subscriptions.ts';
import { assistant, NOW, scope } from '../digest/support.ts';
import { aSubscription } from '../state/samples.ts';
import { aState, Clock } from '../support/state-folder.ts';

async function composed(state: State, id: string, change: Partial<Task> = {}) {
  const subscription = await state.subscriptions.byId(id);
  if (!subscription) throw new Error('no subscription');
  const task = { subscription, slot: '2021-06-01', at: NOW, lateAfter: NOW, channel: 'C1', tells: null, ...change };
  const notes = await state.notes.all();
  return taskComposer({ assistant, ...state, notes: () => notes })(task, NOW);
}

async function withSubscription(change: Partial<NewSubscription>, clock = new Clock(NOW.toISOString())) {
  const state = await aState(clock);
  const { id } = await state.subscriptions.create(aSubscription(change));
  return { state, id, clock };
}

const noteOn = (state: State, number: number, status: 'done' | null = null) => {
  const item = scope.report.items.find((i) => i.kind === 'plan' && i.number === number);
  if (!item) throw new Error('no item');
  return state.notes.write(`note-${number}-${status}`, {
    item: { report: scope.report.id, kind: 'plan', number, title: item.title },
    text: '協議を始めた。',
    status,
    on: '2021-05-31',
    author: 'U1',
    section: null,
  });
};

describe('a digest', () => {
  it('has the notes since the last one that was posted, and what only a manager can hand on', async () => {
    const { state, id, clock } = await withSubscription({ kind: 'digest' });
    await noteOn(state, 16);
    const row = await state.deliveries.claim(id, '2021-05-25', { until: NOW, by: 'w' });
    await state.deliveries.posted(row?.id ?? '', { channel: 'C1', ts: '1' });
    clock.pass({ minutes: 1 });
    await noteOn(state, 26);
    const message = await composed(state, id);
    if (message?.kind !== 'digest') throw new Error('no digest');
    expect(message.digest.notes.map((note) => note.item.number)).toEqual([26]);
    expect(message.handOn?.items.map(({ item }) => item.number)).toEqual([14, 27]);
    expect(message.answer.text).toContain('【ダイジェスト】計画全体');
  });

  it('of a part of the plan hands nothing on, and is in the language of its subscription', async () => {
    const [pillar = ''] = scope.report.pillars;
    const { state, id } = await withSubscription({
      kind: 'digest',
      scope: { pillars: [pillar], sections: [] },
      language: 'en',
    });
    const message = await composed(state, id);
    expect(message).toMatchObject({ kind: 'digest', handOn: null });
    expect(message?.kind === 'digest' && message.answer.text.startsWith('[Digest]')).toBe(true);
  });
});

describe('a reminder', () => {
  const sections = async (state: State, id: string) => {
    const message = await composed(state, id);
    if (message !== null && message.kind !== 'reminder') throw new Error('no reminder');
    return message?.reminders.map((r) => r.section) ?? null;
  };

  it('of a section has what is due there, and is nothing once all of it was noted as done', async () => {
    const { state, id } = await withSubscription({ scope: { pillars: [], sections: ['収納課'] } });
    expect(await sections(state, id)).toEqual(['収納課']);
    await noteOn(state, 23, 'done');
    expect(await sections(state, id)).toBeNull();
  });

  it('of all leaves to the digest what only a manager can hand on, where there is one', async () => {
    const { state, id } = await withSubscription({});
    expect((await sections(state, id))?.at(-1)).toBeNull();
    const digest = await state.subscriptions.create(aSubscription({ kind: 'digest' }));
    expect(await sections(state, id)).not.toContain(null);
    await state.subscriptions.change(digest.id, { paused: true });
    expect(await sections(state, id)).toContain(null);
  });

  it('of all by the settings leaves out sections with a channel of their own there', async () => {
    const { state, id } = await withSubscription({ origin: 'settings' });
    expect(await sections(state, id)).toContain('総務課');
    await state.subscriptions.create(aSubscription({ scope: { pillars: [], sections: ['財政課'] } }));
    await state.subscriptions.create(
      aSubscription({ scope: { pillars: [], sections: ['総務課'] }, origin: 'settings' }),
    );
    expect(await sections(state, id)).not.toContain('総務課');
    expect(await sections(state, id)).toContain('財政課');
  });
});

it('a notice says what could not be delivered and what to do', async () => {
  const { state, id } = await withSubscription({});
  expect(await composed(state, id, { tells: 'not_in_channel' })).toMatchObject({
    kind: 'undelivered',
    code: 'not_in_channel',
    text: 'リマインダーを配信できませんでした。アプリがチャンネルに招待されていません。チャンネルで /invite を実行してください。',
  });
  const english = await withSubscription({ kind: 'digest', language: 'en' });
  expect(await composed(english.state, english.id, { tells: 'odd_code' })).toMatchObject({
    text: 'The digest could not be delivered. Slack answered "odd_code". Please tell your IT officer.',
  });
});
