import type { Assistant } from '../answer/assistant.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import { composeReminders } from '../digest/compose-reminder.ts';
import { buildDigest } from '../digest/digest.ts';
import type { NoteView } from '../digest/notes.ts';
import { digestWording } from '../digest/wording.ts';
import type { DeliveryStore } from '../state/deliveries.ts';
import type { SubscriptionStore } from '../state/subscriptions.ts';
import type { Task } from './due-slots.ts';
import type { Outgoing } from './ports.ts';
import { remindersOf } from './reminders-of.ts';

export interface ComposeOptions {
  readonly assistant: Pick<Assistant, 'scope' | 'names'>;
  readonly notes: () => readonly NoteView[];
  readonly deliveries: Pick<DeliveryStore, 'lastPosted'>;
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
}

/** What a task says at the time it is sent: by the newest report and the notes there are then. Null for nothing to say. */
export function taskComposer({ assistant, notes, deliveries, subscriptions }: ComposeOptions) {
  return async ({ subscription, tells }: Task, now: Date): Promise<Outgoing | null> => {
    const { kind, language } = subscription;
    if (tells !== null)
      return { kind: 'undelivered', subscription, code: tells, text: digestWording(language).undelivered(kind, tells) };
    const scope = assistant.scope();
    const names = assistant.names(language);
    const all = notes();
    const reminders = remindersOf(subscription, await subscriptions.list(), scope, all, now);
    if (kind === 'digest') {
      const since = await deliveries.lastPosted(subscription.id);
      const digest = buildDigest(scope, { scope: subscription.scope, notes: all, since, now });
      const answer = composeDigest(digest, language, names);
      return { kind, subscription, answer, digest, handOn: reminders[0] ?? null };
    }
    const answer = composeReminders(reminders, language, names);
    return answer && { kind, subscription, answer, reminders };
  };
}
