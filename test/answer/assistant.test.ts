import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Assistant, createAssistant, openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { createLibrary } from '../../src/report/library.ts';
import { generalLexicon } from '../eval/generated.ts';
import { REAL_TEXT, read, SMALL } from '../report/variant.ts';
import { assistant } from './support.ts';

/** The next year's report of the same town: tables one year on, a figure corrected, items renumbered. */
const NEXT = SMALL.replace('令和4年度）', '令和5年度）')
  .replace('令和5年7月', '令和6年7月')
  .replaceAll('R4年度末時点', 'R5年度末時点')
  .replace('\tR4年度\tR5年度\t', '\tR5年度\tR6年度\t')
  .replace('体系\t項目数\t令和4年度', '体系\t項目数\t令和5年度')
  .replace('令和2年度\t9,100\t8,900\t200\n', '')
  .replace('令和3年度\t9,050\t9,060\t△10', '令和3年度\t9,055\t9,060\t△5\n令和4年度\t9,200\t9,000\t200')
  .replace('\n1\t住民との協働\t花いっぱい運動', '\n1\t住民との協働\t花いっぱい運動')
  .replace('\n2\t\t町民講座', '\n4\t\t図書館の開館時間');

const general = await generalLexicon(GENERAL_CORPUS);
const town = createAssistant(
  createLibrary([read(SMALL, 'midori-r4'), read(NEXT, 'midori-r5'), read(REAL_TEXT, 'arao-r2')]),
  [],
  () => general,
);
const say = (question: string) => town.ask(question, null).answer;

describe('several reports', () => {
  test('are told apart by the year of their report, which is none of a figure', () => {
    const { answer } = town.ask('令和4年度の報告書では、一般会計の歳入は？', null);
    expect(answer.citations.join()).toContain('令和4年度');
    expect(answer.text).not.toContain('令和4年度の');
  });
  test('say so where there is none of that year', () => {
    expect(say('令和3年度の報告書の一般会計の歳入は？').text).toContain('令和3年度の報告書は読み込まれていないため');
  });
  test('are answered from the newest', () => {
    expect(town.scope().report.id).toBe('midori-r5');
    expect(say('花いっぱい運動の状況は？').text).toContain('令和5年度末');
    expect(say('花いっぱい運動の状況は？').citations[0]).toMatch(/^令和5年度/u);
  });
  test('of one town give the newer figure and note the difference', () => {
    expect(say('令和3年度の一般会計の歳入総額は？').text).toMatch(/は9,055千円です。.*令和4年度.*9,050/u);
    expect(say('令和3年度の一般会計の歳出総額は？').text).not.toContain('記載されていました');
  });
  test('of one town answer for a year that only the older one has, and cite that one', () => {
    const { text, citations } = say('令和2年度の一般会計の歳入総額は？');
    expect(text).toContain('9,100千円');
    expect(citations[0]).toMatch(/^令和4年度/u);
  });
  test('of one town match items by title: an earlier status is told with its report', () => {
    expect(say('職員研修の充実の令和4年度の状況は？').text).toMatch(/令和4年度末は.*（―）.*令和4年度/u);
  });
  test('are chosen by the year of the report', () => {
    const { answer, turn } = town.ask('令和4年度の報告書で町民講座の状況は？', null);
    expect(turn.report).toBe('midori-r4');
    expect(answer.text).toContain('町民講座');
  });
  test('are chosen as the one before, and the conversation goes there: items by title', () => {
    const before = town.ask('項目4の担当課は？', null);
    expect(before.turn.report).toBe('midori-r5');
    expect(town.ask('前の報告書で町民講座の状況は？', null).turn.report).toBe('midori-r4');
    const asked = town.ask('花いっぱい運動の担当課は？', null);
    const { answer, turn } = town.ask('前の報告書では？', asked.turn);
    expect(turn.report).toBe('midori-r4');
    expect(answer.text).toContain('企画課');
    expect(answer.citations[0]).toMatch(/^令和4年度/u);
    expect(town.ask('最新の報告書では？', turn).turn.report).toBe('midori-r5');
  });
  test('say so where none is older', () => {
    const oldest = town.ask('令和4年度の報告書で町民講座の状況は？', null);
    const { answer, turn } = town.ask('前の報告書だと？', oldest.turn);
    expect(turn.report).toBe('midori-r4');
    expect(answer.text).toContain('それより前の報告書は読み込まれていないため');
  });
  test('what only the older one has is answered from it, and said to be', () => {
    const { answer, turn } = town.ask('町民講座の担当課は？', null);
    expect(turn.report).toBe('midori-r4');
    expect(answer.text).toMatch(
      /^（令和5年度進捗状況報告書には該当する記載がないため、令和4年度進捗状況報告書からお答えします。）/u,
    );
    // The conversation goes on in the newest, unless it is about the same still.
    expect(town.ask('スケジュールは？', turn).turn.report).toBe('midori-r4');
    expect(town.ask('花いっぱい運動の状況は？', turn).turn.report).toBe('midori-r5');
  });
  test('what neither has is not there', () => {
    expect(town.ask('町長の給料は？', null).turn.report).toBe('midori-r5');
  });
  test('are compared: what is new in the plan, and what is gone', () => {
    expect(say('新しく加わった項目は？').text).toMatch(/加わった項目は1件です。\n4「図書館の開館時間」/u);
    expect(say('前の報告書からなくなった項目は？').text).toMatch(/なくなった項目は1件です。\n2「町民講座」/u);
    expect(say('前の報告書からなくなった項目は？').citations[0]).toMatch(/^令和4年度/u);
  });
  test('are chosen by the city, and the conversation stays there', () => {
    const { answer, turn } = town.ask('荒尾市の普通会計の令和元年度の歳入は？', null);
    expect(turn.report).toBe('arao-r2');
    expect(answer.text).toContain('23,764百万円');
    const next = town.ask('歳出は？', turn);
    expect(next.turn.report).toBe('arao-r2');
    expect(next.answer.text).toContain('23,645百万円');
  });
  test('of another city never lend their figures', () => {
    expect(say('病院事業会計の総収益は？').text).not.toContain('6,248');
  });
});

