import { at } from '../text.ts';
import { ABSTAIN } from './abstain-words.ts';
import type { Desk, Draft } from './desk.ts';
import { factQuestion } from './facts.ts';
import { extraCite, namePattern, yearPatterns } from './patterns.ts';

/** Span of the plan, policies of a pillar, a false premise. */
export function background(desk: Desk): Draft[] {
  const { settings, plan, contents } = desk.manuscript;
  const years = settings.scheduleYears;
  const end = at(years, years.length - 1);
  const base = { must_not: [], cite: desk.cites.background, citation: contents.heading('background') };
  const pillar = desk.random.pick(plan.pillars);
  const span: Draft = {
    ...base,
    class: 'background',
    kind: 'value',
    ...desk.say(
      { ja: ['計画の期間は何年間ですか', 'この計画、何年計画？'], en: ['How many years does the plan cover?'] },
      {},
    ),
    must: [[`(?<![0-9])${years.length}(か|ヶ|ヵ|カ|箇)?年`, `(?<![0-9])${years.length}-?years?`]],
    answer: `${years.length}年間の計画です。`,
  };
  const policies: Draft = {
    ...base,
    class: 'background',
    kind: 'text',
    ...desk.say(
      { ja: ['{p}の方針には何が書いてある？', '「{p}」の下にはどんな施策が並んでいますか'] },
      { p: pillar.name },
    ),
    must: pillar.policies.map((policy) => [namePattern(policy, 9)]),
    // The item table names policies, too.
    cite: [...desk.cites.background, ...desk.cites.items],
    answer: `${pillar.policies.join('、')}です。`,
  };
  const wrong = end + (desk.random.chance(0.5) ? 1 : -1);
  const premise: Draft = {
    ...base,
    class: 'false_premise',
    kind: 'value',
    ...desk.say({ ja: ['計画は{y}で終わりですよね', '{y}が計画の最終年度で合ってる？'] }, { y: desk.year(wrong) }),
    must: [yearPatterns(end)],
    answer: `いいえ、${end}年度までです。`,
  };
  return desk.random.sample([span, policies, premise], 2);
}

/** What a sign means. */
export function legend(desk: Desk): Draft[] {
  const entry = desk.random.pick(desk.manuscript.truth.legend.filter(({ mark }) => mark !== 'later'));
  return [
    {
      class: 'legend',
      ...desk.say(
        {
          ja: ['取組状況の「{s}」はどういう意味ですか', '状況欄の{s}は何の印？'],
          en: ['What does {s} mean in the status column?'],
        },
        { s: entry.print },
      ),
      must: [[namePattern(entry.word.replace(/済み$/, '済'))]],
      must_not: [],
      cite: ['凡例', ...desk.cites.items, ...desk.cites.results],
      kind: 'text',
      answer: `「${entry.print}」は${entry.word}です。`,
      citation: desk.manuscript.contents.heading('items'),
    },
  ];
}

/** Measures outside the plan: by title, by number, and their figures. */
export function outOfPlan(desk: Desk): Draft[] {
  const { plan, truth, contents } = desk.manuscript;
  if (plan.extras.length === 0) return [];
  const heading = contents.heading('extras');
  return desk.random.sample(plan.extras, 3).map((extra, index): Draft => {
    const title = extra.topic.title;
    const item = truth.items.find((each) => each.kind === 'extra' && each.number === extra.number);
    const key = item ? desk.key(item) : null;
    const owners = item?.owners ?? null;
    const cite = [...desk.cites.extras, ...extraCite(extra.number, title)];
    const citation = `${heading} 計画以外${extra.number}「${title}」`;
    const fact = extra.facts[0];
    if (index === 0 && fact) return factQuestion(desk, 'out_of_plan', fact, cite, citation);
    const asked =
      key !== null && desk.random.chance(0.6)
        ? desk.say(
            {
              ja: ['計画以外の取組で{key}の担当はどこ？', '{key}（計画外）の担当課は'],
              en: ['Who handled {key}, the measure outside the plan?'],
            },
            { key },
          )
        : desk.say(
            { ja: ['計画以外の取組{n}番の内容と担当', '実施計画以外の{n}番は何で、どこの課がやった？'] },
            { n: extra.number },
          );
    const groups = owners === null ? [[...ABSTAIN]] : owners.map((owner) => [namePattern(owner)]);
    const byNumber = asked.lang === 'ja' && asked.q.includes('番');
    return {
      class: 'out_of_plan',
      ...asked,
      must: byNumber ? [[namePattern(title, 14)], ...groups] : groups,
      must_not: [],
      cite,
      kind: owners === null ? 'abstain' : 'text',
      answer: `「${title}」の担当は${owners === null ? '記載がありません' : owners.join('、')}。`,
      citation,
    };
  });
}

/** An account that stands in two parts, asked for as one. */
export function clarify(desk: Desk): Draft[] {
  const { money } = desk.manuscript;
  const divided = money.special.accounts.filter(({ part }) => part !== null);
  const first = divided[0];
  const name = first?.spoken[0];
  const column = money.special.columns.find(({ key }) => key === 'balance');
  const others = [...money.special.accounts, ...money.enterprise.accounts].filter(
    ({ whole }) => whole !== first?.whole,
  );
  if (!first || !name || !column || others.some(({ whole }) => whole.includes(name))) return [];
  const year = desk.random.pick(desk.manuscript.settings.tableYears.special);
  return [
    {
      class: 'clarify',
      ...desk.say(
        { ja: ['{a}の{m}ってどうなの、{y}で', '{y}の{a}、{m}は？'] },
        { a: name, m: column.measure, y: desk.year(year) },
      ),
      must: divided.map(({ part }) => [namePattern(part ?? '')]),
      must_not: [],
      cite: [],
      kind: 'clarify',
      answer: `${divided.map(({ part }) => part ?? '').join('と')}のどちらですか。`,
      citation: '',
    },
  ];
}
