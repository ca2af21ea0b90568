import { describe, expect, it } from 'vitest';
import { aState, Clock } from '../support/state-folder.ts';
import { ASKED, aQuestion, aTurn } from './samples.ts';

describe('feedback', () => {
  it('is kept once for each person and turn, and a person may change their mind', async () => {
    const { turns, feedback } = await aState();
    await turns.save(aTurn('t1'));
    await feedback.rate({ turn: 't1', user: 'U1', rating: 'good', reason: null });
    await feedback.rate({ turn: 't1', user: 'U2', rating: 'good', reason: null });
    await feedback.rate({ turn: 't1', user: 'U1', rating: 'bad', reason: 'wrong year' });
    expect(await feedback.list()).toMatchObject([
      { user: 'U1', kind: 'bad', reason: 'wrong year', turn: 't1', question: aTurn('t1').question },
      { user: 'U2', kind: 'good', reason: null },
    ]);
  });

  it('masks every text before it is written', async () => {
    const { turns, feedback } = await aState();
    await turns.save(aTurn('t1', { question: 'call 0968631111' }));
    await feedback.rate({ turn: 't1', user: 'U1', rating: 'bad', reason: 'my number is 123456789012' });
    await feedback.unanswered({ asked: 'q1', question: 'who lives at 8640041?', kind: 'abstain' });
    expect(await feedback.list()).toMatchObject([
      { kind: 'abstain', question: 'who lives at *?', user: null, turn: null },
      { kind: 'bad', question: 'call *', reason: 'my number is *' },
    ]);
  });

  it('keeps the reason that was given when the same is pressed again, and not when it is the opposite', async () => {
    const { turns, feedback } = await aState();
    await turns.save(aTurn('t1'));
    const rate = (rating: 'good' | 'bad', reason: string | null) =>
      feedback.rate({ turn: 't1', user: 'U1', rating, reason });
    for (const reason of ['wrong year', null]) await rate('bad', reason);
    expect(await feedback.list()).toMatchObject([{ kind: 'bad', reason: 'wrong year' }]);
    await rate('bad', 'wrong unit');
    expect(await feedback.list()).toMatchObject([{ kind: 'bad', reason: 'wrong unit' }]);
    await rate('good', null);
    expect(await feedback.list()).toMatchObject([{ kind: 'good', reason: null }]);
  });

  it('is not kept of a turn that is gone', async () => {
    const { turns, feedback } = await aState();
    await turns.save(aTurn('t1'));
    expect(await feedback.rate({ turn: 't1', user: 'U1', rating: 'good', reason: null })).toBe(true);
    expect(await feedback.rate({ turn: 'deleted', user: 'U1', rating: 'bad', reason: null })).toBe(false);
    expect(await feedback.list()).toHaveLength(1);
  });

  it('says no more what was asked once its author has taken the question back', async () => {
    const { questions, feedback } = await aState();
    for (const ts of ['1', '2']) {
      const { id } = (await questions.record(aQuestion({ ts }))).question;
      await questions.settle(id, '9', aTurn(`t${ts}`), ASKED);
      await feedback.unanswered({ asked: id, question: `secret ${ts}`, kind: 'abstain' });
      await feedback.rate({ turn: `t${ts}`, user: 'U2', rating: 'bad', reason: 'wrong' });
      if (ts === '1') await questions.remove(id);
    }
    expect((await feedback.list()).map(({ question, reason }) => [question, reason])).toEqual([
      [ASKED, 'wrong'],
      ['secret 2', null],
      [null, 'wrong'],
    ]);
  });

  it('is listed newest first, also within one moment, and survives the turn', async () => {
    const clock = new Clock();
    const { feedback, turns, expire } = await aState(clock);
    await turns.save(aTurn('t1'));
    await feedback.unanswered({ asked: 'q1', question: 'a', kind: 'failed' });
    await feedback.unanswered({ asked: 'q2', question: 'b', kind: 'abstain' });
    await feedback.rate({ turn: 't1', user: 'U1', rating: 'bad', reason: null });
    clock.pass({ days: 31 });
    await expire({ threadDays: 30, feedbackDays: 90, deliveryDays: 365 });
    expect(await turns.byId('t1')).toBeNull();
    clock.pass({ days: -31 });
    expect((await feedback.list()).map(({ question, kind }) => [question, kind])).toEqual([
      [ASKED, 'bad'],
      ['b', 'abstain'],
      ['a', 'failed'],
    ]);
    expect((await feedback.list()).map(({ at }) => at)).toEqual([clock.now(), clock.now(), clock.now()]);
  });
});
