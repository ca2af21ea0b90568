import { expect, it } from 'vitest';
import { boltApp } from './bolt-app.ts';
import { OFFICE, STAFF } from './cast.ts';
import { startRemoteSlack } from './remote.ts';

it('a stand-in in a process of its own serves an app and is told what to do', async () => {
  const slack = await startRemoteSlack({ patience: { ackWithinMs: 500, retryAfterMs: [0, 100, 500] }, seed: 7 });
  const app = boltApp(slack);
  let heard = 0;
  app.event('app_mention', async ({ event, say }) => {
    heard += 1;
    await say({ text: 'yes', thread_ts: event.ts });
  });
  await app.start();
  await slack.opened();
  const { question, reply } = await slack.asks(STAFF, OFFICE, 'first');
  expect(reply).toMatchObject({ text: 'yes', thread_ts: question.ts });
  expect(reply.storedAt).toBeGreaterThan(question.storedAt);
  await slack.goWrong([{ fault: { kind: 'lost' }, share: 1, methods: ['users.info'] }], 1);
  await slack.drop();
  const second = await slack.asks(STAFF, OFFICE, 'second');
  await slack.goWrong([], 0);
  expect(await slack.repliesTo(second.question)).not.toHaveLength(0);
  expect(await slack.calls('chat.postMessage')).toBeGreaterThanOrEqual(2);
  expect(heard).toBeGreaterThanOrEqual(2);
  expect(await slack.undelivered()).toEqual([]);
  await app.stop();
  await slack.stop();
});
