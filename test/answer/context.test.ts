import { describe, expect, test } from 'vitest';
import { ask, calls } from './support.ts';

const list = (args: object) => ['list_items', args];

describe('a follow-up that points at the answer before it', () => {
  test.each([
    [['×の項目は？', '最後のやつの担当は？'], '整理番号26'],
    [['有給取得率が一番高い職場は？', 'その次は？'], '2番目'],
    [['有給取得率が一番低い課は？', '平均とどれくらい離れてる？'], '生涯学習課'],
    [['経営方針はいくつ？', '2つ目は？'], '組織マネジメントの項目は'],
    [['項目12の担当は？', 'ほかには？'], '文化企画課が担当の項目は5件'],
    [['項目16の状況は？', '同じ体系で○なのはどれ？'], '人材マネジメント・実施済み（○）の項目は3件'],
    [['Which items are × at the end of R2?', 'Who is in charge of the last one?'], 'Item 26'],
    [['Who is responsible for item 12?', 'What else do they have?'], '5 items'],
  ])('%j', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });

  test.each([
    [['一部実施の項目は？', '2番目は？', '3番目は？'], '整理番号12'],
    [['一部実施の項目は？', '2番目は？', '次は？'], '整理番号12'],
    [['一部実施の項目は？', '2番目は？', '担当は？', '最後の項目は？'], '整理番号23'],
    [['Which items are partial?', 'the second one', 'the last one'], 'Item 23'],
    [['△の項目は何件？', 'どれ？', 'そのうち財務は？', 'もっと詳しく'], '整理番号23'],
  ])('in a list, one after the other: %j', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });

  test('at the items of the pillar that came first', () => {
    expect(calls(ask('実施率が一番高い体系は？', 'その中で終わっていない項目は？'))).toEqual([
      list({ pillars: ['地域マネジメント'], statuses: ['partial', 'not', 'later'] }),
    ]);
  });

  test('at nothing, where nothing of the kind was told', () => {
    expect(ask('その次は？').kind).not.toBe('answer');
  });
});

describe('the difference that a follow-up asks for', () => {
  test.each([
    [['普通会計の令和元年度の歳入は？', '前の年は？', 'その差は？'], '1,714百万円増加'],
    [['総務課のR1の残業は？', '環境保全課は？', '差は？'], '72.0時間'],
    [['下水道の純損益は？', '水道は？', '合計は？'], '284百万円'],
    [['普通会計の歳入は？', '歳出は？', 'その差は？'], '差は119百万円'],
    [['revenue of the ordinary account?', 'and expenditure?', 'what is the difference?'], '119 million yen'],
    [['水道の総収益は？', '前年度は？', 'その差は？'], '7百万円減少'],
    [['Water account expenses in FY2019?', 'and the year before?', "what's the difference?"], '18 million yen'],
  ])('%j is that of the two just told', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });

  test('goes on with another measure', () => {
    const { text } = ask('普通会計の令和元年度の歳入は？', '前の年は？', 'その差は？', 'いや、歳出のほう');
    expect(text).toContain('1,988百万円増加');
  });
});

describe('an answer to a question back', () => {
  test.each([
    [['介護の歳入は？', '2番目'], '（保険勘定）の歳入は5,551百万円'],
    [['介護の歳入は？', '1'], '（介護サービス勘定）の歳入は14百万円'],
    [['介護の歳入は？', '前者'], '（介護サービス勘定）の歳入は14百万円'],
    [['介護の歳入は？', '2番目', '最初の方は？'], '（介護サービス勘定）の歳入は14百万円'],
    [['revenue of long-term care insurance?', 'the second one'], '5,551 million yen'],
  ])('%j chooses', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });

  test('may choose all', () => {
    const { text } = ask('介護の歳入は？', '両方');
    expect(text).toContain('14百万円');
    expect(text).toContain('5,551百万円');
  });

  test.each([['2番'], ['後者'], ['２番目の方で']])('names the one that was offered: %s', (answer) => {
    expect(ask('介護保険の歳入は？').kind).toBe('clarify');
    expect(ask('介護保険の歳入は？', answer).text).toContain('保険勘定）の歳入は');
  });
});

describe('a follow-up that stands alone', () => {
  test('asks of all sections, whichever were named before', () => {
    expect(ask('総務課と財政課、どっちが有給取れてる？', '有給休暇取得率が30%を超えた課はいくつ？').text).toContain(
      '32件中',
    );
  });
  test('leaves a section behind that has no such figure', () => {
    expect(ask('税務課の残業は？', '平成30年度の歳出は？').text).toContain('普通会計の歳出は21,657百万円');
  });
  test('leaves behind what was asked of the same item', () => {
    const { text } = ask('採用試験の応募は何人増えた？', '最終合格者は何人？');
    expect(text).toContain('最終合格者8名');
    expect(text).not.toContain('36名');
  });
});

