/** Which table a figure stands in. */
export type FigureTable = 'ordinary' | 'special' | 'enterprise' | 'overtime' | 'leave';

/** What a status cell means, whatever sign the report prints for it. */
export type Mark = 'done' | 'partial' | 'not' | 'later';

/** One cell of a figure table. A parser's print is compared after removing what a tab cell may gain (outer blanks). */
export interface TruthFigure {
  table: FigureTable;
  /** Account or section without blanks and without a trailing ※; sub-accounts as 介護保険特別会計（保険勘定）. */
  subject: string;
  /** The report's own header without blanks; a sub-column as parent（sub）, an unlabelled one as its parent. */
  measure: string;
  /** Fiscal year by the Gregorian year it begins in: R1 = 2019. */
  year: number;
  /** null where the cell prints a dash or nothing. */
  value: number | null;
  /** As printed: △110, ▲ 64, 9,552, 54.30%, —, or '' for a blank cell. */
  print: string;
  /** 百万円, 千円, 億円, 時間, %; null for a ratio column that holds dashes only. */
  unit: string | null;
}

/** A row of the plan table, or of the table of measures outside the plan. */
export interface TruthItem {
  kind: 'plan' | 'extra';
  number: number;
  /** Without blanks that stand for line breaks in the printed cell. */
  title: string;
  /** Without its leading number. For an out-of-plan row: the last label printed at or above it. */
  pillar: string | null;
  /** null when no reader could tell: the cell holds the pillar's name, or nothing above it names a policy. */
  policy: string | null;
  /** '' for out-of-plan rows. */
  outline: string;
  schedule: { year: number; print: string }[];
  narrative: string;
  statuses: { year: number; mark: Mark; print: string }[];
  /** null when the row has no owner cell or an empty one. */
  owners: string[] | null;
}

/** One row and year of the table of results. */
export interface TruthCount {
  /** '合計' for the total row, however that is printed. */
  pillar: string;
  year: number;
  done: number;
  partial: number;
  not: number;
  later: number;
  total: number;
  percentDone: string;
  percentPartial: string;
  percentRest: string;
}

/** A sign and the word that the legend line gives it. */
export interface LegendEntry {
  mark: Mark;
  print: string;
  word: string;
}

/** All that a reader can learn from a generated report. Text is NFC; the report may be NFD. */
export interface Truth {
  /** City, plan and kind of report, without the line breaks of the title page: 瑞浜市行政経営計画実施状況報告書. */
  title: string;
  city: string;
  /** The plan's name without its city, and the outline it carries out (with its city). */
  plan: string;
  outline: string;
  /** The report's fiscal year. */
  year: number;
  /** Calendar year and month on the title page. */
  issued: { year: number; month: number };
  figures: TruthFigure[];
  items: TruthItem[];
  counts: TruthCount[];
  captionsWithoutValues: string[];
  paragraphs: string[];
  notes: string[];
  /** Legend above the item tables. */
  legend: LegendEntry[];
  /** Legend below the table of results; its signs may differ from those of the item tables. */
  countLegend: LegendEntry[];
}

/** A line of questions.jsonl, as the judge reads it. */
export interface EvalQuestion {
  id: string;
  class: string;
  lang: 'ja' | 'en';
  q: string;
  thread?: string[];
  must: string[][];
  must_not: string[];
  cite: string[];
  kind: string;
}

/** An answer that the judge accepts: proof that a question can be answered from the truth. */
export interface ExampleAnswer {
  id: string;
  answer: string;
  citations: string[];
}
