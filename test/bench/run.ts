import { cpus, totalmem } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './figures.ts';

/** Each measures one thing, by the name that is given on the command line; `answers` without a name. */
const BENCHES: Readonly<Record<string, () => Promise<{ measure(): Promise<Bench> }>>> = {
  answers: () => import('./answers.ts'),
  model: () => import('./model.ts'),
  slack: () => import('./slack.ts'),
  'slack-faults': () => import('./slack-faults.ts'),
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const name = positionals[0] ?? 'answers';
const load = BENCHES[name];
if (!load) throw new Error(`There is no bench ${name}, only ${Object.keys(BENCHES).join(', ')}.`);
const { about, facts, measured } = await (await load()).measure();

const [cpu] = cpus();
const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, memoryMB: Math.round(totalmem() / 1e6) };
const figures = measured.map((figure) => ({
  ...figure,
  value: Math.round(figure.value * 1000) / 1000,
  met: figure.limit === null || figure.value <= figure.limit,
}));
process.stdout.write(
  values.json
    ? `${JSON.stringify({ machine, node: process.version, ...facts, measured: figures }, null, 1)}\n`
    : page().join('\n'),
);
// Libraries of the model path keep timers and sockets.
process.exit();

function page(): string[] {
  return [
    `${machine.cpu}, ${machine.cores} cores, ${machine.memoryMB} MB · Node ${process.version}`,
    ...about,
    ...figures.map(({ name, value, unit, limit, met }) => {
      const verdict = limit === null ? '' : `  limit ${limit} ${unit}  ${met ? 'met' : 'NOT MET'}`;
      return `${name.padEnd(42)} ${value.toFixed(value < 10 && !Number.isInteger(value) ? 2 : 0).padStart(7)} ${unit}${verdict}`;
    }),
    '',
  ];
}
