import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

const callSchema = z.strictObject({
  id: z.string().min(1),
  type: z.literal('function'),
  function: z.strictObject({ name: z.string().regex(/^[\w-]{1,64}$/), arguments: z.string() }),
});
const textSchema = z.union([z.string(), z.array(z.strictObject({ type: z.literal('text'), text: z.string() })).min(1)]);
const messageSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: z.string() }),
  z.strictObject({ role: z.literal('user'), content: textSchema, name: z.string().optional() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: textSchema.nullish(),
    tool_calls: z.array(callSchema).min(1).optional(),
    name: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal('tool'),
    content: textSchema,
    tool_call_id: z.string(),
    name: z.string().optional(),
  }),
]);
const toolSchema = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().max(1024).optional(),
    parameters: z.looseObject({ type: z.literal('object') }),
    strict: z.boolean().nullish(),
  }),
});
/** The body of a request as the Chat Completions API documents it, as far as this program may use it. */
const requestSchema = z.strictObject({
  model: z.string().min(1),
  messages: z.array(messageSchema).min(1),
  tools: z.array(toolSchema).min(1).max(128).optional(),
  tool_choice: z.literal('auto').optional(),
  stream: z.literal(false).optional(),
});
export type ModelRequestBody = z.infer<typeof requestSchema>;
const embeddingSchema = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal('float').optional(),
});

/** One answer of the stand-in. `calls` may have arguments that are no JSON. */
export type Scripted =
  | { readonly say: string }
  | { readonly calls: readonly { readonly name: string; readonly args: unknown }[] }
  | { readonly status: number; readonly code?: string }
  | 'hang'
  | 'cut'
  | 'garbage';
type Script = readonly (Scripted | ((body: ModelRequestBody) => Scripted))[];

export interface ModelServer {
  readonly baseUrl: string;
  /** What was asked for answers and refused by nobody, in order. */
  readonly requests: readonly ModelRequestBody[];
  readonly authorizations: readonly (string | undefined)[];
  /** What the API would have refused; a test expects none. */
  readonly refusals: readonly string[];
  /** Texts that were to be embedded, request by request. */
  readonly embedded: readonly (readonly string[])[];
  /** Scripted answers that nobody asked for. */
  left(): number;
  close(): Promise<void>;
}

export interface ModelServerOptions {
  /** The vector of a text; without it there is no embedding model. */
  readonly embed?: (text: string) => readonly number[];
}

interface Reply {
  readonly status: number;
  readonly body: object;
}

/** A server on a real socket that answers by a script and refuses what the real API refuses. */
export async function aModelServer(script: Script, { embed }: ModelServerOptions = {}): Promise<ModelServer> {
  const requests: ModelRequestBody[] = [];
  const authorizations: (string | undefined)[] = [];
  const refusals: string[] = [];
  const embedded: string[][] = [];
  const waiting = [...script];
  const refuse = (status: number, why: string): Reply => {
    refusals.push(why);
    return { status, body: { error: { message: why, type: 'invalid_request_error', code: null } } };
  };
  const answer = (body: unknown): Reply | Exclude<Scripted, object> => {
    const parsed = requestSchema.safeParse(body);
    if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
    const broken = brokenOrder(parsed.data);
    if (broken) return refuse(400, broken);
    requests.push(parsed.data);
    const next = waiting.shift();
    if (next === undefined) return refuse(500, 'the script is used up');
    const scripted = typeof next === 'function' ? next(parsed.data) : next;
    if (typeof scripted === 'string') return scripted;
    if (!('status' in scripted)) return { status: 200, body: completion(scripted, parsed.data.model, requests.length) };
    const error = { message: 'refused by script', type: 'server_error', code: scripted.code ?? null };
    return { status: scripted.status, body: { error } };
  };
  const vectors = (body: unknown): Reply => {
    const parsed = embeddingSchema.safeParse(body);
    if (!parsed.success) return refuse(400, z.prettifyError(parsed.error));
    if (!embed) return refuse(404, 'no embedding model');
    embedded.push(parsed.data.input);
    const data = parsed.data.input.map((text, index) => ({ object: 'embedding', index, embedding: embed(text) }));
    const usage = { prompt_tokens: 1, total_tokens: 1 };
    return { status: 200, body: { object: 'list', data, model: parsed.data.model, usage } };
  };
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    authorizations.push(request.headers.authorization);
    const place = `${request.method} ${request.url}`;
    if (place === 'POST /v1/chat/completions') send(response, answer(body));
    else send(response, place === 'POST /v1/embeddings' ? vectors(body) : refuse(404, place));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    authorizations,
    refusals,
    embedded,
    left: () => waiting.length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Every call needs its result at once, and every result its call. */
function brokenOrder({ messages }: ModelRequestBody): string | null {
  let open = new Set<string>();
  for (const [at, message] of messages.entries()) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) return `messages[${at}]: a tool message answers no call`;
      continue;
    }
    if (open.size > 0) return `messages[${at}]: calls ${[...open].join()} have no result`;
    if (message.role === 'system' && at > 0) return `messages[${at}]: a system message comes first`;
    if (message.role !== 'assistant') continue;
    if (!message.content && !message.tool_calls) return `messages[${at}]: neither content nor calls`;
    open = new Set(message.tool_calls?.map((call) => call.id));
  }
  return open.size > 0 ? 'calls without a result' : null;
}

function completion(scripted: Extract<Scripted, object>, model: string, at: number): object {
  const calls = 'calls' in scripted ? scripted.calls : [];
  const tool_calls = calls.map(({ name, args }, i) => ({
    id: `call_${at}_${i}`,
    type: 'function',
    function: { name, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  }));
  const message =
    'say' in scripted
      ? { role: 'assistant', content: scripted.say, refusal: null }
      : { role: 'assistant', content: null, tool_calls, refusal: null };
  return {
    id: `chatcmpl-${at}`,
    object: 'chat.completion',
    created: 1,
    model,
    choices: [{ index: 0, message, logprobs: null, finish_reason: tool_calls.length > 0 ? 'tool_calls' : 'stop' }],
    usage: { prompt_tokens: 10, completion_tokens: 10, total_tokens: 20 },
  };
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}

function send(response: ServerResponse, reply: Reply | Exclude<Scripted, object>): void {
  const json = { 'content-type': 'application/json' };
  if (reply === 'hang') return;
  if (reply === 'garbage') response.writeHead(200, json).end('<html>Bad gateway</html>');
  else if (reply === 'cut') {
    response.writeHead(200, { ...json, 'content-length': '1000' });
    response.write('{"id":"cut","choices":[{"mess');
    response.destroy();
  } else response.writeHead(reply.status, { ...json, 'retry-after': '0' }).end(JSON.stringify(reply.body));
}
