import { describe, expect, it } from 'vitest';
import { withLayoutSaid } from '../../../src/answer/grounding/layout.ts';

const said = (...lines: readonly string[]): string[] =>
  withLayoutSaid(lines.join('\n'), (line) => line.includes('A課が')).split('\n');

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
    expect(said('A課が最も多い年です。', '・3年', '・2年')[0]).toBe('A課が最も多い年です。');
    expect(said('最も多い3課です。', '・A', '・B')[1]).toBe('・A');
  });
});
