import type { Miss } from '../../tools/miss.ts';
import { textAnswers } from './evidence.ts';
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
    'w:report': 1, 'w:whole': 1, 'w:counter': 1, 'w:narrative': 0.6, want: 1, 'w:legend': 0.5,
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
  needs: [['w:help', 'w:contents', 'w:greeting', 'w:issued', 'w:report']],
  not: ['items', 'titles', 'measures', 'accounts'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:help': 3, 'w:contents': 2, 'w:greeting': 2, 'w:issued': 2, 'w:report': 1.5, 'w:what': 1, 'w:table': 1,
    'w:when': 1, want: 1, 'w:list': 1, 'w:year': 1, 'w:section': 1, 'w:plan': 0.5, 'w:narrative': 1, 'w:latest': 1,
    'w:whichYear': 1, years: 0.5,
  },
  assumes: ({ frame }) =>
    frame.words.has('help') || frame.words.has('contents') || frame.words.has('issued') || frame.words.has('greeting')
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
    'w:list': 1, want: 1, 'w:account': 1, 'w:narrative': 1,
  },
  plan: () => ({ kind: 'run', calls: [{ name: 'report_contents', args: { topic: 'notes' } }] }),
};

/** A figure of a ranking asked for something that the report does not know. */
const unknownSubject: Reading = {
  id: 'refuse.unknown-subject',
  needs: [['measures'], ['topic']],
  not: [
    'sections',
    'accounts',
    'items',
    'titles',
    'w:average',
    'w:increase',
    'w:decrease',
    'w:difference',
    'w:growth',
    'w:trend',
    'w:compare',
    'w:above',
    'w:below',
    'w:highest',
    'w:lowest',
    'w:ranking',
    'w:reason',
    'w:narrative',
    'want',
  ],
  // biome-ignore format: one line reads better than a column
  uses: {
    measures: 1, topic: 1, years: 1, 'w:value': 1, 'w:status': 0.6, 'w:what': 1, 'w:hours': 1, 'w:percent': 1,
    'w:howMany': 1, 'w:thisYear': 1, 'w:lastYear': 1, 'w:latest': 1, 'w:table': 1, 'w:section': 1,
  },
  assumes: ({ frame, scope }) => frame.topic.filter((t) => scope.search.weight(t) > 0).length * 1.5,
  plan({ frame, scope }) {
    const table = scope.figures.tables.find(
      (t) => t.kind === 'ranking' && frame.measures.some((names) => names.some((n) => t.measures.includes(n))),
    );
    const named = frame.topic.filter(
      (t) =>
        (frame.words.has('section') || /[^\p{Script=Latin}\p{N}]/u.test(t.typed)) && !/[\u3041-\u309f]$/u.test(t.typed),
    );
    const asked = named.map((t) => t.typed).join('');
    return table && asked !== '' ? { kind: 'refuse', misses: [{ what: 'subject', asked, nearest: [] }] } : null;
  },
};

/** What only a picture shows: the report names it, but its text has no values. */
const picture: Reading = {
  id: 'refuse.picture',
  needs: [['captions']],
  // biome-ignore format: one line reads better than a column
  uses: {
    captions: 1.6, years: 1, sections: 0.5, accounts: 0.5, 'w:value': 1, 'w:trend': 1, 'w:highest': 1, 'w:lowest': 1,
    'w:ranking': 1, 'w:rankOf': 1, 'w:percent': 1, 'w:what': 1, want: 1, numbers: 1, position: 1, topic: 0.5,
    'w:status': 1, 'w:average': 1, 'w:compare': 1, 'w:instruction': 1, 'w:increase': 1, 'w:decrease': 1,
    'w:change': 1, 'w:money': 1, 'w:allYears': 1, 'w:forecast': 1, 'w:above': 1, 'w:below': 1, 'w:section': 1,
    'w:howMany': 1, measures: 0.3, 'w:difference': 1, 'w:growth': 1, 'w:people': 1, 'w:thisYear': 1, 'w:lastYear': 1,
    'w:latest': 1,
  },
  plan({ frame }) {
    const misses = frame.captions.slice(0, 2).map((caption): Miss => ({ what: 'caption', caption }));
    return { kind: 'refuse', misses };
  },
};

