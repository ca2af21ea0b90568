import type { Assistant } from '../../src/answer/assistant.ts';
import type { Report } from '../../src/report/model.ts';
import { median, timed } from './figures.ts';

/** The longest question that is answered, in characters. */
const LONGEST = 2000;
const WARM_UP = 3;
const ROUNDS = 9;

/** Milliseconds for the slowest of the longest questions: of each the median of several rounds, after a warm-up. */
export async function slowestLongQuestion(assistant: Assistant): Promise<number> {
  const medians: number[] = [];
  for (const question of longQuestions(assistant.scope().report)) {
    const times: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) {
      const { ms } = await timed(() => assistant.ask(question, null));
      if (round >= WARM_UP) times.push(ms);
    }
    medians.push(median(times));
  }
  return Math.max(...medians);
}

/** Questions with as many names, words, numbers or slips as fit: whatever is looked for occurs hundreds of times. */
function longQuestions(report: Report): string[] {
  const accounts = report.tables.filter((table) => table.kind === 'account').flatMap((table) => table.subjects);
  const titles = report.items.map((item) => item.title);
  const owners = report.items.flatMap((item) => item.owners ?? []);
  const narratives = report.items.map((item) => item.narrative).join('');
  const units = [
    titles.join(''),
    owners.join(''),
    [...accounts, ...report.pillars, ...owners, ...titles].join(''),
    ...accounts.map((account) => `${account}の`),
    narratives,
    '脱炭素',
    '介護保険会計の',
    'かいごほけんの',
    '○と△',
    '1と',
    'R1と',
    'overtiem expendture ',
    'ordinary account revenue and overtime of the section ',
    '課',
    '「',
  ];
  return units.map((unit) => unit.repeat(Math.ceil(LONGEST / unit.length)).slice(0, LONGEST));
}
