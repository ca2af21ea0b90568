import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longest, Matcher } from '../../src/search/matcher.ts';
import { openSearch } from '../../src/search/search.ts';
import { buildSpelling } from '../../src/search/spelling.ts';
import { fold, key, keyStart, normalise, sentences, words } from '../../src/search/text.ts';
import { REAL_TEXT, read } from '../report/variant.ts';
import { relatedWords } from '../support/scope.ts';

const RUNS = { seed: 20_210_201, numRuns: 150 };
const MAX = 2000;

/** Lone surrogates and control characters too: whatever may stand in a message. */
const codeUnit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
const PIECES =
  '総務課 下水道 ー ・ △ ― ㍻ ｶﾞ ﾞ İ ß ﬁ 𠮷 𩸽 👪 1,234 ２９，６７１ 〜 ~ R1 items AI-OCR ％ \u0301 \u3000 ’s'.split(' ');
const anyText = fc.oneof(
  fc.string({ unit: codeUnit, maxLength: MAX }),
  fc.string({ unit: 'grapheme', maxLength: MAX / 8 }),
  fc.array(fc.oneof(fc.constantFrom(...PIECES, ' '), codeUnit), { maxLength: MAX / 8 }).map((parts) => parts.join('')),
);

function forAnyText(check: (text: string) => void): void {
  fc.assert(fc.property(anyText, check), RUNS);
}

describe('for any text', () => {
  test('normalising twice is normalising once, and leaves no outer or double spaces', () => {
    forAnyText((text) => {
      const normal = normalise(text);
      expect(normalise(normal)).toBe(normal);
      expect(normal).not.toMatch(/^\s|\s$|\s\s/u);
    });
  });
  test('folding gives each character an offset within the text, in order', () => {
    forAnyText((text) => {
      const folded = fold(text);
      expect(folded.at).toHaveLength(folded.text.length);
      expect(folded.at.every((at, i) => at >= (folded.at[i - 1] ?? 0) && at < text.length)).toBe(true);
    });
  });
  test('folding twice is folding once', () => {
    forAnyText((text) => {
      const folded = fold(normalise(text)).text;
      expect(fold(folded).text).toBe(folded);
    });
  });
  test('the start of a key is what the key begins with', () => {
    forAnyText((text) => {
      for (const length of [1, 2, 5]) expect(keyStart(text, length)).toBe(key(text).slice(0, length));
    });
  });
  test('words hold something and no white space', () => {
    forAnyText((text) => {
      expect(words(text).filter((word) => word === '' || /\s/u.test(word))).toEqual([]);
    });
  });
  test('sentences are pieces of the text, in order', () => {
    forAnyText((text) => {
      let from = 0;
      for (const sentence of sentences(text)) {
        const at = text.indexOf(sentence, from);
        expect(at).toBeGreaterThanOrEqual(from);
        from = at + sentence.length;
      }
    });
  });
  test('mending spelling slips changes Latin letters only', () => {
    const spelling = buildSpelling(['overtime', 'expenditure', 'section', 'items']);
    forAnyText((text) => {
      const others = (s: string) => s.replace(/[a-z]+/giu, 'x');
      expect(others(spelling.mend(text))).toBe(others(text));
    });
  });
});

describe('a dictionary, for any text', () => {
  const forms = ['総務課', '課', '下水道', '水道', 'スマート', 'item', 'R1', 'achiev*', 'AI-OCR', 'ー', '1234'];
  const matcher = new Matcher<string>();
  for (const form of forms) matcher.add(form, form);

  test('finds only pieces that lie within it and are not empty', () => {
    forAnyText((text) => {
      const normal = normalise(text);
      for (const { start, end, values } of [...matcher.find(normal), ...matcher.find(text)]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(Math.max(normal.length, text.length));
        expect(values.length).toBeGreaterThan(0);
      }
    });
  });
  test('chooses longest pieces that are in order and apart', () => {
    forAnyText((text) => {
      const chosen = longest(matcher.find(normalise(text)));
      expect(chosen.every(({ start }, i) => start >= (chosen[i - 1]?.end ?? 0))).toBe(true);
    });
  });
  test('finds a Japanese form that stands between spaces', () => {
    forAnyText((text) => {
      const normal = normalise(`${text} 下水道 ${text}`);
      expect(matcher.find(normal).some((m) => m.values.includes('下水道'))).toBe(true);
    });
  });
  test('takes any forms and finds what it took', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 5 }), anyText, (added, text) => {
        const own = new Matcher<number>();
        for (const [i, form] of added.entries()) own.add(form, i);
        expect(() => longest(own.find(normalise(text)))).not.toThrow();
      }),
      RUNS,
    );
  });
});

describe('search, for any text', () => {
  const search = openSearch(read(REAL_TEXT, 'arao-r2'), relatedWords({ はんこ: ['押印'], 'R*': ['令和'] }));

  test('finds passages of the report with terms that were asked', () => {
    forAnyText((text) => {
      const terms = search.terms(text);
      for (const hit of search.find(terms, 5)) {
        expect(search.passages[hit.passage.id]).toBe(hit.passage);
        expect(hit.terms.length).toBeGreaterThan(0);
        expect(hit.terms.every((i) => i < terms.length)).toBe(true);
      }
    });
  });
  test('weighs a term above 0 just when a passage has it', () => {
    forAnyText((text) => {
      for (const term of search.terms(text)) {
        expect(search.weight(term) > 0).toBe(search.find([term], 1).length > 0);
      }
    });
  });
});
