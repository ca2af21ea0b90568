import { z } from 'zod';
import manifest from '../../package.json' with { type: 'json' };

/** What Node is given by `npm start`: flags and program. */
export const START_ARGUMENTS: readonly string[] = z
  .string()
  .startsWith('node ')
  .parse(manifest.scripts.start)
  .split(' ')
  .slice(1);
