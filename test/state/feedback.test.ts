import { describe, expect, it } from 'vitest';
import { aState, Clock } from '../support/state-folder.ts';
import { aTurn } from './samples.ts';

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
    await feedback.unanswered({ question: 'who lives at 8640041?', kind: 'abstain' });
    expect(await feedback.list()).toMatchObject([
      { kind: 'abstain', question: 'who lives at *?', user: null, turn: null },
      { kind: 'bad', question: 'call *', reason: 'my number is *' },
    ]);
  });

  it('is listed newest first, also within one moment, and survives the turn', async () => {
    const clock = new Clock();
    const { feedback } = await aState(clock);
    await feedback.unanswered({ question: 'a', kind: 'failed' });
    await feedback.unanswered({ question: 'b', kind: 'abstain' });
    await feedback.rate({ turn: 'deleted', user: 'U1', rating: 'bad', reason: null });
    expect((await feedback.list()).map(({ question, kind }) => [question, kind])).toEqual([
      [null, 'bad'],
      ['b', 'abstain'],
      ['a', 'failed'],
    ]);
    expect((await feedback.list()).map(({ at }) => at)).toEqual([clock.now(), clock.now(), clock.now()]);
  });
});
