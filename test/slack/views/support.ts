import fc from 'fast-check';
import { expect } from 'vitest';
import type { AnswerView } from '../../../src/slack/views/answer.ts';
import type { SlackMessage } from '../../../src/slack/views/elements.ts';
import { LIMITS } from '../../../src/slack/views/limits.ts';
import { type StoredAnswer, storeAnswer, storedAnswerSchema } from '../../../src/slack/views/stored-answer.ts';
import { ask, scope } from '../../answer/support.ts';
import { demandMessageBlocks } from '../../support/slack/limits/message.ts';
import { demandView } from '../../support/slack/limits/view.ts';

const NOTHING_REFUSED: ReadonlySet<string> = new Set();

/** As Slack would take it: refused blocks throw. */
export function expectTaken({ text, blocks }: SlackMessage): void {
  demandMessageBlocks(blocks, NOTHING_REFUSED);
  expect(text.length).toBeLessThanOrEqual(LIMITS.message.text);
  expect(text.trim()).not.toBe('');
  expect(JSON.stringify(blocks).isWellFormed()).toBe(true);
}

export function expectViewTaken(view: unknown, surface: 'modal' | 'home'): void {
  demandView(view, surface, NOTHING_REFUSED);
  expect(JSON.stringify(view).includes('mrkdwn')).toBe(false);
}

/** The real answer to the last of these questions, as it comes back from where it was kept. */
export function stored(...questions: readonly string[]): StoredAnswer {
  return storedAnswerSchema.parse(JSON.parse(JSON.stringify(storeAnswer(ask(...questions), scope))));
}

export function view(answer: StoredAnswer, more: Partial<AnswerView> = {}): AnswerView {
  return { turn: 'T1', answer, page: 0, ephemeral: false, ...more };
}

/** Every object within blocks of this type. */
export function partsOf(value: unknown, type: string): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && value.type === type ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap((part) => partsOf(part, type))];
}

/** All texts that are seen in blocks. */
export function textsOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    typeof part === 'string' ? (key === 'text' || key === 'caption' ? [part] : []) : textsOf(part),
  );
}

/** Words that people, reports or models may bring and that no view was made for. */
export const hostileText = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\n',
    '\t',
    '\u200b',
    '👨‍👩‍👧‍👦🏳️‍🌈',
    '\ud83d',
    '\udc00x',
    '\u202egnp.exe',
    'مرحبا بالعالم',
    '\0',
  ),
  fc.constantFrom('<!channel>', '<@U1>', '@here', '&amp;', 'https://example.com/?a=b&c', '*太字*', '> 引用', ':tada:'),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.nat({ max: 5_000 }).map((n) => '項目&。'.repeat(n).slice(0, n)),
  fc.nat({ max: 5_000 }).map((n) => '😀'.repeat(n).slice(0, n)),
);

const cell = fc.record({ text: hostileText, value: fc.oneof(fc.constant(null), fc.double({ noNaN: true })) });
const small = fc.record({
  text: fc.string({ maxLength: 12 }),
  value: fc.option(fc.integer(), { nil: null }),
});

/** Tables of up to 30 columns, with a few cells that are huge, or with many rows. */
const table = fc.record({
  caption: hostileText,
  columns: fc.array(fc.record({ label: hostileText, numeric: fc.boolean() }), { maxLength: 30 }),
  rows: fc.oneof(
    fc.array(fc.array(cell, { maxLength: 30 }), { maxLength: 12 }),
    fc
      .record({ row: fc.array(small, { maxLength: 8 }), times: fc.integer({ min: 100, max: 400 }) })
      .map((r) => Array.from({ length: r.times }, () => r.row)),
  ),
});

const chart = fc.record({
  title: hostileText,
  unit: hostileText,
  points: fc.array(
    fc.record({
      label: fc.oneof(
        hostileText,
        fc.integer({ min: 1990, max: 2030 }).map((y) => `FY${y}`),
      ),
      value: fc.double(),
    }),
    { maxLength: 30 },
  ),
});

const excerpt = fc.record({
  citation: hostileText,
  report: fc.record({
    name: hostileText,
    title: hostileText,
    issued: fc.constantFrom(null, { year: 2021, month: 2 }),
  }),
  lines: fc.array(fc.record({ line: fc.nat(), text: hostileText, header: fc.boolean() }), { maxLength: 40 }),
  left: fc.nat({ max: 300 }),
});

/** Answers that no report would give. */
export const hostileAnswer: fc.Arbitrary<StoredAnswer> = fc.record({
  kind: fc.constantFrom('answer' as const, 'clarify' as const, 'abstain' as const),
  language: fc.constantFrom('ja' as const, 'en' as const),
  text: hostileText,
  table: fc.option(table),
  chart: fc.option(chart),
  citations: fc.array(hostileText, { maxLength: 8 }),
  excerpts: fc.array(excerpt, { maxLength: 6 }),
  followUps: fc.array(hostileText, { maxLength: 12 }),
  choices: fc.array(hostileText, { maxLength: 40 }),
  subject: fc.oneof(
    fc.constant(null),
    fc.record({
      kind: fc.constant('item' as const),
      of: fc.constantFrom('plan' as const, 'extra' as const),
      number: fc.integer(),
    }),
    fc.record({ kind: fc.constant('place' as const), name: hostileText, more: fc.boolean() }),
  ),
});
