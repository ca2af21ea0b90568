import type { DigestComposer } from '../answer/digest-port.ts';
import { composeDigest } from './compose-digest.ts';
import { buildDigest } from './digest.ts';

/**
 * Answers a question for a digest. Without notes: a face that has them adds them to the answer with `withNotes`.
 */
export function digestComposer(now: () => Date): DigestComposer {
  return (scope, about, language, names) =>
    composeDigest(buildDigest(scope, { scope: about, notes: [], since: null, now: now() }), language, names);
}
