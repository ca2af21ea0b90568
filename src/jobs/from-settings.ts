import type { ScheduleSettings } from '../settings/schedule.ts';
import type { NewSubscription } from '../state/subscriptions.ts';
import { sectionsOf } from '../tools/progress-figures.ts';
import type { Scope } from '../tools/tool.ts';

/** A subscription of the settings, with the id by which it is the same one after the next start. */
export type SettingsSubscription = Omit<NewSubscription, 'origin'> & { readonly id: string };

/** What the settings have posted: the digest, the reminder of all, and one for each section with a channel of its own. */
export function subscriptionsOf({ reminder, digest, language, owner }: ScheduleSettings): SettingsSubscription[] {
  const common = { mention: { kind: 'none' as const }, language, owner };
  const all = { pillars: [], sections: [] };
  const { channel, sections, at } = reminder;
  return [
    ...(digest
      ? [
          {
            ...common,
            ...digest.at,
            id: 'settings-digest',
            kind: 'digest' as const,
            scope: all,
            channel: digest.channel,
          },
        ]
      : []),
    ...(channel ? [{ ...common, ...at, id: 'settings-reminder', kind: 'reminder' as const, scope: all, channel }] : []),
    ...[...sections].map(([section, own]) => ({
      ...common,
      ...at,
      id: `settings-reminder-${section}`,
      kind: 'reminder' as const,
      scope: { pillars: [], sections: [section] },
      channel: own,
    })),
  ];
}

/** Sections that the settings name and the report does not: nothing would ever be sent to them. */
export function unknownSections({ reminder, writers }: ScheduleSettings, { report }: Scope): string[] {
  const known = new Set(sectionsOf(report.items));
  return [...new Set([...reminder.sections.keys(), ...writers.keys()])].filter((section) => !known.has(section));
}
