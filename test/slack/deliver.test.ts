import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDelivery, type Delivery, METADATA_TYPE, type Outgoing } from '../../src/slack/deliver.ts';
import { dmOf, HALL, OFFICE, STAFF } from '../support/slack/cast.ts';
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
    expect(sent).toEqual({ ok: true, channel: OFFICE, ts: stored?.ts });
    expect(stored?.metadata).toMatchObject({ event_type: METADATA_TYPE, event_payload: { key: 'question-1' } });
    expect(stored?.unfurls).toEqual({ links: false, media: false });
  });

  it('whose answer is lost is found and not repeated', async () => {
    slack.faults.next('chat.postMessage', { kind: 'lost' });
    const sent = await post();
    expect(posts()).toHaveLength(1);
    expect(sent).toEqual({ ok: true, channel: OFFICE, ts: posts()[0]?.ts });
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
    expect(await post()).toMatchObject({ ok: false, code: 'http_500', mayPass: true });
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

  it('that was made by an earlier try says what is to be said now', async () => {
    const first = await post('k');
    const changed = { text: 'new', blocks: [section('new')] };
    const mark = { key: 'k', since: since(), mayBePosted: true };
    const place = { channel: OFFICE, thread: null };
    expect(await delivery.post(place, { rich: changed, plain: changed }, mark)).toEqual(first);
    expect(posts().map(({ text }) => text)).toEqual(['new']);
  });

  it('that is there and can not be changed any more counts as made', async () => {
    const first = await post('k');
    slack.faults.next('chat.update', { kind: 'refused', code: 'edit_window_closed' });
    expect(await post('k', true)).toEqual(first);
    expect(posts()).toHaveLength(1);
  });

  it.each([{ event_type: 'of another app' }, { event_payload: 'odd' }, {}])(
    'is found among messages with metadata of another shape: %j',
    async (metadata) => {
      const other = { user: 'U0OTHER', text: 'hello', metadata };
      slack.workspace.post(OFFICE, other);
      const first = await post('k');
      slack.workspace.post(OFFICE, other);
      expect(await post('k', true)).toEqual(first);
      expect(posts()).toHaveLength(1);
    },
  );

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
    expect(await post()).toMatchObject({ ok: false, code: 'rate_limited', mayPass: true });
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
    expect(sent).toMatchObject({ ok: false, code: 'not_in_channel', mayPass: false });
    expect(waited).toEqual([]);
  });

  it('ends after some tries when Slack stays away', async () => {
    slack.faults.byChance([{ fault: { kind: 'reset' }, share: 1 }]);
    expect(await post()).toMatchObject({ ok: false, code: 'no_answer', mayPass: true });
    expect(waited.length).toBeGreaterThan(3);
    expect(log.lines()).not.toContain('xoxb-');
  });
});

describe('a post to a person', () => {
  const place = { channel: STAFF, thread: null };
  const direct = () => slack.workspace.messages(dmOf(STAFF)).map(({ ts }) => ts);

  it('whose answer is lost is found in the direct message and not repeated', async () => {
    slack.faults.next('chat.postMessage', { kind: 'lost' });
    const sent = await delivery.post(place, message, { key: 'k', since: since(), mayBePosted: false });
    expect(direct()).toEqual([sent.ok && sent.ts]);
  });

  it('can be looked for, and the direct message is opened once', async () => {
    const sent = await delivery.tryPost(place, message, 'k');
    expect(await delivery.find(place, 'k', since())).toEqual({ ok: true, ts: sent.ok && sent.ts });
    expect(await delivery.find(place, 'other', since())).toEqual({ ok: true, ts: null });
    expect(direct()).toHaveLength(1);
    expect(slack.calls('conversations.open')).toBe(1);
  });

  it('is surely not there when the direct message could not be opened', async () => {
    slack.faults.next('conversations.open', { kind: 'lost' });
    expect(await delivery.tryPost(place, message, 'k')).toMatchObject({ ok: false, isUndone: true, mayPass: true });
    expect(direct()).toEqual([]);
  });
});

describe('one try', () => {
  const place = { channel: OFFICE, thread: null };

  it.each([
    ['refused', { kind: 'refused', code: 'not_in_channel' }, { isUndone: true, mayPass: false }],
    ['limited', { kind: 'ratelimited', retryAfter: 7 }, { isUndone: true, mayPass: true, retryAfter: 7 }],
    ['lost', { kind: 'lost' }, { isUndone: false, mayPass: true }],
    ['met by an error', { kind: 'error500' }, { isUndone: false, mayPass: true }],
  ] as const)('that is %s says whether it may pass and whether it was surely not done', async (_, fault, verdict) => {
    slack.faults.next('chat.postMessage', fault);
    expect(await delivery.tryPost(place, message, 'k')).toMatchObject({ ok: false, ...verdict });
    expect(waited).toEqual([]);
  });

  it('whose answer can not be read is like one without an answer', async () => {
    const odd = createDelivery({
      api: { call: async () => ({ ok: true, data: {} }) },
      wait: noWait().wait,
      log: log.log,
    });
    const verdict = { ok: false, code: 'unreadable_answer', isUndone: false, mayPass: true };
    expect(await odd.tryPost(place, message, 'k')).toMatchObject(verdict);
    expect(await odd.find(place, 'k', since())).toMatchObject(verdict);
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
    expect(await delivery.remove(OFFICE, ts)).toEqual({ ok: true, channel: OFFICE, ts });
    expect(await delivery.remove(OFFICE, ts)).toEqual({ ok: true, channel: OFFICE, ts });
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
