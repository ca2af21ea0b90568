import type { Check, Problem } from './report/model.ts';

export type Language = 'ja' | 'en';

/** What the report command says, in both languages. Problems and checks are worded by their codes. */
export interface Wording {
  readonly tables: string;
  readonly results: string;
  readonly items: string;
  readonly text: string;
  readonly checks: string;
  readonly warnings: string;
  readonly unread: string;
  readonly none: string;
  readonly refused: string;
  readonly kinds: Readonly<Record<string, string>>;
  readonly verdicts: Readonly<Record<Check['verdict'], string>>;
  line(n: number): string;
  /** How many entries of a long list are not shown. */
  more(count: number): string;
  counts(
    what: 'subjects' | 'years' | 'measures' | 'figures' | 'pillars' | 'items' | 'extra' | 'lines',
    n: number,
  ): string;
  check(check: Check): string;
  problem(problem: Problem): string;
  installed(path: string): string;
  /** Printed values that arithmetic contradicts: perhaps slips of whoever copied them. */
  contradictions(count: number, path: string): string;
  alreadyThere(path: string): string;
  otherThere(path: string): string;
  /** `answering`: which of them all answers; `sameDate`: it does by its name, since by their dates none is newer. */
  sameYear(ids: readonly string[], answering: string, sameDate: boolean): string;
  /** `--add` without a file or a name. */
  readonly addWhat: string;
  badName(name: string): string;
  notFound(path: string): string;
  unreadable(path: string, why: string): string;
  noReports(path: string): string;
  bug(why: string): string;
  readonly usage: string;
}

const PROBLEMS_JA: Readonly<Record<string, string | ((problem: Problem) => string)>> = {
  'not-utf8': 'UTF-8 のテキストではありません。UTF-8 で保存し直してください。',
  document: ({ named }) =>
    `テキストではなく、${named} のファイルです。文字だけのテキストに変えてください：Word では、表を選択して「レイアウト」→「表の解除（文字列に変換）」→「タブ」、次に「書式なし」・「Unicode (UTF-8)」で保存。Excel や PDF では、表の部分をテキストエディターに貼り付けて UTF-8 で保存（README.ja.md の「Word や PDF をテキストにする」）。`,
  'no-items':
    '実施計画の項目が見つかりません。番号と取組名の見出し行がある表が必要です。セルの区切りはタブ1つです（空白では読み取れません）。',
  'no-tabs':
    '実施計画の項目の見出し行のようですが、セルの区切りがタブではなく空白です。この行も下の行も、セルの間をタブ1つにしてください。貼り付けやエディターの設定で、タブが空白に変わることがあります。',
  'no-year': '報告書の年度が見つかりません。表紙に年度を書いてください。',
  'duplicate-number': ({ named, other }) =>
    `番号${named}の項目が、${other}行目とこの行の二つあります。番号を確かめてください。`,
  'duplicate-row': ({ other }) =>
    `同じ年度・同じ名前の値が、${other}行目とこの行の二つあります。どちらか一つにしてください。`,
  'unknown-status': ({ named }) =>
    `取組状況の欄に、凡例にない記号「${named}」があります。凡例の記号に直すか、凡例の行にその記号を加えてください。`,
  'merged-grades': ({ named }) =>
    `凡例で区別している記号（${named}）が、同じ区分に当たります。扱える区分は、実施済み・一部実施・未実施・次年度以降の四つです。一つの区分に一つの記号を使ってください。`,
  'unassigned-cells': 'この行のセルが、どの見出しのものか決められません。見出しの数だけセルを並べてください。',
  'shifted-cells':
    '収入・支出・差引が大きく食い違い、値を入れ替えるか一つずらすと合います。値と見出しの位置を確かめてください。',
  'stray-figures': '数値のある行ですが、見出しのある表の中にありません。見出しの行を確かめてください。',
  'unreadable-number': ({ named }) =>
    `数値の欄に、数値として読めない「${named}」があります。直すか、値がないときは空欄にしてください。`,
  'stray-row': '取組項目の行のようですが、見出しのある表の中にありません。見出しの下に置いてください。',
  'missing-owner': '担当課の記載がありません（「記載なし」として扱います）。',
  'missing-status': '取組状況が空欄です（「記載なし」として扱います）。',
  'missing-count': '取組実績の表に空欄があります（0 ではなく「記載なし」として扱います）。',
  'missing-policy': '施策のセルがありません（「記載なし」として扱います）。',
  'policy-twice': '施策が二つのセルに重ねて書かれています（一つとして読みました）。',
  'pillar-in-policy': '施策の欄に体系の名前があります（施策は「記載なし」として扱います）。',
  'merged-cells': '体系と施策が一つのセルにあります（体系の名前で分けました）。',
  'unknown-pillar': '取組実績の表にない体系の名前があります（体系は「記載なし」として扱います）。',
  'doubtful-pillars':
    '項目の体系ごとの数が、この取組実績の表と合いません。体系の一部は確かではありません。項目の行が抜けていないか確かめてください。',
  'number-gap': '番号が続いていません。次の番号の項目がありません。行の抜けか番号の誤りか、原本とお確かめください。',
  'no-unit':
    '表に単位がありません。数値は単位なしで答えます。「（単位：千円）」のような行を表の上か下に入れてください。',
  'no-title': '表紙に報告書の題名がありません。「…報告書」のような行を先頭に入れてください。',
  'no-city': '表紙に団体名（市町村名）がありません。出典や他の報告書との区別に使います。',
  empty: 'ファイルが空です。',
  'row-without-year': '年度のない行です（平均や増減など）。読み込んでいません。',
  'second-results': '取組実績の表が二つあります。最初の表だけを使います。',
  'total-in-ranking': '順位の表の合計は職場ではないので、読み込んでいません。',
  'unread-line': 'この行は読み取れませんでした。回答には使われません。',
};

