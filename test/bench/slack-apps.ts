import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { RemoteSlack } from '../support/slack/remote.ts';
import { START_ARGUMENTS } from '../support/start-command.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = new URL('./live-memory.mjs', import.meta.url).href;

/** An app in a process of its own, connected to a stand-in. */
export interface RunningApp {
  /** Resident memory now, in MB: with whatever has not been collected yet. */
  residentMegabytes(): number;
  /** What it really holds, in MB: the heap after a collection. */
  heldMegabytes(): Promise<number>;
  /** Ends it without notice. */
  kill(): Promise<void>;
  /** Asks it to leave, and hands back its exit code. */
  stop(): Promise<number | null>;
}

type Address = Pick<RemoteSlack, 'apiUrl' | 'botToken' | 'appToken' | 'opened'>;

/** Gyokaku as `npm start` runs it, on a data folder. */
export function startGyokaku(slack: Address, data: string): Promise<RunningApp> {
  return start(START_ARGUMENTS, slack, {
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
    GYOKAKU_DATA: data,
    QUESTIONS_PER_MINUTE: '1000',
  });
}

/** A Bolt app that makes the same calls with one answer for everything, and keeps nothing. */
export function startBare(slack: Address, answer: object): Promise<RunningApp> {
  const { apiUrl, botToken, appToken } = slack;
  return start(['test/bench/slack-bare.ts', JSON.stringify({ apiUrl, botToken, appToken, answer })], slack, {});
}

async function start(
  args: readonly string[],
  slack: Pick<RemoteSlack, 'opened'>,
  environment: Readonly<Record<string, string>>,
): Promise<RunningApp> {
  const child = spawn(process.execPath, ['--expose-gc', `--import=${HOOK}`, ...args], {
    cwd: ROOT,
    // biome-ignore lint/style/noProcessEnv: the app is started as a user would start it.
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const hasEnded = once(child, 'exit');
  await Promise.race([slack.opened(1, START), hasEnded.then(() => Promise.reject(new Error('The app ended.')))]);
  return {
    residentMegabytes: () => residentOf(child),
    async heldMegabytes() {
      const told = once(child, 'message');
      child.kill('SIGUSR2');
      const [bytes] = await told;
      return Number(bytes) / 1e6;
    },
    async kill() {
      child.kill('SIGKILL');
      await hasEnded;
    },
    async stop() {
      child.kill('SIGTERM');
      await hasEnded;
      return child.exitCode;
    },
  };
}
/** Milliseconds that an app may take to connect. */
const START = 30_000;

function residentOf({ pid }: ChildProcess): number {
  const { stdout } = spawnSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' });
  return Number(stdout) / 1000;
}
