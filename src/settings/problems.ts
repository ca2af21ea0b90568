import type { z } from 'zod';

/** Each problem once: two wrong parts of a list have one remedy. The messages of the schemas name their variables. */
export function problemsOf({ issues }: z.ZodError): string[] {
  return [...new Set(issues.map(({ message }) => message))];
}
