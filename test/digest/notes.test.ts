import { describe, expect, it } from 'vitest';
import { withNotes } from '../../src/digest/notes.ts';
import { aNote, assistant } from './support.ts';

const ask = (question: string) => assistant.ask(question, null).answer;

describe('notes on an answer', () => {
  it('stand below the report’s words, under a heading of their own', () => {
    const answer = ask('項目23の状況は？');
    const shown = withNotes(answer, [aNote(23, { status: 'done' })]);
    expect(shown.text).toBe(
      `${answer.text}\n■報告書作成後の進捗メモ（報告書の記載ではありません）\n整理番号23「関係課と協議を始めた。」（2021年5月31日、財政課、自己評価：実施済（○））`,
    );
    expect(shown).toEqual({ ...answer, text: shown.text });
  });

  it('are said in the language of the answer', () => {
    expect(withNotes(ask('What is the status of item 23?'), [aNote(23, { section: null })]).text).toMatch(
      /\nProgress notes made after the report \(not part of the report\)\nItem 23: 「関係課と協議を始めた。」 \(2021-05-31\)$/,
    );
  });

  it('are the newest of each item that the answer speaks of, and of no other item or report', () => {
    const notes = [
      aNote(23, { id: 'old', text: '前のメモ' }),
      aNote(23, { id: 'new', text: '後のメモ', changedAt: new Date('2021-06-02T00:00:00Z') }),
      aNote(24, { text: '別の項目' }),
      aNote(23, {
        id: 'x',
        item: { ...aNote(23).item, report: 'another' },
        text: '別の報告書',
        changedAt: new Date('2021-06-03T00:00:00Z'),
      }),
    ];
    const { text } = withNotes(ask('項目23の状況は？'), notes);
    expect(text).toContain('後のメモ');
    for (const other of ['前のメモ', '別の項目', '別の報告書']) expect(text).not.toContain(other);
  });

  it('never shorten the answer: what does not fit is counted', () => {
    const answer = ask('終わっていない項目は？');
    const notes = [4, 11, 12, 14, 16].map((n) => aNote(n));
    const shown = withNotes(answer, notes).text;
    expect(shown.startsWith(answer.text)).toBe(true);
    expect(shown).toMatch(/ほか2件$/);
    const long = { ...answer, text: 'あ'.repeat(1460) };
    const counted = withNotes(long, notes).text;
    expect(counted.length).toBeLessThanOrEqual(1500);
    expect(counted).toMatch(/ほか5件$/);
    const full = { ...answer, text: 'あ'.repeat(1500) };
    expect(withNotes(full, notes)).toBe(full);
  });

  it('leave an answer alone that is none, or that has none', () => {
    for (const answer of [ask('項目23の状況は？'), ask('宇宙課の残業は？')]) expect(withNotes(answer, [])).toBe(answer);
    const refused = ask('項目99の状況は？');
    expect(withNotes(refused, [aNote(23)])).toBe(refused);
  });
});
