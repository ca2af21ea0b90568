import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findPersonalData, maskPersonalData } from '../../src/answer/personal-data.ts';
import { printNumber } from '../../src/report/notation.ts';
import { readQuestions } from '../eval/question-file.ts';
import { REAL_TEXT } from '../report/variant.ts';

const kinds = (text: string) => [...new Set(findPersonalData(text).map(({ kind }) => kind))];

describe('data about a person', () => {
  it.each([
    ['phone', '0968-63-1111に電話して'],
    ['phone', '０９０－１２３４－５６７８の人'],
    ['phone', '携帯は09012345678です'],
    ['phone', '(0968)63-1111'],
    ['phone', 'call 090 1234 5678'],
    ['phone', '+81 90-1234-5678'],
    ['phone', '090ー1234ー5678'],
    ['mail', 'taro@example.lg.jpに送って'],
    ['mail', 'Ｔａｒｏ．Ｙ＠ｅｘａｍｐｌｅ．ｊｐ'],
    ['my-number', 'マイナンバーは123456789018です'],
    ['my-number', '1234 5678 9018'],
    ['my-number', '１２３４－５６７８－９０１８'],
    ['account', '口座番号 1234567'],
    ['account', '普通預金の1234567へ'],
    ['account', 'ゆうちょ 12345-12345671'],
    ['account', 'bank account 1234567'],
    ['account', 'Account number: 1234567'],
    ['address', '〒864-8686'],
    ['address', '郵便番号は8648686'],
    ['address', '荒尾市宮内出目390番地'],
    ['address', '熊本県荒尾市大島1-2'],
    ['address', '荒尾市大島1丁目の家'],
    ['address', '千代田区霞が関2-1-2'],
    ['address', '1-2-3 Oshima, Arao City'],
    ['address', 'Arao-shi 12-3'],
    ['address', '荒尾市宮内出目390の人'],
    ['address', '864-8686に住む人'],
    ['address', '1-2-3 Minami, Arao-shi, Kumamoto'],
    ['account', 'ゆうちょ 記号12345 番号1234567'],
    ['account', 'IBAN GB29NWBK60161331926819'],
    ['phone', '0968(63)1111に電話して'],
    ['phone', '63-1111に電話'],
    ['phone', '電話は123-4567'],
    ['phone', '０９０．１２３４．５６７８'],
    ['phone', 'tel 0968.63.1111'],
    ['mail', 'taro@localhost'],
    ['my-number', 'マイナンバー123456789012の人'],
    ['my-number', '個人番号は1234-5678-9012'],
    ['my-number', '住民票コード12345678901'],
    ['account', '普通 1234567'],
    ['account', '肥後銀行荒尾支店1234567'],
    ['account', '荒尾支店の普通の1234567'],
    ['address', '荒尾市荒尾4160-123'],
    ['address', '荒尾市大島1-2の家'],
    ['address', '大島390番地'],
    ['address', '荒尾４１６０番地２８１'],
    ['address', '宮内三百九十番地'],
    ['address', '大島三丁目'],
    ['address', '〒123-4567'],
    ['address', '郵便は123-4567'],
  ])('%s is found: %s', (kind, text) => {
    // A postal code of seven digits stands beside nothing else.
    expect(kinds(text)).toEqual([kind]);
  });

  it.each([
    '36,418時間',
    '8,123百万円',
    '22050百万円は正しい？',
    '普通会計の歳入は23764百万円ですか',
    '水道事業会計 12345678',
    '項目11-14の状況は？',
    '荒尾市の項目23番は？',
    '荒尾市の計画以外7番',
    '11番と12番と14番',
    '2021-02-01の報告書',
    '令和元年度から令和5年度まで',
    'R1-R2の増減',
    'H27〜R1',
    '0.55は財政力指数ですか',
    '0 と 0.5',
    '平成30年度末 119人（前年度 65名）',
    '123456789012',
    '1,234,567,890,128円',
    '1500000000000円',
    'overtime of 36,418 hours in FY2019',
    'the water account 1234567',
    '口座振替の推進の状況は？',
    '口座振替は1234567件',
    'items 1-2-3 please',
    '2015-2019',
    '27-2019年度',
    '1.2-1.3の表',
    '普通会計1234567',
    '歳入は22050-23764百万円',
    '10-2000人',
    '50-1000万円',
    '荒尾市整理番号11-14',
    '荒尾市計画以外5-7',
    '荒尾市令和2-3年度',
    '市民課1-3月',
    '市債100-200',
    '',
  ])('is not seen in: %s', (text) => {
    expect(findPersonalData(text)).toEqual([]);
    expect(maskPersonalData(text)).toBe(text);
  });

  it('is masked, and the rest stays', () => {
    expect(maskPersonalData('項目23について 0968-63-1111 と taro@example.jp に連絡')).toBe(
      '項目23について *** と *** に連絡',
    );
    expect(findPersonalData(maskPersonalData('〒864-8686 荒尾市宮内出目390番地 090-1234-5678'))).toEqual([]);
  });

  it('is a My Number only with its check digit', () => {
    const right = (eleven: string) => {
      const sum = [...eleven].toReversed().reduce((s, d, i) => s + Number(d) * (i < 6 ? i + 2 : i - 4), 0);
      return sum % 11 <= 1 ? 0 : 11 - (sum % 11);
    };
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{10}$/), fc.integer({ min: 0, max: 9 }), (eleven, last) => {
        expect(kinds(`番号${eleven}${last}`).includes('my-number')).toBe(last === right(eleven));
      }),
    );
  });

  it('is not seen in the figures of reports', () => {
    const unit = fc.constantFrom('百万円', '千円', '円', '時間', '人', '件', '%', ' million yen', ' hours', ' people');
    const figure = fc.record({ value: fc.integer({ min: -9e12, max: 9e12 }), grouped: fc.boolean(), unit });
    fc.assert(
      fc.property(figure, ({ value, grouped, unit }) => {
        expect(findPersonalData(`歳入は${printNumber(value, { grouped })}${unit}です`)).toEqual([]);
      }),
    );
  });

  it('is not seen in ranges of years, figures and items', () => {
    const number = fc.oneof(
      fc.integer({ min: 1990, max: 2030 }),
      fc.integer({ min: 1, max: 34 }),
      fc.integer({ min: 100, max: 999 }),
    );
    const range = fc.record({ from: number, to: number, joint: fc.constantFrom('-', '~', '〜', '−') });
    const before = fc.constantFrom('', '歳入', '荒尾市の', '整理番号', 'FY', 'R', '令和', '項目');
    const unit = fc.constantFrom('百万円', '人', '時間', '番', '年度', ' million yen');
    fc.assert(
      fc.property(before, range, unit, (what, { from, to, joint }, behind) => {
        expect(findPersonalData(`${what}${from}${joint}${to}${behind}の推移`)).toEqual([]);
      }),
    );
  });

  it('is not seen in any question that staff ask', async () => {
    const folder = fileURLToPath(new URL('../eval', import.meta.url));
    const files = readdirSync(folder).filter((name) => /^(?:blind|questions|staff-\d+)\.jsonl$/u.test(name));
    const questions = (await Promise.all(files.map((name) => readQuestions(join(folder, name))))).flat();
    expect(questions.length).toBeGreaterThan(1000);
    expect(questions.flatMap(({ q, thread = [] }) => [...thread, q]).flatMap(findPersonalData)).toEqual([]);
  });

  it('is not seen in any line of the real report', () => {
    const found = REAL_TEXT.split('\n').flatMap(findPersonalData);
    expect(found).toEqual([]);
  });
});
