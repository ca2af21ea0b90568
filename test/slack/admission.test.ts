import { describe, expect, it } from 'vitest';
import { createAdmission } from '../../src/slack/admission.ts';
import type { Person } from '../../src/slack/people.ts';
import { createRateLimit } from '../../src/slack/rate-limit.ts';
import type { Question } from '../../src/state/questions.ts';
import { Clock } from '../support/state-folder.ts';

const QUESTION: Question = {
  id: 'q1',
  key: 'C1:1',
  eventId: 'Ev1',
  surface: 'mention',
  channel: 'C1',
  user: 'U1',
  ts: '1',
  thread: '1',
  text: '項目23の状況は？',
  responseUrl: null,
  previous: null,
  receivedAt: new Date(0),
  state: 'received',
  failure: null,
  reply: null,
  turn: null,
};

function admission({
  standing = 'member',
  perMinute = 10,
  channels = null,
}: {
  standing?: Person['standing'];
  perMinute?: number;
  channels?: readonly string[] | null;
} = {}) {
  return createAdmission({
    people: { of: async () => ({ standing, language: 'en' }) },
    rateLimit: createRateLimit(perMinute, new Clock().now),
    channels,
    longest: 20,
  });
}

describe('a question', () => {
  it('of a member is answered', async () => {
    expect(await admission().refusal(QUESTION, false)).toBeNull();
  });

  it.each(['guest', 'stranger'] as const)('of a %s is not', async (standing) => {
    expect(await admission({ standing }).refusal(QUESTION, false)).toBe(standing);
  });

  it('of somebody whom Slack cannot name for the moment is answered', async () => {
    expect(await admission({ standing: 'unknown' }).refusal(QUESTION, false)).toBeNull();
  });

  it('is answered in the channels of the list, and in direct messages', async () => {
    const { refusal } = admission({ channels: ['C2'] });
    expect(await refusal(QUESTION, false)).toBe('channel');
    expect(await refusal({ ...QUESTION, channel: 'C2' }, false)).toBeNull();
    expect(await refusal({ ...QUESTION, channel: 'D1', surface: 'direct' }, false)).toBeNull();
    expect(await refusal({ ...QUESTION, channel: 'D1', surface: 'button' }, false)).toBeNull();
    expect(await refusal({ ...QUESTION, surface: 'command' }, false)).toBe('channel');
  });

  it('may be as long as the limit, and no longer', async () => {
    expect(await admission().refusal({ ...QUESTION, text: 'x'.repeat(20) }, false)).toBeNull();
    expect(await admission().refusal({ ...QUESTION, text: 'x'.repeat(21) }, false)).toBe('too-long');
  });

  it('counts once, however often its answer is tried', async () => {
    const { refusal } = admission({ perMinute: 1 });
    expect(await refusal(QUESTION, false)).toBeNull();
    expect(await refusal(QUESTION, true)).toBeNull();
    expect(await refusal(QUESTION, false)).toBe('too-fast');
  });
});
