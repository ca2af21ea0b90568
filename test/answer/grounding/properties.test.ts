import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Assistant, Turn } from '../../../src/answer/assistant.ts';
import type { Called } from '../../../src/answer/compose.ts';
import { checkDraft } from '../../../src/answer/grounding.ts';
import { GENERAL_CORPUS } from '../../../src/config.ts';
import { longYear } from '../../../src/report/fiscal-year.ts';
import { runTool } from '../../../src/tools/all.ts';
import { assistantOver, generalLexicon, readGenerated } from '../../eval/generated.ts';
import { type Question, readQuestions } from '../../eval/question-file.ts';
import { generateReport } from '../../generator/generate.ts';
import { assistant, scope } from '../support.ts';

const SEED = 20_210_202;
const general = await generalLexicon(GENERAL_CORPUS);

function generated(seed: number): { asked: Assistant; questions: readonly Question[] } {
  const read = readGenerated(seed);
  if ('problems' in read) throw new Error(read.problems.join('\n'));
  return { asked: assistantOver([read.report], general), questions: generateReport(seed).questions };
}

/** What the check of drafts finds in the rules' own answer to the last question of a thread. */
function foundIn(asked: Assistant, { q, thread = [] }: Question): string[] {
  let turn: Turn | null = null;
  for (const earlier of thread) turn = asked.ask(earlier, turn).turn;
  const { answer } = asked.ask(q, turn);
  return checkDraft(answer.text, {
    called: answer.called,
    question: [...thread, q].join('\n'),
    vocabulary: asked.vocabulary(),
    report: asked.scope().report,
  }).problems.map((u) => `${q} → ${u.kind} ${u.text}: ${answer.text}`);
}

describe('the answers of the rules', () => {
  test.each([7, 33, 88, 140])('pass as drafts, for all questions of generated report %i', (seed) => {
    const { asked, questions } = generated(seed);
    expect(questions.flatMap((question) => foundIn(asked, question))).toEqual([]);
  });
});

describe('the answers of the rules about the real report', () => {
  const files = readdirSync(new URL('../../eval', import.meta.url)).filter((name) => name.endsWith('.jsonl'));
  test('pass as drafts, at least 98 of 100 of all question sets', async () => {
    const sets = await Promise.all(
      files.map((name) => readQuestions(fileURLToPath(new URL(`../../eval/${name}`, import.meta.url)))),
    );
    const questions = sets.flat();
    const found = questions.filter((question) => foundIn(assistant, question).length > 0);
    expect(questions.length).toBeGreaterThan(250);
    expect(found.length, found.map(({ q }) => q).join('\n')).toBeLessThanOrEqual(0.02 * questions.length);
  });
});

describe('a figure of the report', () => {
  const { figures, report } = scope;
  const printed = figures.all.filter((f) => f.table.kind !== 'progress' && f.value !== null && f.role === 'value');
  const check = (draft: string, called: readonly Called[]): boolean =>
    checkDraft(draft, { called, question: '', vocabulary: assistant.vocabulary(), report }).problems.length === 0;
  const seriesOf = (subject: string, measure: string): Called[] => {
    const call = { name: 'figure_series', args: { subject, measure } } as const;
    return [{ call, result: runTool(scope, call) }];
  };

  test('passes with its subject, measure and year, and not with another year of the same row', () => {
    fc.assert(
      fc.property(fc.constantFrom(...printed), fc.nat(), (figure, pick) => {
        const called = seriesOf(figure.subject, figure.measure);
        const say = (year: typeof figure.year): string =>
          `${longYear(year)}の${figure.subject}の${figure.measure}は${figure.print}${figure.print.includes('%') ? '' : (figure.unit ?? '')}です。`;
        expect(check(say(figure.year), called), say(figure.year)).toBe(true);
        const others = figures
          .of(figure.subject)
          .filter((f) => f.measure === figure.measure && f.print !== figure.print);
        const other = others[pick % Math.max(1, others.length)];
        if (other) expect(check(say(other.year), called), say(other.year)).toBe(false);
      }),
      { seed: SEED, numRuns: 150 },
    );
  });
});