describe('a corpus folder', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'gyokaku-assistant-'));
  });
  afterAll(() => rm(folder, { recursive: true }));
  async function corpus(name: string, reports: Readonly<Record<string, string>>): Promise<string> {
    for (const [id, text] of Object.entries(reports)) {
      await mkdir(join(folder, name, id), { recursive: true });
      await writeFile(join(folder, name, id, 'report.txt'), text);
    }
    return join(folder, name);
  }
  const open = (place: string): Promise<Assistant> => openAssistant(place, GENERAL_CORPUS);

  test('with nothing but a report is answered from, in both languages', async () => {
    const { ask } = await open(await corpus('alone', { midori: SMALL }));
    expect(ask('令和3年度の差引額は？', null).answer.text).toContain('△10千円（マイナス10千円）');
    expect(ask('Total revenue in FY2021?', null).answer.text).toContain('9,050 thousand yen');
    expect(ask('項目2の状況は？', null).answer.text).toMatch(/町民講座.*一部実施（△）/u);
    expect(ask('総務課の担当項目は？', null).answer.text).toMatch(/2件/u);
  });
  test('opened for a single question answers it as it always does', async () => {
    const place = await corpus('single', { midori: SMALL });
    const always = await open(place);
    for (const question of ['項目2の状況は？', '令和3年度の差引額は？', '町民の学び', 'Total revenue in FY2021?']) {
      const single = await openAssistant(place, GENERAL_CORPUS, null, { once: true });
      expect(single.ask(question, null).answer).toEqual(always.ask(question, null).answer);
    }
  });
  test('leaves out a report that cannot be trusted, and answers from the others', async () => {
    const twice = SMALL.replace('\n2\t\t町民講座', '\n1\t\t町民講座');
    const { ask, refused, library } = await open(await corpus('mixed', { good: SMALL, twice }));
    expect(refused.map((r) => r.id)).toEqual(['twice']);
    expect(library.reports.map((r) => r.id)).toEqual(['good']);
    expect(ask('項目2の状況は？', null).answer.kind).toBe('answer');
  });
  test('without a report that can be trusted is an error that says why', async () => {
    const error = open(await corpus('broken', { broken: 'nothing of a report\n' }));
    await expect(error).rejects.toMatchObject({ code: 'CORPUS_EMPTY', message: expect.stringContaining('broken: ') });
  });
  test('that does not exist is an error that names it', async () => {
    await expect(open(join(folder, 'nowhere'))).rejects.toMatchObject({
      code: 'CORPUS_UNREADABLE',
      message: expect.stringContaining('nowhere'),
    });
  });
  test('with a wrong lexicon beside a report is an error that names the file', async () => {
    const place = await corpus('wordy', { midori: SMALL });
    await writeFile(join(place, 'midori', 'lexicon.json'), '{"colours": []}');
    await expect(open(place)).rejects.toMatchObject({
      code: 'LEXICON_INVALID',
      message: expect.stringContaining(join('midori', 'lexicon.json')),
    });
  });
});

describe('the language of a question that is in none', () => {
  test.each(['23', '👍', 'RPA', ''])('is that of the conversation or the person: %j', (question) => {
    for (const language of ['ja', 'en'] as const)
      expect(assistant.ask(question, null, language).answer.language).toBe(language);
  });
  test('is its own where it has one', () => {
    expect(assistant.ask('項目23の状況は？', null, 'en').answer.language).toBe('ja');
    expect(assistant.ask('status of item 23', null, 'ja').answer.language).toBe('en');
  });
});
