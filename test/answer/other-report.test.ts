import { describe, expect, test } from 'vitest';
import { askElsewhere } from './other-report.ts';

const said = (question: string): string => askElsewhere(question).text;

describe('figures of a report with other names, columns and units', () => {
  test('a name that another one contains is its own, where the two are enumerated', () => {
    expect(said('令和元年度の水道と簡易水道の純損益の合計')).toContain('83,000 + 201,000 = 284,000');
  });

  test('two figures of different accounts and units are set against each other', () => {
    const bonds = said('令和元年度の市債残高と簡易水道の市債残高はどちらが多い？');
    expect(bonds).toContain('最も多いのは令和元年度の普通会計（15,722百万円）');
    expect(bonds).toContain('15,722,000 − 6,759,000 = 8,963,000');
    expect(said('令和元年度の病院の総収益と国保の歳入の差は？')).toContain('7,085,000 − 6,248,000 = 837,000');
  });

  test('a measure without an account is that of the account with a table of its own, by whatever header', () => {
    expect(said('令和元年度の歳入は？')).toContain('普通会計の歳入総額は23,764百万円');
  });
});

describe('accounts of all tables are ranked together', () => {
  test('under whatever header and unit, and the answer says which', () => {
    const most = said('令和元年度に歳入が多い順に会計を並べて');
    expect(most).toContain('1位 普通会計（歳入総額） 23,764百万円、2位 国民健康保険特別会計 7,085百万円');
    expect(most).toContain('「1.1 普通会計」は歳入総額、「1.2 特別会計」は歳入で比べています。');
    expect(said('令和元年度に基準外繰入金が一番多い会計は？')).toContain('水道事業会計（187,000千円）');
  });

  test('a deficit is looked for in every table that has a balance', () => {
    expect(said('令和元年度に収支が一番悪い会計は？')).toContain('「1.3 公営企業会計」は純損益');
  });

  test('a kind of account that one title has stands for its table', () => {
    const sum = said('令和元年度の特別会計の歳入の合計は？');
    expect(sum).not.toContain('普通会計の歳入');
    expect(sum).toContain('合計は13,394百万円です');
  });

  test('without an account named, the other ones that have the figure are said', () => {
    expect(said('歳入はいくら？')).toMatch(/普通会計でお答えしました。ほかに国民健康保険特別会計/u);
  });
});

describe('which column is meant', () => {
  test('an article makes no difference', () => {
    for (const words of ['beyond standard', 'beyond the standard'])
      expect(said(`Water account transfers ${words} FY2019`)).toContain('187,000 thousand yen');
  });

  test('is asked back where a word that nothing knows stands beside several', () => {
    expect(askElsewhere('国保の規約外の繰入金は令和元年度いくら').choices).toEqual([
      '他会計等からの繰入金（基準内）',
      '他会計等からの繰入金（基準外）',
    ]);
  });

  test('a longer name is another column, which is offered', () => {
    expect(askElsewhere('国保の規約歳入の推移')).toMatchObject({ kind: 'abstain' });
    expect(said('国保の規約歳入の推移')).toContain('「規約歳入」の数値は報告書に記載がありません');
  });
});
