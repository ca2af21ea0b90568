import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasNoteMark, parseFigure, parseUnit, printNumber, withoutNoteMarks } from '../../src/report/notation.ts';

describe('figures as printed', () => {
  test.each([
    ['9,552', 9552],
    ['△110', -110],
    ['▲ 64', -64],
    ['－64', -64],
    ['−64', -64],
    ['-64', -64],
    ['９，５５２', 9552],
    ['△１１０．５', -110.5],
    ['0', 0],
    ['△0', 0],
    ['1,234,567.89', 1234567.89],
    ['+5', 5],
    ['104※', 104],
    ['12 . 5', 12.5],
  ])('%s is %d', (cell, value) => {
    expect(parseFigure(cell, null)?.value).toBe(value);
  });
  test.each(['—', '-', '－', '―', '…', '', '　', '皆増', '該当なし'])('"%s" is missing, not 0', (cell) => {
    expect(parseFigure(cell, '百万円')).toMatchObject({ value: null, unit: '百万円' });
  });
  test.each(['12a', '1,23', '1.2.3', '1 020', '約10', '○', '△', '10～20', '12/34'])('"%s" is no figure', (cell) => {
    expect(parseFigure(cell, null)).toBeNull();
  });
  test('a unit in the cell wins over that of the table', () => {
    expect(parseFigure('54.30%', '百万円')).toEqual({ value: 54.3, unit: '%', print: '54.30%' });
    expect(parseFigure('５４．３％', null)).toEqual({ value: 54.3, unit: '%', print: '54.3%' });
    expect(parseFigure('12千円', null)).toMatchObject({ value: 12, unit: '千円' });
  });
  test('units by themselves', () => {
    expect(['百万円', '％', '千円', '時間', '荒尾市'].map(parseUnit)).toEqual(['百万円', '%', '千円', '時間', null]);
  });
  test('note marks are seen and taken off', () => {
    expect(hasNoteMark('下水道事業会計 ※')).toBe(true);
    expect(withoutNoteMarks('下水道事業会計 ※１')).toBe('下水道事業会計');
  });
});

test('any number prints back, in any notation', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.integer(), fc.double({ noNaN: true, min: 1e-6, max: 1e12 })),
      fc.constantFrom('△', '▲', '▲ ', '-', '−', '－'),
      fc.boolean(),
      fc.constantFrom('', '%', '百万円', '時間'),
      (value, minus, grouped, unit) => {
        const read = parseFigure(printNumber(value, { minus, grouped, unit }), null);
        expect(read?.value).toBe(value);
        expect(read?.unit).toBe(unit === '' ? null : unit);
      },
    ),
    { numRuns: 500 },
  );
});

test('a number with fixed decimals prints back, full-width too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 3 }), (units, decimals) => {
      const value = units / 10 ** decimals;
      const print = printNumber(value, { decimals });
      const wide = [...print]
        .map((c) => (c > ' ' && c <= '~' ? String.fromCodePoint(c.charCodeAt(0) + 0xfee0) : c))
        .join('');
      expect(parseFigure(print, null)?.value).toBe(value === 0 ? 0 : value);
      expect(parseFigure(wide, null)).toEqual(parseFigure(print, null));
    }),
  );
});
