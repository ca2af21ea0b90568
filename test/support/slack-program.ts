import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';
import { type StandInSlack, startSlack } from './slack/server.ts';
import { Waiting } from './slack/waiting.ts';
import { START_ARGUMENTS } from './start-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
/** Milliseconds: to load everything on a busy machine. */
export const LOADED_WITHIN = 30_000;

/** `npm start` with tokens. */
export interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Waits until something is printed. */
  said(text: string): Promise<void>;
  /** Its exit code, and what it had printed. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** A stand-in Slack and a data folder for each test, and a way to start the program on them; all of it ends with the test. */
export interface Desk {
  readonly slack: StandInSlack;
  readonly data: string;
  start(environment?: Readonly<Record<string, string>>): Started;
}

/** To be called once a file: what it hands back is made anew for each test. */
export function desk(): () => Desk {
  let slack: StandInSlack;
  let data: string;
  let all: Started[];
  beforeEach(async () => {
    slack = await startSlack({ patience: { retryAfterMs: [0, 0, 0] } });
    data = mkdtempSync(join(tmpdir(), 'gyokaku-process-'));
    all = [];
  });
  afterEach(async () => {
    for (const { child, ended } of all) {
      child.kill('SIGKILL');
      await ended;
    }
    await slack.stop();
    rmSync(data, { recursive: true });
  });
  const start = (environment: Readonly<Record<string, string>> = {}): Started => {
    const started = startOn(slack, data, environment);
    all.push(started);
    return started;
  };
  return () => ({ slack, data, start });
}

function startOn(slack: StandInSlack, data: string, environment: Readonly<Record<string, string>>): Started {
  const child = spawn(process.execPath, START_ARGUMENTS, {
    cwd: ROOT,
    env: {
      PATH: '/usr/bin:/bin',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_APP_TOKEN: slack.appToken,
      SLACK_API_URL: slack.apiUrl,
      GYOKAKU_DATA: data,
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const waiting = new Waiting();
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      waiting.changed();
    });
  const ended = once(child, 'close').then(([code]) => ({ code: typeof code === 'number' ? code : null, output }));
  return {
    child,
    output: () => output,
    said: (text) => waiting.until(() => output.includes(text) || undefined, text, LOADED_WITHIN).then(() => undefined),
    ended,
  };
}
