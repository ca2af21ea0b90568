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

  test.each(['総務課以外で×の項目は？', 'Apart from 総務課, which items are ×?'])(
    'else is declined: %s',
    (question) => {
      expect(ask(question)).toMatchObject({ kind: 'abstain' });
    },
  );
});
