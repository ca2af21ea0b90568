import type { FiscalYear } from '../report/fiscal-year.ts';
import { statusWords } from '../report/legend.ts';
import type { ItemStatus, PlanItem, Report, ScheduleEntry, Status } from '../report/model.ts';
import type { Calculation } from '../tools/calculate.ts';
import type { ChangeRanking, RankedChange } from '../tools/change-ranking.ts';
import type { FigureHit, TableInfo } from '../tools/figure-index.ts';
import type { Movement, SeriesResult } from '../tools/figures.ts';
import type { Miss } from '../tools/miss.ts';
import type { MovedItem, PlanChange } from '../tools/plan-changes.ts';
import type { ItemListResult, OwnerCount } from '../tools/plan-items.ts';
import type { RankArgs, RankedFigure, RankingResult } from '../tools/ranking.ts';
import type { TextComparison } from '../tools/text-comparison.ts';
import type { YearPlaces } from '../tools/year-places.ts';
import type { ClaimedYears } from './compose-claims.ts';
import type { Language } from './frame.ts';
import { english } from './wording-en.ts';
import { japanese, japaneseFor } from './wording-ja.ts';

/** A run of years with one stage: `検討 R1`, `実施 R2–R5`. */
export interface StageRun {
  readonly stage: string;
  readonly from: FiscalYear;
  readonly to: FiscalYear;
  readonly implementing: boolean;
}

/** Names in the asker's language. */
export interface Names {
  measure(print: string): string;
  /** Account, section, pillar, or the whole plan. */
  subject(print: string): string;
  section(print: string): string;
  pillar(print: string): string;
  title(print: string): string;
  /** Word and mark; in Japanese the word of the report's legend. */
  status(status: Status, print?: string): string;
}

/** All sentences that an asker reads, in one language. */
export interface Wording {
  /** The plan as a whole, as subject of a count. */
  readonly whole: string;
  /** Name of a count or share of items; null for a measure that the report prints. */
  countMeasure(measure: string): string | null;
  year(year: FiscalYear): string;
  /** Value with unit; a minus is said, since its mark is also a status. */
  amount(figure: Pick<FigureHit, 'value' | 'print' | 'unit'>): string;
  /** A number that was calculated. */
  number(value: number, unit: string | null, decimals: number): string;
  unit(unit: string | null): string;
  status(status: Status, print?: string): string;
  join(parts: readonly string[]): string;
  sentence(parts: readonly string[]): string;
  quote(text: string): string;
  itemName(item: PlanItem, names: Names): string;
  itemShort(item: PlanItem, names: Names): string;

  /** The end of a year; `expected`: the report was written before it. */
  endOf(year: FiscalYear, expected: boolean): string;
  itemStatus(item: PlanItem, status: ItemStatus, expected: boolean, names: Names): string;
  otherStatus(status: ItemStatus, expected: boolean): string;
  earlierStatus(year: FiscalYear, status: Status, print: string, report: string, certain: boolean): string;
  noStatus(item: PlanItem, year: FiscalYear, known: readonly FiscalYear[], names: Names): string;
  extraItem(item: PlanItem, names: Names): string;
  owner(owners: readonly string[] | null, names: Names): string;
  ownerOf(item: PlanItem, names: Names): string;
  schedule(item: PlanItem, runs: readonly StageRun[], names: Names): string;
  scheduledIn(entry: ScheduleEntry): string;
  pillarOf(item: PlanItem, names: Names): string;
  outline(text: string): string;
  says(sentences: readonly string[]): string;
  saysIn(item: PlanItem, sentences: readonly string[], names: Names): string;
  saysUnder(heading: string, sentences: readonly string[]): string;
  alsoNumbered(item: PlanItem, names: Names): string;
  alsoIn(items: readonly PlanItem[], names: Names): string;
  notInItem(words: readonly string[], item: PlanItem, names: Names): string;
  line(item: PlanItem, detail: string, names: Names): string;
  statusChanged(item: PlanItem, before: ItemStatus, after: ItemStatus, names: Names): string;
  denies(): string;
  affirms(): string;

