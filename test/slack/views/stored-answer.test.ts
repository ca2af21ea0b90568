import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { storeAnswer, storedAnswerSchema } from '../../../src/slack/views/stored-answer.ts';
import { ask, scope } from '../../answer/support.ts';
import { stored } from './support.ts';

const REPORT = readFileSync(new URL('../../../corpus/arao-r2/report.txt', import.meta.url), 'utf8').split(/\r?\n/);

const QUESTIONS = [
  '項目23の状況は？',
  '普通会計の実質収支の推移は？',
  '超過勤務時間の多い課の一覧は？',
  '一部実施の項目は？',
  '全体の進捗は？',
  '体系別の実施状況は？',
  '昨年度から変わった項目は？',
  '記号の意味は？',
  '介護保険の実質収支は？',
  '財政力指数は？',
  '昨日の天気は？',
  'Which items are partially implemented?',
];

describe('what is kept of an answer', () => {
  it('comes back as it was kept', () => {
    for (const question of QUESTIONS) expect(stored(question), question).toEqual(storeAnswer(ask(question), scope));
  });

  it('is refused when it is something else', () => {
    const kept = stored('全体の進捗は？');
    expect(storedAnswerSchema.safeParse({ ...kept, kind: 'other' }).success).toBe(false);
    expect(storedAnswerSchema.safeParse({ ...kept, table: { caption: '' } }).success).toBe(false);
  });

  it('has the very lines of the report behind every citation, the cited one among them', () => {
    for (const question of QUESTIONS) {
      const { citations, excerpts } = stored(question);
      expect(excerpts.map((e) => e.citation)).toEqual(citations);
      for (const { citation, lines } of excerpts) {
        expect(
          lines.some(({ line }) => citation.includes(`${line}行目`)),
          citation,
        ).toBe(true);
        for (const { line, text } of lines) {
          const squeezed = (t: string | undefined): string =>
            (t ?? '').normalize('NFC').replaceAll(/[\s\u3000]+/gu, '');
          expect(squeezed(text)).toBe(squeezed(REPORT[line - 1]));
        }
      }
    }
  });

  it('gives the header of the table with a row of it', () => {
    const [excerpt] = stored('令和元年度の普通会計の歳入は？').excerpts;
    expect(excerpt?.lines.map((l) => [l.line, l.header])).toEqual([
      [38, true],
      [43, false],
    ]);
    const [item] = stored('項目23の状況は？').excerpts;
    expect(item?.lines.at(-1)).toMatchObject({ line: 329, header: false });
    expect(item?.lines.filter((l) => l.header).length).toBeGreaterThan(0);
    expect(item?.report).toEqual({
      name: scope.report.name,
      title: scope.report.title,
      issued: { year: 2021, month: 2 },
    });
  });

  it('gives every row of a table that is cited as a whole, and the row of every item of a list', () => {
    const table = scope.report.tables.find((t) => t.source.line === 157);
    const rows = new Set(table?.observations.map((o) => o.source.line));
    const [ranking] = stored('令和元年度の超勤時間が多い順に5つ').excerpts;
    expect(new Set(ranking?.lines.filter((l) => !l.header).map((l) => l.line))).toEqual(rows);
    const answer = stored('一部実施の項目は？');
    const numbers = answer.table?.rows.map((r) => r[0]?.text);
    const listed = scope.report.items.filter((i) => i.kind === 'plan' && numbers?.includes(String(i.number)));
    const lines = answer.excerpts.flatMap((e) => e.lines.map((l) => l.line));
    expect(listed.length).toBe(8);
    for (const item of listed) expect(lines).toContain(item.source.line);
  });

  it('names its item, or the table where it stands', () => {
    expect(stored('項目23の状況は？').subject).toEqual({ kind: 'item', of: 'plan', number: 23 });
    expect(stored('予約型相乗りタクシーの状況は？').subject).toEqual({ kind: 'item', of: 'extra', number: 7 });
    expect(stored('普通会計の実質収支の推移は？').subject).toEqual({
      kind: 'place',
      name: '1.1 普通会計',
      more: false,
    });
    expect(stored('一部実施の項目は？').subject).toMatchObject({ kind: 'place', more: false });
    expect(stored('昨日の天気は？').subject).toBeNull();
  });
});
