import { describe, expect, test } from 'vitest';
import { mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon } from '../../src/answer/lexicon-index.ts';

const index = indexLexicon({
  ...mergeLexicons([]),
  words: { status: { ja: ['状況'], en: ['status'] } },
  statuses: { done: { ja: ['実施済'], en: ['done'] } },
  numbers: { 2: { ja: ['二つ'], en: ['two'] } },
  ordinals: { 2: { ja: ['二番目'], en: ['second'] } },
  stop: { ja: ['です'], en: ['the'] },
  related: [{ typed: ['ハンコ', 'hanko'], report: ['押印'] }],
  measures: [
    { names: ['繰入金'], ja: [], english: [], en: 'transfers' },
    { names: ['基準外'], ja: [], english: [], en: 'non-standard' },
  ],
  accounts: [
    { names: ['介護保険'], ja: ['介護'], english: ['care'], en: 'Care account' },
    { names: ['介護保険（保険勘定）', '保険勘定'], ja: [], english: [], en: 'Care account, insurance' },
  ],
  sections: [{ names: ['総務課'], ja: ['総務'], english: [], en: 'General Affairs' }],
});
const found = (text: string) => index.find(text).flatMap((m) => m.values);

describe('an indexed lexicon', () => {
  test('finds words, statuses, numbers and function words by their form', () => {
    expect(found('状況')).toEqual([{ type: 'word', word: 'status' }]);
    expect(found('実施済')).toEqual([{ type: 'status', status: 'done' }]);
    expect(found('二つ')).toEqual([{ type: 'number', value: 2, ordinal: false }]);
    expect(found('second')).toEqual([{ type: 'number', value: 2, ordinal: true }]);
    expect(found('です')).toEqual([{ type: 'stop' }]);
    expect([...index.stop]).toEqual(['です', 'the']);
  });
  test('tells a name from a way of speaking; every form of an account is a name', () => {
    const exact = (text: string) => [...new Set(found(text).map((v) => v.type === 'entry' && v.exact))];
    expect(exact('総務課')).toEqual([true, false]);
    expect(exact('介護')).toEqual([true]);
  });
  test('has entries by kind and by any spelling of a print', () => {
    expect(index.entries('measures').map((e) => e.names[0])).toEqual(['繰入金', '基準外']);
    expect(index.entries('items')).toEqual([]);
    expect(index.named('sections', '総 務 課').map((e) => e.en)).toEqual(['General Affairs']);
    expect(index.named('accounts', '総務課')).toEqual([]);
  });
  test('gives the search the report’s words for what people type', () => {
    expect(index.related.find('ハンコの状況').map((m) => m.values)).toEqual([[['押印']]]);
    expect(index.related.find('状況')).toEqual([]);
  });
});

describe('an English name', () => {
  test('is that of the entry of this print', () => {
    expect(index.english('sections', '総務課')).toBe('General Affairs');
    expect(index.english('sections', '財政課')).toBeNull();
  });
  test('of an account is that of the longest part of its print', () => {
    expect(index.english('accounts', '介護保険特別会計')).toBe('Care account');
    expect(index.english('accounts', '介護保険（保険勘定）')).toBe('Care account, insurance');
    expect(index.english('accounts', '水道事業会計')).toBeNull();
  });
  test('of a sub-column is put together from its parts', () => {
    expect(index.english('measures', '繰入金（基準外）')).toBe('transfers (non-standard)');
    expect(index.english('measures', '繰入金（基準内）')).toBeNull();
  });
});
