import { tidy } from '../notation.ts';
import type { RankedYear } from '../tables/rankings.ts';
import { at } from '../text.ts';
import type { Desk, Draft, Fiscal, Phrasings } from './desk.ts';
import { countPattern, namePattern, numberPattern } from './patterns.ts';

export type RankingTable = 'overtime' | 'leave';

const WORDS = {
  overtime: { ja: ['残業', '超過勤務', '時間外勤務'], en: ['overtime'] },
  leave: { ja: ['有休の取得率', '有給休暇取得率', '年休の取得率'], en: ['paid leave rate'] },
} as const;

/** The citations of a ranking. */
export function rankingCite(desk: Desk, table: RankingTable): { cite: string[]; citation: string } {
  const { contents, [table]: ranking } = desk.manuscript;
  const [chapter, part] = [contents.number('figures'), contents.partNumber('staff')];
  const words = table === 'overtime' ? '図?表\\s*1|超過勤務|超勤|時間外' : '図?表\\s*2|有給|年休';
  return {
    cite: [
      `${words}|${namePattern(ranking.measure)}|${chapter}[.-]\\s*${part}(?![0-9])|${namePattern(contents.title('staff'))}`,
    ],
    citation: `${contents.partHeading('staff')} ${ranking.measure}`,
  };
}

/** True where neighbours in the ranking have other values, so that the place is one section's own. */
function alone(ranked: RankedYear, index: number): boolean {
  const value = ranked.rows[index]?.value;
  return value !== undefined && ranked.rows[index - 1]?.value !== value && ranked.rows[index + 1]?.value !== value;
}

function draft(
  desk: Desk,
  table: RankingTable,
  phrasings: Phrasings,
  values: Record<string, string | number | Fiscal>,
  must: string[][],
  answer: string,
): Draft {
  const word = desk.random.pick<string>(WORDS[table].ja);
  const asked = desk.say(phrasings, { w: word, e: WORDS[table].en[0], ...values });
  return { class: table, ...asked, must, must_not: [], ...rankingCite(desk, table), kind: 'value', answer };
}

/** First, last and nth places. */
export function places(desk: Desk, table: RankingTable): Draft[] {
  const drafts: Draft[] = [];
  const { years } = desk.manuscript[table];
  for (const ranked of desk.random.sample(years, 3)) {
    const values = { y: desk.year(ranked.year) };
    const first = at(ranked.rows, 0);
    if (alone(ranked, 0)) {
      drafts.push(
        draft(
          desk,
          table,
          {
            ja: [
              '{y}に{w}が一番多かった職場はどこ？数値も',
              '{y}の{w}トップの課とその値は',
              '{w}が最も高かったのは{y}だとどこの部署で、いくつですか',
            ].map((text) =>
              table === 'overtime'
                ? text.replace('最も高かった', '最も多かった')
                : text.replace('一番多かった', '一番高かった'),
            ),
            en: [
              'Which section had the highest {e} in {y}, and how much?',
              'Top section for {e} in {y}, with the figure?',
            ],
          },
          values,
          [[namePattern(first.section)], [numberPattern(first.value)]],
          `${first.section}の${first.value}です。`,
        ),
      );
    }
    const place = desk.random.int(1, Math.min(ranked.rows.length, 8) - 1);
    const nth = at(ranked.rows, place);
    if (alone(ranked, place)) {
      drafts.push(
        draft(
          desk,
          table,
          {
            ja: ['{y}の{w}で{n}番目に{h}のはどこ', '{w}の{n}位は？{y}で'],
            en: ['Which section ranked number {n} for {e} in {y}?'],
          },
          { ...values, n: place + 1, h: table === 'overtime' ? '多い' : '高い' },
          [[namePattern(nth.section)]],
          `${nth.section}です。`,
        ),
      );
    }
    const end = ranked.rows.length - 1;
    const last = at(ranked.rows, end);
    // The overtime table shows the top only: its last place is not the lowest.
    if (table === 'leave' && alone(ranked, end)) {
      drafts.push(
        draft(
          desk,
          table,
          {
            ja: ['{y}に{w}が一番低かった職場は？', '{w}のワーストはどこですか、{y}で'],
            en: ['Which section had the lowest {e} in {y}?'],
          },
          values,
          [[namePattern(last.section)]],
          `${last.section}です。`,
        ),
      );
    }
  }
  return desk.random.sample(drafts, 2);
}

/** The value of a section. */
export function sectionValues(desk: Desk, table: RankingTable): Draft[] {
  const { years } = desk.manuscript[table];
  return desk.random.sample(years, 2).map((ranked) => {
    const row = desk.random.pick(ranked.rows);
    return draft(
      desk,
      table,
      {
        ja: ['{s}の{y}の{w}は？', '{y}、{s}の{w}はどのくらいですか', '{s}って{y}の{w}いくつ'],
        en: ['What was the {e} of {s} in {y}?'],
      },
      { s: row.section, y: desk.year(ranked.year) },
      [[numberPattern(row.value)]],
      `${row.section}は${row.value}です。`,
    );
  });
}

/** The printed averages, sections above them, and changes of a section's rate. */
export function leaveStatistics(desk: Desk): Draft[] {
  const { leave, truth, settings } = desk.manuscript;
  const average = (year: number): number =>
    truth.figures.find(
      (figure) => figure.table === 'leave' && figure.year === year && figure.subject === settings.style.header.average,
    )?.value ?? 0;
  const ranked = desk.random.pick(leave.years);
  const mean = average(ranked.year);
  const values = { y: desk.year(ranked.year) };
  const drafts = [
    draft(
      desk,
      'leave',
      { ja: ['{y}の{w}の平均は？', '全体の平均{w}って{y}は何％でしたか'], en: ['What was the average {e} in {y}?'] },
      values,
      [[numberPattern(mean)]],
      `平均は${mean}%です。`,
    ),
  ];
  const above = ranked.rows.filter(({ value }) => value > mean).length;
  if (!ranked.rows.some(({ value }) => value === mean)) {
    drafts.push({
      ...draft(
        desk,
        'leave',
        {
          ja: ['{y}に{w}が平均を上回った職場はいくつ？'],
          en: ['How many sections were above the average {e} in {y}?'],
        },
        values,
        [[countPattern(above)]],
        `${above}職場です。`,
      ),
      class: 'compute',
      kind: 'count',
    });
  }
  const [from, to] = desk.random.sample(leave.years, 2).sort((a, b) => a.year - b.year);
  if (from && to) {
    const shared = from.rows.filter(({ section }) => to.rows.some((row) => row.section === section));
    const start = desk.random.pick(shared);
    const change = tidy((to.rows.find(({ section }) => section === start.section)?.value ?? 0) - start.value);
    if (change !== 0) {
      drafts.push({
        ...draft(
          desk,
          'leave',
          {
            ja: ['{s}の{w}は{y}から{z}で何ポイント変わった？', '{s}の{w}、{y}と{z}の差は'],
            en: ['By how many points did the {e} of {s} change from {y} to {z}?'],
          },
          { s: start.section, y: desk.year(from.year), z: desk.year(to.year) },
          [[numberPattern(change)]],
          `${Math.abs(change)}ポイントです。`,
        ),
        class: 'compute',
        kind: 'compare',
      });
    }
  }
  return desk.random.sample(drafts, 2);
}