  /** `end`: the end of the year of the statuses, as `endOf` says it. */
  listLead(count: number, of: number, end: string | null, conditions: readonly string[], extra: boolean): string;
  listNone(of: number, conditions: readonly string[], extra: boolean): string;
  extraLead(count: number): string;
  /** Not every item is certain to have its pillar. */
  pillarDoubt(doubt: NonNullable<ItemListResult['doubt']>): string;
  conditionOwner(sections: readonly string[]): string;
  conditionNotOwner(sections: readonly string[]): string;
  conditionNotStage(stages: readonly string[]): string;
  conditionStage(word: string | null, year: FiscalYear, starting: boolean): string;
  conditionOwnerCount(count: OwnerCount): string;
  conditionNoOwner(): string;
  statusGroup(status: Status, print: string, count: number): string;

  countLead(subject: string, year: FiscalYear, parts: readonly string[], total: number): string;
  countPart(status: Status, figure: FigureHit, share: FigureHit | null): string;
  jointShare(statuses: readonly Status[], share: string): string;
  before(year: FiscalYear, parts: readonly string[]): string;
  /** `ends`: as `endOf` says them. */
  changesLead(ends: readonly [string, string], count: number, what: string): string;
  changeKind(direction: string | null, from: readonly Status[] | null, to: readonly Status[] | null): string;
  oneYearOnly(): string;
  planCompared(older: string, newer: string): string;
  planChanged(change: PlanChange, count: number): string;
  /** From one title, or number, to the other; that it is the same item may be uncertain. */
  itemMoved(pair: MovedItem, change: 'retitled' | 'renumbered', names: Names): string;
  /** Nothing to compare the plan with. */
  noOlderReport(): string;

  figure(figure: FigureHit, names: Names): string;
  contradiction(figure: FigureHit): string;
  /** The sign of a figure, where it is asked; `denies`: the other one was. */
  sign(is: 'positive' | 'negative', denies: boolean): string;
  /** Words of the question that the answer had to leave aside. */
  leftAside(words: readonly string[]): string;
  older(print: string, report: string): string;
  againstAverage(figure: FigureHit, average: FigureHit): string;
  assumedYear(year: FiscalYear): string;
  assumedSubject(subject: string, others: readonly string[]): string;
  tableNote(note: string): string;
  /** The table prints no unit, so that nobody can say whether these are thousands or millions. */
  noUnit(): string;
  writtenOut(amounts: readonly { readonly yen: number; readonly year: FiscalYear | null }[]): string;
  topOnly(table: TableInfo, top: number): string;
  seriesLead(figures: readonly FigureHit[], names: Names): string;
  /** The years whose figure lies on the side of the limit that was asked for. */
  seriesWithin(within: NonNullable<SeriesResult['within']>, any: FigureHit, names: Names): string;
  /** The years that moved as asked, against the year before. */
  seriesMoves(moved: NonNullable<SeriesResult['moved']>, any: FigureHit, names: Names): string;
  seriesTrend(first: FigureHit, last: FigureHit, movement: Movement): string;
  rankingLead(result: RankingResult, names: Names): string;
  /** The highest, or lowest, of those that lead in several years. */
  mostOfYears(figures: readonly FigureHit[], order: RankArgs['order'], names: Names): string;
  /** Who is among those of all of so many years, or of one only. */
  inYears(subjects: readonly string[], years: number | 'one'): string;
  /** Some were left out of the order. */
  rankingWithout(subjects: readonly string[]): string;
  rankingNone(result: RankingResult, names: Names): string;
  ranked(row: RankedFigure, result: RankingResult, names: Names): string;
  /** Which tables of accounts were ranked, and by which of their columns. */
  rankingScope(result: RankingResult, names: Names): string;
  rankOf(result: RankingResult, names: Names): string;
  /** In which years one was first, and which places it had in the others. */
  placesOverYears(places: YearPlaces, names: Names): string;
  /** In which years the one figure was larger than the other. */
  claimedYears(told: ClaimedYears, names: Names): string;
  equalToAverage(figures: readonly FigureHit[], names: Names): string;
  changeRankingLead(result: ChangeRanking, names: Names): string;
  rankedChange(row: RankedChange, names: Names): string;
  /** How many subjects could not be compared, for want of the older figure. */
  notCompared(result: ChangeRanking): string;
  calculation(result: Calculation, names: Names): string;
  textComparison(result: TextComparison): string;