test('which is higher, after one and then another, is asked of the two', () => {
  expect(ask('net profit of the water account?', 'the hospital?', 'Which is higher?').text).toContain('Water Supply');
});

test('the same is told in another language', () => {
  expect(ask('What is the status of item 23?', '日本語で')).toMatchObject({ language: 'ja' });
  expect(ask('項目23の状況は？', 'in English please').text).toContain('Item 23');
});

describe('the years of a follow-up', () => {
  test('are all of them where the best or worst one is asked for', () => {
    expect(ask('病院の純損益、R1は？', '一番よかったのはいつ？').text).toContain('平成28年度');
  });
  test('are the newest where the named one is missing', () => {
    expect(ask('普通会計の地方債現在高、令和2年度末は？', 'じゃあ最新は？').text).toContain('15,722百万円');
  });
});

test('a share asked for after one item is the one that its text gives', () => {
  expect(ask('ハンコのやつは何件なくなった？', '割合だと').text).toContain('88.8%');
});

test('what is still planned is quoted where that is asked', () => {
  expect(ask('項目16の状況は？', '今後はどうする？').text).toContain('人材育成基本方針');
});

describe('a follow-up that names one more', () => {
  test.each([
    [['水道事業の令和元年度の純損益は？', '病院より多い？'], '病院事業会計'],
    [['総務課の令和元年度の残業は？', '福祉課とどっちが多い？'], '福祉課'],
    [['人材マネジメントの実施率は？', '財務とどっちが高い？'], '財務マネジメント'],
  ])('is held against what was talked about: %j', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });
});

describe('a follow-up that takes something back', () => {
  test('has the year that was meant', () => {
    expect(calls(ask('総務課のR1の残業は？', 'R1じゃなくてH30'))).toEqual(calls(ask('総務課のH30の残業は？')));
  });

  test('after what was not understood, what was talked about before is still meant', () => {
    expect(calls(ask('総務課のR1の残業は？', 'ぴよぴよ', 'H30は？'))).toEqual(calls(ask('総務課のH30の残業は？')));
  });
});

describe('a follow-up about what was told', () => {
  test.each([
    [
      ['下水道の地方債は？', '平成27年度と比べてどれだけ減った？', '水道も同じ期間で減ってますか'],
      'はい。水道事業会計の地方債現在高は、平成27年度の',
    ],
    [['普通会計の実質収支が一番低いのは何年度？', 'その年の地方債は？'], '令和元年度の普通会計の地方債現在高は'],
    [
      ['普通会計の地方債が一番少なかったのは何年度？', 'R1までにいくら増えた？'],
      '平成29年度の15,100百万円から令和元年度',
    ],
    [['普通会計の実質単年度収支が赤字なのはいつから？', 'その前の年は？'], '平成29年度の普通会計の実質単年度収支は155'],
    [['下水道の純損益は？', '前の年より良くなってる？'], '54百万円増加'],
    [['体系別だと達成率が一番いいのはどれ', '逆に一番悪いのは？'], '最も低いのは人材マネジメント'],
    [['会計課の有給取得率、H30は？', 'R1は？', 'how many points lower is that?'], 'fell by 22.2 points'],
    [['総務課のR1の残業は？', '市全体の超過勤務時間は、R2は前年より増えた？'], '6,747時間増加'],
  ])('%j', (questions, expected) => {
    expect(ask(...questions).text).toContain(expected);
  });

  test.each([
    [['押印をやめた申請書は何件？', '廃止はいつから？']],
    [['職員表彰で市長賞をもらったのは何団体？', '病院は何が評価された？']],
    [['自治会の加入率は何％？', '前の年より下がってる？']],
  ])('stays in the text that it speaks of, and gives no verdict of a status: %j', (questions) => {
    const [first, then] = [ask(...questions.slice(0, 1)), ask(...questions)];
    expect(then.citations[0]).toEqual(first.citations[0]);
    expect(then.text).not.toMatch(/^(?:はい|いいえ)/u);
  });
});

test('a question that does not say of what it asks is asked back', () => {
  expect(ask('担当は？')).toMatchObject({ kind: 'clarify' });
  expect(ask('why?').text).toContain('What is it about?');
});
