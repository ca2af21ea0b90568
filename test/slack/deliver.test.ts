import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDelivery, type Delivery, METADATA_TYPE, type Outgoing } from '../../src/slack/deliver.ts';
import { HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
import { type StandInSlack, startSlack } from '../support/slack/server.ts';
import { aLog, apiOf, noWait } from './support.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });
const message: Outgoing = {
  rich: {
    text: 'answer',
    blocks: [
      {
        type: 'data_table',
        caption: 'c',
        rows: [[{ type: 'raw_text', text: 'a' }], [{ type: 'raw_text', text: 'b' }]],
      },
    ],
  },
  plain: { text: 'answer', blocks: [section('answer')] },
};

let slack: StandInSlack;
let delivery: Delivery;
let waited: number[];
let log: ReturnType<typeof aLog>;

beforeEach(async () => {
  slack = await startSlack();
  const waiting = noWait();
  waited = waiting.waited;
  log = aLog();
  delivery = createDelivery({ api: apiOf(slack), wait: waiting.wait, log: log.log });
});
afterEach(() => slack.stop());

const since = () => new Date(Date.now() - 1000);
const posts = () => slack.workspace.messages(OFFICE).filter((each) => each.user === slack.cast.app.botUserId);
async function post(key = 'k', mayBePosted = false) {
  return delivery.post({ channel: OFFICE, thread: null }, message, { key, since: since(), mayBePosted });
}

describe('a post', () => {
  it('carries its key, and unfurls nothing', async () => {
    const sent = await post('question-1');
    const [stored] = posts();
    expect(sent).toEqual({ ok: true, ts: stored?.ts });
    expect(stored?.metadata).toMatchObject({ event_type: METADATA_TYPE, event_payload: { key: 'question-1' } });
    expect(stored?.unfurls).toEqual({ links: false, media: false });
  });

  it('whose answer is lost is found and not repeated', async () => {
    slack.faults.next('chat.postMessage', { kind: 'lost' });
    const sent = await post();
    expect(posts()).toHaveLength(1);
    expect(sent).toEqual({ ok: true, ts: posts()[0]?.ts });
  });

  it('whose answer is lost in a thread is found there, also when it was the second try', async () => {
    const root = await slack.person(STAFF).says(OFFICE, 'question');
    slack.faults.next('chat.postMessage', { kind: 'error500' }, { kind: 'lost' });
    const place = { channel: OFFICE, thread: root.ts };
    const sent = await delivery.post(place, message, { key: 'k', since: since(), mayBePosted: false });
    expect(slack.workspace.replies(OFFICE, root.ts).map(({ ts }) => ts)).toEqual([sent.ok && sent.ts]);
  });

  it('whose answer is lost is not repeated while it cannot be looked for', async () => {
    slack.faults.next('chat.postMessage', { kind: 'lost' });
    slack.faults.byChance([{ fault: { kind: 'error500' }, share: 1, methods: ['conversations.history'] }]);
    expect(await post()).toEqual({ ok: false, code: 'http_500', mayPass: true });
    expect(posts()).toHaveLength(1);
  });

  it('that may never be looked for is rather made twice than not at all', async () => {
    slack.grants.take('channels:history', 'groups:history', 'im:history');
    slack.faults.next('chat.postMessage', { kind: 'error500' });
    expect((await post()).ok).toBe(true);
    expect(posts()).toHaveLength(1);
  });

  it('is looked for first when an earlier try may have got through', async () => {
    const first = await post('k');
    expect(await post('k', true)).toEqual(first);
    expect(posts()).toHaveLength(1);
    await post('other', true);
    expect(posts()).toHaveLength(2);
  });

  it('waits as long as Slack asks, and is then made once', async () => {
    slack.faults.next(
      'chat.postMessage',
      { kind: 'ratelimited', retryAfter: 7 },
      { kind: 'ratelimited', retryAfter: 2 },
    );
    expect((await post()).ok).toBe(true);
    expect(waited).toEqual([7000, 2000]);
    expect(posts()).toHaveLength(1);
    expect(slack.calls('conversations.history')).toBe(0);
  });

  it('does not wait longer than a person would', async () => {
    slack.faults.next('chat.postMessage', { kind: 'ratelimited', retryAfter: 3600 });
    expect(await post()).toEqual({ ok: false, code: 'rate_limited', mayPass: true });
  });

  it('goes out as plain sections where a kind of block is refused', async () => {
    slack.refusedBlocks.add('data_table');
    expect((await post()).ok).toBe(true);
    expect(posts()[0]?.blocks?.map(({ type }) => type)).toEqual(['section']);
    expect(posts()[0]?.text).toBe('answer');
  });

  it('that Slack refuses for good gives back why, at once', async () => {
    const sent = await delivery.post({ channel: HALL, thread: null }, message, {
      key: 'k',
      since: since(),
      mayBePosted: false,
    });
    expect(sent).toEqual({ ok: false, code: 'not_in_channel', mayPass: false });
    expect(waited).toEqual([]);
  });

  it('ends after some tries when Slack stays away', async () => {
    slack.faults.byChance([{ fault: { kind: 'reset' }, share: 1 }]);
    expect(await post()).toEqual({ ok: false, code: 'no_answer', mayPass: true });
    expect(waited.length).toBeGreaterThan(3);
    expect(log.lines()).not.toContain('xoxb-');
  });
});

describe('an update', () => {
  it('exchanges text and blocks, in plain sections where need be', async () => {
    const sent = await post();
    slack.refusedBlocks.add('data_table');
    const updated = { rich: { ...message.rich, text: 'new' }, plain: { text: 'new', blocks: [section('new')] } };
    expect(await delivery.update(OFFICE, sent.ok ? sent.ts : '', updated)).toEqual(sent);
    expect(posts()[0]).toMatchObject({ text: 'new', blocks: [{ type: 'section' }] });
  });
});

describe('a removal', () => {
  it('of what is gone already is done', async () => {
    const sent = await post();
    const ts = sent.ok ? sent.ts : '';
    expect(await delivery.remove(OFFICE, ts)).toEqual({ ok: true, ts });
    expect(await delivery.remove(OFFICE, ts)).toEqual({ ok: true, ts });
    expect(posts()).toEqual([]);
  });
});

describe('a whisper', () => {
  it('is seen by one person', async () => {
    expect((await delivery.whisper({ channel: OFFICE, thread: null }, STAFF, message.plain)).ok).toBe(true);
    expect(slack.workspace.whispers(STAFF)).toHaveLength(1);
    expect(posts()).toEqual([]);
  });
});
