import type { Miss } from '../../tools/miss.ts';
import { COVERING, statingPassage, textAnswers } from './evidence.ts';
import type { Reading } from './reading.ts';

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
  // One word of the report may be a part of the name; with more of them the question is about something it has.
  assumes({ frame, scope }) {
    const known = frame.topic.filter((t) => scope.search.weight(t) > 0).length;
    return known * (known > 1 ? 2.5 : 1.5);
  },
  plan({ frame, scope, evidence }) {
    // A text that has all that is asked is about the very thing.
    const [best] = evidence().hits;
    if (best?.item && best.coverage >= COVERING && frame.topic.every((t) => scope.search.weight(t) > 0)) return null;
    const table = scope.figures.tables.find(
      (t) => t.kind === 'ranking' && frame.measures.some((names) => names.some((n) => t.measures.includes(n))),
    );
    const named = frame.topic.filter(
      (t) =>
        (frame.words.has('section') || /[^\p{Script=Latin}\p{N}]/u.test(t.typed)) && !/[\u3041-\u309f]$/u.test(t.typed),
    );
    const asked = named[0]?.typed ?? '';
    return table && asked !== '' ? { kind: 'refuse', misses: [{ what: 'subject', asked, nearest: [] }] } : null;
  },
};

/** A figure per head that no table gives; a ranking of sections is per head by its caption. */
const perHead: Reading = {
  id: 'refuse.per-head',
  needs: [['w:perHead'], ['measures']],
  not: ['items', 'titles', 'want'],
  uses: {
    'w:perHead': 5,
    measures: 1,
    accounts: 1,
    sections: 1,
    years: 1,
    topic: 0.5,
    'w:value': 1,
    'w:money': 1,
    'w:what': 1,
    'w:howMany': 1,
    'w:trend': 1,
    'w:latest': 1,
    'w:thisYear': 1,
    'w:lastYear': 1,
  },
  plan({ frame, figures }) {
    const { tables } = figures();
    if (tables.some((t) => t.kind === 'ranking')) return null;
    const asked = frame.measures[0]?.[0] ?? '';
    return { kind: 'refuse', misses: [{ what: 'per-head', measure: asked }] };
  },
};

/** The section in charge of an account or of its figures: the report names one for items only. */
const ownerOfFigure: Reading = {
  id: 'refuse.owner',
  needs: [['accounts'], ['w:owner', 'w:person']],
  not: ['items', 'titles', 'sections', 'pillars', 'statuses', 'topic', 'w:highest', 'w:lowest'],
  // biome-ignore format: one line reads better than a column
  uses: {
    accounts: 1, measures: 1, years: 1, 'w:owner': 3, 'w:person': 3, 'w:what': 1, 'w:account': 1, 'w:that': 1,
    'w:section': 1, 'w:value': 1, 'w:whichYear': 0.5, 'w:when': 0.5, want: 0.5,
    'w:latest': 1,
  },
  plan({ frame }) {
    const [subject] = frame.accounts.flat();
    return subject === undefined ? null : { kind: 'refuse', misses: [{ what: 'no-owner', subject }] };
  },
};

/** What only a picture shows: the report names it, but its text has no values. */
const picture: Reading = {
  id: 'refuse.picture',
  needs: [['captions']],
  // biome-ignore format: one line reads better than a column
  uses: {
    captions: 1.6, years: 1, sections: 0.5, accounts: 0.5, 'w:value': 1, 'w:trend': 1, 'w:highest': 1, 'w:lowest': 1,
    'w:ranking': 1, 'w:rankOf': 1, 'w:percent': 1, 'w:what': 1, want: 1, numbers: 1, positions: 1, topic: 0.5,
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
  plan(context) {
    const { frame, scope } = context;
    const [only, another] = frame.absent;
    const stated = only?.kind === 'measure' && !another ? statingPassage(context, only.name) : undefined;
    if (stated) {
      const { item } = stated;
      const where = item ? { items: [{ kind: item.kind, number: item.number }] } : { kind: 'text' as const };
      const args = { query: frame.content, ...where, want: frame.want ?? ('amount' as const), count: 1 };
      return { kind: 'run', calls: [{ name: 'search_passages', args }] };
    }
    const misses = frame.absent.slice(0, 2).map(({ kind, name }): Miss => {
      const tables = scope.figures.tables.filter((t) => t.kind !== 'progress');
      if (kind === 'measure') {
        const measures = [...new Set(tables.flatMap((t) => t.measures))];
        // 女性職員数: the column whose name is a part of it is the nearest.
        const parts = measures.filter((measure) => name.includes(measure) || measure.includes(name));
        return { what: 'measure', asked: name, nearest: parts.length > 0 ? parts : measures };
      }
      const accounts = kind === 'account' ? tables.filter((t) => t.kind === 'account').flatMap((t) => t.subjects) : [];
      // 市民会計課: the office whose name it ends in is the nearest.
      const offices =
        kind === 'section'
          ? tables
              .filter((t) => t.kind === 'ranking')
              .flatMap((t) => t.subjects)
              .filter((s) => name.endsWith(s))
          : [];
      const subjects = [...accounts, ...offices];
      return { what: 'subject', asked: name, nearest: [...new Set(subjects)] };
    });
    return { kind: 'refuse', misses };
  },
};

/** Figures and lists of another municipality: those of this one are not theirs. */
const otherPlace: Reading = {
  id: 'refuse.place',
  needs: [['absent']],
  not: ['captions'],
  uses: { absent: 6 },
  plan({ frame, scope }) {
    const misses = frame.absent
      .filter(({ kind }) => kind === 'place')
      .map(({ name }): Miss => ({ what: 'place', asked: name, city: scope.report.city }));
    return misses.length > 0 ? { kind: 'refuse', misses } : null;
  },
};

export const refusalReadings: readonly Reading[] = [
  unknownSubject,
  perHead,
  ownerOfFigure,
  picture,
  absent,
  otherPlace,
];
