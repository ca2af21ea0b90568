import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { saysNothing } from '../../../src/agent/draft.ts';
import { plainDraft } from '../../../src/agent/wording.ts';
import { checkDraft } from '../../../src/answer/grounding.ts';
import { vocabulary } from '../frames.ts';
import { scope } from '../support.ts';
import { calledFor } from './evidence.ts';

const draftSchema = z.strictObject({
  /** What the tools were asked before: by its name, or call by call. */
  evidence: z.union([z.string(), z.array(z.strictObject({ name: z.string(), args: z.unknown() }))]),
  right: z.boolean(),
  why: z.string(),
  question: z.string(),
  draft: z.string(),
});
const drafts = readFileSync(new URL('./drafts.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => draftSchema.parse(JSON.parse(line)));
function found({ evidence, question, draft }: (typeof drafts)[number]): string[] {
  const grounds = { called: calledFor(evidence), question, vocabulary, report: scope.report };
  return checkDraft(plainDraft(draft), grounds).problems.map((u) => `${u.kind} ${u.text}`);
}

/** A draft without a figure, status or name out of a result is no answer, and is not shown. */
function isShown(draft: (typeof drafts)[number]): boolean {
  return found(draft).length === 0 && !saysNothing(draft.draft, calledFor(draft.evidence));
}

describe('drafts that say what no tool returned, or of something else', () => {
  const wrong = drafts.filter((draft) => !draft.right);
  it('are at least forty, in both languages', () => {
    expect(wrong.filter(({ draft }) => /\p{Script=Hiragana}/u.test(draft)).length).toBeGreaterThanOrEqual(40);
    expect(wrong.filter(({ draft }) => !/\p{Script=Hiragana}/u.test(draft)).length).toBeGreaterThanOrEqual(20);
  });
  it('are all found', () => {
    expect(wrong.filter(isShown).map(({ why, draft }) => `${why}: ${draft}`)).toEqual([]);
  });
});

describe('drafts that say what the tools returned', () => {
  it('pass, at least 95 of 100', () => {
    const right = drafts.filter((draft) => draft.right);
    expect(right.length).toBeGreaterThanOrEqual(40);
    const refused = right.flatMap((draft) => found(draft).map((what) => `${draft.draft} (${what})`));
    expect(new Set(refused).size, refused.join('\n')).toBeLessThanOrEqual(0.05 * right.length);
  });
});

describe('drafts that are wrong and pass, and right ones that are refused', () => {
  it('are known: one that is judged as it should be belongs to the set', () => {
    const open = readFileSync(new URL('./open.jsonl', import.meta.url), 'utf8')
      .trim()
      .split('\n')
      .map((line) => draftSchema.parse(JSON.parse(line)));
    expect(open.filter((draft) => isShown(draft) === draft.right).map(({ draft }) => draft)).toEqual([]);
  });
});
