import { describe, expect, test } from 'vitest';
import { ask, assistant, calls } from './support.ts';

/** Questions that look like another one, and what their answers must not say. */
const NOT_SAID: readonly (readonly [question: string, not: RegExp])[] = [
  ['福祉課より総務課は有給取得率が悪い？', /いいえ/u],
  ['病院事業会計は水道事業会計より赤字？', /差は/u],
  ['三年間の残業トップ3は？', /共通する/u],
  ['過去3年で残業が一番少ない課は？', /このうち最も少ない/u],
  ['総務課だけではない△の項目は？', /以外/u],
  ['×の項目は総務課ではない？', /総務課の担当以外/u],
  ['R1に○の項目はいくつでR2に△の項目は？', /から「△」になった/u],
  ['終了した項目は？', /読み込まれていない/u],
  ['R3までに終わっていない項目は？', /から実施/u],
  ['×がない柱は？', /整理番号16|以下/u],
];

describe('a question is not taken for another one', () => {
  test.each(NOT_SAID)('%s', (question, not) => {
    expect(ask(question).text).not.toMatch(not);
  });
  test('the year of two that was named is not called the one of all', () => {
    expect(ask('H29とH30で残業が一番多い課は？').text).toContain(
      'このうち最も多いのは、平成30年度の政策企画課（223.3時間）',
    );
  });
  test('the average of those is not the printed one of all', () => {
    const { turn } = assistant.ask('有給取得率の上位3課は？', null);
    expect(assistant.ask('その3課の平均は？', turn).answer.text).toContain('平均は45.7%');
  });
  test('whether it moved every year is not asked of the figure of one year', () => {
    expect(
      calls(ask('水道会計の純損益の推移は？', 'ずっと下がってる？', '令和元年度の総収益と総費用は？')).map(
        ([name]) => name,
      ),
    ).toEqual(['look_up_figures']);
  });
  test('a year set against the one before is one year', () => {
    const turns = ['税務課のH30の超勤時間は？', 'それは前年より多い？', '順位は？', '1位は？', 'その課の担当項目は？'];
    expect(ask(...turns.slice(0, 3)).text).toMatch(/^平成30年度の税務課の超勤時間は176\.6時間で、多い方から2位です/u);
    expect(ask(...turns).text).toMatch(/^政策企画課が担当の項目は/u);
  });
  test.each([
    ['人材マネジメントの実施率は全体の実施率と何ポイント違う？', /差は18\.9ポイント/u],
    ['R1の財務マネジメントの実施率は全体より低い？', /^はい。/u],
    ['総務課の実施率は全体平均より高い？', /^いいえ。/u],
    ['総務課の実施率は平均より高い？', /^いいえ。/u],
    ["Is HR management's implementation rate above the overall rate?", /^No\. .*61\.8%/u],
  ])('the share of one is set against that of the whole plan, not of the year before: %s', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
  test.each([
    ['実施率が全体平均を下回る体系を教えて', /61\.8%を下回るのは3件です（5件中）/u],
    ['△の割合が全体より高い柱は？', /23\.5%を超えるのは2件です（5件中）/u],
    ['Which pillars are below the overall completion rate?', /below 61\.8%: 3 of 5/u],
    ['実施済みが半分に満たない課は？', /50%を下回るのは5件です（11件中）/u],
    ['前年度より実施率が下がった柱はある？', /減ったものはありません（5件中）/u],
    ['△が増えた課は？', /増えたのは3件です（11件中）/u],
  ])('which groups are so is not answered of the whole plan: %s', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
  test.each([
    ['△のうち組織マネジメントが占める割合は？', /割合は37\.5%です/u],
    ['全34項目のうち総務課が担当する割合は？', /割合は35\.3%です/u],
    ['財政課の×の項目は全体の×の何割？', /割合は50\.0%です/u],
  ])('what part of all of a status one has is another share than that of its own: %s', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
  test('which have none is asked of all sections, whichever was talked about', () => {
    expect(ask('清掃事務所の有休取得率は？', '○が一つもない課は？').text).toBe(ask('○が一つもない課は？').text);
  });
  test('a part of its own is', () => {
    expect(calls(ask('組織マネジメントのうち△の割合は？'))).toEqual([['progress', { subjects: ['組織マネジメント'] }]]);
  });
  test.each([
    'H29より取得率が高い課は？',
    '平成29年度に比べて有休取得率が上がった課は？',
    'Which sections had a higher leave rate than in FY2017?',
  ])('a year that another is set against is the first: %s', (question) => {
    expect(ask(question).text).toMatch(/平成29年度から令和元年度までに上がった|rose from FY2017 \(H29\) to FY2019/u);
  });
  test('a bound that is not made use of is told', () => {
    expect(ask('H29より取得率が10ポイント以上上がった課は？').text).toContain('お答えできていない');
  });
  test.each([
    ['有休取得率が平均より低い課を下から5つ', /下回るのは12件です（32件中）/u],
    ['R1の有休取得率が30%以上の課を上から3つ', /30%以上であるのは9件です（32件中）/u],
  ])('how many there are is not how many were asked for: %s', (question, said) => {
    expect(ask(question).text).toMatch(said);
  });
  test('shares that rose are ranked by how much', () => {
    expect(ask('実施率が上がった柱は？').text).toMatch(/2位 組織マネジメント（16\.7%→50\.0%、33\.3ポイント上昇）/u);
  });
  test('which is higher is asked of two that were named one after the other, and of no pillars', () => {
    const before = [
      '令和元年度の後期高齢者医療特別会計の歳入は？',
      '財政課の担当項目は？',
      '有休取得率が平均より低い課は？',
    ];
    expect(ask(...before, '実施率が全体より高い体系は？').text).toContain('61.8%を超えるのは2件です（5件中）');
  });
  test('an "and" within a question takes up no year that was told before', () => {
    const asked = 'How many items does the Finance Section own, and how many are done?';
    expect(ask('令和元年度の普通会計の歳入は？', asked).text).toBe(ask(asked).text);
  });
  test('a new kind of change replaces the one before', () => {
    const { turn } = assistant.ask('新しく加わった項目は？', null);
    expect(calls(assistant.ask('なくなった項目は？', turn).answer)).toEqual([
      ['plan_changes', { changes: ['removed'] }],
    ]);
  });
});

describe('over several years', () => {
  test('who is in all of them comes first', () => {
    expect(ask('毎年有給取得率がトップ3の課は？').text).toMatch(/^これらの年度に共通するのは松ヶ浦環境センターです。/u);
    expect(ask('三年とも取得率３０％以上の職場は？').text).toMatch(
      /^これらの年度に共通するのは松ヶ浦環境センター、清掃事務所/u,
    );
  });
  test('who is there only once', () => {
    expect(ask('残業の上位5職場に一度だけ入った課は？').text).toContain('1つの年度にのみ該当するのは');
  });
  test('how many years in a row it fell', () => {
    expect(ask('普通会計の実質収支って何年連続で減ってるんですか').text).toContain('（4年連続）');
  });
});

describe('a section that a ranking never lists', () => {
  test.each([
    ['財政課の平成30年度の超過勤務時間は？', '財政課は平成30年度の上位5職場に含まれていない'],
    ['財政課の超過勤務時間は？', '財政課は令和元年度の上位5職場に含まれていない'],
    ['財政課の平成28年度と29年度の超過勤務時間は？', '財政課は平成28年度、平成29年度の上位5職場に含まれていない'],
    ['財政課の令和5年度の時間外勤務は？', '令和5年度の財政課の値は報告書に記載がありません'],
  ])('is missed in the year asked for: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
});

describe('names and units', () => {
  test('a part of the names of several sections is all of these', () => {
    expect(ask('企業局の有給取得率、令和元年度').text).toMatch(/企業局建設課の有給休暇取得率は33\.20%.*企業局総務課/u);
    expect(ask('推進室の有給、R1は？').text).toContain('人権啓発推進室の有給休暇取得率は25.20%');
  });
  test('what the names of all pillars end with is all of them', () => {
    expect(ask('マネジメントの実施率、R2は？').text).toMatch(/地域マネジメント[\s\S]*政策マネジメント/u);
  });
  test.each([
    ['普通会計の歳入、H27は何億円？', '円で書くと216億3,100万円です'],
    ['H30の実質単年度収支は何億円？', '△1億1,000万円（マイナス1億1,000万円）'],
    ['国保の歳入、5年分を億円で', '平成27年度 95億5,200万円'],
    ['FY2019 ordinary-account revenue in billions of yen', '23,764,000,000 yen (23.764 billion yen)'],
  ])('an amount is written out in yen where that is asked: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
  test('a surplus is said to be one where that is asked', () => {
    expect(ask('水道はR1黒字ですか').text).toContain('プラス（黒字）です');
    expect(ask('Was the water account in surplus in FY2019?').text).toContain('That is positive (a surplus).');
  });
  test('a long word is not cut into by what goes on behind it', () => {
    expect(ask('個別施設計画はいつまでに策定する予定でしょうか').text).toContain('令和2年度末に策定予定');
  });
  test('when something comes that is not done is told by its schedule', () => {
    expect(ask('総合窓口はいつから実施予定？').text).toContain('令和4年度に「実施」');
    expect(ask('未利用施設の活用はいつから？').text).toContain('令和3年度に「順次実施」');
  });
  test.each([
    [
      'R1から始まる予定で△の項目は？',
      '一部実施（△）・令和元年度から実施の項目は6件です（全34項目、状況は令和2年度末見込み）',
    ],
    ['R2に始まった項目で○のものは？', '実施済み（○）・令和2年度から実施の項目は8件です'],
    [
      'items scheduled to start in R2 that are still partial',
      '2 items (partially implemented (△); implementation from FY2020 (R2))',
    ],
  ])('a year in which something starts goes with a status: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
  test.each([
    ['R2から実施の項目で実施済みは何件？', '令和2年度から実施の項目は8件です'],
    ['令和2年度に始まった項目のうち実施済みは何件？', '令和2年度から実施の項目は8件です'],
    ['R1から始まって実施済みでない項目は？', '令和元年度から実施の項目は6件です'],
  ])('and with a count of it: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
  test('a month is not dropped: all items are no answer to what starts in it', () => {
    expect(ask('令和3年4月から始まるものは？').text).not.toContain('34件です');
  });
  test('in all is of those that are named', () => {
    expect(ask('人材マネジメントの実施済みは全部で何件、割合は？').text).toMatch(/3項目（42\.9%）です（全7項目）/u);
    expect(ask('人材マネジメントの実施済みは全部で何件、割合は？').text).not.toContain('14.3%');
  });
  test('the year of the highest value of a range is not that of the largest rise', () => {
    const asked = '平成27年度から令和元年度までで地方債現在高が一番多かった普通会計の年度は？';
    expect(ask(asked).text).toContain('最も多いのは平成27年度（15,918百万円）');
  });
  test('a search word that the name of one section ends with may mean it', () => {
    expect(ask('保育園の有給休暇取得率は？').text).toContain('清里保育園の有給休暇取得率は42.40%');
  });
  test('which accounts is asked of all that have the figure', () => {
    expect(ask('令和元年度に基準外の繰入れを受けた会計はどこ？').text).toMatch(/水道事業会計の[^。]*187百万円/u);
    expect(ask('R1で基準外繰入がゼロでない会計は？').text).toMatch(/2件です（7件中）/u);
  });
  test('the amount of a deficit asks for the lowest', () => {
    expect(ask('H27で赤字額が一番大きい会計は？').text).toContain('マイナスなのは1件です');
  });
  test('how many days more is a number of days, and no rate; what is told is not said to be missing', () => {
    const days = ask('令和2年度の年次休暇の平均は前年度より何日多い？').text;
    expect(days).toContain('0.31日増加です（9.08 − 8.77 = 0.31）');
    expect(ask('年休は何日増えた？').text).not.toContain('見当たりません');
  });
});
