import type { Plan } from './plan/model.ts';
import { localise, type Settings } from './settings.ts';
import { fill } from './text.ts';
import { BACKGROUND, EFFORTS } from './vocabulary/sentences.ts';
import { printYear } from './years.ts';

/** The chapter that says why there is a plan: paragraphs, then each pillar with its policies. */
export function backgroundChapter(settings: Settings, plan: Plan): { paragraphs: string[]; lines: string[] } {
  const random = settings.random.fork('background');
  const { scheduleYears, city, style } = settings;
  const years = { ...style.years.heading, form: 'long' } as const;
  const [first = '', second = ''] = random.sample(EFFORTS, 2);
  const values = {
    showa: random.int(55, 63),
    first,
    second,
    from: printYear(scheduleYears[0] ?? settings.year, years),
    to: printYear(scheduleYears.at(-1) ?? settings.year, years),
    years: scheduleYears.length,
    count: plan.pillars.length,
    plan: settings.plan,
    outline: settings.outline,
    city: city.name,
    市: city.kind,
  };
  const write = (templates: readonly string[]): string => fill(random.pick(templates), values);
  const paragraphs = [
    write(BACKGROUND.history),
    write(BACKGROUND.efforts),
    write(BACKGROUND.need),
    write(BACKGROUND.plan),
  ];
  const lines = plan.pillars.flatMap((pillar, index) => [
    `（${index + 1}）${pillar.name}`,
    '',
    ...pillar.policies.map((policy) => `- ${localise(policy, city)}`),
    '',
  ]);
  return { paragraphs, lines };
}
