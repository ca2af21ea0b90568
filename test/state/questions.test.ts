import { describe, expect, it } from 'vitest';
import { aState, Clock } from '../support/state-folder.ts';
import { ASKED, aQuestion, aTurn } from './samples.ts';

describe('a recorded question', () => {
  it('is new once, by its event and by its key', async () => {
    const { questions } = await aState();
    const first = await questions.record(aQuestion());
    const again = await questions.record(aQuestion());
    const sameMessage = await questions.record(aQuestion({ eventId: 'Ev-other' }));
    const sameEvent = await questions.record(aQuestion({ key: 'C1:other' }));
    expect([first, again, sameMessage, sameEvent].map(({ isNew }) => isNew)).toEqual([true, false, false, false]);
    expect(again.question).toEqual(first.question);
    expect(sameMessage.question).toEqual(first.question);
    expect(sameEvent.question).toEqual(first.question);
    expect(await questions.byId(first.question.id)).toEqual(first.question);
    expect(await questions.byKey(first.question.key)).toEqual(first.question);
  });

  it('needs no event: two presses are two questions', async () => {
    const { questions } = await aState();
    const presses = [aQuestion({ key: 'press-1', eventId: null }), aQuestion({ key: 'press-2', eventId: null })];
    for (const press of presses) expect(await questions.record(press)).toMatchObject({ isNew: true, question: press });
  });

  it('waits in order of arrival until it is answered or given up', async () => {
    const clock = new Clock();
    const { questions } = await aState(clock);
    const record = async (ts: string) => (await questions.record(aQuestion({ ts }))).question.id;
    const old = await record('1');
    clock.pass({ minutes: 11 });
    const [b, c, a, d] = [await record('9'), await record('5'), await record('7'), await record('3')];
    await questions.settle(c, '10.1', null, ASKED);
    await questions.fail(d, 'SLACK_DOWN', ASKED);
    expect((await questions.unanswered()).map(({ id }) => id)).toEqual([old, b, a]);
    expect(await questions.byId(d)).toMatchObject({ state: 'failed', failure: 'SLACK_DOWN' });
  });
});

describe('an answered question', () => {
  it('has its reply and its turn, and no address to respond to any more', async () => {
    const { questions, turns } = await aState();
    const { question } = await questions.record(aQuestion({ responseUrl: 'https://hooks.example/secret' }));
    expect(question.responseUrl).toBe('https://hooks.example/secret');
    expect(await questions.settle(question.id, '20.1', aTurn('t1'), ASKED)).toBe(true);
    expect(await questions.byId(question.id)).toEqual({
      ...question,
      state: 'answered',
      reply: '20.1',
      turn: 't1',
      responseUrl: null,
    });
    expect(await turns.byId('t1')).toMatchObject(aTurn('t1'));
  });

  it('is not given up any more', async () => {
    const { questions } = await aState();
    const { id } = (await questions.record(aQuestion())).question;
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    await questions.fail(id, 'TOO_LATE', ASKED);
    expect(await questions.byId(id)).toMatchObject({ state: 'answered', failure: null });
  });

  it('may still be answered after it was given up', async () => {
    const { questions } = await aState();
    const { id } = (await questions.record(aQuestion())).question;
    await questions.fail(id, 'TIMEOUT', ASKED);
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    expect(await questions.byId(id)).toMatchObject({ state: 'answered', failure: null, reply: '20.1' });
  });
});

describe('an edited question', () => {
  it('arrives anew, keeps its reply, and its turn is replaced where it stood', async () => {
    const clock = new Clock();
    const { questions, turns } = await aState(clock);
    const { id } = (await questions.record(aQuestion({ ts: '1' }))).question;
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    const next = (await questions.record(aQuestion({ ts: '2' }))).question;
    await questions.settle(next.id, '20.2', aTurn('t2'), ASKED);
    clock.pass({ minutes: 30 });
    const revised = await questions.revise(id, 'And not done?', 'U1');
    expect(revised).toMatchObject({ state: 'received', text: 'And not done?', reply: '20.1', receivedAt: clock.now() });
    expect(await questions.unanswered()).toEqual([revised]);
    await questions.settle(id, null, aTurn('t1b', { question: 'And not done?' }), 'And not done?');
    expect(await questions.byId(id)).toMatchObject({ state: 'answered', reply: '20.1', turn: 't1b' });
    expect(await turns.byId('t1')).toBeNull();
    expect(await turns.byId('t1b')).toMatchObject({ question: 'And not done?' });
    expect((await turns.latest(aTurn('t2').conversation))?.id).toBe('t2');
  });

  it('may be answered without a turn; the earlier one goes', async () => {
    const { questions, turns } = await aState();
    const { id } = (await questions.record(aQuestion())).question;
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    await questions.revise(id, 'help', 'U1');
    await questions.settle(id, '20.1', null, 'help');
    expect(await questions.byId(id)).toMatchObject({ state: 'answered', turn: null });
    expect(await turns.byId('t1')).toBeNull();
  });

  it('stays unanswered when what was answered or given up is the text before', async () => {
    const { questions } = await aState();
    const { id } = (await questions.record(aQuestion({ text: 'one' }))).question;
    await questions.revise(id, 'two', 'U1');
    await questions.fail(id, 'TIMEOUT', 'one');
    expect(await questions.byId(id)).toMatchObject({ state: 'received' });
    await questions.settle(id, '20.1', aTurn('t1'), 'one');
    expect(await questions.byId(id)).toMatchObject({ state: 'received', reply: '20.1', turn: 't1' });
    await questions.settle(id, '20.1', aTurn('t2'), 'two');
    expect(await questions.byId(id)).toMatchObject({ state: 'answered', turn: 't2' });
  });
});

