import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AgentNotes } from './agent-notes.ts';
import { type Cast, cityHall } from './cast.ts';
import { answerControl } from './control.ts';
import { Delivery, DOCUMENTED, type Patience } from './delivery.ts';
import { Events, SUBSCRIPTIONS } from './events.ts';
import { Faults } from './faults.ts';
import { readArguments } from './form.ts';
import { ALL_SCOPES, Grants } from './grants.ts';
import { HttpEvents } from './http-events.ts';
import { Ids } from './ids.ts';
import { Person } from './person.ts';
import { Rates } from './rates.ts';
import { Refusal } from './refusal.ts';
import { ResponseUrls } from './response-url.ts';
import { SocketMode } from './socket.ts';
import { Triggers } from './triggers.ts';
import { Views } from './views.ts';
import { refusesWork, WebApi } from './web-api.ts';
import { Workspace } from './workspace.ts';
import type { World } from './world.ts';

export interface SlackOptions {
  readonly cast?: Cast;
  readonly botToken?: string;
  readonly appToken?: string;
  /** Scopes of the bot token. */
  readonly scopes?: readonly string[];
  /** Events that the app subscribed to, as in its manifest. */
  readonly events?: readonly string[];
  /** Whether calls are counted against the documented rates. */
  readonly rates?: 'off' | 'documented';
  /** When an acknowledgement is late and how often an event comes again; shortened where a test waits for it. */
  readonly patience?: Partial<Patience>;
  /** Seed of what goes wrong by chance. */
  readonly seed?: number;
  /** Where apps are told to come to, such as `https://slack.test`: for a stand-in behind a TLS front. */
  readonly publicOrigin?: string;
  /** Milliseconds since 1970, with fractions where there are any. */
  readonly now?: () => number;
}

/** A Slack that runs here: what the app connects to, what a test does in it and reads back. */
export interface StandInSlack {
  /** For `slackApiUrl`; ends with a slash. */
  readonly apiUrl: string;
  /** Where `remote.ts` sends what it wants done. */
  readonly controlUrl: string;
  readonly botToken: string;
  readonly appToken: string;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly agent: AgentNotes;
  readonly faults: Faults;
  readonly grants: Grants;
  readonly socket: SocketMode;
  readonly cast: Cast;
  /** Kinds of block that the workspace does not know: add to it to see the fallback. */
  readonly refusedBlocks: Set<string>;
  /** Events for which no test waits and which the app never acknowledged. */
  readonly undelivered: readonly string[];
  person(id: string): Person;
  /** How often a method was called. */
  calls(method: string): number;
  /** From now on delivers to a request URL, signed, and no longer over sockets. */
  useHttp(url: string, signingSecret: string): void;
  stop(): Promise<void>;
}

/** Starts a stand-in on a free port of 127.0.0.1. */
export async function startSlack(options: SlackOptions = {}): Promise<StandInSlack> {
  const world = createWorld(options, () => options.publicOrigin ?? origin);
  const api = new WebApi(world, options.rates === 'documented' ? new Rates(world.now) : undefined);
  const server = createServer((request, response) => {
    route(world, api, request, response).catch((error: unknown) => {
      world.undelivered.push(`${request.url}: ${String(error)}`);
      response.destroy();
    });
  });
  server.on('upgrade', (request, stream, head) => world.socket.accept(request, stream, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${portOf(server.address())}`;
  return {
    ...world,
    apiUrl: `${origin}/api/`,
    controlUrl: `${origin}/control`,
    botToken: world.tokens.bot,
    appToken: world.tokens.app,
    person: (id) => new Person(id, world),
    calls: (method) => api.calls(method),
    useHttp: (url, signingSecret) => {
      world.delivery.carrier = new HttpEvents(url, signingSecret, world.now);
    },
    stop: async () => {
      world.delivery.stop();
      await world.socket.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function createWorld(options: SlackOptions, origin: () => string): World {
  const undelivered: string[] = [];
  const now = options.now ?? (() => performance.timeOrigin + performance.now());
  const cast = options.cast ?? cityHall();
  const ids = new Ids(now);
  const workspace = new Workspace(cast, ids, now);
  const views = new Views(ids, workspace.waiting);
  const grants = new Grants(options.scopes ?? ALL_SCOPES);
  const faults = new Faults(options.seed);
  const socket = new SocketMode(cast.app.id);
  const delivery = new Delivery(socket, { ...DOCUMENTED, ...options.patience }, faults);
  const subscriptions = options.events ?? SUBSCRIPTIONS;
  const tokens = {
    bot: options.botToken ?? 'xoxb-stand-in',
    app: options.appToken ?? 'xapp-stand-in',
    verification: 'verification-stand-in',
  };
  const verificationToken = tokens.verification;
  return {
    cast,
    workspace,
    views,
    agent: new AgentNotes(workspace.waiting),
    ids,
    grants,
    triggers: new Triggers(ids, now),
    responseUrls: new ResponseUrls(ids, now),
    events: new Events({ workspace, views, delivery, grants, ids, subscriptions, verificationToken }),
    delivery,
    faults,
    socket,
    refusedBlocks: new Set(),
    tokens,
    origin,
    now,
    undelivered,
    inBackground: (work) => void work.catch((error: unknown) => undelivered.push(String(error))),
  };
}

async function route(world: World, api: WebApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = (request.url ?? '').split('?')[0] ?? '';
  if (path.startsWith('/api/')) {
    await api.handle(path.slice('/api/'.length), request, response);
  } else if (path === '/control') {
    await answerControl(world, api, request, response);
  } else if (path.startsWith('/response/')) {
    await answerResponseUrl(world, path.slice('/response/'.length), request, response);
  } else {
    response.writeHead(404);
    response.end();
  }
}

async function answerResponseUrl(
  world: World,
  id: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const given = await readArguments(request);
  const fault = world.faults.take('response_url');
  if (fault && fault.kind !== 'refused' && refusesWork(fault, response)) return;
  try {
    if (fault?.kind === 'refused') throw new Refusal(fault.code);
    if (!given) throw new Refusal('invalid_payload');
    world.responseUrls.answer(id, given, world);
    if (fault?.kind === 'lost') response.destroy();
    else response.end('ok');
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    response.writeHead(error.code.endsWith('_url') ? 404 : 400);
    response.end(error.code);
  }
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
