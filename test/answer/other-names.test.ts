import { describe, expect, test } from 'vitest';
import { assistantOver, generalLexicon } from '../eval/generated.ts';
import { PARTS, read, report, row } from '../report/variant.ts';

const lexicon = await generalLexicon(new URL('../../corpus', import.meta.url).pathname);

function enterprise(...accounts: readonly string[]): string[] {
  const head = row('会計名', '年度', '経常収益', '経常費用', '純損益', '一般会計からの繰入金', '');
  const rows = accounts.flatMap((name, i) => [
    row(name, '令和2年度', `${i + 1}00`, `${i + 1}05`, '△5', '20', `${i + 1}`),
    row('', '令和3年度', `${i + 1}10`, `${i + 1}04`, '6', '30', `${i + 1}1`),
  ]);
  return ['4. 公営企業会計', '', head, row('', '', '', '', '', '', 'うち基準外'), ...rows, '（単位：千円）', ''];
}

const STAFF = [
  '5. 職員の状況',
  '',
  '（単位：人）',
  '',
  row('年度', '職員数', 'うち女性職員数', '会計年度任用職員数', '職員給与費残高'),
  row('令和2年度', '90', '31', '40', '7'),
  row('令和3年度', '88', '32', '44', '8'),
  '',
];

const EXTRA = [
  '6. 推進プラン以外の取組の状況',
  '',
  row('番号', '取組名', '実施内容', '所管課'),
  row('1', '移動役場の運行', '軽自動車の役場が地区を巡回し、証明書を交付した。', '総務課'),
  row('2', '公用車の共用', '公用車のうち二台を休日に住民へ貸し出している。', '企画課'),
  '',
];

const LEAVE = [
  '7. 休暇の状況',
  '',
  '図表1 所属ごとの年次有給休暇取得率（％）',
  '',
  row('令和2年度', '', '令和3年度', ''),
  row('所属名', '取得率', '所属名', '取得率'),
  row('総務課', '52.1', '企画課', '60.5'),
  row('企画課', '40.0', '総務課', '30.0'),
  '',
];

const asking = (...parts: readonly (readonly string[])[]) => {
  const assistant = assistantOver([read(report(PARTS.cover, ...parts, PARTS.results, PARTS.items))], lexicon);
  return (question: string) => assistant.ask(question, null).answer;
};
const ask = asking(enterprise('水道事業会計', '簡易水道事業会計', '工業用水道事業会計'), STAFF, LEAVE, EXTRA);

describe('accounts whose names hold one another', () => {
  test.each([
    ['水道事業の令和3年度の経常収益は？', '水道事業会計の経常収益は110千円'],
    ['水道会計の令和3年度の経常収益は？', '水道事業会計の経常収益は110千円'],
    ['簡易水道の令和3年度の経常収益は？', '簡易水道事業会計の経常収益は210千円'],
    ['工業用水道の令和3年度の経常収益は？', '工業用水道事業会計の経常収益は310千円'],
    ['How much was the net profit of the water account in FY2021?', 'Water Supply account (水道事業会計)'],
    ['Net profit of the small water supply in FY2021', 'Small Water Supply account (簡易水道事業会計)'],
  ])('%s', (question, said) => {
    const { kind, text } = ask(question);
    expect([kind, text]).toEqual(['answer', expect.stringContaining(said)]);
  });
  test('a name with a word before it answers where the plain one does not exist', () => {
    const only = asking(enterprise('町立水道事業会計'));
    expect(only('水道の令和3年度の経常収益は？').text).toContain('町立水道事業会計の経常収益は110千円');
  });
  test('the sum of negative figures is negative', () => {
    const { text } = ask('令和2年度の水道と簡易水道の純損益の合計は？');
    expect(text).toContain('合計は△10千円（マイナス10千円）');
    expect(ask('Sum of the net profit of 水道事業会計 and 簡易水道事業会計 in FY2020').text).toContain(
      'sum −10 thousand yen',
    );
  });
});

describe('measures by less than their header', () => {
  test.each([
    ['女性職員数の推移', '31人'],
    ['女性職員は令和3年度に何人？', '32人'],
    ['How many female staff were there in FY2021?', 'Number of female staff'],
    ['令和3年度の水道事業の基準外繰入金は？', '繰入金（うち基準外）は11千円'],
    ['会計年度任用職員は何人？', '会計年度任用職員数は44人'],
    ['How many fixed-term staff were there in FY2020?', '40 people'],
    ['令和3年度の給与費残高は？', '職員給与費残高は8'],
  ])('%s', (question, said) => {
    const { kind, text } = ask(question);
    expect([kind, text]).toEqual(['answer', expect.stringContaining(said)]);
  });
  test('a thing is not its number where no number is asked', () => {
    expect(ask('会計年度任用職員の研修は？').text).not.toContain('44');
  });
  test('a short header has the English name of its caption', () => {
    const { text } = ask('Which section had the lowest paid leave rate in FY2021?');
    expect(text).toContain('lowest paid leave take-up rate');
  });
});

describe('the words of the report', () => {
  test('name the items outside its plan', () => {
    for (const question of ['推進プラン以外の取組は何件？', '推進プラン以外の項目の一覧'])
      expect(ask(question).text).toContain('2件');
  });
  test('name its statuses, in Japanese; a meaning with a year in it holds for one column and is no name', () => {
    const legend = '「○」完了 「△」一部着手 「×」未着手 「―」令和5年度以降に着手';
    const items = PARTS.items.map((line) => (line.startsWith('「○」') ? legend : line));
    const own = assistantOver([read(report(PARTS.cover, PARTS.results, items))], lexicon);
    const text = (question: string) => own.ask(question, null).answer.text;
    expect(text('項目2の状況は？')).toContain('一部着手（△）');
    expect(text('項目3の状況は？')).toContain('次年度以降に実施予定（―）');
    expect(text('未着手の項目は？')).toContain('未着手（×）');
    expect(text('What is the status of item 2?')).toContain('partially implemented (△)');
  });
});

test('a word in katakana is not cut at what sounds like a particle', () => {
  expect(ask('人材マネジメントの項目は？').text).not.toContain('「マネジメン」');
});

test('what stands in a line that was not read is not said to be missing', () => {
  const table = ['8. 財政の指標', '', row('指標', '令和2年度', '令和3年度'), row('財政力指数', '0.42', '0.43'), ''];
  const { kind, text, citations } = asking(table)('財政力指数は？');
  expect(kind).toBe('abstain');
  expect(text).toMatch(/行目に「財政力指数」がありますが、その行は読み取れなかった/u);
  expect(text).not.toContain('記載がありません');
  expect(citations).toHaveLength(1);
});

test('what an item planned is not labelled as what it did', () => {
  const { text } = ask('学ぶ機会を増やす取組の担当課は？');
  expect(text).toContain('事業概要：「職員の力を伸ばす研修を行う。」');
  expect(text).not.toContain('取組の内容：');
});

test('a figure of a table without a unit is said to be one', () => {
  const table = enterprise('水道事業会計').filter((line) => !line.startsWith('（単位'));
  const bare = asking(table);
  expect(bare('令和3年度の水道事業の経常収益は？').text).toContain('単位は分かりません');
  expect(ask('令和3年度の水道事業の経常収益は？').text).not.toContain('単位は分かりません');
  expect(bare('What was the total income of the water account in FY2021?').text).toContain('prints no unit');
});
