import { describe, expect, test } from 'vitest';
import { REAL_TEXT } from '../report/variant.ts';
import { ask } from './support.ts';

const lines = REAL_TEXT.split('\n');
const text = (...questions: readonly string[]) => ask(...questions).text;

/** The line of the report to which a citation leads. */
function cited(citation: string): string {
  const line = /（原文(\d+)行目）$/u.exec(citation)?.[1];
  return lines[Number(line) - 1] ?? '';
}

describe('an answer about an item', () => {
  test('names number and title, then status in word and mark, last year’s status and who is in charge', () => {
    expect(text('項目23の状況は？')).toMatch(
      /^整理番号23「債権に関する滞納整理の一元化」の令和2年度末見込みの取組状況は、一部実施（△）です。令和元年度末は次年度以降に実施予定（―）です。担当課は収納課です。/u,
    );
    expect(text('What is the status of item 23?')).toMatch(
      /^Item 23 ".+" \(債権に関する滞納整理の一元化\): status at the end of FY2020 \(R2, expected\) is partially implemented \(△\)\. At the end of FY2019 \(R1\): planned for a later year \(―\)\. In charge: .+ \(収納課\)\./u,
    );
  });
  test('names the item once, whatever was asked first', () => {
    for (const question of [
      '項目20の事業概要は？',
      '項目20の担当課は？',
      '項目20のスケジュールは？',
      '項目20はなぜ一部実施？',
    ]) {
      expect(text(question).match(/整理番号20「戦略的な人材配置」/gu), question).toHaveLength(1);
    }
  });
  test('says yes or no where a status is asked', () => {
    expect(text('項目13の取組状況は実施済みですか？')).toMatch(/^はい。/u);
    expect(text('Is item 16 done?')).toMatch(/^No\. Item 16 /u);
  });
  test('says that an item outside the plan has no status', () => {
    expect(text('計画以外3の状況は？')).toContain('実施計画以外の取組で、取組状況の区分はありません');
    expect(text('Status of out-of-plan item 3?')).toContain('is outside the plan and has no status');
  });
  test('names the one of the same number outside the plan', () => {
    expect(text('項目3')).toContain('なお、計画以外3「');
    expect(text('実施計画の項目3')).not.toContain('計画以外3');
  });
  test('says when nobody is named in charge', () => {
    expect(text('項目14の担当課は？')).toContain('担当課は報告書に記載がありません');
  });
  test('has one line an item and a table where several are asked', () => {
    const answer = ask('11と12と14の状況');
    expect(answer.text.split('\n').map((l) => l.slice(0, 4))).toEqual(['・11「', '・12「', '・14「']);
    expect(answer.table?.rows).toHaveLength(3);
    expect(answer.citations).toHaveLength(3);
  });
});

describe('a figure', () => {
  test('is said with subject, year and unit, as printed', () => {
    expect(text('令和元年度の普通会計の歳入は？')).toBe('令和元年度の普通会計の歳入は23,764百万円です。');
    expect(text('What was the revenue of the ordinary account in FY2019?')).toMatch(
      /\(普通会計\) in FY2019 \(R1\): 23,764 million yen\.$/u,
    );
  });
  test('below zero is said in words beside its mark', () => {
    expect(text('平成30年度の普通会計の実質単年度収支は？')).toContain('△110百万円（マイナス110百万円）');
    expect(text('Real single-year balance of the ordinary account in FY2018?')).toContain(
      '−110 million yen (printed △110)',
    );
    expect(text('平成27年度の国保の実質収支は？')).toContain('▲ 64百万円（マイナス64百万円）');
  });
  test('that arithmetic contradicts is said as printed, with a note', () => {
    expect(text('介護サービス勘定の令和元年度の歳入歳出差引額は？')).toMatch(
      /^令和元年度の[^。]+は3百万円です。報告書の記載は3ですが、.*マイナス3百万円.*一致しません。/u,
    );
  });
  test('is set against the printed average', () => {
    expect(text('総務課の令和元年度の有給休暇取得率は？')).toMatch(/12\.20%です。平均値23\.30%を下回っています。/u);
    expect(text('Paid leave rate of the General Affairs Section in FY2019?')).toContain(
      'below the printed average of 23.30%',
    );
  });
  test('without a year is that of the newest, and says so; with one says nothing of it', () => {
    expect(text('普通会計の歳入は？')).toContain('最新の令和元年度');
    expect(text('Revenue of the ordinary account?')).toContain('FY2019');
    expect(text('平成27年度の普通会計の歳入は？')).not.toContain('最新');
  });
  test('of the other sign than was said is put right', () => {
    expect(text('普通会計の令和元年度の実質収支は赤字？')).toContain('プラス（黒字）');
  });
});

