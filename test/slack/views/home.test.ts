import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanItem } from '../../../src/report/model.ts';
import { ACTIONS, actionPattern } from '../../../src/slack/views/actions.ts';
import { homeView, plainHomeView } from '../../../src/slack/views/home.ts';
import { ALL_SECTIONS, type HomeData, homeData } from '../../../src/slack/views/home-data.ts';
import { slackWording } from '../../../src/slack/wording.ts';
import { STATUSES } from '../../../src/tools/progress-figures.ts';
import { ask, assistant, scope } from '../../answer/support.ts';
import { expectViewTaken, hostileText, partsOf, textsOf } from './support.ts';

const ja = slackWording('ja');
const home = (section: string | null = null) => homeView(homeData(assistant, section, 'ja'), ja);

describe('the figures of Home', () => {
  it('are those of the answer to the same question', () => {
    const answer = ask('全体の進捗は？').text;
    const data = homeData(assistant, null, 'ja');
    const said = data.overall.map((row) =>
      STATUSES.map((s) => `${row.counts[s].print}項目（${row.shares[s]}）`).filter((part) => answer.includes(part)),
    );
    expect(said.map((parts) => parts.length)).toEqual([STATUSES.length, STATUSES.length]);
    expect(data.overall.map((row) => row.year)).toEqual(['FY2020', 'FY2019']);
    const shown = textsOf(homeView(data, ja)).join('\n');
    for (const part of said.flat()) expect(shown).toContain(part);
    expect(shown).toContain('×と―を合わせて14.7%');
  });

  it('are by pillar those of the table of the answer', () => {
    const table = ask('体系別の実施状況は？').table;
    const data = homeData(assistant, null, 'ja');
    const newest = data.pillars.filter((row) => row.year === 'FY2020');
    expect(newest.map((row) => [row.subject, String(row.total), ...STATUSES.map((s) => row.counts[s].print)])).toEqual(
      table?.rows.map((row) => row.slice(0, 6).map((cell) => cell.text)),
    );
    const [shown] = partsOf(homeView(data, ja).blocks, 'data_table');
    expect(partsOf(shown, 'raw_number')).toHaveLength(data.pillars.length * 5);
    expect(textsOf(shown)).toContain('一部実施（△）');
  });

  it('list for a section what is not done, as the answer does', () => {
    const [row] = homeData(assistant, null, 'ja').sections.filter((s) => s.open > 1);
    if (!row) throw new Error('no section has open items');
    const data = homeData(assistant, row.name, 'ja');
    expect(data.open).toHaveLength(row.open);
    const table = ask(`${row.name}の項目は？`).table;
    const open = table?.rows.filter((r) => r.some((c) => /△|×|―/u.test(c.text) && c === r[3])).map((r) => r[0]?.value);
    expect(data.open.map((item) => item.number)).toEqual(open);
    expect(textsOf(homeView(data, ja))).toContain(`${row.name}：${row.open}件`);
  });
});

describe('Home', () => {
  it('is taken by Slack', () => {
    for (const language of ['ja', 'en'] as const)
      for (const section of [null, '総務課', 'なくなった課', ''])
        for (const draw of [homeView, plainHomeView])
          expectViewTaken(draw(homeData(assistant, section, language), slackWording(language)), 'home');
  });

  it('offers all sections, and shows the chosen one as chosen', () => {
    const picker = (section: string | null) => partsOf(home(section).blocks, 'static_select')[0];
    expect(picker(null)).toMatchObject({ initial_option: { value: ALL_SECTIONS } });
    expect(picker('総務課')).toMatchObject({ action_id: ACTIONS.homeSection, initial_option: { value: '総務課' } });
    expect(picker('なくなった課')).toMatchObject({ initial_option: { value: ALL_SECTIONS } });
  });

  it('asks with each button what the button says', () => {
    const buttons = partsOf(home('総務課').blocks, 'button');
    const asked = buttons.filter((b) => actionPattern(ACTIONS.homeQuestion).test(String(b.action_id)));
    expect(asked.length).toBeGreaterThan(5);
    for (const { value } of asked) expect(ask(String(value)).kind, String(value)).toBe('answer');
  });

  it('says which report it rests on, its date, and what is kept', () => {
    const shown = textsOf(home()).join('\n');
    expect(shown).toContain(scope.report.name);
    expect(shown).toContain('令和3年2月');
    expect(shown).toContain('/gyokaku forget');
  });

  it('says so when a section has everything done', () => {
    const done = homeData(assistant, null, 'ja').sections.find((s) => s.open === 0);
    expect(textsOf(home(done?.name ?? null)).join()).toContain('まだ実施済でない項目はありません');
  });

  it('says the same without tables and rich text', () => {
    const data = homeData(assistant, null, 'ja');
    const [rich, plain] = [homeView(data, ja), plainHomeView(data, ja)];
    expect(partsOf(plain, 'data_table').concat(partsOf(plain, 'rich_text'))).toEqual([]);
    const said = textsOf(plain).join('\n');
    for (const text of textsOf(rich)) expect(said).toContain(text);
  });

  it('is taken by Slack for reports of any size', () => {
    const real = homeData(assistant, null, 'ja');
    const [item] = real.open;
    if (!item) throw new Error('everything is done');
    fc.assert(
      fc.property(hugeCity, (city) => {
        const data = homeOf(city, real, item);
        for (const language of ['ja', 'en'] as const)
          for (const draw of [homeView, plainHomeView]) expectViewTaken(draw(data, slackWording(language)), 'home');
      }),
      { numRuns: 40 },
    );
  });
});

/** A city with hundreds of sections and items, and with names that no view was made for. */
const hugeCity = fc.record({
  text: hostileText,
  sections: fc.uniqueArray(hostileText, { maxLength: 20 }),
  times: fc.integer({ min: 0, max: 120 }),
  chosen: fc.nat({ max: 30 }),
});
type City = typeof hugeCity extends fc.Arbitrary<infer T> ? T : never;

function homeOf({ text, sections, times, chosen }: City, real: HomeData, item: PlanItem): HomeData {
  const names = [...sections, ...Array.from({ length: times }, (_, i) => `第${i}課`)];
  return {
    ...real,
    report: { name: text, title: text, issued: null },
    pillars: Array.from({ length: times }, () => real.pillars)
      .flat()
      .map((row) => ({ ...row, subject: text })),
    sections: names.map((name, open) => ({ name, open })),
    section: names[chosen] ?? null,
    open: Array.from({ length: times }, (_, i) => ({ ...item, number: i, title: text, owners: [text] })),
    questions: [text, text.repeat(3)],
  };
}
