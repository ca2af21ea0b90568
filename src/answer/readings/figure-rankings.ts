import type { FiscalYear } from '../../report/fiscal-year.ts';
import type { ToolCall } from '../../tools/all.ts';
import type { Operation } from '../../tools/calculate.ts';
import type { Frame } from '../frame.ts';
import { forPairs, NAMES, rankingTable, spanOf, unitMismatch } from './figure-plans.ts';
import { allYears, figureSlots, type Pair } from './figure-slots.ts';
import type { Reading } from './reading.ts';

const ranking: Reading = {
  id: 'figure.ranking',
  needs: [
    ['measures'],
    [
      'w:highest',
      'w:lowest',
      'w:ranking',
      'w:rankOf',
      'w:above',
      'w:below',
      'position',
      'count',
      'w:negative',
      'w:positive',
    ],
  ],
  not: ['w:whichYear'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:highest': 1, 'w:lowest': 1, 'w:ranking': 1, 'w:rankOf': 1, 'w:above': 1, 'w:below': 1,
    'w:average': 1, position: 1, count: 1, want: 1, 'w:list': 1, 'w:count': 1, 'w:owner': 1, 'w:allYears': 0.7,
    'w:whole': 1, 'w:compare': 0.5, 'w:item': 0.3,
  },
  assumes: (context) => unitMismatch(context),
  plan({ frame, figures }) {
    const slots = figures();
    const candidates = frame.measures.flat();
    const names = new Set(frame.accounts.flat());
    const table =
      slots.tables.find((t) => t.kind === 'ranking') ??
      slots.tables.find(
        (t) => [...names].every((n) => t.subjects.includes(n)) && (t.subjects.length > 1 || names.size === 1),
      ) ??
      slots.tables[0];
    const measure = candidates.find((m) => table?.measures.includes(m));
    if (!table || !measure) return null;
    const order = frame.words.has('lowest') ? 'lowest' : 'highest';
    const one =
      frame.sections.length === 1
        ? frame.sections[0]
        : frame.sections.length === 0 && frame.stems.sections.length === 1 && frame.words.has('rankOf')
          ? frame.stems.sections[0]
          : undefined;
    const comparesOne =
      frame.words.has('rankOf') ||
      frame.words.has('above') ||
      frame.words.has('below') ||
      frame.words.has('ranking') ||
      // A section that is said to be first: its true rank is the answer.
      !(frame.words.has('owner') || frame.words.has('section'));
    const signs = frame.words.has('negative')
      ? 'negative'
      : frame.words.has('positive') && table.kind === 'account'
        ? 'positive'
        : null;
    // A single account ranked by nothing but itself: its years are meant.
    const single = slots.pairs.length === 1 && names.size > 0;
    if (table.kind === 'account' && (single || table.subjects.length === 1)) return null;
    const years = frame.words.has('allYears')
      ? table.years
      : frame.years.length > 0
        ? frame.years
        : table.years.slice(-1);
    const calls = years.map((year): ToolCall => {
      const average = frame.words.has('above') ? 'above' : frame.words.has('below') ? 'below' : null;
      if (one && comparesOne) return { name: 'rank_figures', args: { measure, table: table.id, year, order, of: one } };
      return {
        name: 'rank_figures',
        args: {
          measure,
          year,
          order,
          ...(table.kind === 'account' && frame.words.has('account') && frame.tables.length > 0
            ? { table: table.id }
            : {}),
          ...(frame.sections.length > 1
            ? { subjects: [...frame.sections] }
            : names.size > 1
              ? { subjects: [...names] }
              : {}),
          ...(frame.position !== null
            ? { position: frame.position }
            : frame.count !== null
              ? { count: frame.count }
              : frame.words.has('ranking') || average || signs
                ? {}
                : { count: 1 }),
          ...(average ? { average } : {}),
          ...(signs ? { sign: signs } : {}),
        },
      };
    });
    return { kind: 'run', calls, assumed: frame.years.length === 0 && years[0] ? { year: years[0] } : {} };
  },
};

const whichYear: Reading = {
  id: 'figure.which-year',
  needs: [
    ['measures'],
    ['w:whichYear', 'w:highest', 'w:lowest', 'w:negative'],
    ['w:whichYear', 'accounts', 'sections', 'w:average', 'measures'],
  ],
  not: ['position', 'count'],
  // biome-ignore format: one line reads better than a column
  uses: {
    ...NAMES, 'w:whichYear': 1, 'w:highest': 1, 'w:lowest': 1, want: 1, 'w:when': 1, 'w:allYears': 1,
    'w:average': 0.8, 'w:through': 1, 'w:ranking': 0.3,
  },
  assumes: (context) =>
    unitMismatch(context) + (asksYear(context.frame) ? 0 : 1) + (context.figures().assumedSubject ? 1 : 0),
  plan({ frame, scope }) {
    if (frame.years.length === 1 && !frame.words.has('whichYear')) return null;
    const slots = figureSlots(frame, scope);
    const table = rankingTable(slots);
    if (table && slots.pairs.length === 0 && slots.misses.length === 0) {
      const averaged = scope.figures.all.find((f) => f.role === 'average' && f.table.id === table.id);
      if (!averaged || !asksYear(frame)) return null;
      return { kind: 'run', calls: [extreme(frame, averaged, allYears(scope, averaged))] };
    }
    return forPairs(slots, (pairs) => {
      if (slots.assumedSubject && pairs.length > 1) return null;
      return {
        kind: 'run',
        calls: pairs.map((pair) =>
          extreme(frame, pair, frame.years.length > 1 ? spanOf(frame.years) : allYears(scope, pair)),
        ),
      };
    });
  },
};

function asksYear(frame: Frame): boolean {
  return frame.words.has('whichYear') || frame.words.has('year') || frame.words.has('when');
}

function extreme(frame: Frame, { subject, measure }: Pair, years: readonly FiscalYear[]): ToolCall {
  const operation: Operation = frame.words.has('lowest') || frame.words.has('negative') ? 'lowest' : 'highest';
  return { name: 'calculate', args: { operation, inputs: years.map((year) => ({ subject, measure, year })) } };
}

export const rankingReadings: readonly Reading[] = [ranking, whichYear];