describe('several figures', () => {
  test('of a series say each year and the movement, and carry a table and a chart', () => {
    const answer = ask('水道事業会計の純損益の推移は？');
    expect(answer.text).toMatch(/平成27年度 139百万円、.*令和元年度 83百万円です。.*56百万円減少しました。/u);
    expect(answer.table?.rows.map((r) => r.at(-1)?.value)).toEqual([139, 116, 114, 107, 83]);
    expect(answer.chart?.points.map((p) => p.value)).toEqual([139, 116, 114, 107, 83]);
    expect(answer.chart?.unit).toBe('百万円');
  });
  test('of two years carry no table', () => {
    const answer = ask('普通会計の歳入は平成27年度から令和元年度でいくら増えた？');
    expect(answer.text).toContain('2,133百万円増加しました（23,764 − 21,631 = 2,133）');
    expect([answer.table, answer.chart]).toEqual([undefined, undefined]);
  });
  test('of a ranking are in order, with rank and a table but no chart', () => {
    const answer = ask('令和元年度の有給休暇取得率の上位3課は？');
    expect(answer.text).toMatch(/1位 松ヶ浦環境センター 47\.80%、2位 清掃事務所 47\.00%、3位 清里保育園 42\.40%/u);
    expect(answer.table?.rows).toHaveLength(3);
    expect(answer.chart).toBeUndefined();
    expect(answer.citations).toHaveLength(1);
  });
  test('of a top five say that the report lists no others', () => {
    expect(text('令和元年度の超過勤務の少ない課は？')).toContain('上位5職場だけ');
    expect(text('Rank the overtime of General Affairs in FY2019')).toMatch(/number 2 of 5|225\.8/u);
  });
  test('within a bound are counted, in the unit of the table', () => {
    expect(text('平成30年度に取得率が50%を超えた職場は？')).toMatch(
      /^平成30年度の有給休暇取得率が50%を超えるのは3件です（33件中）。\n1位 松ヶ浦環境センター 55\.10%/u,
    );
    expect(text('Sections above 200 hours of overtime in FY2019?')).toMatch(
      /^In FY2019 \(R1\), overtime hours above 200 hours: 2 of 5\./u,
    );
    expect(text('令和元年度に300時間を超えた課は？')).toContain('300時間を超えるものはありません（5件中）');
  });
  test('give no reason but what a note of the report says', () => {
    const noted = ask('平成28年度に残業が多かった理由は？');
    expect(noted.text).toContain('熊本地震への対応等が含まれる');
    expect(noted.citations.map(cited)).toContainEqual(expect.stringContaining('熊本地震'));
    expect(text('令和元年度に残業が多かった理由は？')).toContain('その理由は、報告書に記載が見当たりません');
    expect(text('Why was overtime highest in FY2019?')).toContain('does not state a reason');
  });
  test('are calculated with their formula', () => {
    expect(text('普通会計の歳出は歳入の何割？')).toContain('（23,645 ÷ 23,764 × 100 = 99.5）');
  });
});

