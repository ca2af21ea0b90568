import { z } from 'zod';

/** Keeps figures on one side of a value, or between two. */
export const limitSchema = z.object({
  side: z.enum(['above', 'below']),
  value: z.number().describe('In the unit of the table'),
  inclusive: z.boolean().describe('true: the value itself counts too (at least, at most)'),
  until: z
    .object({ value: z.number(), inclusive: z.boolean() })
    .nullish()
    .describe('The other end, for figures between two values; with side "above"'),
});
export type Limit = z.infer<typeof limitSchema>;

/** True when a figure lies on the side asked for, and before the other end; a missing value lies nowhere. */
export function isWithin(value: number | null, { side, value: bound, inclusive, until }: Limit): boolean {
  if (value === null) return false;
  if (until && (until.inclusive ? value > until.value : value >= until.value)) return false;
  if (value === bound) return inclusive;
  return side === 'above' ? value > bound : value < bound;
}
