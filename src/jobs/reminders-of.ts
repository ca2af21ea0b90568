import type { NoteView } from '../digest/notes.ts';
import { buildReminder, type Reminder, remindersFor } from '../digest/reminder.ts';
import type { Subscription } from '../state/subscriptions.ts';
import type { Scope } from '../tools/tool.ts';

/**
 * What a subscription reminds of now, and so what can be noted below what it posts. A digest of all has what only a
 * manager can hand on. A reminder of all leaves that to such a digest where there is one, and by the settings it leaves
 * out those sections that have a reminder of their own there.
 */
export function remindersOf(
  subscription: Subscription,
  all: readonly Subscription[],
  scope: Scope,
  notes: readonly NoteView[],
  now: Date,
): Reminder[] {
  if (subscription.kind === 'digest') {
    const handOn = isOfAll(subscription) ? buildReminder(scope, null, notes, now) : null;
    return handOn ? [handOn] : [];
  }
  const active = all.filter((other) => !other.paused && other.id !== subscription.id);
  const own = new Set(
    active.filter((s) => s.kind === 'reminder' && s.origin === 'settings').flatMap((s) => s.scope.sections),
  );
  const hasDigest = active.some((s) => s.kind === 'digest' && isOfAll(s));
  const goesElsewhere = ({ section }: Reminder): boolean =>
    section === null ? hasDigest : subscription.origin === 'settings' && own.has(section);
  return remindersFor(scope, notes, now, subscription.scope).filter(
    (reminder) => subscription.scope.sections.length > 0 || !goesElsewhere(reminder),
  );
}

function isOfAll({ scope }: Subscription): boolean {
  return scope.pillars.length + scope.sections.length === 0;
}
