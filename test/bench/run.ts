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

const USAGE = `npm run bench -- [${Object.keys(BENCHES).join('|')}] [--json]

answers        time and memory of answers (without a name)
model          the same with a language model, which a stand-in plays
slack          time and memory of the Slack app
slack-faults   what is lost or doubled while Slack goes wrong; takes minutes
--json         prints the result as data
`;

const { name, json } = readArguments();
const load = BENCHES[name];
if (!load) leave(`There is no bench ${name}.\n${USAGE}`, 1);
const { about, facts, measured } = await (await load()).measure();

const [cpu] = cpus();
const machine = { cpu: cpu?.model ?? 'unknown', cores: cpus().length, memoryMB: Math.round(totalmem() / 1e6) };
const figures = measured.map((figure) => ({
  ...figure,
  value: Math.round(figure.value * 1000) / 1000,
  met: figure.limit === null || figure.value <= figure.limit,
}));
process.stdout.write(
  json
    ? `${JSON.stringify({ machine, node: process.version, ...facts, measured: figures }, null, 1)}\n`
    : page().join('\n'),
);
// Libraries of the model path keep timers and sockets.
process.exit();

function readArguments(): { readonly name: string; readonly json: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', short: 'h', default: false } },
      allowPositionals: true,
    });
    if (values.help) leave(USAGE, 0);
    return { name: positionals[0] ?? 'answers', json: values.json };
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, 1);
  }
}

function leave(text: string, code: 0 | 1): never {
  (code === 0 ? process.stdout : process.stderr).write(text);
  process.exit(code);
}

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
