import { speaksOf } from '../frame.ts';
import type { Reading } from './reading.ts';

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

/** Everything but what is named: no list is made of that, and a list of the named ones would be its opposite. */
const exclusion: Reading = {
  id: 'decline.exclusion',
  needs: [
    ['w:except'],
    // biome-ignore format: one line reads better than a column
    ['sections', 'pillars', 'statuses', 'policies', 'stages', 'accounts', 'measures', 'w:notDone', 'w:improved', 'w:worsened', 'w:account'],
  ],
  // Whatever else is understood of it.
  uses: { 'w:except': 30 },
  plan: () => ({ kind: 'decline', why: 'exclusion' }),
};

/** Sections or pillars without items of a kind: only those that have some are listed. */
const lacking: Reading = {
  id: 'decline.lacking',
  needs: [['w:lacking'], ['statuses', 'w:notDone', 'w:item', 'w:implement']],
  not: ['items', 'titles', 'measures'],
  uses: { 'w:lacking': 10 },
  // The Japanese words for it name the section or the pillar as well.
  plan: ({ frame }) =>
    frame.language === 'ja' || speaksOf(frame, 'section', 'owner', 'pillar')
      ? { kind: 'decline', why: 'lacking' }
      : null,
};

const instruction: Reading = {
  id: 'decline.instruction',
  needs: [['w:instruction']],
  not: ['items', 'titles', 'measures', 'captions', 'sections', 'accounts', 'pillars', 'statuses'],
  // biome-ignore format: one line reads better than a column
  uses: {
    'w:instruction': 4, topic: 0.9, 'w:report': 1, 'w:what': 1, years: 1, 'w:list': 1, 'w:allYears': 1, 'w:unchanged': 1,
    'w:whole': 1, 'w:each': 1, 'w:contents': 1, 'w:that': 1, 'w:then': 1, 'w:through': 1,
  },
  plan: () => ({ kind: 'decline', why: 'instruction' }),
};

/** What no report can tell, or what is not known of the asker. */
export const declineReadings: readonly Reading[] = [opinion, mine, exclusion, lacking, instruction];
