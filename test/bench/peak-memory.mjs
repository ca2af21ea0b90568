// Preloaded into every process of a measured command: notes its highest resident memory (KB) when it ends.
import { appendFileSync } from 'node:fs';

// biome-ignore lint/style/noProcessEnv: the only way to hand a file name to a preloaded module.
const log = process.env.BENCH_PEAKS;
process.on('exit', () => {
  if (log) appendFileSync(log, `${process.resourceUsage().maxRSS}\n`);
});
