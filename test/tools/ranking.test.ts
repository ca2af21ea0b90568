import { describe, expect, test } from 'vitest';
import { type RankArgs, type RankingResult, rankFigures } from '../../src/tools/ranking.ts';
import { realScope } from '../support/scope.ts';

const scope = realScope();
const LEAVE = '有給休暇取得率';
const SPECIAL = scope.figures.tables.find((t) => t.title === '1.2 特別会計')?.id ?? '';

function ranking(args: RankArgs): RankingResult {
  const result = rankFigures.run(scope, args);
  if (result.kind !== 'ranking') throw new Error(`no ranking: ${JSON.stringify(result.misses)}`);
  return result;
}
const rows = (args: RankArgs) => ranking(args).rows.map((r) => [r.rank, r.figure.subject, r.figure.print]);
const misses = (args: RankArgs) => {
  const result = rankFigures.run(scope, args);
  return result.kind === 'no-ranking' ? result.misses : [];
};

describe('a ranking', () => {
  test('has the highest n of the newest year', () => {
    expect(rows({ measure: '超勤時間', order: 'highest', count: 3 })).toEqual([
      [1, '子育て支援課', '274.5'],
      [2, '総務課', '225.8'],
      [3, '秘書広報課', '165.2'],
    ]);
    expect(ranking({ measure: '超勤時間', order: 'highest' })).toMatchObject({
      year: 'FY2019',
      measure: '超勤時間',
      of: 5,
      average: null,
      equal: [],
      table: { kind: 'ranking', top: 5 },
    });
  });
  test('has the lowest n, ranked from the lowest', () => {
    expect(rows({ measure: LEAVE, order: 'lowest', count: 2, year: 'FY2019' })).toEqual([
      [1, '生涯学習課', '11.10%'],
      [2, '財政課', '11.20%'],
    ]);
  });
  test('of another year is of that year', () => {
    expect(rows({ measure: LEAVE, order: 'highest', count: 1, year: 'FY2018' })).toEqual([
      [1, '松ヶ浦環境センター', '55.10%'],
    ]);
    expect(ranking({ measure: LEAVE, order: 'highest', year: 'FY2018' }).of).toBe(33);
  });
  test('leaves the printed average out of its rows and hands it along', () => {
    const { rows: all, average, of } = ranking({ measure: LEAVE, order: 'highest', year: 'FY2019' });
    expect([all.length, of, average?.print]).toEqual([32, 32, '23.30%']);
    expect(all.map((r) => r.figure.subject)).not.toContain('平均値');
  });
  test.each([
    [{ side: 'above', value: 165.2, inclusive: false }, ['子育て支援課', '総務課']],
    [{ side: 'above', value: 165.2, inclusive: true }, ['子育て支援課', '総務課', '秘書広報課']],
    [{ side: 'below', value: 153.8, inclusive: false }, ['政策企画課']],
    [{ side: 'below', value: 153.8, inclusive: true }, ['環境保全課', '政策企画課']],
    [{ side: 'above', value: 300, inclusive: false }, []],
  ] as const)('within a limit has those on its side: %j', (limit, expected) => {
    const result = ranking({ measure: '超勤時間', order: 'highest', year: 'FY2019', limit });
    expect(result.rows.map((r) => r.figure.subject)).toEqual(expected);
    expect(result).toMatchObject({ of: 5, unit: '時間' });
  });
  test('against an average that no row prints is no ranking', () => {
    expect(misses({ measure: '超勤時間', order: 'highest', average: 'above' })).toMatchObject([{ what: 'no-average' }]);
  });
  test('of named subjects has those alone', () => {
    expect(
      rows({ measure: LEAVE, order: 'highest', year: 'FY2019', subjects: ['財政課', '総務課', '税務課'] }),
    ).toEqual([
      [1, '税務課', '14.60%'],
      [2, '総務課', '12.20%'],
      [3, '財政課', '11.20%'],
    ]);
  });
  test('of a measure in several tables is of the table named', () => {
    const args: RankArgs = { measure: '歳入', order: 'highest', table: SPECIAL, count: 1 };
    expect(rows(args)).toEqual([[1, '国民健康保険特別会計', '7,085']]);
  });
  test('of a measure in several tables is of the one that has the subjects named', () => {
    const subjects = ['介護保険特別会計（保険勘定）', '国民健康保険特別会計'];
    expect(rows({ measure: '歳入', order: 'highest', subjects })).toEqual([
      [1, '国民健康保険特別会計', '7,085'],
      [2, '介護保険特別会計（保険勘定）', '5,551'],
    ]);
  });
  test('finds the measure by a part that only one has', () => {
    expect(ranking({ measure: '超勤', order: 'highest' }).measure).toBe('超勤時間');
  });
  test('leaves out what has no value', () => {
    expect(ranking({ measure: '資金不足比率', order: 'highest' })).toMatchObject({ rows: [], of: 0 });
  });
});

