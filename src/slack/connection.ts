import { HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import { AppError } from '../errors.ts';
import type { Log } from '../log.ts';
import type { SlackSettings, Transport } from '../settings/slack.ts';
import { clientLogger, clientOptions } from './api.ts';
import type { Network } from './network.ts';
import type { Wait } from './wait.ts';

/** How events reach the bot. */
export interface Connection {
  readonly receiver: Receiver;
  /** @throws AppError `SLACK_REFUSED` when Slack does not accept the token, or the port is taken */
  start(): Promise<void>;
  stop(): Promise<void>;
  isConnected(): boolean;
}

export interface ConnectionOptions {
  readonly settings: Pick<SlackSettings, 'apiUrl' | 'transport'>;
  readonly network: Network;
  readonly log: Log;
  readonly wait: Wait;
  now(): Date;
}

/** Milliseconds before the n-th try to connect again: at once first, since Slack renews sockets as a matter of course. */
const PAUSES = [0, 500, 1000, 2000, 5000, 10_000, 30_000];
/** A socket that was not greeted by then is given up. Milliseconds. */
const GREETING_TIMEOUT = 15_000;
const FAREWELL_TIMEOUT = 1000;
/** A socket that lasted no longer counts as one that failed, or it would be opened again without a pause. Milliseconds. */
const BRIEF = 1000;
/** Slack says with these that waiting will not help. */
const HOPELESS = new Set(['invalid_auth', 'not_authed', 'account_inactive', 'token_revoked', 'not_allowed_token_type']);

export function openConnection(options: ConnectionOptions): Connection {
  const { transport } = options.settings;
  return transport.kind === 'socket' ? openSocket(transport, options) : openPort(transport, options);
}

type Of<Kind extends Transport['kind']> = Extract<Transport, { kind: Kind }>;

/**
 * Socket Mode, kept open. The client's own reconnection is off: it ends the process by an unhandled rejection when the
 * address of a new socket cannot be had, and waits five seconds before the first try.
 */
function openSocket({ appToken }: Of<'socket'>, { settings, network, log, wait, now }: ConnectionOptions): Connection {
  const logger = clientLogger(log);
  const receiver = new SocketModeReceiver({
    appToken,
    dispatcher: network.dispatcher,
    logger,
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions({ url: settings.apiUrl, network, logger }) },
  });
  const { client } = receiver;
  let isConnected = false;
  let isStopping = false;
  client.on('connected', () => {
    isConnected = true;
    log.info('socket connected');
  });
  client.on('disconnected', () => {
    isConnected = false;
  });

  /** One socket from greeting to end. Resolves when it has closed; rejects when it never opened. */
  async function connect(onOpen: () => void): Promise<void> {
    const giveUp = setTimeout(() => {
      client.disconnect().catch(() => undefined);
    }, GREETING_TIMEOUT);
    try {
      await client.start();
    } finally {
      clearTimeout(giveUp);
    }
    onOpen();
    // Told to stop while it was being opened.
    if (isStopping) client.disconnect().catch(() => undefined);
    if (isConnected) await new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  }

  /** Ends when told to stop. Rejects when Slack refuses the token at once: later it may have been a passing matter. */
  async function keep(onOpen: () => void): Promise<void> {
    let hasOpened = false;
    for (let failures = 0; !isStopping; ) {
      let since = Number.POSITIVE_INFINITY;
      try {
        await connect(() => {
          since = now().getTime();
          hasOpened = true;
          onOpen();
        });
      } catch (error) {
        log.warn('socket not opened', { code: codeOf(error), failures });
        if (!hasOpened && HOPELESS.has(codeOf(error))) throw error;
      }
      if (isStopping) return;
      if (now().getTime() - since > BRIEF) failures = 0;
      const pause = PAUSES[Math.min(failures, PAUSES.length - 1)] ?? 0;
      failures += 1;
      if (pause > 0) await wait(pause);
    }
  }

  return {
    receiver,
    isConnected: () => isConnected && !isStopping,
    start: () =>
      new Promise((resolve, reject) => {
        keep(resolve).catch((cause: unknown) =>
          reject(new AppError('SLACK_REFUSED', refusal(codeOf(cause)), { cause })),
        );
      }),
    async stop() {
      isStopping = true;
      await Promise.race([client.disconnect().catch(() => undefined), wait(FAREWELL_TIMEOUT)]);
    },
  };
}

function refusal(code: string): string {
  return `SLACK_APP_TOKEN: Slack does not accept it (${code}). At api.slack.com/apps, open your app, Basic Information, App-Level Tokens, and copy the token with connections:write into .env.`;
}

/** Requests of Slack to a public address, each with a signature that the receiver checks. */
function openPort({ signingSecret, port }: Of<'http'>, { log }: ConnectionOptions): Connection {
  const receiver = new HTTPReceiver({ signingSecret, port, logger: clientLogger(log) });
  let isListening = false;
  return {
    receiver,
    isConnected: () => isListening,
    async start() {
      try {
        await receiver.start(port);
      } catch (cause) {
        throw new AppError(
          'SLACK_REFUSED',
          `PORT: ${port} cannot be used (${codeOf(cause)}). Set a free port in .env.`,
          { cause },
        );
      }
      isListening = true;
      log.info('listening', { port });
    },
    async stop() {
      if (!isListening) return;
      isListening = false;
      await receiver.stop();
    },
  };
}

/** Slack's word for what is wrong, else the system's, else the error's name. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'closed';
  if ('data' in error && typeof error.data === 'object' && error.data !== null && 'error' in error.data)
    return String(error.data.error);
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
