import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, pieces, withinBlocks } from '../../../src/slack/views/limits.ts';
import { hostileText } from './support.ts';

const wellFormed = fc.oneof(hostileText, fc.constant('a&amp;b&lt;c&gt;😀'.repeat(50))).map((t) => t.toWellFormed());

describe('cutting a text', () => {
  it('leaves a text that fits as it is', () => {
    expect(cut('令和2年度', 5)).toBe('令和2年度'.slice(0, 5));
    expect(cut('12345', 5)).toBe('12345');
    expect(cut('', 0)).toBe('');
  });

  it('marks what is left out, within the limit', () => {
    expect(cut('123456', 5)).toBe('1234…');
    expect(cut('123456', 1)).toBe('…');
    expect(cut('123456', 0)).toBe('');
  });

  it('splits neither a surrogate pair nor an escape', () => {
    expect(cut('a😀b', 3)).toBe('a…');
    expect(cut('R&amp;D', 5)).toBe('R…');
    expect(cut('R&amp;D and more', 7)).toBe('R&amp;…');
    fc.assert(
      fc.property(wellFormed, fc.nat({ max: 300 }), (text, max) => {
        const out = cut(text, max);
        expect(out.length).toBeLessThanOrEqual(max);
        expect(out.isWellFormed()).toBe(true);
        if (out === text || max === 0) return;
        const kept = out.slice(0, -1);
        expect(text.startsWith(kept)).toBe(true);
        const escapes = /&(?:amp|lt|gt);/g;
        const starts = [...text.matchAll(escapes)].map((m) => [m.index, m.index + m[0].length] as const);
        expect(starts.some(([from, to]) => from < kept.length && kept.length < to)).toBe(false);
      }),
    );
  });
});

describe('a long text in pieces', () => {
  it('breaks after a sentence where one ends', () => {
    expect(pieces('はじめの文です。次の文です。', 10)).toEqual(['はじめの文です。', '次の文です。']);
    expect(pieces('行一\n行二の続き', 6)).toEqual(['行一\n行二の', '続き']);
  });

  it('loses nothing and stays within the limit', () => {
    fc.assert(
      fc.property(wellFormed, fc.integer({ min: 8, max: 400 }), (text, max) => {
        const out = pieces(text, max);
        expect(out.join('')).toBe(text);
        expect(out.every((piece) => piece.length <= max && piece.isWellFormed())).toBe(true);
      }),
    );
  });
});

describe('blocks', () => {
  it('are kept up to the limit, with a word on the rest', () => {
    expect(withinBlocks([1, 2, 3], 3, 0)).toEqual([1, 2, 3]);
    expect(withinBlocks([1, 2, 3, 4], 3, 0)).toEqual([1, 2, 0]);
  });
});
