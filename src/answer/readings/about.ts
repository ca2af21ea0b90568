import type { TableInfo } from '../../tools/figure-index.ts';
import type { Scope } from '../../tools/tool.ts';
import { type Frame, speaksOf } from '../frame.ts';
import { FILTERS, filterOf } from './item-filters.ts';
import type { Reading } from './reading.ts';

const pillars: Reading = {
  id: 'about.pillars',
  needs: [['w:pillar']],
  not: [
    'items',
    'titles',
    'measures',
    'sections',
    'accounts',
    'pillars',
    'statuses',
    'w:highest',
    'w:lowest',
    'w:status',
    'w:each',
    'w:percent',
    'w:share',
  ],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:pillar': 2.5, topic: 0.5, 'w:what': 1, 'w:list': 1, 'w:count': 0.6, 'w:howMany': 1, stated: 1, 'w:plan': 1,
    'w:report': 1, 'w:whole': 1, 'w:counter': 1, 'w:narrative': 0.6, want: 1, 'w:legend': 0.5, 'w:latest': 1,
  },
  plan: () => ({ kind: 'run', calls: [{ name: 'report_contents', args: { topic: 'pillars' } }] }),
};

const legend: Reading = {
  id: 'about.legend',
  needs: [
    ['w:legend', 'statuses'],
    ['w:legend', 'w:what', 'w:confirm'],
  ],
  not: ['items', 'titles', 'measures', 'sections', 'accounts', 'pillars'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:legend': 1.7, statuses: 1, 'w:status': 1, 'w:what': 1, 'w:confirm': 1, 'w:table': 1, 'w:report': 1,
    'w:list': 0.5, 'w:implement': 0.7, 'w:plan': 0.5, 'w:each': 1, 'w:item': 0.5, 'w:difference': 1, 'w:and': 1,
  },
  assumes: ({ frame }) => (frame.words.has('legend') ? 0 : 2),
  plan: () => ({ kind: 'run', calls: [{ name: 'report_contents', args: { topic: 'legend' } }] }),
};

const contents: Reading = {
  id: 'about.contents',
  needs: [['w:help', 'w:contents', 'w:greeting', 'w:issued', 'w:report', 'w:table']],
  not: ['items', 'titles', 'measures', 'accounts'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:help': 3, 'w:contents': 2, 'w:greeting': 2, 'w:issued': 2, 'w:report': 1.5, 'w:what': 1, 'w:table': 1,
    'w:when': 1, want: 1, 'w:list': 1, 'w:year': 1, 'w:section': 1, 'w:plan': 0.5, 'w:narrative': 1, 'w:latest': 1,
    'w:whichYear': 1, 'w:outline': 1, years: 0.5,
  },
  assumes: ({ frame }) =>
    frame.words.has('help') ||
    frame.words.has('contents') ||
    frame.words.has('issued') ||
    frame.words.has('greeting') ||
    frame.words.has('table') ||
    (frame.words.has('report') && speaksOf(frame, 'outline', 'list', 'what'))
      ? 0
      : 2,
  plan({ frame }) {
    const topic =
      frame.words.has('section') && !frame.words.has('help')
        ? 'sections'
        : frame.words.has('table')
          ? 'tables'
          : 'overview';
    return { kind: 'run', calls: [{ name: 'report_contents', args: { topic } }] };
  },
};

const notes: Reading = {
  id: 'about.notes',
  needs: [['w:note']],
  not: ['items', 'titles'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:note': 3, pillars: 0.7, statuses: 0.5, 'w:item': 1, 'w:status': 0.5, stated: 1, numbers: 1, captions: 1, measures: 0.7,
    accounts: 0.7, tables: 1, years: 1, topic: 0.4, 'w:reason': 1, 'w:what': 1, 'w:legend': 0.5, 'w:table': 1,
    'w:list': 1, want: 1, 'w:account': 1, 'w:narrative': 1, 'w:section': 1, 'w:perHead': 1, 'w:year': 1, 'w:value': 1,
  },
  plan({ frame, scope }) {
    const tables = tablesNoted(frame, scope);
    return {
      kind: 'run',
      calls: [{ name: 'report_contents', args: { topic: 'notes', ...(tables.length > 0 ? { tables } : {}) } }],
    };
  },
};

