import type { Assistant } from '../answer/assistant.ts';
import type { Names } from '../answer/wording.ts';
import { composeDigest } from '../digest/compose-digest.ts';
import { composeReminders } from '../digest/compose-reminder.ts';
import { buildDigest } from '../digest/digest.ts';
import { buildReminder, type Reminder, remindersFor } from '../digest/reminder.ts';
import { digestWording } from '../digest/wording.ts';
import type { Delivery, DeliveryStore } from '../state/deliveries.ts';
import type { Note, NoteStore } from '../state/notes.ts';
import type { Subscription, SubscriptionStore } from '../state/subscriptions.ts';
import type { Scope } from '../tools/tool.ts';
import type { Task } from './due-slots.ts';
import type { Outgoing } from './ports.ts';

export interface ComposeOptions {
  readonly assistant: Pick<Assistant, 'scope' | 'names'>;
  readonly notes: Pick<NoteStore, 'since'>;
  readonly deliveries: Pick<DeliveryStore, 'history'>;
  readonly subscriptions: Pick<SubscriptionStore, 'list'>;
}

/** Rows of the ledger in which the last digest is looked for: months, even with many subscriptions. */
const LOOKED_THROUGH = 2000;

/** What a task says at the time it is sent: by the newest report and the notes there are then. Null for nothing to say. */
export function taskComposer({ assistant, notes, deliveries, subscriptions }: ComposeOptions) {
  return async ({ subscription, tells }: Task, now: Date): Promise<Outgoing | null> => {
    const { kind, language } = subscription;
    if (tells !== null)
      return { kind: 'undelivered', subscription, code: tells, text: digestWording(language).undelivered(kind, tells) };
    const scope = assistant.scope();
    const names = assistant.names(language);
    const all = await notes.since(new Date(0));
    if (kind === 'digest') {
      const since = lastPosted(subscription, await deliveries.history(LOOKED_THROUGH));
      return digestFor(subscription, scope, names, all, since, now);
    }
    return reminderFor(subscription, scope, names, all, await subscriptions.list(), now);
  };
}

/** When the last one of a subscription was posted; null when none is known. */
function lastPosted({ id }: Subscription, newestFirst: readonly Delivery[]): Date | null {
  return newestFirst.find((row) => row.subscription === id && row.state === 'posted')?.changedAt ?? null;
}

function digestFor(
  subscription: Subscription,
  scope: Scope,
  names: Names,
  notes: readonly Note[],
  since: Date | null,
  now: Date,
): Outgoing {
  const digest = buildDigest(scope, { scope: subscription.scope, notes, since, now });
  const answer = composeDigest(digest, subscription.language, names);
  const handOn = isOfAll(subscription) ? buildReminder(scope, null, notes, now) : null;
  return { kind: 'digest', subscription, answer, digest, handOn };
}

/**
 * The reminders of a subscription. One for all sections leaves out those that have a reminder of their own by the
 * settings, if it comes from there too, and what only a manager can hand on where a digest of all shows it.
 */
function reminderFor(
  subscription: Subscription,
  scope: Scope,
  names: Names,
  notes: readonly Note[],
  all: readonly Subscription[],
  now: Date,
): Outgoing | null {
  const active = all.filter((other) => !other.paused && other.id !== subscription.id);
  const own = new Set(
    active.filter((s) => s.kind === 'reminder' && s.origin === 'settings').flatMap((s) => s.scope.sections),
  );
  const hasDigest = active.some((s) => s.kind === 'digest' && isOfAll(s));
  const goesElsewhere = ({ section }: Reminder): boolean =>
    section === null ? hasDigest : subscription.origin === 'settings' && own.has(section);
  const reminders = remindersFor(scope, notes, now, subscription.scope).filter(
    (reminder) => subscription.scope.sections.length > 0 || !goesElsewhere(reminder),
  );
  const answer = composeReminders(reminders, subscription.language, names);
  return answer && { kind: 'reminder', subscription, answer, reminders };
}

function isOfAll({ scope }: Subscription): boolean {
  return scope.pillars.length + scope.sections.length === 0;
}
