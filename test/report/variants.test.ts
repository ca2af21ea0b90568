import { describe, expect, test } from 'vitest';
import { PARTS, REAL_TEXT, read, report, SMALL } from './variant.ts';

const data = (text: string) => {
  const { lines: _lines, ...rest } = read(text);
  return rest;
};
const swap = (row: string, order: readonly number[]) => order.map((i) => row.split('\t')[i] ?? '').join('\t');
/** The items without the places of their cells. */
const items = (text: string) =>
  read(text).items.map(({ source: _source, printed: _printed, statuses, ...item }) => ({
    ...item,
    statuses: statuses.map(({ source: _cell, ...status }) => status),
  }));

describe('a small report of another town', () => {
  test('is read whole', () => {
    const small = read(SMALL);
    expect(small).toMatchObject({
      city: 'みどり町',
      year: 'FY2022',
      issued: { year: 2023, month: 7 },
      name: '令和4年度進捗状況報告書',
    });
    expect(small.tables[0]?.observations.map((o) => o.value)).toEqual([9100, 8900, 200, 9050, 9060, -10]);
    expect(small.tables[0]).toMatchObject({ unit: '千円', subjects: ['一般会計'], title: '1.1 一般会計' });
    expect(small.items.map((i) => [i.pillar, i.policy, i.statuses[0]?.status, i.owners])).toEqual([
      ['まちの力', '住民との協働', 'done', ['企画課']],
      ['まちの力', '住民との協働', 'partial', ['総務課', '生涯学習課']],
      ['ひとの力', '人材の育成', 'later', ['総務課']],
    ]);
    expect(small.lines.filter((l) => l.use === 'unknown')).toEqual([]);
    expect(small.checks.every((c) => c.verdict === 'agrees')).toBe(true);
    expect(small.warnings).toEqual([]);
  });
});

describe('the same data however the file was saved', () => {
  test.each<[string, (text: string) => string]>([
    ['CRLF', (t) => t.replaceAll('\n', '\r\n')],
    ['CR', (t) => t.replaceAll('\n', '\r')],
    ['BOM', (t) => `\ufeff${t}`],
    ['NFD', (t) => t.normalize('NFD')],
    ['blanks around cells', (t) => t.replaceAll('\t', ' \t　')],
    ['zero-width spaces', (t) => t.replaceAll('\t', '\u200b\t')],
    ['no line end', (t) => t.trimEnd()],
  ])('%s', (_, change) => {
    expect(data(change(SMALL))).toEqual(data(SMALL));
    expect(data(change(REAL_TEXT)).tables).toEqual(data(REAL_TEXT).tables);
    expect(items(change(REAL_TEXT))).toEqual(items(REAL_TEXT));
  });
  test('full-width digits in tables', () => {
    const wide = REAL_TEXT.replace(/\t[△▲ 0-9,.%—-]+(?=\t|\n)/gu, (cell) =>
      cell.replace(/[0-9,.%]/gu, (c) => String.fromCodePoint(c.charCodeAt(0) + 0xfee0)),
    );
    expect(wide).not.toBe(REAL_TEXT);
    expect(data(wide).tables).toEqual(data(REAL_TEXT).tables);
  });
});

describe('order does not matter', () => {
  test('of chapters', () => {
    const turned = read(report(PARTS.cover, PARTS.items, PARTS.results, PARTS.accounts));
    expect(turned.items.map((i) => i.pillar)).toEqual(['まちの力', 'まちの力', 'ひとの力']);
    expect(turned.tables).toHaveLength(1);
  });
  test('of columns in an account table', () => {
    const turned = PARTS.accounts.map((row) => (row.includes('\t') ? swap(row, [3, 1, 0, 2]) : row));
    const values = (parts: readonly string[]) =>
      read(report(PARTS.cover, parts, PARTS.items))
        .tables[0]?.observations.map((o) => `${o.year} ${o.measure} ${o.value}`)
        .sort();
    expect(values(turned)).toEqual(values(PARTS.accounts));
  });
  test('of columns in an item table', () => {
    const order = [0, 1, 2, 8, 3, 4, 5, 7, 6];
    const turned = PARTS.items.map((row) => (row.includes('\t') ? swap(row, order) : row));
    expect(items(report(PARTS.cover, PARTS.results, turned))).toEqual(
      items(report(PARTS.cover, PARTS.results, PARTS.items)),
    );
  });
});