describe('a question that is asked again', () => {
  const by = { user: 'U2', responseUrl: 'https://hooks.example/2' };

  it.each(['settled without an answer', 'given up'])('%s arrives anew, in the name of who asks now', async (how) => {
    const clock = new Clock();
    const { questions } = await aState(clock);
    const { question } = await questions.record(aQuestion());
    if (how === 'given up') await questions.fail(question.id, 'invalid_auth', ASKED);
    else await questions.settle(question.id, null, null, ASKED);
    clock.pass({ minutes: 1 });
    const again = await questions.askAgain(question.id, by);
    expect(again).toEqual({ ...question, ...by, receivedAt: clock.now() });
    expect(await questions.unanswered()).toEqual([again]);
    expect(await questions.askAgain(question.id, by)).toBeNull();
  });

  it('is left alone while it is open, and where its answer stands for all to see', async () => {
    const clock = new Clock();
    const { questions } = await aState(clock);
    const { id } = (await questions.record(aQuestion())).question;
    expect(await questions.askAgain(id, by)).toBeNull();
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    clock.pass({ minutes: 10 });
    expect(await questions.askAgain(id, by)).toBeNull();
    expect(await questions.askAgain('nothing', by)).toBeNull();
  });

  it('is answered once more where only one person saw the answer, unless that was a moment ago', async () => {
    const clock = new Clock();
    const { questions } = await aState(clock);
    const { id } = (await questions.record({ ...aQuestion(), thread: null })).question;
    await questions.settle(id, null, aTurn('t1'), ASKED);
    expect(await questions.askAgain(id, by)).toBeNull();
    clock.pass({ minutes: 1 });
    expect(await questions.askAgain(id, by)).toMatchObject({ state: 'received', ...by });
  });
});

describe('a question taken back', () => {
  it('is gone with its turn, and neither answered nor recorded again', async () => {
    const { questions, turns } = await aState();
    const { id, key } = (await questions.record(aQuestion())).question;
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    expect(await questions.remove(id)).toMatchObject({ id, key, reply: '20.1' });
    expect([await questions.byId(id), await questions.byKey(key), await turns.byId('t1')]).toEqual([null, null, null]);
    expect(await questions.revise(id, 'x', 'U1')).toBeNull();
    expect(await questions.settle(id, '20.2', aTurn('t1'), ASKED)).toBe(false);
    expect(await turns.byId('t1')).toBeNull();
    const again = await questions.record(aQuestion());
    expect(again).toMatchObject({ isNew: false, question: { id, state: 'answered', text: '', user: '' } });
    expect(await questions.unanswered()).toEqual([]);
    expect(await questions.askAgain(id, { user: 'U2', responseUrl: null })).toBeNull();
  });

  it('is known until its reply is gone as well', async () => {
    const { questions } = await aState();
    const { id } = (await questions.record(aQuestion({ ts: '1' }))).question;
    await questions.settle(id, '20.1', aTurn('t1'), ASKED);
    const silent = (await questions.record(aQuestion({ ts: '2' }))).question;
    expect(await questions.withReplyLeft()).toEqual([]);
    await questions.replyGone(id);
    expect(await questions.byId(id)).toMatchObject({ reply: '20.1' });
    await questions.remove(id);
    await questions.remove(silent.id);
    expect(await questions.withReplyLeft()).toMatchObject([{ id, channel: 'C1', reply: '20.1', text: '', user: '' }]);
    await questions.replyGone(id);
    expect(await questions.withReplyLeft()).toEqual([]);
  });

  it('is no error when it was never there', async () => {
    const { questions } = await aState();
    expect(await questions.remove('nothing')).toBeNull();
    expect(await questions.settle('nothing', null, aTurn('nothing'), ASKED)).toBe(false);
  });
});
