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
