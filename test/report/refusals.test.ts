import { describe, expect, test } from 'vitest';
import { readReport } from '../../src/report/read.ts';
import { PARTS, read, refusal, report, row, SMALL } from './variant.ts';

const codes = (text: string) => refusal(text).map((problem) => problem.code);

describe('a report that cannot be trusted is refused', () => {
  test('without items', () => {
    expect(codes(report(PARTS.cover, PARTS.accounts))).toEqual(['no-items']);
  });
  test('without a fiscal year, and all problems at once', () => {
    expect(codes('何もない文書')).toEqual(['no-items', 'no-year']);
    expect(codes('')).toEqual(['empty']);
    expect(codes(' \n\t\n')).toEqual(['empty']);
  });
  test('whose tabs became spaces, with the line of the header', () => {
    const spaced = SMALL.replaceAll('\t', '  ');
    const header = spaced.split('\n').findIndex((line) => line.startsWith('番号')) + 1;
    expect(refusal(spaced)).toMatchObject([{ code: 'no-tabs', line: header }]);
  });
  test('with a number twice within a kind', () => {
    const [problem] = refusal(SMALL.replace('\n3\t人材', '\n2\t人材'));
    expect(problem).toMatchObject({ code: 'duplicate-number', line: 34 });
    expect(problem?.excerpt).toMatch(/^2\|人材の育成/u);
  });
  test('with a mark that no legend explains', () => {
    expect(refusal(SMALL.replace('\t△\t総務課', '\t◇\t総務課'))).toMatchObject([{ code: 'unknown-status', line: 33 }]);
  });
  test('with two marks of the legend that fall on one status', () => {
    const graded = SMALL.replace('「○」実施済', '「◎」完了 「○」計画どおり実施')
      .replace('設けた。\t○\t', '設けた。\t◎\t')
      .replace('検討した。\t△\t', '検討した。\t○\t');
    expect(refusal(graded)).toMatchObject([{ code: 'merged-grades', named: '◎ ○' }]);
  });
  test('with a row whose cells cannot be told apart', () => {
    const lost = SMALL.replace('花壇を五か所に設けた。\t○\t', '');
    expect(refusal(lost)).toMatchObject([{ code: 'unassigned-cells', line: 32 }]);
  });
  test('with a schedule cell lost: it is not clear which year', () => {
    expect(codes(SMALL.replace('\t検討\t検討\t', '\t検討\t'))).toEqual(['unassigned-cells']);
  });
  test('with words in a number column', () => {
    const [problem] = refusal(SMALL.replace('9,060', '9,O60'));
    expect(problem).toMatchObject({ code: 'unreadable-number', line: 16 });
    expect(problem?.message).toContain('9,O60');
  });
  test('with a count that is none', () => {
    expect(codes(SMALL.replace('1 (50.0%)', 'l (50.0%)'))).toEqual(['unreadable-number']);
  });
  test('with a value under no header', () => {
    expect(codes(SMALL.replace('9,060\t△10', '9,060\t△10\t7'))).toEqual(['unassigned-cells']);
  });
  test('with a year twice for one account', () => {
    expect(codes(SMALL.replace('令和3年度\t9,050', '令和2年度\t9,050'))).toEqual(['duplicate-row']);
  });
  test('that is no UTF-8, with the line', () => {
    const bytes = new Uint8Array([...new TextEncoder().encode('みどり町\n'), 0x93, 0xfa, 0x96, 0x7b]);
    expect(readReport(bytes, 'x')).toMatchObject({ ok: false, problems: [{ code: 'not-utf8', line: 2 }] });
    expect(readReport(new Uint8Array([0xff, 0xfe, 0x41, 0x00]), 'x').ok).toBe(false);
  });
  test('with an item outside every table', () => {
    const stray = SMALL.replace('\n3\t人材', '\n4. その他の事項\n\n3\t人材').replace(
      '次年度に計画を作る。',
      '次年度に計画を作り、その後に必要な研修の回数と内容を定めることとする。',
    );
    expect(refusal(stray)).toMatchObject([{ code: 'stray-row' }]);
  });
  test('whose items have lost their header, though rows of items have marks and years as a header has', () => {
    const long = '沿道の花壇を令和7年度までに住民とともに百か所へ増やし、手入れの回数も増やす。';
    const bare = PARTS.items
      .filter((row) => !row.startsWith('番号') && !row.startsWith('\t'))
      .map((row) => row.replace('沿道の花壇を住民とともに整える。', long).replace('\t△\t', '\t△\t○\t'));
    const found = refusal(report(PARTS.cover, PARTS.results, bare));
    expect(found.map(({ code }) => code)).toContain('no-items');
    expect(found.filter(({ code }) => code === 'stray-row').map(({ excerpt }) => excerpt.slice(0, 2))).toContain('1|');
  });
  test('with nothing but items outside the plan', () => {
    const extra = PARTS.items.map((row) => row.replace('3. 実施計画の進捗状況', '3. 実施計画以外の取組'));
    expect(codes(report(PARTS.cover, PARTS.accounts, extra))).toEqual(['no-items']);
  });
  test('with a bad value in a ranking, once and where it stands', () => {
    const ranking = [
      '4. 職員の状況',
      '',
      '図表1 時間外勤務の多い3課（時間）',
      '',
      row('令和2年度', '', '令和3年度', ''),
      row('所属', '時間数', '所属', '時間数'),
      row('企画課', '41.2', '総務課', '4Z.1'),
      row('総務課', '30.5', '企画課', '33.0'),
      row('税務課', '12.0', '税務課', '20.8'),
      '',
    ];
    expect(refusal(report(PARTS.cover, PARTS.items, ranking))).toMatchObject([{ code: 'unreadable-number' }]);
  });
  test('the untouched one is read', () => {
    expect(read(SMALL).items).toHaveLength(3);
  });
});
