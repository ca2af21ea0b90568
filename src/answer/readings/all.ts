import { aboutReadings } from './about.ts';
import { declineReadings } from './declines.ts';
import { beyondReadings } from './figure-beyond.ts';
import { calculationReadings } from './figure-calculations.ts';
import { changeReadings } from './figure-changes.ts';
import { joinReadings } from './figure-joins.ts';
import { placeReadings } from './figure-places.ts';
import { rankingReadings } from './figure-rankings.ts';
import { valueReadings } from './figure-values.ts';
import { countReadings } from './item-counts.ts';
import { groupReadings } from './item-groups.ts';
import { listReadings } from './item-lists.ts';
import { itemReadings } from './items.ts';
import { alikeReadings } from './items-alike.ts';
import type { Reading } from './reading.ts';
import { refusalReadings } from './refusals.ts';

/** All families of questions. Their order decides nothing: `choose` weighs them. */
export const READINGS: readonly Reading[] = [
  ...itemReadings,
  ...listReadings,
  ...alikeReadings,
  ...countReadings,
  ...groupReadings,
  ...valueReadings,
  ...rankingReadings,
  ...placeReadings,
  ...beyondReadings,
  ...calculationReadings,
  ...changeReadings,
  ...joinReadings,
  ...aboutReadings,
  ...refusalReadings,
  ...declineReadings,
];
