import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Question } from '../../src/state/questions.ts';
import { aFolder, aState, Clock, rowsOf } from '../support/state-folder.ts';
import { aQuestion, aTurn } from './samples.ts';

const SEED = 20_210_405;
/** What can happen to one of a few messages, in any order and at the same time. */
const step = fc.record({
  message: fc.integer({ min: 0, max: 2 }),
  act: fc.constantFrom('deliver', 'deliver twin', 'settle', 'settle', 'settle', 'fail', 'revise', 'revise', 'remove'),
  together: fc.boolean(),
});

test('whatever is delivered, answered and edited in whatever order, each message is one row with one turn at most', async () => {
  const folder = aFolder();
  const { questions, turns } = await aState(new Clock(), folder);
  let run = 0;
  let turnCount = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      run += 1;
      const keyOf = (message: number): string => `C1:${run}.${message}`;
      const newOnes: string[] = [];
      const settled = new Map<string, string>();
      const removed = new Set<string>();
      const deliver = async (message: number, eventId: string) => {
        const key = keyOf(message);
        const { isNew, question } = await questions.record(aQuestion({ key, eventId }));
        if (isNew) newOnes.push(key);
        expect(question.key).toBe(key);
      };
      const onIt = async (message: number, work: (question: Question) => Promise<unknown>) => {
        const question = await questions.byKey(keyOf(message));
        if (question) await work(question);
      };
      const acts = {
        deliver: (message: number) => deliver(message, `Ev-${run}-${message}`),
        'deliver twin': (message: number) => deliver(message, `Ev-${run}-${message}-twin`),
        settle: (message: number) =>
          onIt(message, async ({ id, key, text }) => {
            const turn = aTurn(`turn-${++turnCount}`, { conversation: key, question: text });
            const isKept = await questions.settle(id, '1.1', turn, text);
            if (isKept) settled.set(key, turn.id);
          }),
        fail: (message: number) => onIt(message, ({ id, text }) => questions.fail(id, 'TIMEOUT', text)),
        revise: (message: number) => onIt(message, ({ id }) => questions.revise(id, `edited ${++turnCount}`, 'U1')),
        remove: (message: number) =>
          onIt(message, async ({ id, key }) => {
            await questions.remove(id);
            removed.add(key);
          }),
      };
      let under: Promise<unknown>[] = [];
      for (const { message, act, together } of steps) {
        if (!together) await Promise.all(under.splice(0));
        under = [...under, acts[act](message)];
      }
      await Promise.all(under);

      expect(new Set(newOnes).size).toBe(newOnes.length);
      const rows = rowsOf(folder, `select key, state, turn from questions where key like 'C1:${run}.%'`);
      expect(rows.map(({ key }) => key).sort()).toEqual(newOnes.sort());
      for (const key of newOnes) {
        const question = await questions.byKey(key);
        const found = rowsOf(folder, `select id from turns where conversation = '${key}'`).map(({ id }) => id);
        expect(question === null).toBe(removed.has(key));
        expect(found).toEqual(question && settled.has(key) ? [settled.get(key)] : []);
        expect(question?.turn ?? null).toBe(found[0] ?? null);
        if (question?.state === 'answered') {
          const turn = await turns.latest(key);
          expect([turn?.id, turn?.question]).toEqual([question.turn, question.text]);
        }
      }
    }),
    { seed: SEED, numRuns: 60 },
  );
});