/** What the plan is for, or until when it holds: the running text that speaks of it, found by the title of the report. */
const purpose: Reading = {
  id: 'about.plan',
  needs: [['w:plan'], ['w:outline', 'w:whichYear', 'w:when']],
  not: [
    'items',
    'titles',
    'measures',
    'sections',
    'accounts',
    'pillars',
    'policies',
    'statuses',
    'stages',
    'topic',
    'w:item',
  ],
  // biome-ignore format: one line reads better than a column
  uses: { 'w:plan': 1, 'w:outline': 1.5, 'w:what': 1, 'w:latest': 1, 'w:that': 1, 'w:whole': 1, 'w:report': 1, want: 0.5,
    'w:whichYear': 1, 'w:when': 1, 'w:through': 1, 'w:implement': 0.5, 'w:starting': 0.5, 'w:greeting': 1 },
  plan({ frame, scope }) {
    const want = frame.words.has('outline') ? null : 'period';
    const query = `${scope.report.title} ${frame.content}`.trim();
    return { kind: 'run', calls: [{ name: 'search_passages', args: { query, want, count: 1 } }] };
  },
};

/** Since when, or until when, an account is what it is stands nowhere but in a note of its table. */
const since: Reading = {
  id: 'about.since',
  needs: [['accounts'], ['w:when', 'w:whichYear']],
  not: [
    'items',
    'titles',
    'measures',
    'statuses',
    'years',
    'w:highest',
    'w:lowest',
    'w:negative',
    'w:positive',
    'limit',
  ],
  // biome-ignore format: one line reads better than a column
  uses: {
    accounts: 1, tables: 1, topic: 0.7, want: 1, 'w:when': 1.5, 'w:whichYear': 1.5, 'w:account': 1, 'w:through': 1, 'w:change': 1,
    'w:starting': 1, 'w:what': 1, 'w:confirm': 1,
  },
  plan({ frame, scope }) {
    const tables = tablesNoted(frame, scope);
    return tables.length === 0
      ? null
      : { kind: 'run', calls: [{ name: 'report_contents', args: { topic: 'notes', tables } }] };
  },
};

/** The tables of what a question names, as far as they have notes. */
function tablesNoted({ accounts, measures, tables }: Frame, { figures, report }: Scope): string[] {
  const [subjects, columns] = [accounts.flat(), measures.flat()];
  const isNamed = (table: TableInfo): boolean =>
    tables.includes(table.id) ||
    table.subjects.some((subject) => subjects.includes(subject)) ||
    (subjects.length === 0 && table.measures.some((measure) => columns.includes(measure)));
  return figures.tables
    .filter((t) => t.source.report === report.id && t.notes.length > 0 && isNamed(t))
    .map(({ id }) => id);
}

const digest: Reading = {
  id: 'about.digest',
  needs: [['w:digest']],
  not: ['items', 'titles', 'measures', 'accounts'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FILTERS, 'w:digest': 3, pillarStems: 1.5, sectionStems: 1.5, 'w:list': 1, 'w:narrative': 1, 'w:notDone': 1,
    'w:each': 1, 'w:value': 1, 'w:then': 1, 'w:contents': 1,
  },
  plan({ frame, scope }) {
    const { sections = [], pillars = [] } = filterOf(frame, scope);
    const about = { pillars: pillars ?? [], sections: named(frame, sections ?? []) };
    const subjects = [...about.pillars, ...about.sections];
    return {
      kind: 'digest',
      about,
      calls: [{ name: 'progress', args: subjects.length > 0 ? { subjects } : {} }],
    };
  },
};

/** A section by its stem only (Finance) where no pillar is called so. */
function named({ stems, pillars }: Frame, sections: readonly string[]): readonly string[] {
  if (sections.length > 0 || pillars.length + stems.pillars.length > 0) return sections;
  return stems.sections;
}

export const aboutReadings: readonly Reading[] = [pillars, legend, contents, notes, purpose, since, digest];
