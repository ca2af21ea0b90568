import { type Assistant, createAssistant } from '../../src/answer/assistant.ts';
import { loadLexicon, mergeLexicons } from '../../src/answer/lexicon.ts';
import { indexLexicon, type LexiconIndex } from '../../src/answer/lexicon-index.ts';
import { createLibrary } from '../../src/report/library.ts';
import type { Report } from '../../src/report/model.ts';
import { readReport } from '../../src/report/read.ts';
import { generateReport } from '../generator/generate.ts';
import { askAndJudge, type Verdict } from './score.ts';

/** The vocabulary that holds for any city. */
export async function generalLexicon(folder: string): Promise<LexiconIndex> {
  return indexLexicon(mergeLexicons([await loadLexicon(folder)].filter((lexicon) => lexicon !== null)));
}

/** An assistant over reports in memory, with nothing but the vocabulary that holds for any city. */
export function assistantOver(reports: readonly Report[], lexicon: LexiconIndex): Assistant {
  return createAssistant(createLibrary(reports), [], () => lexicon);
}

/** Reads the generated report of a seed; a refused one is an array of its problems. */
export function readGenerated(seed: number): { report: Report } | { problems: string[] } {
  const { text } = generateReport(seed);
  const read = readReport(new TextEncoder().encode(text), `seed-${seed}`);
  if (read.ok) return { report: read.report };
  return { problems: read.problems.map((problem) => `line ${problem.line ?? '-'}: ${problem.message}`) };
}

/** Asks the questions of generated reports, each report alone; all questions of a refused report fail. */
export function judgeGenerated(seeds: readonly number[], lexicon: LexiconIndex): Verdict[] {
  return seeds.flatMap((seed) => {
    const from = `seed ${seed}`;
    const { questions } = generateReport(seed);
    const read = readGenerated(seed);
    if ('problems' in read)
      return questions.map((question) => ({
        question,
        from,
        kind: 'refused',
        answer: '',
        citations: [],
        reasons: [`the report was refused: ${read.problems.slice(0, 3).join('; ')}`],
      }));
    const assistant = assistantOver([read.report], lexicon);
    return questions.map((question) => askAndJudge(assistant, question, from));
  });
}
