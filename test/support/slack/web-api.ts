import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fault } from './faults.ts';
import { readArguments } from './form.ts';
import { type Json, textIn } from './json.ts';
import type { Method } from './method.ts';
import { agent } from './methods/agent.ts';
import { chat } from './methods/chat.ts';
import { conversations } from './methods/conversations.ts';
import { people } from './methods/people.ts';
import { views } from './methods/views.ts';
import type { Rates } from './rates.ts';
import { Refusal } from './refusal.ts';
import type { World } from './world.ts';

const METHODS = new Map<string, Method>(Object.entries({ ...agent, ...chat, ...conversations, ...people, ...views }));

/** Answers Web API calls: token, scopes, rate, arguments, the work; and goes wrong where a test wants it to. */
export class WebApi {
  readonly #world: World;
  readonly #rates: Rates | undefined;
  readonly #calls = new Map<string, number>();

  /** @param rates none when calls are not counted against rates */
  constructor(world: World, rates: Rates | undefined) {
    this.#world = world;
    this.#rates = rates;
  }

  /** How often a method was called, refused calls included. */
  calls(method: string): number {
    return this.#calls.get(method) ?? 0;
  }

  async handle(name: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const given = await readArguments(request);
    this.#calls.set(name, this.calls(name) + 1);
    const fault = this.#world.faults.take(name);
    if (fault && refusesWork(fault, response)) return;
    const method = METHODS.get(name);
    const retryAfter = method && this.#rates?.retryAfter(name, method.rate, textIn(given, 'channel') ?? '');
    if (retryAfter !== undefined) {
      sendRatelimited(response, retryAfter);
      return;
    }
    const body = this.#answer(method, given, request);
    if (fault?.kind === 'lost') {
      response.destroy();
      return;
    }
    if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
    response.setHeader('x-oauth-scopes', this.#world.grants.toString());
    response.setHeader('x-accepted-oauth-scopes', method?.anyOf.join(',') ?? '');
    sendJson(response, 200, body);
  }

  #answer(method: Method | undefined, given: Json | undefined, request: IncomingMessage): Json {
    try {
      if (!method) throw new Refusal('unknown_method');
      if (!given) throw new Refusal('invalid_form_data');
      this.#demandToken(method, request.headers.authorization?.replace(/^Bearer /, '') ?? textIn(given, 'token'));
      this.#world.grants.demand(method.anyOf);
      return { ok: true, ...method.call(given, this.#world) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.code, ...error.more };
      throw error;
    }
  }

  #demandToken(method: Method, token: string | undefined): void {
    const { tokens } = this.#world;
    if (!token) throw new Refusal('not_authed');
    if (token !== tokens.bot && token !== tokens.app) throw new Refusal('invalid_auth');
    if (token !== tokens[method.token]) throw new Refusal('not_allowed_token_type');
  }
}

/** Answers in place of the method where the fault is one that comes before the work. */
export function refusesWork(fault: Fault, response: ServerResponse): boolean {
  if (fault.kind === 'ratelimited') sendRatelimited(response, fault.retryAfter);
  else if (fault.kind === 'reset') response.destroy();
  else if (fault.kind === 'refused') sendJson(response, 200, { ok: false, error: fault.code });
  else if (fault.kind === 'error500') {
    response.writeHead(500, { 'content-type': 'text/html' });
    response.end('<html><body>Server error</body></html>');
  } else return false;
  return true;
}

function sendRatelimited(response: ServerResponse, retryAfter: number): void {
  response.setHeader('retry-after', String(retryAfter));
  sendJson(response, 429, { ok: false, error: 'ratelimited' });
}

function sendJson(response: ServerResponse, status: number, body: Json): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}
