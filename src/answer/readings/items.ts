import type { ToolCall } from '../../tools/all.ts';
import type { PassagesResult } from '../../tools/passages.ts';
import { type Frame, speaksOf } from '../frame.ts';
import type { ItemRef } from '../meaning.ts';
import { textAnswers } from './evidence.ts';
import type { Reading, ReadingContext, Slot } from './reading.ts';

/** Words that ask something of an item; the answer to an item has all of it. */
// biome-ignore format: one line reads better than a column
const FACETS = {
  'w:status': 1, 'w:owner': 1, 'w:person': 1, 'w:schedule': 1, 'w:narrative': 1, 'w:outline': 1, 'w:reason': 1, 'w:change': 1,
  'w:improved': 1, 'w:worsened': 1, 'w:unchanged': 1, 'w:implement': 1, 'w:when': 1, 'w:notDone': 1, 'w:starting': 1,
  'w:section': 1, 'w:pillar': 1, 'w:policy': 1, 'w:item': 1, 'w:plan': 1, 'w:extra': 1, 'w:what': 1, 'w:year': 1,
  'w:whichYear': 1, 'w:thisYear': 1, 'w:lastYear': 1, 'w:yearBefore': 1, 'w:yearAfter': 1, stated: 1, tables: 0.5,
  'w:nextYear': 1, 'w:latest': 1, 'w:compare': 0.8, 'w:increase': 0.7, 'w:decrease': 0.7, 'w:confirm': 1,
  'w:forecast': 1, 'w:period': 1, 'w:value': 1, 'w:plans': 1, 'w:each': 1, 'w:list': 0.6, 'w:noOwner': 0.6, 'w:count': 0.3, 'w:howMany': 0.7, 'w:average': 0.3,
  'w:share': 0.3, 'w:through': 0.5, statuses: 0.9, stages: 1, years: 0.9, want: 1, pillars: 0.3, sections: 0.3,
  measures: 0.35, sectionStems: 0.5, pillarStems: 0.5,
} as const satisfies Readonly<Partial<Record<Slot, number>>>;

/** What the question wants to know of two quantities that a text sets against each other. */
export function comparisonOf(frame: Frame, item: ItemRef | undefined): ToolCall[] {
  if (!item) return [];
  const asks = (['difference', 'increase', 'decrease', 'ratio', 'growth', 'compare', 'change'] as const).filter(
    (word) => frame.words.has(word),
  );
  const exceeds = frame.words.has('through') && (frame.words.has('highest') || frame.words.has('lowest'));
  if (asks.length === 0 && !exceeds) return [];
  const asksRate = frame.words.has('growth') || frame.words.has('share') || frame.want === 'percent';
  const asksGap = speaksOf(frame, 'difference', 'increase', 'decrease');
  // By how many hours, and by how many percent.
  const asksSize = (frame.want !== null && frame.want !== 'percent') || frame.words.has('difference');
  const isOfBoth = frame.words.has('growth') && asksSize;
  const operations = frame.words.has('ratio')
    ? (['ratio'] as const)
    : asksRate
      ? asksGap && (frame.words.has('share') || isOfBoth)
        ? (['difference', 'growth'] as const)
        : (['growth'] as const)
      : (['difference'] as const);
  return operations.map((operation) => ({ name: 'compare_in_text', args: { item, query: frame.content, operation } }));
}

