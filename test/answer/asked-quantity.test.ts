import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedQuantity, states } from '../../src/answer/asked-quantity.ts';
import { vocabulary } from './frames.ts';
import { ask } from './support.ts';

const asked = (question: string, language: 'ja' | 'en' = 'ja') =>
  askedQuantity(question, vocabulary.quantities, language);

describe('a quantity asked for by a noun', () => {
  it.each([
    ['昇任試験の受験率は？', '受験率', '受験'],
    ['図書館の貸出冊数を教えて', '貸出冊数', '貸出'],
    ['市長の給料は？', '給料', ''],
    ['職員の平均年齢', '平均年齢', ''],
  ])('is found in %s', (question, name, stem) => {
    expect(asked(question)).toMatchObject({ name, stem });
  });

  it.each(['業務の効率化は進んでいますか', '複数の課が担当する項目は？', '項目23の状況は？', '資料を見せて'])(
    'is not found in %s',
    (question) => expect(asked(question)).toBeNull(),
  );

  it('is found in English by its own noun, and known in the report by its Japanese ones', () => {
    expect(asked("What is the mayor's salary?", 'en')).toMatchObject({
      name: 'salary',
      prints: ['給料', '給与', '報酬', '賃金', 'ボーナス', '賞与', '年収', '月収'],
    });
  });

  it('is the last of several', () => {
    expect(asked('寄附額と受験率は？')?.name).toBe('受験率');
  });

  it('never fails, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('ja', 'en'),
        (text, language) => void asked(text, language),
      ),
    );
  });
});

describe('a passage states it', () => {
  const rate = { name: '受験率', prints: ['受験率'], stem: '受験', want: 'percent' } as const;

  it('when it names it, or gives such a figure beside what it is a quantity of', () => {
    expect(states({ title: '', body: '受験率は前年並みであった。' }, rate)).toBe(true);
    expect(states({ title: '', body: '受験した者は８割であった。' }, rate)).toBe(true);
  });

  it('but not by another figure, or in another sentence', () => {
    expect(states({ title: '受験', body: '74名が受験した。' }, rate)).toBe(false);
    expect(states({ title: '', body: '受験を促した。達成率は8割である。' }, rate)).toBe(false);
  });
});

describe('what the report does not count', () => {
  it.each([
    '市長の給料は？',
    '待機児童は何人いますか',
    '保育士の離職率',
    '道路の舗装率',
    '空き家の件数',
    "What is the mayor's salary?",
  ])('%s is refused, with the nearest thing', (question) => {
    const { kind, text } = ask(question);
    expect(kind).toBe('abstain');
    expect(text).toMatch(/近い内容|Nearest/);
  });

  it.each(['ふるさと納税の寄附額はいくら？', '採用試験は何人が受けましたか', '給食センターの共同整備でいくら減った？'])(
    '%s is answered all the same',
    (question) => expect(ask(question).kind).toBe('answer'),
  );
});
