import { aboutReadings } from './about.ts';
import { figureReadings } from './figures.ts';
import { itemReadings } from './items.ts';
import { listReadings } from './lists.ts';
import type { Reading } from './reading.ts';

/** All families of questions. Their order decides nothing: `choose` weighs them. */
export const READINGS: readonly Reading[] = [...itemReadings, ...listReadings, ...figureReadings, ...aboutReadings];