describe('items by status', () => {
  test('are counted with share, and the year before is told', () => {
    expect(text('実施済みの項目は何件？')).toBe(
      '令和2年度末の計画全体は、実施済み（○）が21項目（61.8%）です（全34項目）。令和元年度末は、実施済み（○）が12項目（35.3%）でした。',
    );
    expect(text('How many items are done?')).toMatch(/21 implemented \(○\), 61\.8% \(of 34 items\)\./u);
  });
  test('are listed with number and title', () => {
    const answer = ask('未実施の項目は？');
    expect(answer.text).toMatch(
      /^未実施または検討中（×）の項目は2件です（全34項目、状況は令和2年度末見込み）。\n16「.+」、26「.+」$/u,
    );
    expect(answer.table?.rows.map((r) => r[0]?.value)).toEqual([16, 26]);
  });
  test('of a year that was not over are told as expected, where the report says so', () => {
    expect(text('11と12の状況')).toContain('令和2年度末見込み 一部実施（△）、令和元年度末 一部実施（△）');
    expect(text('新しく○になった項目は？')).toContain('令和元年度末から令和2年度末見込みまでに');
    expect(text('Which items are ×?')).toContain('status at the end of FY2020 (R2, expected)');
  });
  test('that changed are told with both marks', () => {
    expect(text('令和元年度から改善した項目は？')).toMatch(/状況が進んだ項目は12件です。\n3「.+」（―→○）/u);
    expect(text('後退した項目は？')).toMatch(/状況が後退した項目は(?:0件|ありません)/u);
  });
  test('of a section that has none are said to be none', () => {
    expect(text('都市計画課の担当項目は？')).toContain('都市計画課が担当の項目はありません');
  });
  test('of a section come with its figures where its state is asked', () => {
    const answer = text('清里保育園の状況は？');
    expect(answer).toContain('清里保育園が担当の項目はありません');
    expect(answer).toContain('令和元年度の清里保育園の有給休暇取得率は42.40%です');
  });
  test('of a policy that no row prints cannot be told', () => {
    const answer = ask('財政基盤の強化の項目は？');
    expect(answer.kind).toBe('abstain');
    expect(answer.text).toContain('「財政基盤の強化」は財務マネジメントの施策ですが');
    expect(cited(answer.citations[0] ?? '')).toContain('財政基盤の強化');
  });
});

/** Question, and what the cited lines must contain of it. */
const CITED: readonly (readonly [question: string, ...values: string[]])[] = [
  ['令和元年度の普通会計の歳入は？', '令和元年度', '23,764'],
  ['平成27年度の国保の実質収支は？', '平成27年度', '▲ 64'],
  ['Total revenue of the water account in FY2015?', '平成 27 年度', '1,020'],
  ['総務課の令和元年度の有給休暇取得率は？', '総務課', '12.20%'],
  ['令和元年度に超過勤務が最も多い課は？', '子育て支援課', '274.5'],
  ['項目23の状況は？', '23', '債権に関する滞納整理の一元化'],
  ['押印見直しは何件？', '5', '1,176件'],
  ['実施済みの項目は何件？', '21 (61.8%)'],
  ['人材マネジメントの実施済みの割合は？', '3 (42.9%)'],
  ['記号の意味は？', '実施済'],
];
describe('a citation', () => {
  test.each(CITED)('%s leads to the line that says so', (question, ...values) => {
    const { citations } = ask(question);
    const said = citations.map(cited).join('\n');
    expect(citations.length).toBeGreaterThan(0);
    for (const value of values) expect(said).toContain(value);
  });
  test('names the report, the chapter and the item', () => {
    expect(ask('項目23の状況は？').citations).toEqual([
      expect.stringMatching(
        /^令和2年度実施状況報告書 4\..* 整理番号23「債権に関する滞納整理の一元化」（原文\d+行目）$/u,
      ),
    ]);
  });
  test('is given at most four times', () => {
    expect(ask('項目1から20の状況').citations).toHaveLength(4);
  });
});

