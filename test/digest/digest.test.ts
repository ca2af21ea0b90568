import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/answer/assemble.ts';
import { WHOLE_PLAN } from '../../src/digest/about.ts';
import { composeDigest } from '../../src/digest/compose-digest.ts';
import { buildDigest, type Digest } from '../../src/digest/digest.ts';
import { type FiscalYear, startOf } from '../../src/report/fiscal-year.ts';
import type { Status } from '../../src/report/model.ts';
import { homeData } from '../../src/slack/views/home-data.ts';
import type { ToolResult } from '../../src/tools/all.ts';
import { STATUSES } from '../../src/tools/progress-figures.ts';
import { invented, namesOf } from '../answer/support.ts';
import { generateReport } from '../generator/generate.ts';
import { read } from '../report/variant.ts';
import { aNote, assistant, assistantOver, NOW, scope } from './support.ts';

const digest = (more: Partial<Parameters<typeof buildDigest>[1]> = {}): Digest =>
  buildDigest(scope, { scope: WHOLE_PLAN, notes: [], since: null, now: NOW, ...more });

function resultOf<K extends ToolResult['kind']>({ called }: Answer, kind: K): Extract<ToolResult, { kind: K }> {
  for (const { result } of called) if (isOf(kind, result)) return result;
  throw new Error(`nothing of kind ${kind} was called`);
}
function isOf<K extends ToolResult['kind']>(kind: K, result: ToolResult): result is Extract<ToolResult, { kind: K }> {
  return result.kind === kind;
}

describe('a digest of the real report', () => {
  it('counts by status with the year before beside it, as the report prints it', () => {
    const { rows, rowsBefore, year, before } = digest();
    expect([year, before]).toEqual(['FY2020', 'FY2019']);
    const said = (all: Digest['rows']) => STATUSES.map((s) => [all[0]?.counts[s].print, all[0]?.shares[s]?.print]);
    expect(said(rows).slice(0, 2)).toEqual([
      ['21', '61.8%'],
      ['8', '23.5%'],
    ]);
    expect(said(rowsBefore).slice(0, 2)).toEqual([
      ['12', '35.3%'],
      ['7', '20.6%'],
    ]);
  });

  it('tells what is not done, whose it is, since when, and what begins next', () => {
    const { open, withoutOwner, starting, next } = digest();
    expect(open.map((o) => o.item.number)).toEqual([4, 11, 12, 14, 16, 17, 18, 20, 23, 26, 27, 29, 34]);
    expect(open.find((o) => o.item.number === 18)?.since).toEqual({ year: 'FY2020', atLeast: false });
    expect(open.find((o) => o.item.number === 11)?.since).toEqual({ year: 'FY2019', atLeast: true });
    expect(withoutOwner.map((i) => i.number)).toEqual([14, 28]);
    expect([next, ...starting.map((i) => i.number)]).toEqual(['FY2021', 27, 29]);
  });

  it('keeps to a pillar or to sections', () => {
    const [pillar = ''] = scope.report.pillars;
    const ofPillar = digest({ scope: { pillars: [pillar], sections: [] } });
    expect(ofPillar.rows.map((r) => [r.subject, r.total])).toEqual([[pillar, 9]]);
    expect(ofPillar.open.map((o) => o.item.number)).toEqual([4]);
    const ofSections = digest({ scope: { pillars: [], sections: ['収納課', '会計課'] } });
    expect(ofSections.rows.map((r) => [r.subject, r.total])).toEqual([
      ['収納課', 1],
      ['会計課', 2],
    ]);
    expect(ofSections.open.map((o) => o.item.number)).toEqual([23]);
  });

  it('says so when a section has no items of the plan', () => {
    const none = digest({ scope: { pillars: [], sections: ['契約検査室'] } });
    expect(composeDigest(none, 'ja', assistant.names('ja')).text).toContain(
      '契約検査室の項目は、実施計画にありません。',
    );
  });

  it('has the notes since the last one, the newest first, and none of another report', () => {
    const notes = [
      aNote(4, { changedAt: new Date('2021-05-01T00:00:00Z') }),
      aNote(16, { changedAt: new Date('2021-05-20T00:00:00Z') }),
      aNote(26, { changedAt: new Date('2021-05-30T00:00:00Z') }),
      aNote(26, {
        id: 'other',
        item: { ...aNote(26).item, report: 'another' },
        changedAt: new Date('2021-05-30T00:00:00Z'),
      }),
    ];
    expect(digest({ notes }).notes.map((n) => n.item.number)).toEqual([26, 16, 4]);
    const since = new Date('2021-05-20T00:00:00Z');
    expect(digest({ notes, since }).notes.map((n) => n.item.number)).toEqual([26]);
    const [pillar = ''] = scope.report.pillars;
    expect(digest({ notes, scope: { pillars: [pillar], sections: [] } }).notes.map((n) => n.item.number)).toEqual([4]);
  });

  it('names its report and date, and the age of one that is old', () => {
    const say = (now: Date): string => composeDigest(digest({ now }), 'ja', assistant.names('ja')).text;
    expect(say(NOW)).toContain('令和2年度実施状況報告書（令和3年2月）によります。\n');
    expect(say(new Date('2022-08-31T23:00:00+09:00'))).not.toContain('たっています');
    expect(say(new Date('2022-09-01T00:00:00+09:00'))).toContain('この報告書は作成から1年7か月たっています。');
    const english = composeDigest(digest({ now: new Date('2023-02-10') }), 'en', assistant.names('en')).text;
    expect(english).toContain('This report is 2 years old.');
  });

  it.each(['ja', 'en'] as const)('reads well as plain text, with one table and one chart (%s)', (language) => {
    const answer = composeDigest(digest({ notes: [aNote(16)] }), language, assistant.names(language));
    expect(answer.text).toMatchSnapshot();
    expect(answer.table?.rows).toHaveLength(13);
    expect(answer.chart?.points.map((p) => p.value)).toEqual([88.9, 50, 42.9, 42.9, 80]);
    expect(answer.citations).toHaveLength(4);
  });
});

