import type { ChoiceStore } from '../state/choices.ts';
import type { Subscription } from '../state/subscriptions.ts';
import type { Day } from './zoned-time.ts';

/** Name under which the end of a pause is kept for a subscription. */
const NOT_BEFORE = 'not-before';

/** The day before which a reminder is not wanted. A digest cannot be put off. */
export async function putOffUntil(choices: Pick<ChoiceStore, 'get'>, { id, kind }: Subscription): Promise<Day | null> {
  return kind === 'reminder' ? choices.get(keyOf(id), NOT_BEFORE) : null;
}

/** Leaves out the reminders before that day. */
export function putOff(choices: Pick<ChoiceStore, 'set'>, { id }: Subscription, until: Day): Promise<void> {
  return choices.set(keyOf(id), NOT_BEFORE, until);
}

/** Choices are kept by whose they are: here it is a subscription, never a person. */
function keyOf(subscription: string): string {
  return `subscription:${subscription}`;
}
