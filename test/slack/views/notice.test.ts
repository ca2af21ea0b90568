import { describe, expect, it } from 'vitest';
import { MAX_QUESTION } from '../../../src/answer/answer.ts';
import { helpMessage } from '../../../src/slack/views/command-help.ts';
import { noticeMessage } from '../../../src/slack/views/notice.ts';
import type { NoticeKind } from '../../../src/slack/wording.ts';
import { expectTaken, textsOf } from './support.ts';

const KINDS: readonly NoticeKind[] = [
  'too-long',
  'too-fast',
  'guest',
  'stranger',
  'unknown',
  'channel',
  'failed',
  'expired',
  'stopped',
  'window',
  'forgotten',
];

describe('a notice', () => {
  it('is said in both languages, each kind in its own words', () => {
    for (const language of ['ja', 'en'] as const) {
      const said = KINDS.map((kind) => {
        const message = noticeMessage(kind, language, { id: 'q-1' });
        expectTaken(message);
        return message.text;
      });
      expect(new Set(said).size).toBe(said.length);
    }
  });

  it('names the limit of a question', () => {
    expect(noticeMessage('too-long', 'ja').text).toContain(`${MAX_QUESTION}文字`);
    expect(noticeMessage('too-long', 'en').text).toContain(`${MAX_QUESTION} characters`);
  });

  it('gives the number under which a failure stands in the log, where there is one', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(textsOf(noticeMessage('failed', language, { id: 'q-17' }).blocks).join()).toContain('q-17');
      expect(noticeMessage('failed', language, { id: null }).text).not.toMatch(/null|undefined/u);
    }
  });
});

describe('help', () => {
  it('names the ways to ask, in both languages', () => {
    for (const language of ['ja', 'en'] as const) {
      const message = helpMessage(language);
      expectTaken(message);
      for (const way of ['/gyokaku item 23', '/gyokaku list', '/gyokaku forget', '/gyokaku help']) {
        expect(message.text).toContain(way);
        expect(textsOf(message.blocks).join()).toContain(way);
      }
    }
  });
});