describe('a digest of a pillar', () => {
  const about = { pillars: ['財務マネジメント'], sections: [] };

  it('says of both years which shares the report prints together, so that 2 of 7 may be 28.5% and 28.6%', () => {
    const made = digest({ scope: about });
    const text = (language: 'ja' | 'en') => composeDigest(made, language, assistant.names(language)).text;
    expect(text('ja')).toContain('×と―を合わせて42.9%（71.5%）と記載されています。別々の割合は件数から計算しました。');
    expect(text('en')).toContain('prints 42.9% (71.5%) for × and ― together. The share of each is worked out.');
  });
});

describe('over generated reports', () => {
  const seeds = fc.integer({ min: 20, max: 4000 });

  it('a digest has the figures of the truth, of Home and of the answers to the same questions', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { text, truth } = generateReport(seed);
        const over = assistantOver([read(text, `seed-${seed}`)]);
        const own = over.scope();
        const made = buildDigest(own, { scope: WHOLE_PLAN, notes: [], since: null, now: NOW });
        const total = truth.counts.find((c) => c.pillar === '合計' && c.year === startOf(made.year));
        const { counts } = made.rows[0] ?? {};
        if (total) expect(STATUSES.map((s: Status) => counts?.[s].value)).toEqual(STATUSES.map((s) => total[s]));
        const asked = (question: string): Answer => over.ask(question, null).answer;
        expect(resultOf(asked('計画全体の進捗は？'), 'progress').rows).toEqual(made.rows);
        expect(resultOf(asked('体系別の実施率は？'), 'progress').rows).toEqual(made.pillars);
        const home = homeData(over, null, 'ja');
        const figures = (row: Digest['rows'][number]) =>
          STATUSES.map((s) => [row.counts[s].print, row.shares[s]?.print ?? null]);
        const shown = (year: FiscalYear, rows: typeof home.overall) =>
          rows
            .filter((row) => row.year === year)
            .map((row) => STATUSES.map((s) => [row.counts[s].print, row.shares[s]]));
        expect(shown(made.year, home.overall)).toEqual(made.rows.map(figures));
        if (made.before) expect(shown(made.before, home.overall)).toEqual(made.rowsBefore.map(figures));
        expect(shown(made.year, home.pillars)).toEqual(made.pillars.map(figures));
        expect(home.open.map((item) => item.number)).toEqual(made.open.map((o) => o.item.number));
        const listed = resultOf(asked('終わっていない項目の一覧は？'), 'item-list').items.map((i) => i.number);
        expect(made.open.map((o) => o.item.number)).toEqual(listed);
        if (made.before) {
          expect(resultOf(asked('状況が改善した項目は？'), 'changes').changes).toEqual(made.improved);
          expect(resultOf(asked('状況が後退した項目は？'), 'changes').changes).toEqual(made.worsened);
        }
      }),
      { numRuns: 25, seed: 5 },
    );
  });

  it('says nothing that no tool returned, within the limits, in both languages, of any part of the plan', () => {
    fc.assert(
      fc.property(seeds, fc.nat(), fc.constantFrom('ja' as const, 'en' as const), (seed, pick, language) => {
        const over = assistantOver([read(generateReport(seed).text, `seed-${seed}`)]);
        const own = over.scope();
        const sections = [...new Set(own.report.items.flatMap((i) => i.owners ?? []))];
        const abouts = [
          WHOLE_PLAN,
          ...own.report.pillars.map((p) => ({ pillars: [p], sections: [] })),
          ...sections.map((_, i) => ({ pillars: [], sections: sections.slice(i, i + 1 + (i % 3)) })),
        ];
        const about = abouts[pick % abouts.length] ?? WHOLE_PLAN;
        const issued = own.report.issued;
        const now = issued ? new Date(Date.UTC(issued.year, issued.month, 1)) : NOW;
        const made = buildDigest(own, { scope: about, notes: [], since: null, now });
        const answer = composeDigest(made, language, over.names(language));
        expect(invented(answer, '', namesOf(own.report))).toEqual([]);
        expect(answer.text.length).toBeLessThanOrEqual(1500);
        expect(answer.citations.length).toBeLessThanOrEqual(4);
        expect(new Set(made.first.map((f) => f.item)).size).toBe(made.first.length);
        expect(made.first.every((f) => made.open.some((o) => o.item === f.item))).toBe(true);
      }),
      { numRuns: 40, seed: 7 },
    );
  });
});
