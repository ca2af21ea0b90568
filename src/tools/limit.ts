import { z } from 'zod';

/** Keeps figures on one side of a value. */
export const limitSchema = z.object({
  side: z.enum(['above', 'below']),
  value: z.number().describe('In the unit of the table'),
  inclusive: z.boolean().describe('true: the value itself counts too (at least, at most)'),
});
export type Limit = z.infer<typeof limitSchema>;

/** True when a figure lies on the side asked for; a missing value lies on none. */
export function isWithin(value: number | null, { side, value: bound, inclusive }: Limit): boolean {
  if (value === null) return false;
  if (value === bound) return inclusive;
  return side === 'above' ? value > bound : value < bound;
}
