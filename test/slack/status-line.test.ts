import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SlackApi } from '../../src/slack/api.ts';
import { createStatusLine } from '../../src/slack/status-line.ts';

const PLACE = { channel: 'D1', thread: '1.0' };
let said: string[];
const api: SlackApi = {
  async call(method, args) {
    said.push(`${method.split('.')[0]} ${args?.status}`);
    return { ok: false, code: 'not_allowed', mayPass: false, isUndone: true };
  },
};

beforeEach(() => {
  said = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it('says nothing while an answer is quick', async () => {
  const line = createStatusLine(api).begin(PLACE, () => 'working');
  await vi.advanceTimersByTimeAsync(499);
  line.change();
  line.done();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(said).toEqual([]);
});

it('says what is being done when it takes longer, and takes it away in the end, whatever Slack says to it', async () => {
  let tool = 'reading';
  const line = createStatusLine(api).begin(PLACE, () => tool);
  await vi.advanceTimersByTimeAsync(500);
  tool = 'ranking';
  line.change();
  line.done();
  await vi.runAllTimersAsync();
  expect(said).toEqual(['agents processing', 'assistant reading', 'assistant ranking', 'assistant ', 'agents active']);
});

it('is left out where there is no thread', async () => {
  const line = createStatusLine(api).begin({ channel: 'C1', thread: null }, () => 'working');
  await vi.advanceTimersByTimeAsync(1000);
  line.done();
  expect(said).toEqual([]);
});
