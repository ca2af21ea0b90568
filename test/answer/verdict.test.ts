import { describe, expect, test } from 'vitest';
import { ask } from './support.ts';

describe('what the question states of a figure', () => {
  test.each([
    ['水道会計の純損益、R1は1億円を超えてましたよね？', 'いいえ。令和元年度の水道事業会計の純損益は83百万円'],
    ['令和元年度の水道の純損益は8千万円を超えた？', 'はい。令和元年度の水道事業会計の純損益は83百万円'],
    ['令和元年度の総務課の超勤は200時間以上だった？', 'はい。令和元年度の総務課の超勤時間は225.8時間'],
    ['令和元年度の普通会計の歳入は200億円でしたよね？', 'いいえ。令和元年度の普通会計の歳入は23,764百万円'],
    [
      '総務課は令和元年度の残業が一番多いですよね？',
      'いいえ。令和元年度の総務課の超勤時間は225.8時間で、多い方から2位',
    ],
    ['子育て支援課がR1の残業トップですよね？', 'はい。令和元年度の子育て支援課'],
    ['R2の×って5件でしたっけ？', 'いいえ。'],
    ['R2の×って2件でしたっけ？', 'はい。'],
    ['34項目のうち実施済みは21項目ですよね？', 'はい。'],
    ['病院は令和元年度赤字でしたよね？', 'いいえ。'],
    ["The ordinary account's bonds fell in FY2019, didn't they?", 'No. '],
    ['国保の実質収支はずっと黒字ですか', 'いいえ。'],
    ['Has the national health insurance real balance always been positive?', 'No. '],
    ['普通会計の実質単年度収支は2年連続で赤字ですか', 'はい。'],
    ['国保の実質収支は4年連続で黒字ですか', 'はい。'],
    ['普通会計の実質収支って5年間ずっと下がってる？', 'はい。'],
    ['実施済み項目は10件増えましたか', 'いいえ。'],
    ['普通会計の歳入は2,000百万円増えましたか', 'いいえ。'],
    ['平成27年度の国保の実質収支は64百万円の黒字ですか', 'いいえ。'],
    ['R1の人材マネジメントの実施済みは28.5%以下ですか', 'はい。'],
    ['地方債現在高は平成30年度と比べて令和元年度は少ないですか', 'いいえ。'],
    ['水道の総収益は平成30年度が最高ですか', 'はい。'],
    ['項目13は前年度より後退した？', 'いいえ。'],
    ['普通会計の歳入は増えていますか？', 'はい。普通会計の歳入は、'],
    ['Was the hospital in the red in FY2018?', 'No. Net profit or loss'],
    ['全体の実施済はもう7割を超えてる？', 'いいえ。令和2年度末の計画全体は'],
    ['下水道の基準外の繰入は5年間ずっとゼロでしたよね？', 'いいえ。'],
    ['普通会計の歳入、令和元年度は5年間で一番多いですか？', 'はい。普通会計の歳入が最も多いのは令和元年度'],
    ['Total overtime hours went down in FY2020 compared with FY2019, right?', 'No. From 29,671 hours'],
    ["The ordinary account's revenue rose in FY2019, didn't it?", 'Yes. '],
    ['歳出は歳入より多いですか', 'いいえ。'],
    ['令和元年度、普通会計の歳出は歳入を上回りましたか？', 'いいえ。'],
    ['令和元年度、普通会計の歳出は歳入を下回りましたか？', 'はい。'],
    ['水道事業会計の収入は病院事業会計より多いですか？', 'いいえ。'],
    ['病院事業会計の収入は水道事業会計より多いですか？', 'はい。'],
    ['子育て支援課の残業は総務課より少ない？', 'いいえ。'],
    ['Did expenditure exceed revenue in FY2018?', 'No. '],
    ['Does the hospital account have more income than the water account?', 'Yes. '],
    ['総務課の有給取得率は平均より高いですか', 'いいえ。'],
    ["Is General Affairs' paid leave rate below average?", 'Yes. '],
    ['項目23と24はどちらも実施済みですか？', 'いいえ。'],
    ['Are items 1 and 2 both done?', 'Yes. '],
    ['Did the hospital make a profit in FY2018?', 'Yes. '],
    ['Is the hospital losing money?', 'No. '],
  ])('%s is affirmed or denied first', (question, start) => {
    expect(ask(question).text.slice(0, start.length)).toBe(start);
  });
  test.each([
    '令和元年度の水道の純損益はいくらですか？',
    '令和元年度に200時間を超えた課は？',
    '×は何件でしたっけ？',
    '普通会計の歳入が一番多い年度を教えてください',
    '水道の総収益はこの5年で減ったことがある？',
    '水道の総収益って減ったことあったよね？',
    'Has the water account’s total income ever fallen?',
    '国保の実質収支が赤字の年はありますか',
    '実質単年度収支は273百万円ですか',
    '有給取得率が3年連続で一番低いのは生涯学習課ですか',
    '介護サービス勘定は令和元年度赤字ですか',
    '水道の総収益は令和元年度に増えていないですか',
    '水道と病院、総収益はどちらが多い？',
    'Item 30 is a circle, so the project-proposal round took place, right?',
    'Is it 2018 or 2019 that had more revenue in the ordinary account?',
    '普通会計の歳入は増えましたか、減りましたか',
  ])('%s is answered without a yes or no', (question) => {
    expect(ask(question).text).not.toMatch(/^(?:はい|いいえ)/u);
  });
});

describe('in which years one figure was larger than another', () => {
  test.each([
    ['歳入が歳出を下回った年度はありますか', '普通会計の歳出が歳入を上回った年度はありません'],
    ['歳入が歳出を上回った年は？', '普通会計の歳入が歳出を上回ったのは平成27年度、'],
    ['水道事業の総収益が下水道より多い年は？', '水道事業会計の総収益が下水道事業会計を上回った年度はありません'],
    ['Which years did hospital expenses exceed revenue?', 'Total expenses of Hospital account'],
  ])('%s', (question, start) => {
    expect(ask(question).text.slice(0, start.length)).toBe(start);
  });
});
