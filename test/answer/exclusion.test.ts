import { describe, expect, test } from 'vitest';
import { ask, calls } from './support.ts';

const OTHERS = ['地域マネジメント', '人材マネジメント', '財務マネジメント', '政策マネジメント'];

describe('what a question takes out', () => {
  test.each([
    '組織マネジメント以外の△は？',
    'R2の△、組織マネジメントの分を抜いたら何件？',
    'Which items are △, apart from the Organization Management pillar?',
  ])('of the pillars, the others are left: %s', (question) => {
    expect(calls(ask(question))[0]?.[1]).toMatchObject({ pillars: OTHERS, statuses: ['partial'] });
  });

  test.each([
    '総務課以外で×の項目は？',
    'Apart from 総務課, which items are ×?',
    '×の項目で総務課が担当していないのは？',
  ])('a section, of the items: %s', (question) => {
    const answer = ask(question);
    expect(calls(answer)[0]).toEqual(['list_items', expect.objectContaining({ exceptSections: ['総務課'] })]);
    expect(answer.text).toContain('26');
    expect(answer.text).not.toContain('16');
  });

  test('a section, of an order', () => {
    const answer = ask('子育て支援課を除いて、残業が一番多い課は？');
    expect(answer.text).toContain('総務課（225.8時間）です。（子育て支援課を除いています。）');
  });

  test('an account, of an order of accounts', () => {
    expect(calls(ask('普通会計以外で歳入が一番多い会計は？'))[0]?.[1]).toMatchObject({ except: ['普通会計'] });
  });

  test.each(['R2から実施の項目、順次実施は除いて', 'Which items start 実施 (not 順次実施) in R2?'])(
    'a stage of the schedule: %s',
    (question) => {
      expect(calls(ask(question))[0]?.[1]).toMatchObject({ exceptStages: ['順次実施'] });
    },
  );

  test.each(['総務課以外の残業時間は？', '△以外の項目を担当する課は？'])('else is declined: %s', (question) => {
    expect(ask(question)).toMatchObject({ kind: 'abstain' });
  });
});