describe('header words of other offices', () => {
  test.each([
    ['番号', 'No.'],
    ['番号', '整理番号'],
    ['取組名', '取組項目'],
    ['取組名', '具体的な取組'],
    ['概要', '事業概要'],
    ['概要', '取組内容'],
    ['スケジュール', '年次計画'],
    ['所管課', '担当部署'],
    ['所管課', '主管課'],
    ['進捗状況', '実施状況'],
    ['進捗状況', '取組実績'],
    ['施策', '基本施策'],
  ])('%s may be %s', (usual, other) => {
    const renamed = PARTS.items.map((row) => (row.startsWith('番号') ? row.replaceAll(usual, other) : row));
    const plain = (text: string) => items(text).map((i) => ({ ...i, statuses: i.statuses.map((s) => s.status) }));
    expect(plain(report(PARTS.cover, PARTS.results, renamed))).toEqual(
      plain(report(PARTS.cover, PARTS.results, PARTS.items)),
    );
  });
});

describe('gaps and page breaks', () => {
  const withRow = (number: string, change: (cells: string[]) => string[]) =>
    PARTS.items.map((row) => (row.startsWith(`${number}\t`) ? change(row.split('\t')).join('\t') : row));
  const item = (parts: readonly string[], number: number) =>
    read(report(PARTS.cover, PARTS.results, parts)).items.find((i) => i.number === number);

  test('a lost owner cell is not stated', () => {
    const found = item(
      withRow('2', (cells) => cells.slice(0, -1)),
      2,
    );
    expect(found).toMatchObject({ title: '町民講座', owners: null });
  });
  test('a lost policy cell shifts nothing', () => {
    const found = item(
      withRow('2', ([n = '', , ...rest]) => [n, ...rest]),
      2,
    );
    expect(found).toMatchObject({ title: '町民講座', owners: ['総務課', '生涯学習課'], policy: null });
  });
  test('a pillar split from its policy', () => {
    const found = item(
      withRow('1', ([n = '', ...rest]) => [n, 'まちの力', ...rest]),
      1,
    );
    expect(found).toMatchObject({ pillar: 'まちの力', policy: '住民との協働', title: '花いっぱい運動' });
  });
  test('an empty cell too many', () => {
    const found = item(
      withRow('3', ([n = '', ...rest]) => [n, '', ...rest]),
      3,
    );
    expect(found).toMatchObject({ title: '職員研修の充実', policy: '人材の育成', owners: ['総務課'] });
  });
  test('a header and page number repeated inside the table', () => {
    const [head = '', sub = ''] = PARTS.items.slice(4, 6);
    const broken = [
      ...PARTS.items.slice(0, 7),
      '',
      '- 12 -',
      '',
      '3. 実施計画の進捗状況',
      '',
      head,
      sub,
      ...PARTS.items.slice(7),
    ];
    expect(items(report(PARTS.cover, PARTS.results, broken))).toEqual(
      items(report(PARTS.cover, PARTS.results, PARTS.items)),
    );
  });
  test('an account table goes on after a page break, with its account', () => {
    const table = [
      '1.2 特別会計',
      '',
      '会計名\t年度\t歳入\t歳出',
      '国保 会計\t令和2年度\t10\t9',
      '',
      '3',
      '',
      '会計名\t年度\t歳入\t歳出',
      '\t令和3年度\t11\t8',
      '介護会計※\t令和2年度\t5\t—',
      '令和3年度\t6\t4',
      '',
      '※ 新設',
      '',
    ];
    const [found] = read(report(PARTS.cover, ['1. 財政', ''], table, PARTS.items)).tables;
    expect(found?.observations.map((o) => [o.subject, o.year, o.value])).toEqual([
      ['国保会計', 'FY2020', 10],
      ['国保会計', 'FY2020', 9],
      ['国保会計', 'FY2021', 11],
      ['国保会計', 'FY2021', 8],
      ['介護会計', 'FY2020', 5],
      ['介護会計', 'FY2020', null],
      ['介護会計', 'FY2021', 6],
      ['介護会計', 'FY2021', 4],
    ]);
    expect(found?.notes).toEqual(['※ 新設']);
  });
  test('years may go on without their era', () => {
    const short = PARTS.accounts.map((row) => row.replace('令和2年度', '令和元年度').replace('令和3年度', '2年度'));
    expect(read(report(PARTS.cover, short, PARTS.items)).tables[0]?.years).toEqual(['FY2019', 'FY2020']);
  });
  test('a row that is a mean of the years is left out and listed', () => {
    const more = [...PARTS.accounts.slice(0, -1), '平均\t9,075\t8,980\t95', ''];
    const found = read(report(PARTS.cover, more, PARTS.items));
    expect(found.tables[0]?.observations).toHaveLength(6);
    expect(found.warnings.map((w) => w.code)).toEqual(['row-without-year']);
    expect(found.lines.filter((l) => l.use === 'unknown')).toHaveLength(1);
  });
  test('a table of another kind is listed as not understood', () => {
    const other = ['窓口の件数', '', '窓口\t件数', '本庁\t12', '支所\t8', ''];
    const found = read(report(PARTS.cover, PARTS.accounts, other, PARTS.items));
    expect(found.tables).toHaveLength(1);
    expect(found.lines.filter((l) => l.use === 'unknown').map((l) => l.excerpt)).toEqual([
      '窓口|件数',
      '本庁|12',
      '支所|8',
    ]);
  });
});