/** Items by number, with a look inside them when the question asks for more than the item itself. */
function callsFor({ frame }: ReadingContext, items: readonly ItemRef[]): ToolCall[] {
  const get: ToolCall = { name: 'get_items', args: { items: [...items] } };
  const inside =
    frame.topic.length > 0 ||
    frame.measures.length > 0 ||
    frame.want !== null ||
    speaksOf(frame, 'period', 'difference', 'increase', 'decrease', 'growth', 'ratio') ||
    frame.words.has('narrative') ||
    frame.words.has('reason');
  // From when to when: in an item that is a matter of dates.
  const ofPeriod = frame.words.has('period') ? 'date' : null;
  if (!inside || (frame.content === '' && frame.want !== 'plan' && !ofPeriod)) return [get];
  const want = frame.want ?? ofPeriod ?? (frame.years.length > 0 && frame.measures.length === 0 ? 'date' : null);
  return [
    ...(items.length === 1 ? comparisonOf(frame, items[0]) : []),
    get,
    {
      name: 'search_passages',
      args: {
        query: frame.content,
        items: [...items],
        ...(want ? { want } : {}),
        count: Math.min(items.length, 4),
      },
    },
  ];
}

function unique(refs: readonly ItemRef[]): ItemRef[] {
  return refs.filter((ref, i) => refs.findIndex((r) => r.kind === ref.kind && r.number === ref.number) === i);
}

const byNumber: Reading = {
  id: 'item.number',
  needs: [['items']],
  uses: { ...FACETS, items: 1, titles: 0.8, topic: 0.6 },
  plan: (context) => ({ kind: 'run', calls: callsFor(context, unique(context.frame.items)) }),
};

/** A bare number is an item's when something of an item is asked. */
const byBareNumber: Reading = {
  id: 'item.bare-number',
  needs: [['numbers']],
  not: ['items', 'measures', 'accounts'],
  uses: { ...FACETS, numbers: 1, topic: 0.3, 'w:difference': 1, 'w:and': 1 },
  assumes: () => 1,
  plan(context) {
    const kind = context.frame.words.has('extra') ? 'extra' : 'plan';
    const items = context.frame.numbers.filter((n) => Number.isInteger(n)).map((number): ItemRef => ({ kind, number }));
    return items.length > 0 ? { kind: 'run', calls: callsFor(context, unique(items)) } : null;
  },
};

const byTitle: Reading = {
  id: 'item.title',
  needs: [['titles']],
  not: ['items'],
  uses: { ...FACETS, titles: 1, policies: 0.7, topic: 0.55, 'w:count': 0.5 },
  assumes: ({ frame }) => (frame.titles.length > 3 ? 1 : 0),
  plan(context) {
    const refs = unique(titlesMeant(context.frame));
    return { kind: 'run', calls: callsFor(context, refs.slice(0, 6)) };
  },
};

/** A title that several items share is decided by the words plan or outside the plan. */
function titlesMeant(frame: Frame): ItemRef[] {
  const wanted = frame.words.has('extra') ? 'extra' : frame.words.has('plan') ? 'plan' : null;
  return frame.titles.flatMap((refs) => {
    const fitting = refs.filter((r) => r.kind === wanted);
    return fitting.length > 0 ? fitting : refs;
  });
}

/** Items that are looked at where all are asked for that mention something. */
const MENTIONING = 30;
const TELLING = 0.6;
const MARGIN = 0.15;

/** An item is named by its title, but the words lead to another one. */
function leadsElsewhere({ frame, evidence }: ReadingContext): boolean {
  const named = frame.titles.flat();
  if (named.length === 0) return false;
  const item = evidence().hits[0]?.item;
  return !named.some((r) => r.kind === item?.kind && r.number === item.number);
}

/** The items of a pillar whose name the report lacks stand in no text. */
function asksUnknownPillar({ frame, scope }: ReadingContext): boolean {
  const isUnknown = frame.topic.length > 0 && frame.topic.every((term) => scope.search.weight(term) === 0);
  return isUnknown && frame.words.has('pillar') && (frame.statuses.length > 0 || frame.words.has('item'));
}

