import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIONS, actionPattern, readButtonValue } from '../../../src/slack/views/actions.ts';
import { answerMessage, plainMessage } from '../../../src/slack/views/answer.ts';
import { charactersOf } from '../../../src/slack/views/elements.ts';
import { LIMITS } from '../../../src/slack/views/limits.ts';
import { slackWording } from '../../../src/slack/wording.ts';
import { expectTaken, hostileAnswer, partsOf, stored, textsOf, view } from './support.ts';

const QUESTIONS = [
  '項目23の状況は？',
  '一部実施の項目は？',
  '普通会計の実質収支の推移は？',
  '超過勤務時間の推移は？',
  '体系別の実施状況は？',
  '昨年度から変わった項目は？',
  '介護保険の実質収支は？',
  '財政力指数は？',
  '全部の項目の一覧を出して',
  '何を聞けますか？',
  'Which items are partially implemented?',
  'How has the real balance of the ordinary account developed over the years?',
];

function typesOf(blocks: readonly { type: string }[]): string[] {
  return blocks.map((b) => b.type);
}

describe('an answer as a message', () => {
  it('is taken by Slack, whatever stands in it', () => {
    fc.assert(
      fc.property(hostileAnswer, fc.boolean(), fc.integer({ min: -1, max: 9 }), (answer, ephemeral, page) => {
        for (const language of ['ja', 'en'] as const) {
          const words = slackWording(language);
          const shown = { turn: 'T'.repeat(40), answer, page, ephemeral };
          expectTaken(answerMessage(shown, words));
          const plain = plainMessage(shown, words);
          expectTaken(plain);
          expect(charactersOf(plain.blocks)).toBeLessThanOrEqual(LIMITS.message.characters);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is taken by Slack for the questions of the real report', () => {
    for (const question of QUESTIONS) {
      const answer = stored(question);
      expectTaken(answerMessage(view(answer)));
      expectTaken(plainMessage(view(answer, { ephemeral: true })));
    }
  });

  it('has nothing that Slack reads as markup', () => {
    fc.assert(
      fc.property(hostileAnswer, (answer) => {
        const { blocks } = answerMessage(view(answer));
        expect(partsOf(blocks, 'mrkdwn')).toEqual([]);
        expect(partsOf(blocks, 'plain_text').filter((p) => p.emoji !== false)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('says all of the answer and its citations in the text and in the blocks', () => {
    for (const question of QUESTIONS) {
      const answer = stored(question);
      for (const { text, blocks } of [answerMessage(view(answer)), plainMessage(view(answer))]) {
        const shown = textsOf(blocks).join('\n');
        for (const part of [...answer.text.split('\n').map((l) => l.trim()), ...answer.citations]) {
          expect(shown).toContain(part);
          expect(text.replaceAll('\u2060', '')).toContain(part);
        }
      }
    }
  });

  it('comes in one order: text, table, chart, citation, questions, source, feedback', () => {
    expect(typesOf(answerMessage(view(stored('普通会計の実質収支の推移は？'))).blocks)).toEqual([
      'rich_text',
      'data_table',
      'data_visualization',
      'context',
      'actions',
      'context_actions',
    ]);
    expect(typesOf(answerMessage(view(stored('項目23の状況は？'))).blocks)).toEqual([
      'rich_text',
      'context',
      'context',
      'actions',
      'actions',
      'context_actions',
    ]);
  });
});

describe('the table of an answer', () => {
  it('sorts by numbers and shows them as printed', () => {
    const answer = stored('普通会計の実質収支の推移は？');
    const [table] = partsOf(answerMessage(view(answer)).blocks, 'data_table');
    expect(table?.caption).toBe(answer.table?.caption);
    expect(partsOf(table, 'raw_number').map((c) => [c.text, c.value])).toEqual(
      answer.table?.rows.map((r) => [r[2]?.text, r[2]?.value]),
    );
  });

  it('says a minus, whose mark is also a status', () => {
    const answer = { ...stored('項目23の状況は？'), table: tableOf([['普通会計', '△110', -110]]) };
    expect(partsOf(answerMessage(view(answer)).blocks, 'raw_number')).toEqual([
      { type: 'raw_number', value: -110, text: '△110（マイナス110）' },
    ]);
    const [english] = partsOf(answerMessage(view({ ...answer, language: 'en' })).blocks, 'raw_number');
    expect(english?.text).toBe('−110 (printed △110)');
  });

  it('names a missing value, and does not cut a figure', () => {
    const answer = {
      ...stored('項目23の状況は？'),
      table: tableOf([
        ['総務課', '', null],
        ['x', '9'.repeat(900), 9],
      ]),
    };
    const texts = partsOf(answerMessage(view(answer)).blocks, 'raw_text').map((c) => c.text);
    expect(texts).toContain('記載なし');
    expect(partsOf(answerMessage(view(answer)).blocks, 'raw_number')[0]?.text).toBe('（長いため省略）');
  });

  it('has rows that a screen reader tells apart by their name', () => {
    const index = (question: string): unknown =>
      partsOf(answerMessage(view(stored(question))).blocks, 'data_table')[0]?.row_header_column_index;
    expect(index('普通会計の実質収支の推移は？')).toBe(1);
    expect(index('超過勤務時間の推移は？')).toBe(1);
    expect(index('体系別の実施状況は？')).toBe(0);
  });

  it('is turned by buttons when it is long, and every row is on one page', () => {
    const rows = Array.from({ length: 250 }, (_, i): [string, string, number] => [`項目${i}`, `${i}`, i]);
    const answer = { ...stored('項目23の状況は？'), table: tableOf(rows) };
    for (const draw of [answerMessage, plainMessage]) {
      const seen: string[] = [];
      for (let page: number | null = 0; page !== null; ) {
        const { blocks } = draw(view(answer, { page }));
        seen.push(...textsOf(blocks).flatMap((t) => t.match(/項目\d+/gu) ?? []));
        const turns = partsOf(blocks, 'button').filter((b) => actionPattern(ACTIONS.page).test(String(b.action_id)));
        const next: number[] = turns.flatMap((b) => readButtonValue(String(b.value))?.index ?? []);
        expect(turns.length).toBe((page > 0 ? 1 : 0) + (seen.length < 250 ? 1 : 0));
        page = next.find((index) => index > (page ?? 0)) ?? null;
      }
      expect(seen).toEqual(rows.map(([name]) => name));
    }
  });

  it('says which columns found no room', () => {
    const columns = Array.from({ length: 25 }, (_, i) => ({ label: `列${i}`, numeric: false }));
    const table = { caption: '表', columns, rows: [columns.map((c) => ({ text: c.label, value: null }))] };
    const { blocks } = answerMessage(view({ ...stored('項目23の状況は？'), table }));
    expect(textsOf(blocks).join()).toContain('右側5列');
  });
});

describe('the chart of an answer', () => {
  const series = (points: readonly (readonly [string, number])[]) => ({
    title: '普通会計 実質収支',
    unit: '百万円',
    points: points.map(([label, value]) => ({ label, value })),
  });
  const drawn = (chart: ReturnType<typeof series>, table: ReturnType<typeof tableOf> | null = null) =>
    partsOf(answerMessage(view({ ...stored('項目23の状況は？'), chart, table })).blocks, 'data_visualization')[0];

  it('is a line over years, with its unit', () => {
    const [chart] = partsOf(answerMessage(view(stored('普通会計の実質収支の推移は？'))).blocks, 'data_visualization');
    expect(chart).toMatchObject({
      title: '普通会計 実質収支',
      chart: {
        type: 'line',
        series: [{ name: '普通会計 実質収支' }],
        axis_config: { x_label: '年度', y_label: '単位：百万円' },
      },
    });
    const [english] = partsOf(answerMessage(view(stored(QUESTIONS.at(-1) ?? ''))).blocks, 'data_visualization');
    expect(english).toMatchObject({ chart: { type: 'line', axis_config: { x_label: 'Fiscal year' } } });
  });

  it('is bars where a line would bridge years that are not there', () => {
    expect(
      drawn(
        series([
          ['平成27年度', 1],
          ['平成29年度', 2],
        ]),
      ),
    ).toMatchObject({ chart: { type: 'bar' } });
    expect(
      drawn(
        series([
          ['総務課', 1],
          ['財政課', 2],
        ]),
      ),
    ).toMatchObject({ chart: { type: 'bar' } });
  });

  it('is left out where it could not be true', () => {
    const years = series([
      ['平成29年度', 1],
      ['平成30年度', 2],
    ]);
    expect(
      drawn(
        years,
        tableOf([
          ['平成29年度', '1', 1],
          ['平成30年度', '2', 2],
        ]),
      ),
    ).toBeDefined();
    expect(
      drawn(
        years,
        tableOf([
          ['平成29年度', '1', 1],
          ['令和元年度', '', null],
          ['平成30年度', '2', 2],
        ]),
      ),
    ).toBeUndefined();
    expect(drawn(series([['平成29年度', 1]]))).toBeUndefined();
    expect(
      drawn(
        series([
          ['平成29年度', 1],
          ['平成29年度', 2],
        ]),
      ),
    ).toBeUndefined();
    expect(
      drawn(
        series([
          ['長い長い長い長い長い長い長い長い名称の課', 1],
          ['財政課', 2],
        ]),
      ),
    ).toBeDefined();
    expect(
      drawn(
        series([
          ['長い長い長い長い長い長い長い長い長い名称の課', 1],
          ['財政課', 2],
        ]),
      ),
    ).toBeUndefined();
    expect(drawn(series(Array.from({ length: 21 }, (_, i) => [`FY${2000 + i}`, i])))).toBeUndefined();
  });
});

describe('the buttons of an answer', () => {
  const buttons = (question: string, more = {}) =>
    partsOf(answerMessage(view(stored(question), more)).blocks, 'button');
  const texts = (question: string, more = {}) => buttons(question, more).map((b) => partsOf(b, 'plain_text')[0]?.text);

  it('name what they lead to', () => {
    const [source] = buttons('項目23の状況は？').filter((b) => b.action_id === ACTIONS.source);
    expect(source).toMatchObject({ text: { text: '整理番号23の出典' }, accessibility_label: '整理番号23の出典' });
    expect(texts('What is the status of item 23?')).toContain('Source of item 23');
    expect(texts('普通会計の実質収支の推移は？')).toContain('1.1 普通会計の出典');
    const name = '図表2 職場ごとの有給休暇取得率の推移③(有給休暇取得率の高い順)';
    const long = { ...stored('項目23の状況は？'), subject: { kind: 'place' as const, name, more: false } };
    const [cut] = partsOf(answerMessage(view(long)).blocks, 'button').filter((b) => b.action_id === ACTIONS.source);
    expect(partsOf(cut, 'plain_text')[0]?.text).toMatch(/^.{26}…の出典$/u);
    expect(cut?.accessibility_label).toBe(`${name}の出典`);
  });

  it('carry ids only', () => {
    for (const question of QUESTIONS)
      for (const { value } of buttons(question)) expect(readButtonValue(String(value))?.turn).toBe('T1');
  });

  it('offer the choices of a question back', () => {
    const answer = stored('介護保険の実質収支は？');
    const offered = buttons('介護保険の実質収支は？').filter((b) =>
      actionPattern(ACTIONS.choose).test(String(b.action_id)),
    );
    expect(offered.map((b) => partsOf(b, 'plain_text')[0]?.text)).toEqual(answer.choices);
    expect(offered.map((b) => readButtonValue(String(b.value))?.index)).toEqual([0, 1]);
  });

  it('show an answer to the channel only when the asker alone sees it', () => {
    expect(texts('項目23の状況は？', { ephemeral: true })).toContain('チャンネルに表示');
    expect(texts('項目23の状況は？')).not.toContain('チャンネルに表示');
  });

  it('speak the language of the reader around an answer in another', () => {
    const { blocks, text } = answerMessage(view(stored('項目23の状況は？')), slackWording('en'));
    expect(textsOf(blocks)).toContain('Source of item 23');
    expect(text).toContain('\nSource: ');
  });
});

/** A table of names and figures. */
function tableOf(rows: readonly (readonly [name: string, text: string, value: number | null])[]) {
  return {
    caption: '表',
    columns: [
      { label: '名称', numeric: false },
      { label: '値', numeric: true },
    ],
    rows: rows.map(([name, text, value]) => [
      { text: name, value: null },
      { text, value },
    ]),
  };
}
