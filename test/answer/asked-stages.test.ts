import { describe, expect, test } from 'vitest';
import { stagesAsked } from '../../src/answer/asked-stages.ts';
import { findSpans } from '../../src/answer/spans.ts';
import { vocabulary } from './frames.ts';

const asked = (question: string) => stagesAsked(findSpans(question, vocabulary), new Set());

describe('the stages that a question names', () => {
  test('with a year each, the earliest first', () => {
    expect(asked('令和2年度は実施で令和元年度は検討の項目').inYears).toEqual([
      { stage: '検討', year: 'FY2019' },
      { stage: '実施', year: 'FY2020' },
    ]);
  });

  test('without a year of their own', () => {
    expect(asked('検討と実施の項目')).toEqual({ stages: ['検討', '実施'], inYears: [], except: [] });
  });

  test('but for the one that is taken out', () => {
    expect(asked('検討の項目、実施は除いて')).toMatchObject({ stages: ['検討'], except: ['実施'] });
    expect(asked('starting 実施 (not 順次実施) in R2')).toMatchObject({ except: ['順次実施'] });
  });
});