/** What is asked of an item is looked for among items. */
function kindOf(frame: Frame, { hits }: PassagesResult): { readonly kind?: 'extra' | 'item' } {
  if (frame.words.has('extra')) return { kind: 'extra' };
  // Running text that says all that was asked is not passed over for an item that says less.
  const [best] = hits;
  const item = hits.find((h) => h.item);
  if (best?.kind === 'text' && best.coverage > TELLING && (item?.coverage ?? 0) + MARGIN < best.coverage) return {};
  if (frame.words.has('report')) return {};
  const ofItem = speaksOf(frame, 'item', 'status', 'owner', 'schedule') || frame.statuses.length > 0;
  return ofItem ? { kind: 'item' } : {};
}

/** What the running text says of a pillar, or of the period of the plan. */
const byText: Reading = {
  id: 'text.plan',
  needs: [
    ['w:period', 'pillars'],
    ['w:period', 'w:narrative', 'w:outline', 'w:contents', 'w:policy'],
  ],
  not: ['items', 'titles', 'measures', 'accounts', 'sections', 'statuses'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FACETS, 'w:period': 2, pillars: 1, policies: 0.5, topic: 0.7, 'w:pillar': 1, 'w:policy': 1,
    'w:narrative': 1.6, 'w:contents': 1, 'w:report': 1, 'w:whole': 1, 'w:howMany': 1, 'w:count': 0.5,
    'w:allYears': 1, numbers: 1, stated: 1, years: 1, 'w:counter': 1, 'w:value': 1, 'w:list': 1, 'w:highest': 0.3,
  },
  plan({ frame }) {
    const want: { want?: 'period' } = frame.words.has('period') ? { want: 'period' } : {};
    return { kind: 'run', calls: [{ name: 'search_passages', args: { query: frame.content, kind: 'text', ...want } }] };
  },
};

/** The subject is named in other words: full-text search finds where the report speaks of it. */
const byTopic: Reading = {
  id: 'text.topic',
  needs: [
    [
      'topic',
      'measures',
      'titles',
      'sectionStems',
      'pillarStems',
      'policies',
      'accounts',
      'captions',
      'absent',
      'sections',
      'pillars',
      'stages',
      'w:implement',
    ],
  ],
  not: ['items'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...FACETS, topic: 1, titles: 0.6, policies: 0.7, measures: 0.5, accounts: 0.4, sections: 0.4, pillars: 0.4,
    sectionStems: 1, pillarStems: 1, captions: 0.2, absent: 0.2, numbers: 0.5, 'w:average': 0.7, 'w:count': 0.6,
    'w:share': 0.6, 'w:growth': 0.6, 'w:difference': 0.6, 'w:list': 0.5, 'w:highest': 0.3, 'w:lowest': 0.3,
    'w:people': 1, 'w:money': 1, 'w:percent': 1, 'w:days': 1, 'w:hours': 1, 'w:value': 1, 'w:sum': 0.6,
    'w:account': 1, 'w:whole': 0.8, 'w:report': 0.8, 'w:table': 0.5, 'w:contents': 0.5, 'w:trend': 0.3,
    'w:ratio': 0.5, 'w:positive': 0.4, 'w:negative': 0.4,
  },
  // Without a word of its own the question names only what tables and lists are better for.
  assumes: (context) =>
    (context.frame.topic.length === 0 && context.frame.titles.length === 0 ? 1.5 : 0) +
    (leadsElsewhere(context) ? 4 : 0) +
    (asksUnknownPillar(context) ? 6 : 0) -
    (textAnswers(context) ? 3 : 0),
  plan({ frame, evidence }) {
    const [best] = evidence().hits;
    if (!best) return null;
    const compared = comparisonOf(frame, best.item ?? undefined);
    return {
      kind: 'run',
      calls: [
        ...compared,
        {
          name: 'search_passages',
          args: {
            query: frame.content,
            ...(frame.want ? { want: frame.want } : {}),
            ...(frame.words.has('list') ? { count: MENTIONING } : {}),
            ...kindOf(frame, evidence()),
          },
        },
      ],
    };
  },
};

export const itemReadings: readonly Reading[] = [byNumber, byBareNumber, byTitle, byText, byTopic];