describe('status marks', () => {
  test('a triangle of any make is a status in a status column, a minus in a number column', () => {
    const filled = report(PARTS.cover, PARTS.accounts, PARTS.items).replaceAll('\t△\t', '\t▲\t');
    const found = read(filled);
    expect(found.items[1]?.statuses[0]).toMatchObject({ status: 'partial', print: '▲' });
    expect(found.tables[0]?.observations.at(-1)?.value).toBe(-10);
  });
  test('the legend of the report has the word', () => {
    const changed = report(PARTS.cover, PARTS.items)
      .replace('「○」実施済 「△」一部実施', '「◎」実施済 「○」一部実施')
      .replace('\t○\t', '\t◎\t')
      .replace('\t△\t', '\t○\t');
    expect(read(changed).items.map((i) => i.statuses[0]?.status)).toEqual(['done', 'partial', 'later']);
  });
});

describe('tables of contents', () => {
  const entries = ['1. 財政の状況', '2. 取組の結果', '3. 実施計画の進捗状況'];
  test.each<[string, readonly string[]]>([
    ['with tabs and pages', ['目次', '', ...entries.map((title, i) => `${title}\t${i + 1}`), '']],
    ['with leaders', ['目 次', ...entries.map((title, i) => `${title}………${i + 1}`), '']],
    ['without pages', ['目次', ...entries, '']],
    ['without its own heading', [...entries.map((title, i) => `${title}\t${i + 1}`), '']],
    ['of other words', ['目次', '1. 財政\t1', '2. 結果\t2', '3. 進捗\t3', '']],
    ['of other words, without pages', ['目次', '1. 財政', '2. 結果', '3. 進捗', '']],
  ])('%s add no chapter and lose none', (_, contents) => {
    const found = read(report(PARTS.cover, contents, PARTS.accounts, PARTS.results, PARTS.items));
    expect(found.chapters).toEqual(entries);
    expect(found.tables[0]?.chapter).toBe('1. 財政の状況');
    expect(found.title).toBe('みどり町行財政改革プラン進捗状況報告書');
    expect(found.lines.filter((line) => line.use === 'unknown')).toEqual([]);
  });
});

describe('statuses without a year in their header', () => {
  const headed = (narrative: string, status: string) =>
    report(PARTS.cover, PARTS.results, PARTS.items).replace(
      '進捗状況\t進捗状況（R4年度末時点）',
      `${narrative}\t${status}`,
    );
  test.each([
    ['進捗状況', '評価', 'FY2022'],
    ['取組実績', '今年度の評価', 'FY2022'],
    ['取組実績', '前年度の評価', 'FY2021'],
    ['実施状況', '達成状況', 'FY2022'],
  ])('%s and %s', (narrative, status, year) => {
    const found = read(headed(narrative, status));
    expect(found.items.map((i) => i.statuses.map((s) => [s.year, s.status]))).toEqual([
      [[year, 'done']],
      [[year, 'partial']],
      [[year, 'later']],
    ]);
    expect(found.items[0]?.narrative).toBe('花壇を五か所に設けた。');
  });
});

