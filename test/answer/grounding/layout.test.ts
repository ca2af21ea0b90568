import { describe, expect, it } from 'vitest';
import { withLayoutSaid } from '../../../src/answer/grounding/layout.ts';

const said = (...lines: readonly string[]): string[] =>
  withLayoutSaid(lines.join('\n'), {
    who: (line) => line.includes('A課が'),
    what: (head) => /年度|歳入/u.test(head),
    statuses: (line) => line.match(/[○△]/gu) ?? [],
  }).split('\n');

describe('what the layout of a draft says', () => {
  it('is the same year in the next bracket, in the same line or the one below', () => {
    expect(said('・A：201（平成30年度は147）', '・B：83（同107）、C：2（同143）')).toEqual([
      '・A:201(平成30年度は147)',
      '・B:83(平成30年度107)、C:2(平成30年度143)',
    ]);
    expect(said('B：83（同107）')).toEqual(['B:83(同107)']);
  });
  it('is a rank in a column that is headed so, up to the end of the table', () => {
    expect(said('| 順位 | 課 | 時間 |', '|---|---|---|', '| 1 | A | 2 |', '1 | 2')).toEqual([
      '| 順位 | 課 | 時間 |',
      '|---|---|---|',
      '| 1位 | A | 2 |',
      '1 | 2',
    ]);
    expect(said('| 番号 | 課 |', '| 1 | A |')).toEqual(['| 番号 | 課 |', '| 1 | A |']);
  });
  it('is what the head of a column says of its figures and statuses: unit, year, measure, number of an item', () => {
    expect(said('| 会計 | 歳入（百万円） | R1年度 |', '|---|---|---|', '| A | 3 | △ |', '| B | △4 | なし |')).toEqual([
      '| 会計 | 歳入 | R1年度 |',
      '|---|---|---|',
      '| A | 歳入は3百万円 | R1年度は△ |',
      '| B | 歳入は△4百万円 | なし |',
    ]);
    expect(said('| 整理番号 | 時間（%） |', '|---|---|', '| 7 | 3 (前年度5) |')).toEqual([
      '| 整理番号 | 時間(%) |',
      '|---|---|',
      '| 整理番号7 | 3 (前年度5) |',
    ]);
  });
  it('is a superlative of each line of a list, where the sentence before it names nobody', () => {
    expect(said('最も多い課です。', '', '・A（3）', '・B（2）', '', '以上です。', '・C')).toEqual([
      'い課です。',
      '',
      '・A(3)が最も多',
      '・B(2)が最も多',
      '',
      '以上です。',
      '・C',
    ]);
    expect(said('トップの課です。', '・A（3）', '・B（2）')).toEqual([
      'の課です。',
      '・A(3)がトップ',
      '・B(2)がトップ',
    ]);
    expect(said('A課が最も多い年です。', '・3年', '・2年')[0]).toBe('A課が最も多い年です。');
    expect(said('最も多い3課です。', '・A', '・B')[1]).toBe('・A');
  });
  it('is the status of each line of a list, where the sentence before it has one and the lines have none', () => {
    expect(said('○の項目は次のとおりです。', '・17「A」', '・B：3')).toEqual([
      '○の項目は次のとおりです。',
      '・17「A」: ○',
      '・○: B:3',
    ]);
    const own = ['○の項目は次のとおりです。', '・17「A」△'];
    expect(said(...own)).toEqual(own);
    const two = ['○と△の項目は次のとおりです。', '・17「A」'];
    expect(said(...two)).toEqual(two);
    const rest = ['○のほかは次のとおりです。', '・17「A」'];
    expect(said(...rest)).toEqual(rest);
  });
});
