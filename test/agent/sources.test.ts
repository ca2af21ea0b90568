import { describe, expect, it } from 'vitest';
import { sourcesOf } from '../../src/agent/sources.ts';
import { checkDraft } from '../../src/answer/grounding.ts';
import { vocabulary } from '../answer/frames.ts';
import { calledFor } from '../answer/grounding/evidence.ts';
import { scope } from '../answer/support.ts';

const places = (evidence: string, draft: string, question = ''): string[] =>
  cited(evidence, draft, question).map((s) => s.place);

const cited = (evidence: string, draft: string, question = '') =>
  sourcesOf(checkDraft(draft, { called: calledFor(evidence), question, vocabulary, report: scope.report }).sources);

describe('the sources of a draft', () => {
  it('are the rows of its figures, not others whose digits it happens to hold', () => {
    const sources = cited('enterprise', '令和元年度の病院事業会計の純損益は2百万円です。');
    expect(sources).toHaveLength(1);
    const [row] = scope.figures.of('病院事業会計').filter((f) => f.measure === '純損益' && f.year === 'FY2019');
    expect(sources[0]?.line).toBe(row?.source.line);
  });

  it('are the items it names, and no other whose number is one of its figures', () => {
    expect(places('items', '整理番号19では、応募が101名あり、最終合格者は8名でした。')).toEqual([
      expect.stringContaining('整理番号19'),
    ]);
    expect(places('items', '整理番号23の担当は収納課です。')).toEqual([expect.stringContaining('整理番号23')]);
  });

  it('name a table once, however many of its figures are said', () => {
    const draft =
      '病院事業会計の純損益は、平成27年度387百万円、平成28年度411百万円、平成29年度290百万円、平成30年度143百万円です。';
    expect(places('hosp', draft)).toHaveLength(1);
  });

  it('are those of a quotation, and of what leads without a figure', () => {
    expect(places('i26', '「今年度については据え置きとした」とあります。')).toEqual([
      expect.stringContaining('整理番号26'),
    ]);
    expect(places('rank', '令和元年度に超勤時間が最も多いのは子育て支援課です。')).toHaveLength(1);
  });

  it('are none where a draft says nothing of the results', () => {
    expect(places('enterprise', 'お調べしました。')).toEqual([]);
  });
});
