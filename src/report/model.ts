import type { FiscalYear } from './fiscal-year.ts';

/** Where something stands in a report: the line (from 1) and, for a table, the cell (from 0). */
export interface SourceRef {
  /** Identifier of the report: the name of its folder in the corpus. */
  readonly report: string;
  /** Line of the received text, counted from 1. */
  readonly line: number;
  /** Tab cell of the line, counted from 0; null when the whole line is meant. */
  readonly cell: number | null;
  /** Heading of the chapter as printed: `1. 荒尾市会計別決算等の状況`. */
  readonly chapter: string;
  /** What a reader looks for inside the chapter: `1.2 特別会計`, `図表1 …`, `整理番号23「…」`, `計画以外4「…」`. */
  readonly place: string;
}

/** A number as the report prints it. `value` is null when the report prints a dash or nothing: missing is not 0. */
export interface Figure {
  readonly value: number | null;
  /** As printed with the table: `百万円`, `%`, `時間`; null when the report states none. */
  readonly unit: string | null;
  /** As printed, after NFKC and without outer spaces: `△110`, `▲ 64`, `9,552`, `54.30%`, `—`. */
  readonly print: string;
}

/** One figure of a table: what (subject), which quantity (measure), when (year), how much, where it stands. */
export interface Observation extends Figure {
  /** `FigureTable.id`. */
  readonly table: string;
  /** Account or section, spaces inside removed: `介護保険特別会計（保険勘定）`, `総務課`; of a single-account table the account. */
  readonly subject: string;
  /** Column header, sub-columns as `parent（sub）`: `他会計等からの繰入金（基準外）`. */
  readonly measure: string;
  readonly year: FiscalYear;
  /** `average` for a printed average row (平均値), which is no subject of its own. */
  readonly role: 'value' | 'average';
  /** Notes of the table that are about this figure; absent when none is. */
  readonly notes?: readonly string[];
  readonly source: SourceRef;
}

export interface FigureTable {
  /** Unique within the report and stable against reordering of other tables' rows: `t1`, `t2`, … by order of appearance. */
  readonly id: string;
  /** `account`: subjects by year and measure. `ranking`: subjects ranked side by side, one column pair a year. */
  readonly kind: 'account' | 'ranking';
  /** Nearest heading or the caption: `1.2 特別会計`, `図表1 1人当たりの年間超過勤務時間が多い5職場`. */
  readonly title: string;
  readonly chapter: string;
  readonly unit: string | null;
  /** In order of first appearance, without duplicates. */
  readonly subjects: readonly string[];
  readonly measures: readonly string[];
  /** Ascending. */
  readonly years: readonly FiscalYear[];
  readonly observations: readonly Observation[];
  /** A ranking that shows only its first n (「多い5職場」): n; null when everything is listed. */
  readonly top: number | null;
  /** Notes (※) that belong to the table. */
  readonly notes: readonly string[];
  /** Line of the first header row. */
  readonly source: SourceRef;
}

/** ○ done · △ partial · × not done or under consideration · ― planned for a later year. */
export type Status = 'done' | 'partial' | 'not' | 'later';

/** A cell of the results table: one or two counts with one printed share, `0(4) (44.4%)`. */
export interface StatusCount {
  readonly year: FiscalYear;
  /** One status, or two that share a column: `×(-)` is `['not', 'later']`. */
  readonly statuses: readonly Status[];
  /** Same length and order as `statuses`. */
  readonly counts: readonly number[];
  /** Printed share of all these counts together. */
  readonly share: Figure | null;
  readonly print: string;
  /** True when the cell carries a note mark (※). */
  readonly noted: boolean;
  readonly source: SourceRef;
}

export interface PillarResult {
  /** Without its leading number: `地域マネジメント`. */
  readonly pillar: string;
  /** As printed: `1. 地域マネジメント`. */
  readonly label: string;
  readonly total: number | null;
  readonly totalShare: Figure | null;
  readonly counts: readonly StatusCount[];
  readonly source: SourceRef;
}

/** The table of counts by pillar (体系), status and year. */
export interface ResultsTable {
  readonly title: string;
  readonly chapter: string;
  readonly years: readonly FiscalYear[];
  readonly pillars: readonly PillarResult[];
  /** The 合計 row; null when the table has none. */
  readonly total: PillarResult | null;
  readonly notes: readonly string[];
  readonly source: SourceRef;
}

export interface ScheduleEntry {
  readonly year: FiscalYear;
  /** As printed: `検討`, `順次実施`, `→`, or empty. */
  readonly print: string;
  /** What holds in that year: an arrow repeats the stage before it; null when nothing is printed. */
  readonly stage: string | null;
  /** True when the stage is an implementing one (実施, 順次実施), by the words of form.ts. */
  readonly implementing: boolean;
}

