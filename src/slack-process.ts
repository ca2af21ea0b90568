import { randomBytes } from 'node:crypto';
import { openAssistant } from './answer/assistant.ts';
import { maskPersonalData } from './answer/personal-data.ts';
import { refusedText } from './console/answer-print.ts';
import { EXIT, type ExitCode } from './console/streams.ts';
import { digestComposer } from './digest/composer.ts';
import { AppError } from './errors.ts';
import { BOTH } from './face-wording.ts';
import { subscriptionsOf, unknownSections } from './jobs/from-settings.ts';
import { createLog } from './log.ts';
import { openResponder } from './open-responder.ts';
import { type Health, type OpsServer, startOps } from './ops.ts';
import { parentGone } from './parent.ts';
import type { ModelSettings } from './settings/model.ts';
import type { ScheduleSettings } from './settings/schedule.ts';
import type { SlackSettings } from './settings/slack.ts';
import { createSlackApp, type SlackApp } from './slack/app.ts';
import { openNetwork } from './slack/network.ts';
import { waiter } from './slack/wait.ts';
import { openState } from './state/database.ts';

/** The parts of the settings that the bot needs. */
export interface SlackParts {
  readonly slack: SlackSettings;
  readonly schedule: ScheduleSettings;
  /** Null for the rules alone. */
  readonly model: ModelSettings | null;
}

export interface SlackFolders {
  readonly corpus: string;
  /** The vocabulary that holds for any city. */
  readonly general: string;
  readonly data: string;
}

/** The process as it is seen from here: signals, and streams for people and for the log. */
export interface SlackProcess {
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  once(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  readonly ppid: number;
}

/** What is being answered gets so long to finish before the process leaves. Milliseconds. */
const FAREWELL = 7000;
/** Milliseconds between looks for questions that Slack could not be told the answer to. */
const RECOVER_EVERY = 30_000;
const DAY = 86_400_000;
const DELIVERY_DAYS = 400;

/**
 * `npm start` with Slack tokens: answers until it is told to stop. `isBelowNpm`: it ends with the shell of npm.
 * @throws AppError when Slack refuses the tokens, or the corpus or the data folder cannot be used
 */
export async function runSlack(
  { slack: settings, schedule, model }: SlackParts,
  folders: SlackFolders,
  process: SlackProcess,
  isBelowNpm: boolean,
): Promise<ExitCode> {
  const log = createLog(settings.logLevel, process.stdout);
  const leaving = new AbortController();
  const wait = waiter(leaving.signal);
  const now = () => new Date();
  const assistant = await openAssistant(folders.corpus, folders.general, digestComposer(now));
  process.stderr.write(refusedText(assistant));
  const state = await openState(folders.data, { now, newId, mask: maskPersonalData });
  const network = openNetwork(settings.network);
  const use = { model, network: settings.network, data: folders.data };
  const { responder, ledger, prepare, close } = await openResponder(assistant, use, {
    onFailure: (why, detail) =>
      log.warn(why === 'vectors' ? 'no search by meaning' : 'model gave no answer', { why, detail }),
    onWarning: (text) => process.stderr.write(text),
  });
  let ops: OpsServer | null = null;
  const timers: NodeJS.Timeout[] = [];
  try {
    const asked = new Promise<null>((resolve) => {
      process.once('SIGINT', () => resolve(null));
      process.once('SIGTERM', () => resolve(null));
      // Only there: what was started by hand may outlive its terminal on purpose.
      if (isBelowNpm) void parentGone(process, wait, leaving.signal).then(() => resolve(null));
    });
    let app: SlackApp | null = null;
    const parts = async () => ({
      connected: app?.isConnected() ?? false,
      report: assistant.library.newest !== null,
      database: await state.isWritable(),
    });
    if (settings.opsPort !== null) ops = await openOps(settings.opsPort, { parts, sent: () => ledger?.sent() ?? [] });
    const unknown = unknownSections(schedule, assistant.scope());
    if (unknown.length > 0) process.stderr.write(BOTH.unknownSections(unknown));
    await state.subscriptions.takeFromSettings(subscriptionsOf(schedule));
    log.info('connecting');
    const created = createSlackApp({
      settings,
      network,
      assistant,
      responder,
      state,
      log,
      wait,
      // Ends by its own signal alone: a schedule that waits no more and was not stopped would never rest.
      clock: { now, wait: (milliseconds, signal) => waiter(signal)(milliseconds) },
      worker: newId(),
      schedule,
    });
    app = await Promise.race([created, asked]);
    if (app === null) return EXIT.done;
    const { recover, stop } = app;
    const isReady = await Promise.race([app.start().then(() => true), asked]);
    if (isReady) log.info('ready', { report: assistant.library.newest?.id });
    const keep = { threadDays: settings.threadDays, feedbackDays: settings.feedbackDays, deliveryDays: DELIVERY_DAYS };
    const tidy = () => state.expire(keep).catch((error: unknown) => log.error('expired rows not deleted', {}, error));
    const again = () => recover().catch((error: unknown) => log.error('not recovered', {}, error));
    timers.push(setInterval(tidy, DAY), setInterval(again, RECOVER_EVERY));
    void tidy();
    prepare().catch((error: unknown) => log.error('model not prepared', {}, error));
    await asked;
    log.info('leaving');
    // First the answers that are under way, with their retries. What takes longer is on the disk, for the next start.
    const isDone = await Promise.race([stop().then(() => true), wait(FAREWELL)]);
    for (const { host, requests, bytes } of ledger?.sent() ?? []) log.info('sent to model', { host, requests, bytes });
    log.info('left', { finished: isDone === true });
    return EXIT.done;
  } finally {
    leaving.abort();
    for (const timer of timers) clearInterval(timer);
    await ops?.close();
    await close();
    await network.close();
    await state.close();
  }
}

async function openOps(port: number, health: Health): Promise<OpsServer> {
  return startOps(port, health).catch((cause: unknown) => {
    throw new AppError('USAGE', BOTH.portTaken('OPS_PORT', port), { cause });
  });
}

/** Short enough to be read out on the telephone: letters and digits that are not mistaken for each other. */
function newId(): string {
  return [...randomBytes(10)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
}
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
