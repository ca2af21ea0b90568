import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { z } from 'zod';

/** One answer: a function call, or words. */
export type Step = { readonly call: string; readonly args: object } | { readonly say: string };

const Asked = z.object({ messages: z.array(z.object({ role: z.string() })) });

/** A server that answers as fast as it can, each conversation from the first step on: by how many results it has. */
export async function steadyModel(steps: readonly Step[]): Promise<{ baseUrl: string; close(): Promise<void> }> {
  // As servers do: with one id for all, the library would take each message for a new version of the one before.
  let requests = 0;
  const server = createServer(async (request, response) => {
    const { messages } = Asked.parse(await json(request));
    const step = steps[messages.filter(({ role }) => role === 'tool').length];
    requests++;
    const message = { role: 'assistant', content: step && 'say' in step ? step.say : null };
    const calls = step && 'call' in step ? [callOf(step, `call_${requests}`)] : undefined;
    const choice = {
      index: 0,
      message: { ...message, tool_calls: calls },
      finish_reason: calls ? 'tool_calls' : 'stop',
    };
    const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
    const body = {
      id: `chatcmpl-${requests}`,
      object: 'chat.completion',
      created: 1,
      model: 'm',
      choices: [choice],
      usage,
    };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${portOf(server.address())}/v1`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function callOf({ call, args }: Extract<Step, { call: string }>, id: string) {
  return { id, type: 'function', function: { name: call, arguments: JSON.stringify(args) } };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