const CHECKS_JA: Readonly<Record<string, string>> = {
  balance: '収入と支出の差',
  total: '合計と内訳の和',
  average: '平均と、載っている値の単純平均（印字が加重平均なら合いません）',
  items: '項目数と、載っている項目の数',
  'row-sum': '状況別の数の和と項目数',
  'column-sum': '合計と各行の和',
  statuses: '状況別の数と、各項目の取組状況',
  share: '割合と、数から計算した割合',
};

const ja: Wording = {
  tables: '表',
  results: '取組実績の表',
  items: '項目',
  text: '文章',
  checks: '照合',
  warnings: '注意',
  unread: '読み取れなかった行',
  none: 'なし',
  refused: '読み込めません',
  kinds: {
    account: '会計',
    ranking: '順位',
    heading: '見出し',
    paragraph: '段落',
    list: '箇条書き',
    caption: '図表の題',
    withoutValues: '値のない図表の題',
    note: '注',
    legend: '凡例',
    cell: '表の行',
    unknown: '不明',
  },
  verdicts: { agrees: '一致', rounding: '端数の差', contradicts: '食い違い' },
  line: (n) => `${n}行目`,
  more: (count) => `ほか${count}件`,
  counts: (what, n) => {
    const units = {
      subjects: '名称',
      years: '年度',
      measures: '項目',
      figures: '値',
      pillars: '体系',
      items: '実施計画の項目',
      extra: '実施計画以外の項目',
      lines: '行',
    };
    return `${units[what]} ${n}`;
  },
  check: (check) => {
    const lines = check.lines.map((n) => `${n}行目`).join('、');
    const name = CHECKS_JA[check.code] ?? check.code;
    return `${check.about ?? check.what}：${name}　印字 ${check.printed}、計算 ${check.expected}（${lines}）`;
  },
  problem(problem) {
    const said = PROBLEMS_JA[problem.code] ?? problem.message;
    return typeof said === 'string' ? said : said(problem);
  },
  installed: (path) => `確認が済み、${path} に置きました。`,
  contradictions: (count, path) =>
    `ご注意：印字された値と計算が合わない箇所が${count}件あります（上の「食い違い」）。原本とお確かめください。写し間違いのときは ${path} を直してください。原本のとおりなら、そのままで構いません（平均は、人数などで重みを付けた値なら単純平均と合いません）。`,
  alreadyThere: (path) => `${path} は既に同じ内容です。何も変えていません。`,
  otherThere: (path) =>
    `${path} には別の報告書があります。上書きはしません。別の名前にするか、古いファイルを自分で退避してください。`,
  sameYear: (ids, answering, sameDate) =>
    `同じ団体・同じ年度の報告書が既にあります：${ids.join('、')}。${
      sameDate
        ? `発行年月では新旧が分からないため、名前の順で先の ${answering} が回答に使われます。同じものなら、どちらかのフォルダーを消してください。`
        : `発行年月の新しい ${answering} が回答に使われます。`
    }`,
  addWhat: '--add の後に、ファイルと、付ける名前を書いてください（例：--add report.txt arao-r3）。',
  badName: (name) =>
    `名前「${name}」は使えません。小文字の英字・数字・ハイフンだけで、英数字から始めてください（例 arao-r3）。`,
  notFound: (path) => `${path} が見つかりません。`,
  unreadable: (path, why) => `${path} を開けません：${why}`,
  noReports: (path) => `${path} に報告書がありません。${path}/名前/report.txt の形で置いてください。`,
  bug: (why) => `プログラムの誤りです。管理者に知らせてください：${why}`,
  usage: [
    '使い方: npm run report -- [ファイル|フォルダ] [--json] [--lang ja|en]',
    '        npm run report -- --add ファイル 名前 [--corpus フォルダ]',
  ].join('\n'),
};

