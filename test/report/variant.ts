import { readFileSync } from 'node:fs';
import type { Problem, Report } from '../../src/report/model.ts';
import { readReport } from '../../src/report/read.ts';

/** The received text of the real report. */
export const REAL = readFileSync(new URL('../../corpus/arao-r2/report.txt', import.meta.url));
export const REAL_TEXT = REAL.toString('utf8');

export function read(text: string, id = 'test'): Report {
  const result = readReport(new TextEncoder().encode(text), id);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems, null, 1)}`);
  return result.report;
}

export function refusal(text: string): readonly Problem[] {
  const result = readReport(new TextEncoder().encode(text), 'test');
  if (result.ok) throw new Error('was read, but should have been refused');
  return result.problems;
}

/** The line of a table. */
export const row = (...cells: readonly string[]) => cells.join('\t');

/** Parts of a small report of another town, to be put together, changed or left out. */
export const PARTS = {
  cover: ['みどり町行財政改革プラン', '進捗状況報告書', '（令和4年度）', '', '令和5年7月', 'みどり町', ''],
  accounts: [
    '1. 財政の状況',
    '',
    '1.1 一般会計',
    '',
    '（単位：千円）',
    '',
    row('年度', '歳入総額', '歳出総額', '差引額'),
    row('令和2年度', '9,100', '8,900', '200'),
    row('令和3年度', '9,050', '9,060', '△10'),
    '',
  ],
  results: [
    '2. 取組の結果',
    '',
    row('体系', '項目数', '令和4年度', '', ''),
    row('', '', '○', '△', '×(-)'),
    row('1. まちの力', '2 (100.0%)', '1 (50.0%)', '1 (50.0%)', '0(0) (0.0%)'),
    row('2. ひとの力', '1 (100.0%)', '0 (0.0%)', '0 (0.0%)', '0(1) (100.0%)'),
    row('合計', '3 (100.0%)', '1 (33.3%)', '1 (33.3%)', '0(1) (33.3%)'),
    '',
  ],
  items: [
    '3. 実施計画の進捗状況',
    '',
    '「○」実施済 「△」一部実施 「×」未実施 「―」次年度以降実施',
    '',
    row('番号', '施策', '取組名', '概要', 'スケジュール', '', '進捗状況', '進捗状況（R4年度末時点）', '所管課'),
    row('', '', '', '', 'R4年度', 'R5年度', '', '', ''),
    row(
      '1',
      '住民との協働',
      '花いっぱい運動',
      '沿道の花壇を住民とともに整える。',
      '実施',
      '→',
      '花壇を五か所に設けた。',
      '○',
      '企画課',
    ),
    row(
      '2',
      '',
      '町民講座',
      '講座を開き、学ぶ機会を増やす。',
      '検討',
      '実施',
      '講座の内容を検討した。',
      '△',
      '総務課 生涯学習課',
    ),
    row(
      '3',
      '人材の育成',
      '職員研修の充実',
      '職員の力を伸ばす研修を行う。',
      '検討',
      '検討',
      '次年度に計画を作る。',
      '―',
      '総務課',
    ),
    '',
  ],
};

export function report(...parts: readonly (readonly string[])[]): string {
  return parts.flat().join('\n');
}

export const SMALL = report(PARTS.cover, PARTS.accounts, PARTS.results, PARTS.items);