describe('an answer', () => {
  test('ends with at most three questions that can be asked, in its language', () => {
    for (const question of [
      '項目23の状況は？',
      'What is the status of item 23?',
      '普通会計の歳入は？',
      '何ができる？',
    ]) {
      const { followUps, language } = ask(question);
      expect(followUps.length).toBeGreaterThan(0);
      expect(followUps.length).toBeLessThanOrEqual(3);
      for (const next of followUps) expect(ask(question, next)).toMatchObject({ kind: 'answer', language });
    }
  });
  test('of very much ends with whole sentences within the limit', () => {
    const { text: said, table } = ask('項目1から34の状況と担当課とスケジュール');
    expect(said.length).toBeLessThanOrEqual(1500);
    expect(said).toMatch(/表をご覧ください。$/u);
    expect(table?.rows).toHaveLength(34);
  });
});

describe('a figure that its own row contradicts', () => {
  test.each(['介護サービス勘定の令和元年度は黒字？', '後期高齢者医療は赤字ですか'])(
    'is vouched for by no sign: %s',
    (question) => {
      const { text } = ask(question);
      expect(text).toMatch(/計算するとマイナス/u);
      expect(text).not.toMatch(/ではなく、プラス/u);
    },
  );
});

test('the largest deficit is the lowest balance, and the smallest one is no surplus', () => {
  expect(ask('国保で一番赤字の年は？').text).toMatch(/^国民健康保険特別会計の実質収支がマイナスであるのは平成27年度/u);
  expect(ask('普通会計の実質単年度収支の赤字が最も大きい年度は？').text).toMatch(/令和元年度（△273百万円/u);
  expect(ask('普通会計の実質単年度収支の赤字が最も小さい年度は？').text).toMatch(/^[^。]*平成30年度（△110百万円/u);
  expect(ask('実質収支が一番悪い年は？普通会計').text).toContain('令和元年度（78百万円）');
});

describe('those that moved most', () => {
  test('are sought among the accounts of all tables', () => {
    expect(ask('歳入が最も増えた会計は？').text).toContain(
      '最も増えたのは普通会計です（22,050→23,764、1,714百万円増加）',
    );
    expect(ask("Which account's debt fell the most since FY2015?").text).toMatch(/FY2015 .* to FY2019 .*Sewerage/u);
  });
  test('are the worse ones where more is worse', () => {
    expect(ask('残業が最も悪化した課は？').text).toContain('最も増えたのは');
    expect(ask("Which section's overtime improved most?").text).toContain('fell most');
    expect(ask('有給休暇取得率が最も悪化した課は？').text).toContain('最も下がったのは');
  });
});

describe('a comparison of a few', () => {
  test('names them, and calls none the first of all', () => {
    const { text } = ask('財政課と総務課では、令和元年度の有休取得率はどちらが低い？');
    expect(text).toMatch(/^財政課、総務課のうち、.*最も低いのは財政課（11\.20%）/u);
    expect(text).toContain('総務課 12.20%');
  });
  test('means those of the conversation', () => {
    expect(ask('財政課の有休取得率', '総務課は？', 'どちらが高い？').text).toMatch(/^財政課、総務課のうち/u);
    expect(ask('病院の令和元年度の純損益は？', '水道は？', 'どちらが多い？').text).toContain(
      '水道事業会計（83百万円）',
    );
  });
});

test('a ranking of accounts cites every table that its rows stand in', () => {
  expect(ask('歳入が多い会計の順位は？').citations).toHaveLength(2);
});

test('a claim of every year is one yes or no, with the years in which it is so', () => {
  expect(ask('子育て支援課は毎年残業トップなんですよね？').text).toMatch(
    /^いいえ。子育て支援課の超勤時間が最も多いのは令和元年度だけ（274\.5時間）です。[^。]*上位5職場に含まれていません。/u,
  );
  expect(ask('Was the Policy Planning section always top in overtime?').text).toMatch(
    /^No\. Policy Planning Section .* in FY2015 .*, FY2017 .*, FY2018 /u,
  );
});

test('a difference has the sign of its formula', () => {
  expect(ask('令和元年度の普通会計の歳出から歳入を引くと').text).toContain(
    '差は△119百万円（マイナス119百万円）です（23,645 − 23,764 = −119）',
  );
  expect(ask('令和元年度の普通会計の歳入と歳出の差は').text).toContain('差は119百万円です（23,764 − 23,645 = 119）');
});
