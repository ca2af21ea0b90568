import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { NewSubscription } from '../../src/state/subscriptions.ts';
import { aFolder, aState, Clock } from '../support/state-folder.ts';
import { ASKED, aQuestion, aSubscription, aTurn } from './samples.ts';

const KEEP = { threadDays: 30, feedbackDays: 90, deliveryDays: 365 };

describe('what is kept', () => {
  it('ends after its days, and not before', async () => {
    const clock = new Clock();
    const state = await aState(clock);
    const old = (await state.questions.record(aQuestion({ ts: '1' }))).question;
    await state.questions.settle(old.id, '1.1', aTurn('t1'), ASKED);
    await state.feedback.rate({ turn: 't1', user: 'U1', rating: 'bad', reason: null });
    await state.choices.set('U1', 'section', 'Taxes');
    clock.pass({ days: 30 });
    await state.expire(KEEP);
    expect(await state.questions.byId(old.id)).toMatchObject({ turn: 't1' });
    clock.pass({ minutes: 1 });
    const young = (await state.questions.record(aQuestion({ ts: '2' }))).question;
    await state.expire(KEEP);
    expect([await state.questions.byId(old.id), await state.turns.byId('t1')]).toEqual([null, null]);
    expect(await state.questions.byId(young.id)).toEqual(young);
    expect(await state.feedback.list()).toMatchObject([{ question: aTurn('t1').question }]);
    clock.pass({ days: 60 });
    await state.expire(KEEP);
    expect(await state.feedback.list()).toEqual([]);
    expect(await state.choices.get('U1', 'section')).toBe('Taxes');
  });

  it('of a person is deleted on request, from the files as well, and of nobody else', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    for (const user of ['U1', 'U2']) {
      const asked = aQuestion({ ts: `5.${user}`, user, text: `secret of ${user}` });
      const { question } = await state.questions.record(asked);
      const turn = aTurn(`t-${user}`, { user, question: asked.text, conversation: `C1:5.${user}` });
      await state.questions.settle(question.id, '1.1', turn, asked.text);
      await state.choices.set(user, 'section', `choice of ${user}`);
      await state.feedback.rate({ turn: turn.id, user, rating: 'bad', reason: `reason of ${user}` });
    }
    const waiting = (await state.questions.record(aQuestion({ ts: '6', user: 'U1' }))).question;
    expect(await state.forget('U1')).toEqual({ removed: 5 });
    expect(await state.forget('U1')).toEqual({ removed: 0 });
    expect(await state.questions.settle(waiting.id, '1.2', aTurn('t9', { user: 'U1' }), ASKED)).toBe(false);
    expect(await state.turns.byId('t-U1')).toBeNull();
    expect(await state.turns.byId('t-U2')).toMatchObject({ question: 'secret of U2' });
    expect(await state.feedback.list()).toMatchObject([{ user: 'U2', reason: 'reason of U2' }]);
    const bytes = ['', '-wal'].map((end) => readFileSync(join(folder, `gyokaku.sqlite${end}`), 'latin1')).join('');
    expect(bytes).toContain('reason of U2');
    expect(bytes).not.toMatch(/(?:secret|choice|reason) of U1/);
  });

  it('of a person includes what found no answer, and the words of a question that others rated', async () => {
    const state = await aState();
    const { id } = (await state.questions.record(aQuestion())).question;
    await state.questions.settle(id, '1.1', aTurn('t1'), ASKED);
    await state.feedback.unanswered({ asked: id, question: ASKED, kind: 'abstain' });
    await state.feedback.rate({ turn: 't1', user: 'U2', rating: 'bad', reason: 'wrong' });
    await state.forget('U1');
    expect(await state.feedback.list()).toMatchObject([{ user: 'U2', question: null, reason: 'wrong' }]);
  });

  it('of a direct message is which message of ours belongs to it: so that both can still be edited and deleted', async () => {
    const folder = aFolder();
    const state = await aState(new Clock(), folder);
    const { questions } = state;
    const ids: string[] = [];
    for (const ts of ['1', '2']) {
      const asked = aQuestion({ ts, surface: 'direct', text: 'secret' });
      const { id } = (await questions.record(asked)).question;
      await questions.settle(id, `${ts}.1`, aTurn(`t${ts}`, { question: 'secret' }), 'secret');
      ids.push(id);
    }
    const open = (await questions.record(aQuestion({ ts: '3', surface: 'direct', text: 'secret' }))).question.id;
    await state.forget('U1');
    const bytes = ['', '-wal'].map((end) => readFileSync(join(folder, `gyokaku.sqlite${end}`), 'latin1')).join('');
    expect(bytes).not.toMatch(/secret|U1/);
    expect([await questions.byId(ids[0] ?? ''), await questions.byKey('C1:3'), await questions.byId(open)]).toEqual([
      null,
      null,
      null,
    ]);
    expect(await questions.unanswered()).toEqual([]);
    expect(await questions.settle(ids[0] ?? '', '1.2', aTurn('t9'), 'secret')).toBe(false);
    const known = await questions.byKey('C1:1');
    expect(known).toMatchObject({ reply: '1.1', text: '', user: '', turn: null });
    expect(await questions.remove(known?.id ?? '')).toMatchObject({ reply: '1.1' });
    expect(await questions.withReplyLeft()).toMatchObject([{ reply: '1.1' }]);
    expect(await questions.revise(ids[1] ?? '', 'anew', 'U1')).toMatchObject({
      state: 'received',
      text: 'anew',
      user: 'U1',
      reply: '2.1',
    });
  });

  it('of a person in the schedule goes as well: what is sent to that person, and the record of it', async () => {
    const state = await aState();
    const made = (change: Partial<NewSubscription>) =>
      state.subscriptions.create(aSubscription({ owner: null, ...change }));
    const own = await made({ channel: 'U1', owner: 'U1' });
    const inChannel = await made({ channel: 'C1', owner: 'U1', mention: { kind: 'people', people: ['U1', 'U2'] } });
    const ofOthers = await made({ channel: 'U2', owner: 'U2' });
    await state.subscriptions.takeFromSettings([{ ...aSubscription({ owner: null, channel: 'U1' }), id: 'settings' }]);
    for (const { id, channel } of [own, inChannel, ofOthers]) {
      const claimed = await state.deliveries.claim(id, '2021-04-05', { until: new Date(), by: 'w' });
      await state.deliveries.posted(claimed?.id ?? '', { channel, ts: '1.1' });
    }
    expect(await state.forget('U1')).toEqual({ removed: 3 });
    expect(await state.subscriptions.list()).toEqual([
      { ...inChannel, owner: null, mention: { kind: 'people', people: ['U2'] } },
      ofOthers,
      expect.objectContaining({ id: 'settings', channel: 'U1' }),
    ]);
    const sent = (await state.deliveries.history(9)).map(({ channel }) => channel);
    expect(sent).toEqual(['U2', 'C1', null]);
  });

  it('is deleted while questions come in', async () => {
    const { questions, forget, expire } = await aState();
    const work = Array.from({ length: 20 }, (_, i) => [
      questions.record(aQuestion({ ts: String(i), user: 'U2' })),
      forget('U1'),
      expire(KEEP),
    ]);
    await Promise.all(work.flat());
    expect(await questions.unanswered()).toHaveLength(20);
  });
});
