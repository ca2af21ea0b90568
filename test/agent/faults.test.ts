import { afterAll, describe, expect, it } from 'vitest';
import { assistant } from '../answer/support.ts';
import type { Scripted } from '../support/model-server.ts';
import { QUESTION } from './settings.ts';
import { askModel } from './support.ts';

const RANK = { name: 'rank_figures', args: { measure: '超勤時間', year: 'FY2019', order: 'highest', count: 2 } };
const SAY = '令和元年度の総務課の超勤時間は225.8時間です。';
const CHINESE = '根据报告，総務課的令和元年度超勤时间为225.8时间。';
const ENGLISH = 'The overtime of 総務課 in FY2019 was 225.8 hours.';
const RULES = assistant.ask(QUESTION, null).answer.text;

const ends: (() => unknown)[] = [];
const atEnd = (end: () => unknown): number => ends.push(end);
afterAll(async () => {
  for (const end of ends) await end();
});
/** Asks all at once: a second try waits a second. */
async function askAll<Case extends { readonly script: readonly Scripted[] }>(cases: readonly Case[]) {
  return Promise.all(cases.map(async (one) => ({ ...one, asked: await askModel(QUESTION, one.script, { atEnd }) })));
}
const broken = { calls: [{ name: 'get_items', args: '{"items": [' }] };

describe('a model that fails ends in the answer of the rules, with a note', async () => {
  const [failed, unusable] = ['利用できなかった', '使える回答が得られなかった'];
  const cases = await askAll([
    { what: '429 twice', script: [{ status: 429 }, { status: 429 }], why: '混み合っている' },
    { what: '500 twice', script: [{ status: 500 }, { status: 500 }], why: failed },
    { what: '401', script: [{ status: 401 }], why: failed },
    { what: 'a full context', script: [{ status: 400, code: 'context_length_exceeded' }], why: failed },
    { what: 'a stream that breaks off', script: ['cut', 'cut'], why: failed },
    { what: 'a page instead of JSON', script: ['garbage', 'garbage'], why: failed },
    { what: 'an empty answer twice', script: [{ say: '' }, { say: ' ' }], why: unusable },
    { what: 'broken JSON twice', script: [broken, broken], why: unusable },
    {
      what: 'an answer that breaks off twice',
      script: [
        { say: SAY, finish: 'length' },
        { say: SAY, finish: 'length' },
      ],
      why: unusable,
    },
    { what: 'another language twice', script: [{ calls: [RANK] }, { say: CHINESE }, { say: ENGLISH }], why: unusable },
    { what: 'a failure after results', script: [{ calls: [RANK] }, { status: 500 }, { status: 500 }], why: failed },
  ]);
  it.each(cases)('$what', ({ why, asked: { answer, server, failures, turn } }) => {
    expect(answer.text.startsWith(RULES)).toBe(true);
    expect(answer.text.slice(RULES.length)).toMatch(new RegExp(`^\\n（.*${why}.*）$`, 'u'));
    expect(answer.model).toBeUndefined();
    expect(turn).toEqual(assistant.ask(QUESTION, null).turn);
    expect(failures).toHaveLength(1);
    expect(server.left()).toBe(0);
  });

  it('in time, when it does not answer at all', async () => {
    const start = performance.now();
    const { answer, failures } = await askModel(QUESTION, ['hang'], { settings: { timeoutMs: 1500 } });
    expect(performance.now() - start).toBeLessThan(4000);
    expect(answer.text).toContain('応答が時間内になかった');
    expect(failures).toEqual([expect.stringMatching(/^slow: /u)]);
  });

  it('when there is no server', async () => {
    const { answer } = await askModel(QUESTION, [], { settings: { baseUrl: 'http://127.0.0.1:2/v1' } });
    expect(answer.text).toContain('利用できなかった');
  });

  it('in English, to an English question', async () => {
    const { answer } = await askModel('Summarise the human resources pillar', [{ status: 401 }]);
    expect(answer.text).toMatch(/\n\(The language model could not be used, so this is the standard answer\.\)$/u);
  });

  it('within the length of an answer, and without saying what went wrong inside', async () => {
    const { answer } = await askModel(`${QUESTION}${'。残業を説明して'.repeat(200)}`, [
      { status: 500 },
      { status: 500 },
    ]);
    expect(answer.text.length).toBeLessThanOrEqual(1500);
    expect(answer.text).not.toMatch(/Error|\bat \/|500/u);
  });
});

describe('a slip that can be mended is mended', async () => {
  const rest: readonly Scripted[] = [{ calls: [RANK] }, { say: SAY }];
  const call = (name: string, args: unknown): Scripted => ({ calls: [{ name, args }] });
  const cases = await askAll([
    { what: 'one 429', script: [{ status: 429 }, ...rest], told: /Question \(data\)/u },
    { what: 'one 500', script: [{ status: 500 }, ...rest], told: /Question \(data\)/u },
    { what: 'one broken stream', script: ['cut', ...rest], told: /Question \(data\)/u },
    { what: 'broken JSON once', script: [broken, ...rest], told: /could not be read/u },
    { what: 'an empty answer once', script: [{ say: '' }, ...rest], told: /was empty/u },
    { what: 'thoughts and no answer', script: [{ say: '<think>225.8?</think>' }, ...rest], told: /was empty/u },
    { what: 'no arguments', script: [call('report_contents', ''), ...rest], told: /財務/u },
    { what: 'another language', script: [{ calls: [RANK] }, { say: CHINESE }, { say: SAY }], told: /財|超勤/u },
    { what: 'an unknown function', script: [call('delete_report', {}), ...rest], told: /not a valid tool/u },
    { what: 'wrong arguments', script: [call('rank_figures', { measure: 5 }), ...rest], told: /Wrong arguments/u },
  ]);
  it.each(cases)('$what', ({ told, asked: { answer, server } }) => {
    expect([server.refusals, server.left()]).toEqual([[], 0]);
    expect(answer.text.startsWith(SAY)).toBe(true);
    expect(JSON.stringify(server.requests[1]?.messages.at(-1))).toMatch(told);
  });

  it('and the model is told what is wrong, without paths or stacks', async () => {
    const { server } = await askModel(QUESTION, [
      { calls: [{ name: 'rank_figures', args: { measure: 5, order: 'sideways' } }] },
      { say: 'NOT IN THE REPORT' },
    ]);
    const told = JSON.stringify(server.requests[1]?.messages.at(-1));
    expect(told).toContain('measure');
    expect(told).not.toMatch(/\.(?:ts|js)\b|node_modules|\bat [A-Za-z]+ \(/u);
  });
});

describe('a stop by the asker', () => {
  it('ends the run, and the answer of the rules stands without a note', async () => {
    const stop = new AbortController();
    const { answer, failures } = await askModel(
      QUESTION,
      [
        () => {
          stop.abort();
          return 'hang';
        },
      ],
      { signal: stop.signal },
    );
    expect(answer.text).toBe(RULES);
    expect(failures).toEqual([]);
  });
  it('before the start sends nothing', async () => {
    const { server, answer } = await askModel(QUESTION, [], { signal: AbortSignal.abort() });
    expect([server.requests, answer.text]).toEqual([[], RULES]);
  });
});
