import type { Wording } from './wording.ts';

/** The sentences on figures, rankings and calculations. */
export type FigureWording = Pick<
  Wording,
  | 'amount'
  | 'number'
  | 'figure'
  | 'contradiction'
  | 'older'
  | 'againstAverage'
  | 'assumedYear'
  | 'assumedSubject'
  | 'tableNote'
  | 'noUnit'
  | 'topOnly'
  | 'seriesLead'
  | 'seriesTrend'
  | 'seriesWithin'
  | 'seriesMoves'
  | 'rankingLead'
  | 'rankingNone'
  | 'ranked'
  | 'rankingScope'
  | 'rankOf'
  | 'placesOverYears'
  | 'equalToAverage'
  | 'changeRankingLead'
  | 'rankedChange'
  | 'notCompared'
  | 'textComparison'
  | 'calculation'
  | 'sign'
>;
