import { AIMessage, HumanMessage } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { createAgent, fakeModel } from 'langchain';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { failureOf } from '../../src/agent/failure.ts';
import { guard, LIMITS } from '../../src/agent/guard.ts';
import { loadPrompts } from '../../src/agent/prompts.ts';

const prompts = loadPrompts();
const look = tool(async () => '12', { name: 'look', description: 'Looks up', schema: z.object({}) });
const CALL = [{ name: 'look', args: {} }];

type Step = typeof CALL | string | AIMessage | Error;

/** Runs an agent behind the guard. A draft is complained of when it begins with the name of a slip. */
async function run(steps: readonly Step[]) {
  const model = fakeModel();
  for (const step of steps)
    if (Array.isArray(step)) model.respondWithTools(step);
    else model.respond(typeof step === 'string' ? new AIMessage(step) : step);
  const review = (draft: string) => {
    const slip = (['unlooked', 'language', 'unsupported'] as const).find((name) => draft.startsWith(name));
    return slip ? { slip, text: `complaint: ${draft}` } : null;
  };
  const middleware = [guard({ prompts, review, onStep: () => {} })];
  const agent = createAgent({ model, tools: [look], middleware });
  const said = await agent.invoke({ messages: [new HumanMessage('question')] }).then(
    ({ messages }) => messages.at(-1)?.text,
    (error: unknown) => failureOf(error).detail,
  );
  return { said, asked: model.calls.map(({ messages }) => messages.map(({ text, type }) => `${type}: ${text}`)) };
}

describe('what a model was told', () => {
  it('stands in every later request, also when it obeys by calling a function', async () => {
    const { said, asked } = await run([CALL, 'unsupported 1', CALL, 'right']);
    expect(said).toBe('right');
    expect(asked[3]).toEqual([
      'human: question',
      expect.stringMatching(/^ai:/u),
      'tool: 12',
      'ai: unsupported 1',
      'human: complaint: unsupported 1',
      expect.stringMatching(/^ai:/u),
      'tool: 12',
    ]);
  });
  it('is counted by kind: each slip may be mended once', async () => {
    expect((await run(['unlooked', CALL, 'language', 'unsupported', 'right'])).said).toBe('right');
    expect((await run(['unlooked', CALL, 'unsupported 1', 'unsupported 2'])).said).toBe('unsupported');
    expect((await run(['', CALL, ''])).said).toBe('empty');
  });
  it('is why there is no answer, when the last request brings the first complaint', async () => {
    const calls = Array.from({ length: LIMITS.modelCalls - 1 }, () => CALL);
    expect((await run([...calls, 'unsupported'])).said).toBe('unsupported');
    expect((await run([...calls, CALL])).said).toBe('empty');
  });
});

describe('an answer that is none', () => {
  const ended = (text: string, finish_reason: string) =>
    new AIMessage({ content: text, response_metadata: { finish_reason } });
  it.each<[string, Step]>([
    ['broken off for its length', ended('The overtime was', 'length')],
    ['held back by a filter', ended('The', 'content_filter')],
    ['nothing but thoughts', '<think>I should look.</think>'],
    ['thoughts without an end', '<think>I should look, and then'],
  ])('is empty: %s', async (_what, step) => {
    const { said, asked } = await run([step, 'right']);
    expect([said, asked[1]?.at(-1)]).toEqual(['right', `human: ${prompts.empty}`]);
  });
  it.each([
    '{"name":"look","arguments":{}}',
    '<tool_call>\n{"name": "look"}\n</tool_call>',
    '```json\n{"name": "look"}',
  ])('is a call that was written out: %s', async (step) => {
    const { said, asked } = await run([step, 'right']);
    expect([said, asked[1]?.at(-1)]).toEqual(['right', `human: ${prompts.malformed}`]);
  });
  it('has its thoughts taken off', async () => {
    expect((await run(['<think>unsupported?</think>\n\nright'])).said).toBe('right');
    expect((await run(['so unsupported it is\n</think>\n\nright'])).said).toBe('right');
  });
});

describe('a call that the server wrote in its own way', () => {
  it.each([
    ['nothing', ''],
    ['an object', {}],
  ])('is made, with %s as arguments', async (_what, args) => {
    const broken = [{ type: 'invalid_tool_call', name: 'look', id: 'a', args }];
    const { said, asked } = await run([Object.assign(new AIMessage(''), { invalid_tool_calls: broken }), 'right']);
    expect([said, asked[1]?.at(-1)]).toEqual(['right', 'tool: 12']);
  });
});

describe('a request that fails', () => {
  const refused = (status: number) => Object.assign(new Error('refused'), { status });
  it('is made once more for each question, and counts', async () => {
    expect((await run([refused(500), CALL, 'right'])).said).toBe('right');
    expect((await run([refused(429), CALL, refused(503)])).said).toMatch(/503$/u);
    const calls = Array.from({ length: LIMITS.modelCalls - 1 }, () => CALL);
    const { asked } = await run([refused(500), ...calls]);
    expect(asked).toHaveLength(LIMITS.modelCalls);
  });
  it('is not made again when it would fail again', async () => {
    expect((await run([refused(401), 'right'])).said).toMatch(/401$/u);
  });
});