describe('columns and pages', () => {
  test('a column of running text that the form does not know joins the narrative, a word does not', () => {
    const more = (text: string) =>
      PARTS.items.map((row) => {
        if (!row.includes('\t')) return row;
        return `${row}\t${row.startsWith('番号') ? '備考' : /^[0-9]/u.test(row) ? text : ''}`;
      });
    const [long] = read(report(PARTS.cover, PARTS.results, more('来年度も続ける予定である。'))).items;
    const [short] = read(report(PARTS.cover, PARTS.results, more('新規'))).items;
    expect(long?.narrative).toBe('花壇を五か所に設けた。 来年度も続ける予定である。');
    expect(short?.narrative).toBe('花壇を五か所に設けた。');
    expect(short?.printed?.other).toEqual([{ heading: '備考', text: '新規' }]);
    expect(short?.owners).toEqual(['企画課']);
  });
  test('a chapter heading with 続き is the same chapter', () => {
    const [head = ''] = PARTS.items.slice(4, 5);
    const broken = [...PARTS.items.slice(0, 7), '', '3. 実施計画の進捗状況（続き）', '', head, ...PARTS.items.slice(7)];
    expect(items(report(PARTS.cover, PARTS.results, broken))).toEqual(
      items(report(PARTS.cover, PARTS.results, PARTS.items)),
    );
    expect(read(report(PARTS.cover, broken)).chapters).toEqual(['3. 実施計画の進捗状況']);
  });
  test('a wrapped paragraph is one', () => {
    const lines = [
      '本町では、持続可能な行財政の運営を目指して、次の計画を定め',
      '27 年度から取り組み、毎年度その結果を住民に公表してきたとこ',
      'ろである。',
    ];
    const found = read(report(PARTS.cover, ['1. はじめに', '', ...lines, ''], PARTS.items));
    expect(found.text.filter((b) => b.kind === 'paragraph').map((b) => b.text)).toEqual([lines.join('')]);
  });
});

describe('without a table of results', () => {
  const chapter3 = /\n3\. 実施計画の取組実績\n[\s\S]*?\n(?=4\.実施計画)/u;
  const plan = read(REAL_TEXT.replace(chapter3, '\n')).items.filter((i) => i.kind === 'plan');
  const numbers = (pillar: string | null) => plan.filter((i) => i.pillar === pillar).map((i) => i.number);

  test('the names of the pillars come from the headings beside a known one', () => {
    expect(read(REAL_TEXT.replace(chapter3, '\n')).pillars).toHaveLength(5);
    expect(plan.find((i) => i.number === 32)?.policy).toBe('ICTや民間等の活用を通じた業務効率化や市民サービスの向上');
  });
  test('a label holds for the rows below it only when it stands at the top of its table', () => {
    expect(numbers('地域マネジメント')).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(numbers('財務マネジメント')).toEqual([23, 24, 25, 26, 27, 28, 29]);
    expect(numbers('人材マネジメント')).toEqual([19]);
    expect(numbers(null)).toContain(10);
  });
});

describe('legends of other shapes', () => {
  const line = '「○」実施済 「△」一部実施 「×」未実施 「―」次年度以降実施';
  const marked = (legend: string, marks: readonly [string, string, string]) =>
    report(PARTS.cover, PARTS.items)
      .replace(line, legend)
      .replace('\t○\t', `\t${marks[0]}\t`)
      .replace('\t△\t', `\t${marks[1]}\t`)
      .replace('\t―\t', `\t${marks[2]}\t`);
  test.each<[string, string, readonly [string, string, string]]>([
    ['letters', 'A：実施済　B：一部実施　C：未実施　D：次年度以降実施', ['A', 'B', 'D']],
    ['a line for every mark', '◎：実施済\n○：一部実施\n×：未実施\n－：次年度以降実施', ['◎', '○', '－']],
    ['a row for every mark', '●\t実施済\n◆\t一部実施\n―\t次年度以降実施', ['●', '◆', '―']],
    ['with brackets', '【凡例】 ○…実施済、▲…一部実施、✕…未実施、—…次年度以降実施', ['○', '▲', '—']],
    ['words instead of marks', '', ['実施済', '一部実施', '次年度以降']],
  ])('%s', (_, legend, marks) => {
    const found = read(marked(legend, marks));
    expect(found.items.map((i) => i.statuses[0]?.status)).toEqual(['done', 'partial', 'later']);
    expect(found.items.map((i) => i.statuses[0]?.print)).toEqual(marks);
    expect(found.text.filter((b) => b.withoutValues)).toEqual([]);
    expect(found.lines.filter((l) => l.use === 'unknown')).toEqual([]);
  });
});

test('without a year on the cover the report is about its newest statuses, not about the month of its date', () => {
  const found = read(SMALL.replace('（令和4年度）\n', ''));
  expect([found.year, found.name, found.issued]).toEqual([
    'FY2022',
    '令和4年度進捗状況報告書',
    { year: 2023, month: 7 },
  ]);
});

test('a line that groups the items below it parts no table', () => {
  expect(items(SMALL.replace('\n3\t人材', '\n（1）人を育てる\n3\t人材'))).toEqual(items(SMALL));
});
