import type { NewQuestion } from '../../src/state/questions.ts';
import type { NewSubscription } from '../../src/state/subscriptions.ts';
import type { NewTurn } from '../../src/state/turns.ts';

export const ASKED = 'How many items are done?';

export function aQuestion(change: Partial<NewQuestion> = {}): NewQuestion {
  const ts = change.ts ?? '1617580800.000100';
  return {
    key: `C1:${ts}`,
    eventId: `Ev-${ts}`,
    surface: 'mention',
    channel: 'C1',
    user: 'U1',
    ts,
    thread: ts,
    text: ASKED,
    responseUrl: null,
    previous: null,
    ...change,
  };
}

export function aTurn(id: string, change: Partial<NewTurn> = {}): NewTurn {
  return {
    id,
    conversation: 'C1:1617580800.000100',
    user: 'U1',
    question: 'How many items are done?',
    frame: { act: 'count', years: [2020] },
    report: 'town-r2',
    answer: { text: 'Twelve.' },
    ...change,
  };
}

export function aSubscription(change: Partial<NewSubscription> = {}): NewSubscription {
  return {
    kind: 'reminder',
    scope: { pillars: [], sections: [] },
    channel: 'C1',
    weekdays: [1],
    time: '09:00',
    mention: { kind: 'none' },
    language: 'ja',
    owner: 'U1',
    origin: 'slack',
    ...change,
  };
}
