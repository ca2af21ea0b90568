import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { OFFICE } from '../support/slack/cast.ts';
import { type RemoteMessage, type RemoteSlack, startRemoteSlack } from '../support/slack/remote.ts';
import { type Bench, quantile } from './figures.ts';
import { startGyokaku } from './slack-apps.ts';
import { askOne, readPlainQuestions, STAFF_COUNT } from './slack-load.ts';

const MENTIONS = 2000;
const AT_ONCE = 10;
const KILLS = 10;
/** Milliseconds between one start of the app and its next end, at random. */
const ALIVE = { least: 1500, most: 6000 };
const DROP_EVERY = 5000;
const REDELIVERED = 0.3;
const FAULTS = [
  { fault: { kind: 'ratelimited', retryAfter: 1 }, share: 0.02 },
  { fault: { kind: 'lost' }, share: 0.02 },
] as const;
/** As Slack does, but with minutes made seconds, so that an event outlives a restart of the app within the run. */
const PATIENCE = { ackWithinMs: 3000, retryAfterMs: [0, 1000, 5000, 5000, 5000, 5000] };

/** Mentions while everything goes wrong that can. Judged by one thing: each has one reply. */
export async function measure(): Promise<Bench> {
  const questions = await readPlainQuestions();
  const data = await mkdtemp(join(tmpdir(), 'gyokaku-bench-'));
  const slack = await startRemoteSlack({ moreStaff: STAFF_COUNT, patience: PATIENCE });
  try {
    await slack.goWrong(FAULTS, REDELIVERED);
    const drops = setInterval(() => void slack.drop(), DROP_EVERY);
    const killing = killAgainAndAgain(slack, data);
    const times: number[] = [];
    const failures: string[] = [];
    let asked = 0;
    await Promise.all(
      Array.from({ length: AT_ONCE }, async () => {
        while (asked < MENTIONS || !killing.isDone()) {
          const mine = asked++;
          await askOne(slack, questions, mine).then(
            (ms) => times.push(ms),
            (error: unknown) => failures.push(String(error)),
          );
        }
      }),
    );
    clearInterval(drops);
    const app = await killing.done;
    await slack.goWrong([], 0);
    await app.stop();
    // One more life: what it still finds unanswered, or answers once more, shows below.
    await (await startGyokaku(slack, data)).stop();
    const counts = countReplies(await slack.messages(OFFICE));
    return {
      about: [
        `${asked} mentions, ${AT_ONCE} at once; ${REDELIVERED * 100} % redelivered, 2 % 429s, 2 % lost responses of all calls, a socket drop every ${DROP_EVERY / 1000} s, ${KILLS} kill -9`,
        `posts ${await slack.calls('chat.postMessage')}, searches ${await slack.calls('conversations.replies')}, connections ${await slack.calls('apps.connections.open')}`,
        ...failures.slice(0, 3),
      ],
      facts: { mentions: asked, kills: KILLS },
      measured: [
        { name: 'without a reply', value: counts.lost, unit: 'questions', limit: 0 },
        { name: 'with more than one reply', value: counts.doubled, unit: 'questions', limit: 0 },
        { name: 'from question to reply, p50', value: quantile(times, 0.5), unit: 'ms', limit: null },
        { name: 'from question to reply, p95', value: quantile(times, 0.95), unit: 'ms', limit: null },
        { name: 'from question to reply, longest', value: Math.max(...times), unit: 'ms', limit: null },
      ],
    };
  } finally {
    await slack.stop();
    await rm(data, { recursive: true });
  }
}

/** Starts the app, and ends it without notice at random moments; the last one lives on. */
function killAgainAndAgain(slack: RemoteSlack, data: string) {
  let isDone = false;
  const run = async () => {
    let app = await startGyokaku(slack, data);
    for (let kills = 0; kills < KILLS; kills++) {
      await pause(ALIVE.least + Math.random() * (ALIVE.most - ALIVE.least));
      await app.kill();
      app = await startGyokaku(slack, data);
    }
    isDone = true;
    return app;
  };
  return { done: run(), isDone: () => isDone };
}

/** Questions are the messages that begin a thread; whatever the app wrote below one is a reply. */
function countReplies(messages: readonly RemoteMessage[]): { lost: number; doubled: number } {
  const replies = new Map<string, number>();
  for (const { bot_id, ts, thread_ts } of messages) {
    if (bot_id === undefined) replies.set(ts, replies.get(ts) ?? 0);
    else if (thread_ts !== undefined) replies.set(thread_ts, (replies.get(thread_ts) ?? 0) + 1);
  }
  const counts = [...replies.values()];
  return { lost: counts.filter((count) => count === 0).length, doubled: counts.filter((count) => count > 1).length };
}
