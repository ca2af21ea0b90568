import { describe, expect, it, test } from 'vitest';
import { assistantOver, generalLexicon } from '../eval/generated.ts';
import { read, SMALL } from '../report/variant.ts';
import { ask, calls } from './support.ts';

describe('a list of items', () => {
  it.each(['全項目の一覧', '34項目の一覧を見せて', 'list all items'])('%s is one of all', (question) => {
    const { table, text } = ask(question);
    expect(table?.rows).toHaveLength(34);
    expect(text.length).toBeLessThanOrEqual(1500);
    expect(text).toMatch(/33.*34/s);
  });

  it.each(['×の項目の担当課は？', 'Which sections are in charge of the items that are not implemented?'])(
    '%s names the sections in charge',
    (question) => {
      const { text } = ask(question);
      expect(text).toContain('総務課');
      expect(text).toContain('公共施設マネジメント推進室');
    },
  );

  it('gives the reasons of a few, each with its place', () => {
    const { kind, text, citations } = ask('未実施の項目とその理由を教えて');
    expect(kind).toBe('answer');
    expect(text).toContain('利用状況が大きく変動している');
    expect(citations.join()).toMatch(/整理番号16.*整理番号26/s);
  });
});

test('of a pillar by a name that nobody knows is refused, with the pillars that there are', () => {
  const { kind, text } = ask('Which items are done in the zebra giraffe pillar?');
  expect(kind).toBe('abstain');
  expect(text).toMatch(/zebra giraffe.*地域マネジメント/s);
});

describe('the items of a named section', () => {
  it.each([
    ['整理番号31の担当課と状況', '保険年金課の項目で終わっていないのは？', '「保険年金課」は報告書に記載がありません'],
    ['R1の普通会計、歳入から歳出を引くと？', '市民課が担当している項目は', '市民課が担当の項目は1件'],
  ])('are a question of their own after %s', (before, question, expected) => {
    expect(ask(before, question).text).toContain(expected);
  });

  it('are narrowed by a follow-up', () => {
    expect(ask('総務課の項目は？', 'そのうち未実施は？').text).toContain(
      '総務課が担当・未実施または検討中（×）の項目は1件',
    );
  });
});

describe('the year before', () => {
  it('is the very one, also where the table lacks it', () => {
    const { text } = ask('総務課の令和元年度の残業は前年と比べて増えた？');
    expect(text).toContain('平成30年度');
    expect(text).not.toContain('増加しました');
  });
});

describe('the items of a pillar, of a report that lost a row of items', () => {
  const lexicon = generalLexicon(new URL('../../corpus', import.meta.url).pathname);
  test.each([
    ['まちの力の項目は？', '体系の一部は確かではありません'],
    ['Which items does the pillar まちの力 have?', 'in doubt'],
  ])('%s is answered with the doubt', async (question, said) => {
    const lost = SMALL.split('\n').filter((line) => !line.startsWith('2\t'));
    const answer = (text: string) =>
      lexicon.then((index) => assistantOver([read(text)], index).ask(question, null).answer);
    expect((await answer(lost.join('\n'))).text).toContain(said);
    expect((await answer(SMALL)).text).not.toContain(said);
  });
});

describe('so in one year, and not so in another', () => {
  const OPEN = ['partial', 'not', 'later'];
  test.each([
    ['去年○じゃなかったのに今年度○になったのは何件？', OPEN, ['done']],
    ['R2で○なのにR1で○じゃなかったのは？', OPEN, ['done']],
    ['去年は終わってなかったけど今年終わったのは？', OPEN, ['done']],
    ['R1で○だったのにR2で○じゃなくなった項目は？', ['done'], OPEN],
    ["Is there any item that was ○ in R1 but isn't ○ anymore in R2?", ['done'], OPEN],
  ])('%s: from what to what', (question, from, to) => {
    expect(calls(ask(question))).toEqual([['status_changes', { from, to, direction: null }]]);
  });
});

describe('whether all of a set are so', () => {
  test.each([
    ['×の項目は全部総務課の担当？', 'いいえ。未実施または検討中（×）の項目は2件'],
    ['人材マネジメントの△は全部総務課？', 'はい。人材マネジメント'],
    ['総合政策課の項目は全部終わってる？', 'いいえ。総合政策課が担当の項目は8件'],
    ['教育振興課は全部○ですか', 'はい。教育振興課が担当の項目は1件'],
    ['計画の項目は全部終わりましたか', 'いいえ。令和2年度末の計画全体は'],
    ['Is every item of Financial Management done?', 'No. 7 items'],
  ])('is answered from the whole set: %s', (question, said) => {
    expect(ask(question).text).toContain(said);
  });
});

test('what is asked of an office that is in charge of nothing is asked of the items about it', () => {
  expect(ask('給食センターの担当課は？').text).toContain('教育振興課');
  expect(ask('税務課の担当は？').text).toContain('税務課が担当の項目はありません');
});

test.each([
  [
    'R1は検討でR2が「実施」の項目は？',
    {
      stageBefore: { word: '検討', year: 'FY2019', starting: false },
      stage: { word: '実施', year: 'FY2020', starting: false },
    },
  ],
  [
    'R2は実施でR1は検討の項目は？',
    {
      stageBefore: { word: '検討', year: 'FY2019', starting: false },
      stage: { word: '実施', year: 'FY2020', starting: false },
    },
  ],
  ['来年度やることは？', { stage: { year: 'FY2021', starting: false } }],
  ['令和3年度から始まるのは？', { stage: { year: 'FY2021', starting: true } }],
  ["Which item isn't scheduled to be implemented until FY2022?", { stage: { year: 'FY2022', starting: true } }],
  ['令和4年度まで実施されない項目は？', { stage: { year: 'FY2022', starting: true } }],
])('%s is asked of the schedule', (question, args) => {
  expect(calls(ask(question))).toEqual([['list_items', args]]);
});
test('a dash before a particle is a status', () => {
  expect(calls(ask('―のままの項目は？'))).toEqual([
    ['status_changes', { from: ['later'], to: ['later'], direction: 'unchanged' }],
  ]);
});

test('a list of an earlier year says what its items are now, where that is asked', () => {
  expect(ask('R1に×だった項目、今はどうなった？').text).toContain('18「人事評価制度の充実」（×→△）');
});

test.each(['給食センターいつ開く', '給食センターを長洲町と建てるといくら浮く？'])(
  'what is asked of an office that is in charge of nothing is asked of the item about it: %s',
  (question) => {
    expect(ask(question).text).toContain('令和4年9月供用開始');
  },
);
