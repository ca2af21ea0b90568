import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OFFICE, STAFF } from '../support/slack/cast.ts';
import { type RemoteSlack, startRemoteSlack } from '../support/slack/remote.ts';
import { type Bench, median, quantile } from './figures.ts';
import { type RunningApp, startBare, startGyokaku } from './slack-apps.ts';
import { askMany, readPlainQuestions, STAFF_COUNT } from './slack-load.ts';

const MENTIONS = 2000;
/** The two apps take turns in so many rounds, so that whatever else the machine does meets both alike. */
const ROUNDS = 4;
const WARM_UP = 200;
/** Within this a heap differs from one collection to the next. MB for 2,000 mentions. */
const GROWTH = 2;

interface Side {
  readonly slack: RemoteSlack;
  readonly app: RunningApp;
}

/** Mentions of Gyokaku, and of a bare Bolt app that does the same calls, each on a stand-in in a process of its own. */
export async function measure(): Promise<Bench> {
  const questions = await readPlainQuestions();
  const data = await mkdtemp(join(tmpdir(), 'gyokaku-bench-'));
  const stops: (() => Promise<unknown>)[] = [() => rm(data, { recursive: true })];
  const side = async (start: (slack: RemoteSlack) => Promise<RunningApp>): Promise<Side> => {
    const slack = await startRemoteSlack({ moreStaff: STAFF_COUNT });
    stops.unshift(() => slack.stop());
    const app = await start(slack);
    stops.unshift(() => app.stop());
    return { slack, app };
  };
  try {
    const ours = await side((slack) => startGyokaku(slack, data));
    const { reply } = await ours.slack.asks(STAFF, OFFICE, questions[0] ?? '');
    const bare = await side((slack) => startBare(slack, { text: reply.text, blocks: reply.blocks }));
    const sides = { ours, bare };
    for (const { slack } of Object.values(sides)) await askMany(slack, questions, WARM_UP, 5);
    const run = async (atOnce: number) => {
      const times = { ours: [] as number[], bare: [] as number[] };
      for (let round = 0; round < ROUNDS; round++)
        for (const name of ['ours', 'bare'] as const)
          times[name].push(...(await askMany(sides[name].slack, questions, MENTIONS / ROUNDS, atOnce)));
      return times;
    };
    const many = await run(50);
    const memory = { ours: ours.app.residentMegabytes(), bare: bare.app.residentMegabytes() };
    const held = await ours.app.heldMegabytes();
    const few = await run(5);
    const grown = (await ours.app.heldMegabytes()) - held;
    return {
      about: [
        `${MENTIONS} mentions each, ${questions.length} different questions, ${STAFF_COUNT} people`,
        `bare: median ${median(many.bare).toFixed(1)} ms at 50 at once, ${median(few.bare).toFixed(1)} ms at 5 at once, ${memory.bare.toFixed(0)} MB`,
      ],
      facts: { mentions: MENTIONS, questions: questions.length },
      measured: [
        { name: '50 at once, p50', value: median(many.ours), unit: 'ms', limit: null },
        { name: '50 at once, p95', value: quantile(many.ours, 0.95), unit: 'ms', limit: 450 },
        { name: '50 at once, median as against bare', value: ratio(many), unit: 'times', limit: 1.5 },
        { name: '5 at once, p50', value: median(few.ours), unit: 'ms', limit: null },
        { name: '5 at once, p95', value: quantile(few.ours, 0.95), unit: 'ms', limit: 60 },
        { name: '5 at once, median as against bare', value: ratio(few), unit: 'times', limit: 1.5 },
        { name: 'memory after the first run', value: memory.ours, unit: 'MB', limit: memory.bare + 100 },
        { name: 'memory really held then', value: held, unit: 'MB', limit: null },
        { name: 'its growth over the second run', value: grown, unit: 'MB', limit: GROWTH },
      ],
    };
  } finally {
    for (const stop of stops) await stop();
  }
}

function ratio({ ours, bare }: Readonly<Record<'ours' | 'bare', readonly number[]>>): number {
  return median(ours) / median(bare);
}