export interface ItemStatus {
  readonly year: FiscalYear;
  readonly status: Status;
  readonly print: string;
  /** Header of its column: `取組状況（R2年度末時点）`. */
  readonly heading: string;
  readonly source: SourceRef;
}

/** A plan item (整理番号 in 実施計画) or an item outside the plan (`extra`, 実施計画以外). Numbers are unique within a kind. */
export interface PlanItem {
  readonly kind: 'plan' | 'extra';
  readonly number: number;
  readonly title: string;
  /** Pillar (体系) without its leading number; null when the report does not let it be known. */
  readonly pillar: string | null;
  /** Policy (施策); null when its cell is empty and nothing printed tells it. */
  readonly policy: string | null;
  readonly outline: string | null;
  /** Ascending by year; empty for extra items. */
  readonly schedule: readonly ScheduleEntry[];
  /** The text on what was done. */
  readonly narrative: string;
  /** Ascending by year; empty for extra items. */
  readonly statuses: readonly ItemStatus[];
  /** Sections in charge as printed; null when the report states none. */
  readonly owners: readonly string[] | null;
  readonly source: SourceRef;
  /** The cells of which the fields above keep only the meaning, as printed; null where the row has no such cell. */
  readonly printed?: {
    readonly number: string;
    readonly pillar: string | null;
    readonly policy: string | null;
    readonly owner: string | null;
    /** Cells of columns that the form does not know. */
    readonly other: readonly { readonly heading: string; readonly text: string }[];
  };
}

export interface TextBlock {
  readonly kind: 'heading' | 'paragraph' | 'list' | 'caption' | 'note' | 'legend';
  readonly text: string;
  /** Nearest heading above, or the chapter. */
  readonly heading: string;
  /** A caption of a figure or table whose values the text does not contain. */
  readonly withoutValues: boolean;
  readonly source: SourceRef;
}

export interface LegendEntry {
  readonly status: Status;
  readonly print: string;
  /** As printed: `未実施または検討中`. */
  readonly meaning: string;
  readonly source: SourceRef;
}

export type LineUse = 'cell' | 'heading' | 'paragraph' | 'caption' | 'note' | 'legend' | 'unknown';

/** What a non-empty line was read as. */
export interface ReadLine {
  readonly line: number;
  readonly use: LineUse;
  readonly excerpt: string;
  /** The whole line, with one tab between two cells. */
  readonly text: string;
}

/** Something wrong or odd in a report, with where it stands. `code` is stable; wording is made by the face. */
export interface Problem {
  readonly code: string;
  readonly line: number | null;
  readonly excerpt: string;
  /** Plain English sentence: what, and what to do. */
  readonly message: string;
  /** What is wrong, as printed: a mark, a figure; or the kind of file. For a sentence in another language. */
  readonly named?: string;
  /** Another line that it has to do with. */
  readonly other?: number;
}

/** One cross-check of printed figures. */
export interface Check {
  readonly code: string;
  /** Plain English sentence of what was compared. */
  readonly what: string;
  /** `rounding`: off by at most one unit of the last printed digit per part; `contradicts`: by more. */
  readonly verdict: 'agrees' | 'rounding' | 'contradicts';
  readonly printed: number;
  readonly expected: number;
  /** The figure concerned, when the check is about one: its source line and measure. */
  readonly observation: { readonly subject: string; readonly measure: string; readonly year: FiscalYear } | null;
  readonly lines: readonly number[];
  /** In the report's own words, which row, year and cell is checked, for faces that are not English. */
  readonly about?: string;
}

export interface Report {
  readonly id: string;
  /** Title lines joined: `荒尾市行政経営計画（第五次荒尾市行政改革大綱）実施状況報告書`. */
  readonly title: string;
  /** How a citation names it: `令和2年度実施状況報告書`. */
  readonly name: string;
  readonly city: string | null;
  /** The fiscal year the report is about. */
  readonly year: FiscalYear;
  /** Date on the cover, a calendar month. */
  readonly issued: { readonly year: number; readonly month: number } | null;
  readonly chapters: readonly string[];
  readonly tables: readonly FigureTable[];
  readonly results: ResultsTable | null;
  /** In order of appearance. */
  readonly items: readonly PlanItem[];
  /** Pillar names in the report's order. */
  readonly pillars: readonly string[];
  readonly text: readonly TextBlock[];
  readonly legend: readonly LegendEntry[];
  /** Every non-empty line, in order. */
  readonly lines: readonly ReadLine[];
  readonly checks: readonly Check[];
  readonly warnings: readonly Problem[];
}

export type ReadResult =
  | { readonly ok: true; readonly report: Report }
  | { readonly ok: false; readonly problems: readonly Problem[] };
