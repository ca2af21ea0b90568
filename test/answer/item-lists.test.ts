import { describe, expect, it } from 'vitest';
import { ask } from './support.ts';

describe('a list of items', () => {
  it.each(['全項目の一覧', '34項目の一覧を見せて', 'list all items'])('%s is one of all', (question) => {
    const { table, text } = ask(question);
    expect(table?.rows).toHaveLength(34);
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(text).toMatch(/33.*34/s);
  });

  it.each(['×の項目の担当課は？', 'Which sections are in charge of the items that are not implemented?'])(
    '%s names the sections in charge',
    (question) => {
      const { text } = ask(question);
      expect(text).toContain('総務課');
      expect(text).toContain('公共施設マネジメント推進室');
    },
  );

  it('gives the reasons of a few, each with its place', () => {
    const { kind, text, citations } = ask('未実施の項目とその理由を教えて');
    expect(kind).toBe('answer');
    expect(text).toContain('利用状況が大きく変動している');
    expect(citations.join()).toMatch(/整理番号16.*整理番号26/s);
  });
});

describe('the year before', () => {
  it('is the very one, also where the table lacks it', () => {
    const { text } = ask('総務課の令和元年度の残業は前年と比べて増えた？');
    expect(text).toContain('平成30年度');
    expect(text).not.toContain('増加しました');
  });
});