const en: Wording = {
  tables: 'Tables',
  results: 'Table of results',
  items: 'Items',
  text: 'Text',
  checks: 'Cross-checks',
  warnings: 'Warnings',
  unread: 'Lines not understood',
  none: 'none',
  refused: 'refused',
  kinds: {
    account: 'account',
    ranking: 'ranking',
    heading: 'headings',
    paragraph: 'paragraphs',
    list: 'list entries',
    caption: 'captions',
    withoutValues: 'captions without values',
    note: 'notes',
    legend: 'legends',
    cell: 'table rows',
    unknown: 'unknown',
  },
  verdicts: { agrees: 'agrees', rounding: 'rounding', contradicts: 'contradicts' },
  line: (n) => `line ${n}`,
  more: (count) => `and ${count} more`,
  counts: (what, n) => {
    const names = { extra: 'items outside the plan', items: 'plan items' };
    return `${n} ${what === 'extra' || what === 'items' ? names[what] : what}`;
  },
  check: (check) =>
    `${check.what}${check.code === 'average' ? ' (a weighted average differs from it)' : ''}: printed ${check.printed}, expected ${check.expected} (${check.lines.map((n) => `line ${n}`).join(', ')})`,
  problem: (problem) => problem.message,
  installed: (path) => `Checked, and installed as ${path}.`,
  contradictions: (count, path) =>
    `Please note: ${count} printed value(s) do not agree with their row or column (see above). Compare them with the original; where it is a slip of copying, mend ${path}. Where the original says so, leave it (a weighted average differs from the plain mean).`,
  alreadyThere: (path) => `${path} already has the same content. Nothing was changed.`,
  otherThere: (path) =>
    `${path} holds a different report, which is not overwritten. Choose another name, or move the old file away yourself.`,
  sameYear: (ids, answering, sameDate) =>
    `There is a report of the same city and year already: ${ids.join(', ')}. ${
      sameDate
        ? `By their dates of issue neither is newer, so that ${answering} will answer, the first by name. If they are the same, delete one of the folders.`
        : `${answering} will answer, the later issue.`
    }`,
  addWhat: 'After --add give the file and a name for it, such as: --add report.txt arao-r3.',
  badName: (name) =>
    `The name "${name}" cannot be used. Use lower-case letters, digits and hyphens, beginning with a letter or digit, like arao-r3.`,
  notFound: (path) => `${path} does not exist.`,
  unreadable: (path, why) => `${path} cannot be opened: ${why}`,
  noReports: (path) => `There is no report in ${path}. Put each as ${path}/NAME/report.txt.`,
  bug: (why) => `This is a bug of the program, please report it: ${why}`,
  usage: [
    'Usage: npm run report -- [FILE|DIR] [--json] [--lang ja|en]',
    '       npm run report -- --add FILE NAME [--corpus DIR]',
  ].join('\n'),
};

export const WORDING: Readonly<Record<Language, Wording>> = { ja, en };
