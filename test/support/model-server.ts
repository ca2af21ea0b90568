import type { IncomingMessage, ServerResponse } from 'node:http';
import { json } from 'node:stream/consumers';
import { type Fixture, LLMock } from '@copilotkit/aimock';
import { type ModelRequestBody, readChatRequest, readEmbeddingRequest } from './model-requests.ts';

/** One answer of the stand-in. `calls` may have arguments that are no JSON; `finish` is why it ends. */
export type Scripted =
  | { readonly say: string; readonly finish?: string }
  | { readonly calls: readonly { readonly name: string; readonly args: unknown }[] }
  | { readonly status: number; readonly code?: string; readonly type?: string }
  | 'hang'
  | 'cut'
  | 'garbage';
type Script = readonly (Scripted | ((body: ModelRequestBody) => Scripted))[];

export interface ModelServer {
  readonly baseUrl: string;
  /** What was asked for answers, in order. */
  readonly requests: readonly ModelRequestBody[];
  /** What the API would have refused; a test expects none. */
  readonly refusals: readonly string[];
  /** Texts that were to be embedded, request by request. */
  readonly embedded: readonly (readonly string[])[];
  /** Scripted answers that nobody asked for. */
  left(): number;
  close(): Promise<void>;
}

export interface ModelServerOptions {
  /** The vector of a text, or a status; without it there is no embedding model. `null`: it does not answer. */
  readonly embed?: (text: string) => readonly number[] | number | null;
}

type ChatResponse = Exclude<Fixture['response'], (...args: never) => unknown>;

/**
 * aimock on a real socket, answering by a script. It takes whatever is sent, so that every request is held against the
 * API's schema, before it is answered and in the journal.
 */
export async function aModelServer(script: Script, { embed }: ModelServerOptions = {}): Promise<ModelServer> {
  const mock = new LLMock({ port: 0, host: '127.0.0.1' });
  const step = (): number => mock.journal.size;
  script.forEach((next, at) => {
    mock.addFixture({
      match: { endpoint: 'chat', predicate: () => step() === at },
      response(body) {
        const asked = readChatRequest(asSent(body));
        if (typeof asked === 'string') return errorOf({ status: 400 }, asked);
        return responseOf(typeof next === 'function' ? next(asked) : next);
      },
      chaos: { malformedRate: next === 'garbage' ? 1 : 0, disconnectRate: next === 'cut' ? 1 : 0 },
    });
  });
  // Its vectors are the same for all texts of a request.
  const embedded: string[][] = [];
  const refused: string[] = [];
  mock.mount('/v1/embeddings', {
    async handleRequest(request, response) {
      const asked = readEmbeddingRequest(await json(request));
      if (typeof asked === 'string') refused.push(asked);
      else embedded.push(asked.input);
      answerVectors(
        response,
        typeof asked === 'string' ? [] : asked.input.map((text) => embed?.(text) ?? (embed ? null : 404)),
      );
      return true;
    },
  });
  const read = () => mock.getRequests().map(({ body }) => readChatRequest(asSent(body)));
  return {
    baseUrl: `${await mock.start()}/v1`,
    get requests() {
      return read().filter((asked) => typeof asked !== 'string');
    },
    get refusals() {
      const unscripted = step() > script.length ? ['the script is used up'] : [];
      return [...refused, ...read().filter((asked) => typeof asked === 'string'), ...unscripted];
    },
    embedded,
    left: () => Math.max(0, script.length - step()),
    close: () => mock.stop(),
  };
}

/** Without what aimock adds to a body. */
function asSent(body: object | null): object {
  return Object.fromEntries(Object.entries(body ?? {}).filter(([name]) => !name.startsWith('_')));
}

function responseOf(scripted: Scripted): ChatResponse | Promise<ChatResponse> {
  if (scripted === 'hang') return new Promise(() => {});
  if (typeof scripted === 'string') return { content: '' };
  if ('status' in scripted) return errorOf(scripted, 'refused by script');
  if ('say' in scripted) return { content: scripted.say, finishReason: scripted.finish ?? 'stop' };
  const toolCalls = scripted.calls.map(({ name, args }) => ({
    name,
    arguments: typeof args === 'string' ? args : JSON.stringify(args),
  }));
  return { toolCalls };
}

function errorOf({ status, code, type }: Extract<Scripted, { status: number }>, message: string): ChatResponse {
  return { status, retryAfter: 0, error: { message, ...(code ? { code } : {}), ...(type ? { type } : {}) } };
}

function answerVectors(
  response: ServerResponse<IncomingMessage>,
  vectors: readonly (readonly number[] | number | null)[],
): void {
  if (vectors.includes(null)) return;
  const status = vectors.find((vector) => typeof vector === 'number') ?? 200;
  const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
  const usage = { prompt_tokens: 1, total_tokens: 1 };
  const body =
    status === 200 ? { object: 'list', data, model: 'm', usage } : { error: { message: 'refused by script' } };
  response.writeHead(status, { 'content-type': 'application/json', 'retry-after': '0' }).end(JSON.stringify(body));
}
