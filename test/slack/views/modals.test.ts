import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INPUTS } from '../../../src/slack/views/actions.ts';
import { feedbackModal, feedbackThanks, readFeedback } from '../../../src/slack/views/feedback.ts';
import { answerModal } from '../../../src/slack/views/modal-answer.ts';
import { sourceModal } from '../../../src/slack/views/source.ts';
import { slackWording } from '../../../src/slack/wording.ts';
import { scope } from '../../answer/support.ts';
import { expectViewTaken, hostileAnswer, hostileText, partsOf, stored, textsOf } from './support.ts';

const ja = slackWording('ja');

describe('the source of an answer', () => {
  it('is the very line of the report, with its number, its report and the date', () => {
    const shown = textsOf(sourceModal(stored('項目23の状況は？')));
    const item = scope.report.items.find((i) => i.kind === 'plan' && i.number === 23);
    const row = shown.find((text) => text.includes(item?.narrative ?? '?'));
    expect(row?.split('｜').map((cell) => cell.trim())).toEqual(
      scope.report.lines.find((l) => l.line === 329)?.text.split('\t'),
    );
    expect(shown).toContain('329行目');
    expect(shown.join()).toContain(`${scope.report.name}（${scope.report.title}、令和3年2月）`);
    expect(shown.join()).toContain('「｜」は表の列の区切りです。');
  });

  it('is taken by Slack, whatever the report says, and says what is left out', () => {
    const { cut } = ja.source;
    fc.assert(
      fc.property(hostileAnswer, (answer) => {
        const modal = sourceModal(answer, ja);
        expectViewTaken(modal, 'modal');
        const all = answer.excerpts.flatMap((e) => e.lines.map((l) => l.text)).join('').length;
        if (all > 40_000) expect(textsOf(modal)).toContain(cut);
      }),
      { numRuns: 150 },
    );
    const [excerpt] = stored('項目23の状況は？').excerpts;
    if (!excerpt) throw new Error('an answer has a source');
    const lines = Array.from({ length: 40 }, (_, line) => ({ line, text: '項目。'.repeat(500), header: false }));
    const long = { ...stored('項目23の状況は？'), excerpts: [{ ...excerpt, lines, left: 3 }] };
    expectViewTaken(sourceModal(long), 'modal');
    expect(textsOf(sourceModal(long))).toContain(cut);
    const short = { ...long, excerpts: [{ ...excerpt, left: 3 }] };
    expect(textsOf(sourceModal(short))).toContain('ほか3行は省略しています。続きは原本をご覧ください。');
    expect(textsOf(sourceModal(short))).not.toContain(cut);
  });
});

describe('an answer in a window', () => {
  it('says all of it, and its citations', () => {
    for (const question of ['項目23の状況は？', '一部実施の項目は？', '普通会計の実質収支の推移は？']) {
      const answer = stored(question);
      const modal = answerModal(question, answer);
      expectViewTaken(modal, 'modal');
      const shown = textsOf(modal).join('\n');
      expect(shown).toContain(question);
      for (const part of [...answer.text.split('\n'), ...answer.citations]) expect(shown).toContain(part);
      for (const cell of answer.table?.rows.flat() ?? []) expect(shown).toContain(cell.text);
      expect(partsOf(modal, 'button')).toEqual([]);
    }
  });

  it('is taken by Slack, whatever stands in it', () => {
    fc.assert(
      fc.property(hostileText, hostileAnswer, (question, answer) => {
        expectViewTaken(answerModal(question, answer), 'modal');
      }),
      { numRuns: 100 },
    );
  });
});

describe('feedback', () => {
  it('is asked for in a window that Slack takes', () => {
    for (const language of ['ja', 'en'] as const) {
      const words = slackWording(language);
      expectViewTaken(feedbackModal('T1', words), 'modal');
      expectViewTaken(feedbackThanks(true, words), 'modal');
      expectViewTaken(feedbackThanks(false, words), 'modal');
    }
    expect(feedbackModal('T1', ja)).toMatchObject({ private_metadata: 'ja T1' });
    expect(feedbackModal('T1', ja).blocks.map((b) => b.block_id)).toEqual([undefined, INPUTS.reason, INPUTS.comment]);
  });

  it('is read as reason and words, each of which may be missing', () => {
    const chose = (value: string) => ({ selected_option: { value } });
    expect(readFeedback(chose('wrong'), { value: ' 金額が違う ' })).toBe('wrong: 金額が違う');
    expect(readFeedback(chose('unclear'), { value: null })).toBe('unclear');
    expect(readFeedback({ selected_option: null }, { value: 'x' })).toBe('x');
    expect(readFeedback(chose('made up'), {})).toBeNull();
    expect(readFeedback({}, { value: '  ' })).toBeNull();
    expect(readFeedback({}, { value: '字'.repeat(9_000) })?.length).toBe(500);
  });
});
