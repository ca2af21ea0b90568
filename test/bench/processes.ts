import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { median } from './figures.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const HOOK = pathToFileURL(fileURLToPath(new URL('./peak-memory.mjs', import.meta.url))).href;
const RUNS = 5;

export interface ProcessCost {
  /** Median wall time. */
  readonly ms: number;
  /** Highest resident memory of any process started, in MB. */
  readonly megabytes: number;
}

/** What a command costs from start to end. The first run fills the compile cache and is not counted. */
export function processCost(command: string, args: readonly string[]): ProcessCost {
  const run = (environment: NodeJS.ProcessEnv = {}): number => {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, {
      cwd: ROOT,
      // biome-ignore lint/style/noProcessEnv: the command is started as a user would start it.
      env: { ...process.env, ...environment },
      input: '',
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
    return performance.now() - start;
  };
  run();
  const times = Array.from({ length: RUNS }, () => run());
  const folder = mkdtempSync(join(tmpdir(), 'gyokaku-bench-'));
  try {
    const log = join(folder, 'peaks');
    run({ NODE_OPTIONS: `--import=${HOOK}`, BENCH_PEAKS: log });
    const peaks = readFileSync(log, 'utf8').trim().split('\n').map(Number);
    return { ms: median(times), megabytes: Math.max(...peaks) / 1000 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a module of this project in a fresh process and reads what it prints as JSON. */
export function inFreshProcess(module: string): unknown {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${module} ended with ${status}: ${stderr}`);
  return JSON.parse(stdout);
}
