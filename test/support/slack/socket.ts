import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Carrier, Parcel, Receipt } from './delivery.ts';
import { textIn } from './json.ts';
import { Waiting } from './waiting.ts';
import { ServerSocket } from './websocket.ts';

/** https://docs.slack.dev/apis/events-api/using-socket-mode */
const MOST_CONNECTIONS = 10;
/** The client gives a connection up that brings no ping for thirty seconds. */
const PING_EVERY_MS = 10_000;
/** How long a goodbye may take. */
const GOODBYE_MS = 500;
const HOST = 'stand-in';

interface Waiter {
  readonly connection: ServerSocket;
  readonly settle: (receipt: Receipt) => void;
}

/** Socket Mode: hands out addresses, greets, sends envelopes in turn over the open connections, takes the answers. */
export class SocketMode implements Carrier {
  readonly #appId: string;
  readonly #waiting = new Waiting();
  readonly #tickets = new Set<string>();
  readonly #connections = new Map<ServerSocket, NodeJS.Timeout>();
  readonly #unacked = new Map<string, Waiter>();
  #turn = 0;

  constructor(appId: string) {
    this.#appId = appId;
  }

  /** A path that opens one connection, once. */
  ticket(): string {
    const ticket = randomUUID();
    this.#tickets.add(ticket);
    return `/link/?ticket=${ticket}&app_id=${this.#appId}`;
  }

  /** Takes an upgrade request; one without a fresh ticket is cut. */
  accept(request: IncomingMessage, stream: Duplex, head: Buffer): void {
    const ticket = new URL(request.url ?? '/', 'http://stand-in').searchParams.get('ticket') ?? '';
    if (!this.#tickets.delete(ticket) || this.#connections.size >= MOST_CONNECTIONS) {
      stream.destroy();
      return;
    }
    const connection = new ServerSocket(request, stream, head);
    const pings = setInterval(() => connection.ping(), PING_EVERY_MS);
    connection.on('text', (text) => this.#acknowledged(text));
    connection.on('close', () => this.#lost(connection));
    this.#connections.set(connection, pings);
    connection.send(
      JSON.stringify({
        type: 'hello',
        num_connections: this.#connections.size,
        debug_info: { host: HOST, build_number: 1, approximate_connection_time: 18060 },
        connection_info: { app_id: this.#appId },
      }),
    );
    this.#waiting.changed();
  }

  get open(): number {
    return this.#connections.size;
  }

  /** Waits until the app has at least this many connections. */
  async opened(least = 1, withinMs?: number): Promise<void> {
    await this.#waiting.until(() => this.open >= least || undefined, `${least} connections`, withinMs);
  }

  /** Waits until no connection is left. */
  async closed(withinMs?: number): Promise<void> {
    await this.#waiting.until(() => this.open === 0 || undefined, 'no connection', withinMs);
  }

  /** Sends an envelope and waits for its answer; without a connection waits for one first. */
  async deliver(parcel: Parcel, withinMs: number): Promise<Receipt> {
    const connected = await this.opened(1, withinMs).then(
      () => true,
      () => false,
    );
    const open = [...this.#connections.keys()];
    const connection = open[this.#turn++ % Math.max(1, open.length)];
    if (!connected || !connection) return { acked: false, reason: 'connection_failed', final: false };
    return this.#send(connection, parcel, withinMs);
  }

  /** Tells every connection to reconnect, as Slack does now and then. */
  askToReconnect(reason: 'warning' | 'refresh_requested' | 'link_disabled'): void {
    const text = JSON.stringify({ type: 'disconnect', reason, debug_info: { host: HOST } });
    for (const connection of this.#connections.keys()) connection.send(text);
  }

  /** Closes every connection as the protocol has it, and cuts those that do not answer. */
  async close(): Promise<void> {
    for (const connection of this.#connections.keys()) connection.close();
    await this.closed(GOODBYE_MS).catch(() => this.drop());
  }

  /** Cuts every connection without a word. */
  drop(): void {
    for (const connection of [...this.#connections.keys()]) connection.destroy();
  }

  #send(connection: ServerSocket, { kind, payload, retry }: Parcel, withinMs: number): Promise<Receipt> {
    const envelope_id = randomUUID();
    const isEvent = kind === 'events_api';
    const retries = isEvent ? { retry_attempt: retry?.attempt ?? 0, retry_reason: retry?.reason ?? '' } : {};
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle({ acked: false, reason: 'timeout', final: false }), withinMs);
      const settle = (receipt: Receipt) => {
        clearTimeout(timer);
        this.#unacked.delete(envelope_id);
        resolve(receipt);
      };
      this.#unacked.set(envelope_id, { connection, settle });
      connection.send(
        JSON.stringify({ envelope_id, payload, type: kind, accepts_response_payload: !isEvent, ...retries }),
      );
    });
  }

  #acknowledged(text: string): void {
    const answer: unknown = JSON.parse(text);
    const waiter = this.#unacked.get(textIn(answer, 'envelope_id') ?? '');
    const response = typeof answer === 'object' && answer && 'payload' in answer ? answer.payload : undefined;
    waiter?.settle({ acked: true, response });
  }

  #lost(connection: ServerSocket): void {
    clearInterval(this.#connections.get(connection));
    this.#connections.delete(connection);
    for (const waiter of [...this.#unacked.values()]) {
      if (waiter.connection === connection) waiter.settle({ acked: false, reason: 'connection_failed', final: false });
    }
    this.#waiting.changed();
  }
}
