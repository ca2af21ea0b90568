import { z } from 'zod';
import { boltApp } from '../support/slack/bolt-app.ts';

const Given = z.object({
  apiUrl: z.string(),
  botToken: z.string(),
  appToken: z.string(),
  answer: z.object({ text: z.string(), blocks: z.array(z.looseObject({ type: z.string() })) }),
});
const Mention = z.object({ user: z.string(), channel: z.string(), ts: z.string() });

// The least that an answering app does: the same calls as Gyokaku, one answer for everything, nothing kept.
const { answer, ...address } = Given.parse(JSON.parse(process.argv[2] ?? ''));
const app = boltApp(address);
const known = new Map<string, Promise<unknown>>();
app.event('app_mention', async ({ event, client }) => {
  const { user, channel, ts } = Mention.parse(event);
  const looked = known.get(user) ?? client.apiCall('users.info', { user, include_locale: true });
  known.set(user, looked);
  await looked;
  await client.apiCall('chat.postMessage', {
    channel,
    thread_ts: ts,
    metadata: { event_type: 'bare', event_payload: { key: ts } },
    unfurl_links: false,
    unfurl_media: false,
    ...answer,
  });
});
process.once('SIGTERM', () => void app.stop().then(() => process.exit(0)));
await app.start();
