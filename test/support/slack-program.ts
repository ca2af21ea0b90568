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

/** `node`: the program itself, as `npm start` calls it; `npm`: by way of npm and its shell. */
export type Way = 'node' | 'npm';

/** `npm start` with tokens. */
export interface Started {
  readonly child: ChildProcess;
  /** Whether what it starts belongs to a group of processes that is named after it. */
  readonly isGroup: boolean;
  readonly output: () => string;
  /** Waits until something is printed. */
  said(text: string): Promise<void>;
  /** Its exit code and what was printed, once nothing that it started can print any more. */
  ended: Promise<{ code: number | null; output: string }>;
}

/** A stand-in Slack and a data folder for each test, and a way to start the program on them; all of it ends with the test. */
export interface Desk {
  readonly slack: StandInSlack;
  readonly data: string;
  start(environment?: Readonly<Record<string, string>>, way?: Way): Started;
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
    for (const { child, isGroup, ended } of all) {
      child.kill('SIGKILL');
      if (isGroup) killGroup(child);
      await ended;
    }
    await slack.stop();
    rmSync(data, { recursive: true });
  });
  const start = (environment: Readonly<Record<string, string>> = {}, way: Way = 'node'): Started => {
    const started = startOn(slack, data, environment, way);
    all.push(started);
    return started;
  };
  return () => ({ slack, data, start });
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // All of them have left.
  }
}

function startOn(slack: StandInSlack, data: string, environment: Readonly<Record<string, string>>, way: Way): Started {
  const isGroup = way === 'npm';
  const [command, args] = isGroup ? ['npm', ['start']] : [process.execPath, START_ARGUMENTS];
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: isGroup,
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
    isGroup,
    output: () => output,
    said: (text) => waiting.until(() => output.includes(text) || undefined, text, LOADED_WITHIN).then(() => undefined),
    ended,
  };
}
