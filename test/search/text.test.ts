import { describe, expect, test } from 'vitest';
import { fold, key, normalise, sentences, words } from '../../src/search/text.ts';

describe('normalising', () => {
  test('makes full-width letters, digits and half-width katakana the usual ones', () => {
    expect(normalise('ＲＰＡ　Ｒ２')).toBe('RPA R2');
    expect(normalise('ｽﾏﾎ ﾃﾞｰﾀ')).toBe('スマホ データ');
  });
  test('takes thousands separators out of numbers of any width', () => {
    expect(normalise('36,418時間（R1 29,671時間）')).toBe('36418時間(R1 29671時間)');
    expect(normalise('２９，６７１')).toBe('29671');
    expect(normalise('1,234,567')).toBe('1234567');
  });
  test('leaves commas that group no thousands', () => {
    expect(normalise('項目11,12,14')).toBe('項目11,12,14');
    expect(normalise('1,2345')).toBe('1,2345');
    expect(normalise('1, 234')).toBe('1, 234');
  });
  test('writes dashes and waves in one way', () => {
    expect(normalise('AI‐OCR AI–OCR AI−OCR')).toBe('AI-OCR AI-OCR AI-OCR');
    expect(normalise('11〜15 11～15')).toBe('11~15 11~15');
  });
  test('leaves marks of status and the dash of a blank as they are', () => {
    expect(normalise('○ △ ▲ × ― —')).toBe('○ △ ▲ × ― —');
  });
  test('collapses white space of any kind and trims it', () => {
    expect(normalise(' \t平成　27\n年度\r\n')).toBe('平成 27 年度');
  });
  test('of normal text changes nothing', () => {
    for (const text of ['ＡＩ－ＯＣＲ', '２９，６７１', ' 平成　27 ', '〜']) {
      expect(normalise(normalise(text))).toBe(normalise(text));
    }
  });
});

describe('folding', () => {
  test('makes spellings of one name the same', () => {
    expect(new Set(['ＡＩ－ＯＣＲ', 'AIーOCR', 'ai ocr', 'AI・OCR'].map(key)).size).toBe(1);
    expect(key('サーバー')).toBe(key('サーバ'));
    expect(key('ふるさとノウゼイ')).toBe(key('ふるさとのうぜい'));
    expect(key('介護保険特別会計（保険勘定）')).toBe(key('介護保険 特別会計 (保険勘定)'));
  });
  test('keeps different names apart', () => {
    expect(key('水道事業会計')).not.toBe(key('下水道事業会計'));
    expect(key('バス')).not.toBe(key('ハス'));
    expect(key('○')).not.toBe(key('△'));
  });
  test('tells for every character the offset it came from', () => {
    const text = 'AI－OCRの 導入'.normalize('NFKC');
    const folded = fold(text);
    expect(folded.text).toBe('aiocrの導入');
    expect(folded.at).toHaveLength(folded.text.length);
    expect(folded.at.map((at) => text.charAt(at)).join('')).toBe('AIOCRの導入');
  });
  test('offsets count characters outside the basic plane as the text does', () => {
    const { text, at } = fold('𠮷野・課');
    expect(text).toBe('𠮷野課');
    expect(at).toEqual([0, 0, 2, 4]);
  });
  test('offsets stay right where lower case is longer than upper case', () => {
    const { text, at } = fold('İB');
    expect(at).toHaveLength(text.length);
    expect(at.at(-1)).toBe(1);
  });
  test('of marks and spaces alone is empty', () => {
    expect(fold('・ー（） -').text).toBe('');
    expect(fold('')).toEqual({ text: '', at: [] });
  });
});

describe('words', () => {
  test('are the content words, without particles', () => {
    expect(words('債権の滞納整理を一元化する')).toEqual(expect.arrayContaining(['債権', '滞納', '整理']));
    for (const particle of ['の', 'を', 'する']) expect(words('債権の整理をする')).not.toContain(particle);
  });
  test('are the same for every width and grouping of a number', () => {
    expect(words('29,671')).toEqual(['29671']);
    expect(words('２９，６７１')).toEqual(['29671']);
  });
  test('lose case and a plural s, but keep other endings', () => {
    expect(words('Sections and business RPA')).toEqual(['section', 'and', 'business', 'rpa']);
    expect(words('bus')).toEqual(['bus']);
  });
  test('of nothing but punctuation are none', () => {
    expect(words('。、「」…')).toEqual([]);
    expect(words('')).toEqual([]);
  });
});

describe('sentences', () => {
  test('end at full stops, in Japanese and in English', () => {
    expect(sentences('講座を開いた。次は3月。')).toEqual(['講座を開いた。', '次は3月。']);
    expect(sentences('It was held in March. Then it ended.')).toEqual(['It was held in March.', 'Then it ended.']);
  });
  test('do not end at a decimal point or inside quotes and brackets', () => {
    expect(sentences('加入率は80.7%であり、低下した。')).toHaveLength(1);
    expect(sentences('「住んでよかった。」と思う。')).toEqual(['「住んでよかった。」と思う。']);
    expect(sentences('導入する（来年度から。）予定')).toHaveLength(1);
  });
  test('are also parted before list marks, headings in brackets and at line ends', () => {
    expect(sentences('行った。 ・R2 4.3日 ・R1 3.7日')).toEqual(['行った。', '・R2 4.3日', '・R1 3.7日']);
    expect(sentences('表彰した 【受賞団体】環境保全課')).toEqual(['表彰した', '【受賞団体】環境保全課']);
    expect(sentences('一行目\n二行目')).toEqual(['一行目', '二行目']);
  });
  test('lose no text and none is empty', () => {
    const text = '講座を開いた。 ・6月 開始\n\n【注】終わり';
    expect(sentences(text).join('').replace(/\s/gu, '')).toBe(text.replace(/\s/gu, ''));
    expect(sentences(' \n ')).toEqual([]);
  });
});