  miss(miss: Miss, names: Names): string;
  unknownWords(words: readonly string[]): string;
  /** A line has the word, but what stands there could not be read. */
  unreadLine(word: string, line: number): string;
  nearest(items: readonly string[]): string;
  /** A kind of quantity was asked that the passage does not state. */
  /** The report has no figure by that name. */
  noFigureOf(name: string): string;
  /** The text speaks of another year. */
  noFigureForYear(year: FiscalYear): string;
  noQuantity(want: 'people' | 'money' | 'percent' | 'days' | 'hours'): string;
  /** Why was asked of a figure, and the report gives the figure only. */
  noReason(): string;
  /** Who was asked, and the report names sections only. */
  noPerson(): string;
  notFound(): string;
  decline(why: 'opinion' | 'instruction' | 'unknown' | 'which-section' | 'which-one' | 'exclusion' | 'lacking'): string;
  /** To thanks and greetings that ask nothing. */
  greeting(): string;
  onlyReport(): string;
  /** The question asks for more than what was read of it. */
  partly(): string;
  /** Where the answer before stands; none where it stands nowhere. */
  sourcesAre(citations: readonly string[]): string;
  /** The newest report says nothing of it, and an older one does. */
  onlyOlder(report: string, older: string): string;
  /** A report of that year, or an older one for null, was named; the answer is from another one. */
  noReport(year: FiscalYear | null, report: string): string;
  whichOne(): string;
  choice(subject: string, answer: string): string;
  contents(data: {
    title: string;
    issued: string | null;
    plan: number;
    extra: number;
    pillars: readonly string[];
    tables: readonly string[];
    pictures: readonly string[];
  }): string;
  /** When a report came out, where that is asked; `on` as of `issuedOn`. */
  issued(title: string, on: string): string;
  issuedOn(year: number, month: number): string;
  tablesLead(): string;
  pillarsLead(count: number): string;
  sectionsLead(count: number): string;
  legend(entries: readonly { print: string; meaning: string; status: Status }[]): string;
  empty(): string;
  tooLong(limit: number): string;
  examples(examples: readonly string[]): string;
  more(): string;

  columns: Readonly<
    Record<
      | 'number'
      | 'title'
      | 'status'
      | 'owner'
      | 'year'
      | 'subject'
      | 'value'
      | 'rank'
      | 'change'
      | 'total'
      | 'share'
      | 'schedule',
      string
    >
  >;
  followUp: {
    itemOwner(number: string): string;
    itemSchedule(number: string): string;
    itemNarrative(number: string): string;
    statusOfPillar(pillar: string): string;
    sameIn(year: FiscalYear): string;
    trend(subject: string, measure: string): string;
    listStatus(status: Status): string;
    whole(): string;
    lowest(measure: string): string;
    legend(): string;
  };
  itemLabel(kind: PlanItem['kind'], number: number): string;
}

/** Sentences in the asker's language; `report`: in Japanese with its own words for its statuses. */
export function wordingFor(language: Language, report: Pick<Report, 'legend' | 'items'> | null = null): Wording {
  if (language === 'en') return english;
  if (!report) return japanese;
  const made = ofReport.get(report) ?? japaneseFor(statusWords(report));
  ofReport.set(report, made);
  return made;
}

/** Every question needs them. */
const ofReport = new WeakMap<object, Wording>();
