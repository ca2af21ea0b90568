import type { Contents } from './contents.ts';
import type { Plan } from './plan/model.ts';
import type { Settings } from './settings.ts';
import type { MoneyChapter } from './tables/money-chapters.ts';
import type { Ranking } from './tables/rankings.ts';
import type { Truth } from './truth.ts';

/** A report as it was made: what the question writers know beyond the truth. */
export interface Manuscript {
  settings: Settings;
  contents: Contents;
  plan: Plan;
  money: { ordinary: MoneyChapter; special: MoneyChapter; enterprise: MoneyChapter };
  overtime: Ranking;
  leave: Ranking;
  sections: string[];
  captions: { text: string; word: string; english: string }[];
  text: string;
  truth: Truth;
}
