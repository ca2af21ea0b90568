import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openAssistant } from '../../src/answer/assistant.ts';
import { type Responder, rulesOnly } from '../../src/answer/responder.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { digestComposer } from '../../src/digest/composer.ts';
import type { SlackSettings } from '../../src/settings/slack.ts';
import { createSlackApp, type SlackApp } from '../../src/slack/app.ts';
import { openNetwork } from '../../src/slack/network.ts';
import { waiter } from '../../src/slack/wait.ts';
import { openState, type State } from '../../src/state/database.ts';
import { type SlackOptions, type StandInSlack, startSlack } from '../support/slack/server.ts';
import type { StoredMessage } from '../support/slack/workspace.ts';
import { aLog, noWait, STRAIGHT } from './support.ts';

/** Loaded once: answers do not depend on what was asked before. */
export const assistant = await openAssistant(
  GENERAL_CORPUS,
  GENERAL_CORPUS,
  digestComposer(() => new Date()),
);

/** The real app on a stand-in Slack, with a database in a folder of its own. */
export interface Running {
  readonly slack: StandInSlack;
  readonly state: State;
  readonly app: SlackApp;
  readonly log: () => string;
  /** Waits for something to be said in the log. */
  readonly said: (text: string, times?: number) => Promise<string>;
  /** Takes the database away as a failing disk does, until it is put back. */
  breakDisk(): { mend(): void };
  /** Waits for something that only this person sees. */
  whisperTo(user: string): Promise<StoredMessage>;
  /** Stops the app and starts it again on the same database, as after an upgrade. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface RunOptions {
  readonly slack?: SlackOptions;
  readonly settings?: Partial<SlackSettings>;
  readonly responder?: Responder;
  /** The clock of the schedule and of the stand-in; the machine's own without one. */
  readonly now?: () => Date;
  readonly writers?: ReadonlyMap<string, readonly string[]>;
  /** Called when the stand-in is there, and nothing else. */
  readonly started?: (slack: StandInSlack) => void;
  /** Called before the app starts: what happened while it was away. */
  readonly before?: (state: State, slack: StandInSlack) => Promise<void>;
}

export async function run({
  slack: options = {},
  settings = {},
  responder,
  now = () => new Date(),
  writers = new Map(),
  started,
  before,
}: RunOptions = {}): Promise<Running> {
  const slack = await startSlack({ now: () => now().getTime(), ...options });
  started?.(slack);
  const folder = mkdtempSync(join(tmpdir(), 'gyokaku-slack-'));
  const log = aLog();
  let count = 0;
  const newId = () => `id${String(++count).padStart(6, '0')}`;
  const open = () => openState(folder, { now, newId, mask: (text) => text });

  async function start() {
    const state = await open();
    await before?.(state, slack);
    const network = openNetwork(settings.network ?? STRAIGHT);
    const creating = createSlackApp({
      settings: {
        botToken: slack.botToken,
        transport: { kind: 'socket', appToken: slack.appToken },
        apiUrl: slack.apiUrl,
        network: STRAIGHT,
        channels: null,
        questionsPerMinute: 20,
        threadDays: 30,
        feedbackDays: 90,
        logLevel: 'debug',
        opsPort: null,
        ...settings,
      },
      network,
      assistant,
      responder: responder ?? rulesOnly(assistant),
      state,
      log: log.log,
      wait: noWait().wait,
      clock: { now, wait: (milliseconds, signal) => waiter(signal)(milliseconds) },
      worker: newId(),
      schedule: { zone: 'Asia/Tokyo', lateHours: 24, writers },
    });
    const leave = async () => {
      await network.close();
      await state.close();
    };
    try {
      const app = await creating;
      await app.start();
      const end = async () => {
        await app.stop();
        await leave();
      };
      return { state, app, end };
    } catch (error) {
      await leave();
      throw error;
    }
  }

  let running = await start().catch(async (error: unknown) => {
    await slack.stop();
    throw error;
  });
  return {
    slack,
    log: log.lines,
    said: log.said,
    breakDisk() {
      const file = join(folder, 'gyokaku.sqlite');
      renameSync(file, `${file}.away`);
      return { mend: () => renameSync(`${file}.away`, file) };
    },
    whisperTo: (user) =>
      slack.workspace.waiting.until(() => slack.workspace.whispers(user).at(-1), `a word to ${user}`),
    get state() {
      return running.state;
    },
    get app() {
      return running.app;
    },
    async restart() {
      await running.end();
      running = await start();
    },
    async stop() {
      await running.end();
      await slack.stop();
      rmSync(folder, { recursive: true });
    },
  };
}
