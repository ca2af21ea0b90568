import { describe, expect, test } from 'vitest';
import { REAL_TEXT, read } from './variant.ts';

const report = read(REAL_TEXT, 'arao-r2');
const table = (title: string) => {
  const found = report.tables.find((t) => t.title.startsWith(title));
  if (!found) throw new Error(title);
  return found;
};
const figure = (title: string, subject: string, measure: string, year: string) => {
  const found = table(title).observations.find(
    (o) => o.subject === subject && o.measure === measure && o.year === year,
  );
  return found && { value: found.value, print: found.print, unit: found.unit, line: found.source.line };
};
const item = (kind: 'plan' | 'extra', number: number) => {
  const found = report.items.find((i) => i.kind === kind && i.number === number);
  if (!found) throw new Error(`${kind} ${number}`);
  return found;
};

describe('the cover of the real report', () => {
  test('names title, city, year and date', () => {
    expect(report.title).toBe('荒尾市行政経営計画（第五次荒尾市行政改革大綱）実施状況報告書');
    expect(report.name).toBe('令和2年度実施状況報告書');
    expect([report.city, report.year, report.issued]).toEqual(['荒尾市', 'FY2020', { year: 2021, month: 2 }]);
  });
  test('the table of contents adds no chapter', () => {
    expect(report.chapters).toHaveLength(5);
    expect(report.chapters[3]).toBe('4.実施計画の実施状況（令和2年度末見込み）');
  });
});

describe('figure tables of the real report', () => {
  test('have the accounts, years and measures that are printed', () => {
    const size = (title: string) => [
      table(title).subjects.length,
      table(title).years.length,
      table(title).measures.length,
    ];
    expect(size('1.1')).toEqual([1, 5, 6]);
    expect(size('1.2')).toEqual([4, 5, 6]);
    expect(size('1.3')).toEqual([3, 5, 7]);
    expect(table('1.2').subjects).toEqual([
      '国民健康保険特別会計',
      '介護保険特別会計（介護サービス勘定）',
      '介護保険特別会計（保険勘定）',
      '後期高齢者医療特別会計',
    ]);
  });
  test('name sub-columns by parent and sub, an unlabelled one by its parent', () => {
    expect(table('1.2').measures.slice(-2)).toEqual([
      '他会計等からの繰入金（基準内）',
      '他会計等からの繰入金（基準外）',
    ]);
    expect(table('1.3').measures).toContain('他会計等からの繰入金');
    expect(table('1.3').measures).toContain('他会計等からの繰入金（基準外）');
  });
  test('keep both notations of minus and the place of the cell', () => {
    expect(figure('1.1', '普通会計', '実質単年度収支', 'FY2018')).toEqual({
      value: -110,
      print: '△110',
      unit: '百万円',
      line: 42,
    });
    expect(figure('1.2', '国民健康保険特別会計', '実質収支', 'FY2015')).toEqual({
      value: -64,
      print: '▲ 64',
      unit: '百万円',
      line: 87,
    });
  });
  test('a dash is missing, never 0', () => {
    expect(figure('1.3', '水道事業会計', '資金不足比率', 'FY2019')).toMatchObject({
      value: null,
      print: '—',
      unit: null,
    });
    expect(
      figure('1.2', '介護保険特別会計（介護サービス勘定）', '他会計等からの繰入金（基準内）', 'FY2015')?.value,
    ).toBeNull();
    expect(
      figure('1.2', '介護保険特別会計（介護サービス勘定）', '他会計等からの繰入金（基準外）', 'FY2015')?.value,
    ).toBe(0);
  });
  test('the note mark of an account goes, its note stays with the table', () => {
    expect(table('1.3').subjects).toContain('下水道事業会計');
    expect(table('1.3').notes).toEqual(['※平成 27 年度までは特別会計']);
  });
  test('a caption below and a caption above find their tables', () => {
    expect(report.tables.slice(3).map((t) => t.title)).toEqual([
      '図表1 1人当たりの年間超過勤務時間が多い5職場',
      '図表2 職場ごとの有給休暇取得率の推移③(有給休暇取得率の高い順)',
    ]);
    expect(table('図表1').top).toBe(5);
    expect(table('図表2').top).toBeNull();
  });
  test('the ranking of overtime has five sections a year', () => {
    expect(table('図表1').observations).toHaveLength(25);
    expect(figure('図表1', '子育て支援課', '超勤時間', 'FY2019')).toEqual({
      value: 274.5,
      print: '274.5',
      unit: '時間',
      line: 159,
    });
  });
  test('the ranking of leave lists 33, 33 and 32 sections and an average of its own', () => {
    const { observations, subjects } = table('図表2');
    const count = (year: string) => observations.filter((o) => o.year === year && o.role === 'value').length;
    expect([count('FY2017'), count('FY2018'), count('FY2019')]).toEqual([33, 33, 32]);
    expect(observations.filter((o) => o.role === 'average').map((o) => o.print)).toEqual([
      '27.30%',
      '27.40%',
      '23.30%',
    ]);
    expect(subjects).not.toContain('平均値');
    expect(observations.some((o) => o.subject === '保健センター' && o.year === 'FY2019')).toBe(false);
  });
});

