import { z } from 'zod';
import { cityHall } from './cast.ts';
import { startSlack } from './server.ts';

/** The settings that another process may give, as JSON in the first argument. */
const Settings = z.object({
  scopes: z.array(z.string()).exactOptional(),
  events: z.array(z.string()).exactOptional(),
  rates: z.enum(['off', 'documented']).exactOptional(),
  patience: z
    .object({ ackWithinMs: z.number().exactOptional(), retryAfterMs: z.array(z.number()).exactOptional() })
    .exactOptional(),
  seed: z.number().exactOptional(),
  moreStaff: z.number().default(0),
});

// Runs until its standard input ends, so that it never outlives who started it. Prints where it is.
const { moreStaff, ...settings } = Settings.parse(JSON.parse(process.argv[2] ?? '{}'));
const slack = await startSlack({ ...settings, cast: cityHall({ moreStaff }) });
const { apiUrl, controlUrl, botToken, appToken } = slack;
process.stdout.write(`${JSON.stringify({ apiUrl, controlUrl, botToken, appToken })}\n`);
process.stdin.resume();
process.stdin.on('end', () => void slack.stop().then(() => process.exit(0)));