describe('equal values', () => {
  const year = 'FY2017';
  test('share a rank, and the next rank is left out', () => {
    const subjects = ['福祉課', '高齢者支援課', '税務課'];
    expect(rows({ measure: LEAVE, order: 'highest', year, subjects }).map(([rank]) => rank)).toEqual([1, 1, 3]);
  });
  test('at the cut stay together', () => {
    const last = rows({ measure: LEAVE, order: 'highest', year, count: 16 }).slice(-2);
    expect(last).toEqual([
      [16, '福祉課', '26.70%'],
      [16, '高齢者支援課', '26.70%'],
    ]);
  });
  test('are all given for their position', () => {
    expect(rows({ measure: LEAVE, order: 'highest', year, position: 16 })).toHaveLength(2);
  });
});

describe('one place of a ranking', () => {
  test('by position is the n-th', () => {
    expect(rows({ measure: '超勤時間', order: 'highest', position: 2 })).toEqual([[2, '総務課', '225.8']]);
    expect(rows({ measure: '超勤時間', order: 'lowest', position: 2 })).toEqual([[2, '環境保全課', '153.8']]);
    expect(rows({ measure: '超勤時間', order: 'highest', position: 6 })).toEqual([]);
  });
  test('by subject is its rank among all', () => {
    const result = ranking({ measure: LEAVE, order: 'highest', year: 'FY2019', of: '総務課' });
    expect(result.rows.map((r) => [r.rank, r.figure.print])).toEqual([[30, '12.20%']]);
    expect(result.of).toBe(32);
  });
  test('of a subject that is not listed is a miss with the years in which it is', () => {
    expect(misses({ measure: '超勤時間', order: 'highest', of: '税務課' })).toMatchObject([
      { what: 'not-listed', subject: '税務課', asked: ['FY2019'], years: ['FY2015', 'FY2016', 'FY2017', 'FY2018'] },
    ]);
  });
});

describe('above and below the printed average', () => {
  const all = (average: 'above' | 'below', year: 'FY2017' | 'FY2018' | 'FY2019') =>
    ranking({ measure: LEAVE, order: 'highest', year, average });
  test('are those with a strictly higher or lower value', () => {
    expect([all('above', 'FY2017'), all('above', 'FY2018'), all('above', 'FY2019')].map((r) => r.rows.length)).toEqual([
      15, 15, 19,
    ]);
    expect(all('below', 'FY2019').rows).toHaveLength(12);
  });
  test('one that equals it is in neither, and is named apart', () => {
    for (const side of ['above', 'below'] as const) {
      const { rows: kept, equal } = all(side, 'FY2019');
      expect(kept.map((r) => r.figure.subject)).not.toContain('福祉課');
      expect(equal.map((f) => [f.subject, f.print])).toEqual([['福祉課', '23.30%']]);
    }
    expect(all('above', 'FY2017').equal).toEqual([]);
  });
});

describe('the sign of a value', () => {
  const by = (sign: 'negative' | 'positive', year: 'FY2015' | 'FY2018' | 'FY2019') =>
    rows({ measure: '実質収支', table: SPECIAL, order: 'lowest', year, sign });
  test('negative keeps values below zero alone, not zero itself', () => {
    expect(by('negative', 'FY2015')).toEqual([[1, '国民健康保険特別会計', '▲ 64']]);
    expect(by('negative', 'FY2018')).toEqual([]);
    expect(by('negative', 'FY2019')).toEqual([]);
  });
  test('positive keeps values above zero, not zero itself', () => {
    expect(by('positive', 'FY2015')).toHaveLength(3);
    const loans = ranking({ measure: '基準外', table: SPECIAL, order: 'lowest', year: 'FY2015', sign: 'positive' });
    expect(loans.rows.map((r) => r.figure.print)).toEqual(['300']);
  });
});

describe('a ranking that is not there', () => {
  test('for an unknown measure says the nearest', () => {
    expect(misses({ measure: '収支', order: 'highest' })).toEqual([
      { what: 'measure', asked: '収支', nearest: ['形式収支', '実質収支', '実質単年度収支'] },
    ]);
  });
  test('for a year outside says the years of the table', () => {
    expect(misses({ measure: LEAVE, order: 'highest', year: 'FY2015' })).toMatchObject([
      { what: 'year', year: 'FY2015', years: ['FY2017', 'FY2018', 'FY2019'] },
    ]);
  });
});