describe('the results table of the real report', () => {
  test('has five pillars, a total and both years', () => {
    expect(report.results?.pillars.map((p) => [p.pillar, p.total])).toEqual([
      ['地域マネジメント', 9],
      ['組織マネジメント', 6],
      ['人材マネジメント', 7],
      ['財務マネジメント', 7],
      ['政策マネジメント', 5],
    ]);
    expect(report.results?.total?.total).toBe(34);
    expect(report.results?.years).toEqual(['FY2019', 'FY2020']);
  });
  test('keeps two counts of a cell apart, with their share and note mark', () => {
    const [, , people] = report.results?.pillars ?? [];
    expect(people?.counts[0]).toMatchObject({ statuses: ['done'], counts: [2], noted: true, print: '2※ (28.5%)' });
    expect(people?.counts[2]).toMatchObject({
      statuses: ['not', 'later'],
      counts: [1, 2],
      share: { value: 43, print: '43.0%' },
    });
  });
});

describe('the items of the real report', () => {
  test('are 34 of the plan and 8 beside it', () => {
    expect(report.items.filter((i) => i.kind === 'plan').map((i) => i.number)).toEqual(
      Array.from({ length: 34 }, (_, i) => i + 1),
    );
    expect(report.items.filter((i) => i.kind === 'extra').map((i) => i.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });
  test('a whole row', () => {
    expect(item('plan', 3)).toMatchObject({
      title: '自治会への加入促進',
      pillar: '地域マネジメント',
      policy: '協働の更なる推進による地域の自治力の強化',
      owners: ['総務課', 'くらしいきいき課'],
      source: { line: 282, place: '整理番号3「自治会への加入促進」' },
    });
    expect(item('plan', 3).statuses.map((s) => [s.year, s.status, s.print, s.heading])).toEqual([
      ['FY2019', 'later', '―', '取組状況（R1年度末時点）'],
      ['FY2020', 'done', '○', '取組状況（R2年度末時点）'],
    ]);
    expect(item('plan', 3).schedule.map((s) => [s.year, s.print, s.stage, s.implementing])).toEqual([
      ['FY2019', '検討', '検討', false],
      ['FY2020', '順次実施', '順次実施', true],
      ['FY2021', '→', '順次実施', true],
      ['FY2022', '→', '順次実施', true],
      ['FY2023', '→', '順次実施', true],
    ]);
    expect(item('plan', 3).outline).toMatch(/^人口減少が進行する中/u);
    expect(item('plan', 3).narrative).toMatch(/^自治会長等に対する調査/u);
  });
  test('rows that slipped one cell keep title and policy, and lack their owner', () => {
    expect(item('plan', 14)).toMatchObject({
      policy: '新たなチャレンジが盛んに生まれる働きやすい組織風土の醸成',
      owners: null,
    });
    expect(item('plan', 28)).toMatchObject({
      title: '公共施設の管理に関する民間活力の導入に向けた検討',
      policy: '公共施設等の適正管理',
      owners: null,
    });
    expect(report.items.filter((i) => i.owners === null).map((i) => i.number)).toEqual([14, 28]);
  });
  test('the pillar comes from the blocks, for labels stand in the middle of their rows', () => {
    const pillars = report.items.filter((i) => i.kind === 'plan').map((i) => i.pillar);
    expect(report.pillars.map((p) => pillars.filter((q) => q === p).length)).toEqual([9, 6, 7, 7, 5]);
    expect(item('plan', 10).pillar).toBe('組織マネジメント');
    expect(item('plan', 18).pillar).toBe('人材マネジメント');
  });
  test('the policy of 19 to 27 cannot be read, for a pillar stands in its place', () => {
    const open = report.items.filter((i) => i.kind === 'plan' && i.policy === null).map((i) => i.number);
    expect(open).toEqual([19, 20, 21, 22, 23, 24, 25, 26, 27]);
  });
  test('a policy printed twice is one, pillar and policy in one cell are two', () => {
    expect(item('plan', 5).policy).toBe('効果的な広報の推進と広聴の充実によるコミュニケーションの活性化');
    expect(item('plan', 32)).toMatchObject({
      pillar: '政策マネジメント',
      policy: 'ICTや民間等の活用を通じた業務効率化や市民サービスの向上',
    });
  });
  test('the out-of-plan row without its policy cell has title, text and owner in place', () => {
    expect(item('extra', 8)).toMatchObject({
      title: '電子入札の導入',
      policy: null,
      owners: ['契約検査室'],
      schedule: [],
      statuses: [],
    });
    expect(item('extra', 8).narrative).toMatch(/^入札の公正性/u);
    expect(item('extra', 8).source.place).toBe('計画以外8「電子入札の導入」');
  });
});

describe('the text of the real report', () => {
  test('captions of pictures are marked as having no values', () => {
    expect(report.text.filter((b) => b.withoutValues).map((b) => b.text)).toEqual([
      '県下14市 財政力指数',
      '(%) 荒尾市 経常収支比率の推移',
      '県下14市 経常収支比率',
      '荒尾市 市民税徴収率の推移',
      '県下14市 市民税徴収率',
      '荒尾市 時間外勤務時間の推移',
      '職場ごとの有給休暇取得率の推移①',
      '職場ごとの有給休暇取得率の推移②',
    ]);
  });
  test('paragraphs and lists stand under their headings', () => {
    expect(report.text.filter((b) => b.kind === 'paragraph')).toHaveLength(6);
    expect(report.text.filter((b) => b.kind === 'list')).toHaveLength(10);
    expect(report.text.find((b) => b.source.line === 241)?.heading).toBe('（3）人材マネジメント');
  });
  test('both legends are read', () => {
    expect(report.legend.filter((l) => l.source.line < 272).map((l) => l.status)).toEqual([
      'done',
      'partial',
      'not',
      'later',
    ]);
    expect(report.legend.find((l) => l.print === '―')?.meaning).toBe('令和3年度以降実施');
  });
  test('every line that is not empty is accounted for', () => {
    const filled = REAL_TEXT.split('\n').filter((line) => line.trim() !== '').length;
    expect(report.lines).toHaveLength(filled);
    expect(report.lines.filter((line) => line.use === 'unknown')).toEqual([]);
  });
});

describe('cross-checks of the real report', () => {
  const off = (code: string, verdict: string) =>
    report.checks
      .filter((c) => c.code === code && c.verdict === verdict)
      .map((c) => [c.lines[0], c.printed, c.expected]);
  test('balances: rounding, and two figures without their sign', () => {
    expect(off('balance', 'rounding')).toEqual([
      [42, 392, 393],
      [87, -64, -63],
      [93, 17, 16],
      [97, 218, 219],
      [118, 139, 138],
      [121, 107, 108],
      [124 - 1, 193, 192],
      [124, 182, 181],
      [130, 290, 291],
    ]);
    expect(off('balance', 'contradicts')).toEqual([
      [96, 3, -3],
      [106, 10, -10],
    ]);
  });
  test('averages are no plain means', () => {
    expect(off('average', 'contradicts').map(([, printed, mean]) => [printed, Number(mean).toFixed(1)])).toEqual([
      [27.3, '28.0'],
      [27.4, '28.1'],
      [23.3, '25.9'],
    ]);
  });
  test('shares are forced to add up to 100', () => {
    expect([...new Set(off('share', 'rounding').map(([, printed]) => printed))].sort()).toEqual([
      11.2, 14.2, 28.5, 43, 66.6, 71.5,
    ]);
    expect(off('share', 'contradicts')).toEqual([]);
  });
  test('the counts of the results table all agree with the items', () => {
    const counts = report.checks.filter((c) => ['items', 'statuses', 'column-sum', 'row-sum'].includes(c.code));
    expect(counts.length).toBeGreaterThan(60);
    expect(counts.filter((c) => c.verdict !== 'agrees')).toEqual([]);
  });
});
