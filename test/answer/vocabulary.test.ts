import { describe, expect, test } from 'vitest';
import { SMALL } from '../report/variant.ts';
import { meanings, vocabulary, vocabularyOf } from './frames.ts';

function said(text: string, type: string, words = vocabulary): unknown[] {
  const found = meanings(text, words).flatMap((m) => {
    if (m.type !== type) return [];
    if (m.type === 'account') return [m.subject];
    if (m.type === 'title') return [`${m.ref.kind} ${m.ref.number}`];
    if (m.type === 'caption') return [m.block.text];
    if (m.type === 'absent') return [`${m.kind} ${m.name}`];
    return 'name' in m ? [m.name] : [];
  });
  return [...new Set(found)];
}

describe('the names of the report', () => {
  test.each([
    ['国民健康保険特別会計', ['国民健康保険特別会計']],
    ['国民健康保険 特別会計', ['国民健康保険特別会計']],
    ['国保', ['国民健康保険特別会計']],
    ['後期高齢者医療', ['後期高齢者医療特別会計']],
    ['水道', ['水道事業会計']],
    ['下水道', ['下水道事業会計']],
    ['保険勘定', ['介護保険特別会計（保険勘定）']],
    ['介護サービス勘定', ['介護保険特別会計（介護サービス勘定）']],
    ['the hospital account', ['病院事業会計']],
  ])('%s is an account', (text, subjects) => {
    expect(said(text, 'account')).toEqual(subjects);
  });
  test('介護保険 may be either of its accounts', () => {
    expect(said('介護保険', 'account')).toHaveLength(2);
  });
  test.each([
    ['歳入', '歳入'],
    ['時間外勤務', '超勤時間'],
    ['有休取得率', '有給休暇取得率'],
    ['基準外', '他会計等からの繰入金（基準外）'],
    ['他会計等からの繰入金（基準内）', '他会計等からの繰入金（基準内）'],
    ['net profit', '純損益'],
    ['paid leave', '有給休暇取得率'],
  ])('%s is a measure of that column', (text, measure) => {
    expect(said(text, 'measure')).toContain(measure);
  });
  test('sections are known by name and by stem', () => {
    expect(said('企業局総務課', 'section')).toEqual(['企業局総務課']);
    expect(said('松ヶ浦環境センター', 'section')).toEqual(['松ヶ浦環境センター']);
    expect(meanings('土木')).toContainEqual({ type: 'section', name: '土木課', weak: true });
  });
  test('pillars are known by name and by what tells them apart', () => {
    expect(meanings('財務マネジメント')).toContainEqual({ type: 'pillar', name: '財務マネジメント', weak: false });
    expect(meanings('財務')).toContainEqual({ type: 'pillar', name: '財務マネジメント', weak: true });
    expect(said('Financial Management', 'pillar')).toEqual(['財務マネジメント']);
  });
  test('items are known by their title and by how people call them', () => {
    expect(said('ふるさと納税の拡充', 'title')).toEqual(['plan 24']);
    expect(said('おくやみサービス', 'title')).toEqual(['extra 3']);
    expect(said('furusato nozei', 'title')).toEqual(['plan 24']);
  });
  test('pictures without values are known by the subject of their caption', () => {
    expect(said('財政力指数', 'caption')).toEqual(['県下14市 財政力指数']);
    expect(said('経常収支比率', 'caption')).toHaveLength(2);
    expect(said('歳入', 'caption')).toEqual([]);
  });
  test('what reports may have and this one lacks is known as absent', () => {
    expect(said('職員数', 'absent')).toEqual(['measure 職員数']);
    expect(said('DX推進課', 'absent')).toHaveLength(1);
    expect(said('歳入', 'absent')).toEqual([]);
  });
  test('have English names where the lexicon gives one', () => {
    expect(vocabulary.english('sections', '総務課')).toBe('General Affairs Section');
    expect(vocabulary.english('measures', '他会計等からの繰入金（基準外）')).toMatch(/^[a-z ]+$/u);
    expect(vocabulary.english('sections', '宇宙課')).toBeNull();
  });
  test('tell whether the text of items has a word, and which sections go by a part of their name', () => {
    expect(vocabulary.mentions('クレジット カード')).toBe(true);
    expect(vocabulary.mentions('宇宙開発')).toBe(false);
    expect(vocabulary.sectionsCalled('いきいき課')).toEqual(['くらしいきいき課']);
    expect(vocabulary.sectionsCalled('総務課').length).toBeGreaterThan(1);
    expect(vocabulary.sectionsCalled('企業局')).toEqual(['企業局建設課', '企業局総務課']);
  });
});

describe('a corpus with nothing but a report', () => {
  const town = vocabularyOf(SMALL);

  test('has the names that the report itself brings', () => {
    expect(said('一般会計', 'account', town)).toEqual(['一般会計']);
    expect(said('差引額', 'measure', town)).toEqual(['差引額']);
    expect(said('花いっぱい運動', 'title', town)).toEqual(['plan 1']);
    expect(said('生涯学習課', 'section', town)).toEqual(['生涯学習課']);
    expect(said('まちの力', 'pillar', town)).toEqual(['まちの力']);
    expect(meanings('みどり町', town)).toContainEqual({ type: 'city' });
  });
  test('has the words of any city for them', () => {
    expect(said('収入', 'measure', town)).toEqual(['歳入総額']);
    expect(said('total expenditure', 'measure', town)).toEqual(['歳出総額']);
    expect(said('general affairs', 'section', town)).toEqual(['総務課']);
  });
  test('does not have the names of another city', () => {
    expect(said('松ヶ浦環境センター', 'section', town)).toEqual([]);
    expect(said('国保', 'account', town)).toEqual([]);
    expect(said('ふるさと納税の拡充', 'title', town)).toEqual([]);
  });
});
