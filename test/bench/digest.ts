import type { Assistant } from '../../src/answer/assistant.ts';
import { WHOLE_PLAN } from '../../src/digest/about.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import { buildDigest } from '../../src/digest/digest.ts';

/** Times of digests of the whole plan, looked up and put into words, in milliseconds; the warm-up is not counted. */
export function digestTimes(assistant: Assistant, warmUp: number, rounds: number): number[] {
  const scope = assistant.scope();
  const names = assistant.names('ja');
  return Array.from({ length: warmUp + rounds }, () => {
    const start = performance.now();
    const digest = buildDigest(scope, { scope: WHOLE_PLAN, notes: [], since: null, now: new Date(0) });
    composeDigest(digest, 'ja', names);
    return performance.now() - start;
  }).slice(warmUp);
}