/** A section, account or measure that the report does not have. */
const absent: Reading = {
  id: 'refuse.absent',
  needs: [['absent']],
  not: ['titles', 'items'],
  // biome-ignore format: one line reads better than a column
  uses: {
    absent: 1.6, years: 1, measures: 1, sections: 0.5, accounts: 0.7, statuses: 1, 'w:value': 1, 'w:trend': 1,
    'w:highest': 0.7, 'w:lowest': 0.7, 'w:owner': 1, 'w:item': 1, 'w:list': 1, 'w:what': 1, want: 1, 'w:status': 1,
    'w:count': 1, 'w:section': 1, 'w:account': 1, 'w:average': 1, 'w:money': 1, 'w:percent': 1, 'w:hours': 1,
    'w:people': 1, 'w:howMany': 1, topic: 0.3, 'w:thisYear': 1, 'w:lastYear': 1, 'w:latest': 1, 'w:forecast': 1,
    'w:plan': 1,
  },
  assumes: (context) => (textAnswers(context) ? 5 : 0),
  plan({ frame, scope }) {
    const misses = frame.absent.slice(0, 2).map(({ kind, name }): Miss => {
      const tables = scope.figures.tables.filter((t) => t.kind !== 'progress');
      if (kind === 'measure')
        return { what: 'measure', asked: name, nearest: [...new Set(tables.flatMap((t) => t.measures))] };
      const subjects = kind === 'account' ? tables.filter((t) => t.kind === 'account').flatMap((t) => t.subjects) : [];
      return { what: 'subject', asked: name, nearest: [...new Set(subjects)] };
    });
    return { kind: 'refuse', misses };
  },
};

const opinion: Reading = {
  id: 'decline.opinion',
  needs: [['w:opinion']],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:opinion': 4, topic: 0.6, items: 0.6, titles: 0.6, measures: 0.6, accounts: 0.6, sections: 0.6, pillars: 0.6,
    statuses: 0.6, years: 1, 'w:what': 1, 'w:status': 1, 'w:reason': 1, 'w:item': 1, 'w:plan': 1, 'w:highest': 0.5,
    'w:lowest': 0.5, 'w:forecast': 1, 'w:section': 1, 'w:owner': 0.5, 'w:nextYear': 1, 'w:improved': 1,
    'w:increase': 1, 'w:decrease': 1,
  },
  plan: () => ({ kind: 'decline', why: 'opinion' }),
};

/** "Our section": who asks is not known. */
const mine: Reading = {
  id: 'ask.section',
  needs: [['w:mine']],
  not: ['sections', 'items', 'titles'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:mine': 5, measures: 1, years: 1, topic: 0.5, statuses: 1, 'w:item': 1, 'w:list': 1, 'w:section': 1,
    'w:what': 1, 'w:status': 1, 'w:owner': 1, want: 1, 'w:howMany': 1, 'w:count': 1, 'w:notDone': 1, 'w:percent': 1,
    'w:value': 1,
  },
  plan: () => ({ kind: 'decline', why: 'which-section' }),
};

const instruction: Reading = {
  id: 'decline.instruction',
  needs: [['w:instruction']],
  not: ['items', 'titles', 'measures', 'captions', 'sections', 'accounts', 'pillars', 'statuses'],
  uses: { 'w:instruction': 4, topic: 0.7, 'w:report': 1, 'w:what': 1, years: 1 },
  plan: () => ({ kind: 'decline', why: 'instruction' }),
};

export const aboutReadings: readonly Reading[] = [
  pillars,
  legend,
  contents,
  notes,
  picture,
  absent,
  unknownSubject,
  opinion,
  mine,
  instruction,
];
