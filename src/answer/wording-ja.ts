import { type FiscalYear, longYear } from '../report/fiscal-year.ts';
import type { ScheduleEntry, Status } from '../report/model.ts';
import { decimalsPrinted, printNumber } from '../report/notation.ts';
import type { FigureHit, TableInfo } from '../tools/figure-index.ts';
import type { Miss } from '../tools/miss.ts';
import { ITEMS_UNIT, PERCENT_UNIT, WHOLE } from '../tools/progress-figures.ts';
import type { Names, StageRun, Wording } from './wording.ts';

const STATUS: Readonly<Record<Status, readonly [word: string, mark: string]>> = {
  done: ['実施済', '○'],
  partial: ['一部実施', '△'],
  not: ['未実施または検討中', '×'],
  later: ['次年度以降に実施予定', '―'],
};

const QUANTITIES: Readonly<Record<'people' | 'money' | 'percent' | 'days' | 'hours', string>> = {
  people: '人数',
  money: '金額',
  percent: '割合',
  days: '日数',
  hours: '時間数',
};

function unit(name: string | null): string {
  return name === ITEMS_UNIT ? '項目' : (name ?? '');
}

/** Names stand beside each other without a space in Japanese. */
function figureName(figure: FigureHit, names: Names): string {
  const subject = names.subject(figure.subject);
  return figure.role === 'average'
    ? `${names.measure(figure.measure)}の${subject}`
    : `${subject}の${names.measure(figure.measure)}`;
}

function isRate(figure: Pick<FigureHit, 'unit'>): boolean {
  return figure.unit === PERCENT_UNIT;
}

function span(run: StageRun): string {
  const years = run.from === run.to ? longYear(run.from) : `${longYear(run.from)}〜${longYear(run.to)}`;
  return `${years}「${run.stage}」`;
}

function years(list: readonly FiscalYear[]): string {
  const [first, last] = [list[0], list.at(-1)];
  if (!first || !last) return 'なし';
  return list.length > 2 ? `${longYear(first)}〜${longYear(last)}` : list.map(longYear).join('・');
}

function some(list: readonly string[]): string {
  return list.slice(0, 8).join('、') + (list.length > 8 ? 'など' : '');
}

function tableName(table: TableInfo | null): string {
  return table ? `「${table.title}」` : '報告書';
}

function miss(m: Miss, names: Names): string {
  switch (m.what) {
    case 'item': {
      const [first, last] = [Math.min(...m.numbers), Math.max(...m.numbers)];
      const label = japanese.itemLabel(m.item.kind, m.item.number);
      if (m.numbers.length === 0) return `${label}は報告書に記載がありません。`;
      return `${label}は報告書に記載がありません。記載があるのは${m.item.kind === 'plan' ? '整理番号' : '計画以外の番号'}${first}〜${last}です。`;
    }
    case 'subject':
      return `「${m.asked}」は報告書に記載がありません。${m.nearest.length > 0 ? `近いものは${some(m.nearest.map(names.subject))}です。` : ''}`;
    case 'measure':
      return `「${m.asked}」の数値は報告書に記載がありません。${m.nearest.length > 0 ? `表にあるのは${some(m.nearest.map(names.measure))}です。` : ''}`;
    case 'combination':
      return `${names.subject(m.subject)}の「${names.measure(m.measure)}」は報告書に記載がありません。${m.nearest.length > 0 ? `表にあるのは${some(m.nearest.map(names.measure))}です。` : ''}`;
    case 'year': {
      const subject = m.subject === WHOLE ? '取組状況' : names.subject(m.subject);
      return `${longYear(m.year)}の${subject}の値は報告書に記載がありません。${m.years.length > 0 ? `${tableName(m.table)}にあるのは${years(m.years)}です。` : ''}`;
    }
    case 'not-listed': {
      const subject = names.subject(m.subject);
      const listed = m.years.length > 0 ? `${subject}が載っているのは${m.years.map(longYear).join('、')}です。` : '';
      if (m.table.top !== null) {
        return `${subject}は${longYear(m.year)}の上位${m.table.top}職場に含まれていないため、${names.measure(m.measure)}は報告書に記載がありません（ゼロという意味ではありません）。${listed}`;
      }
      return `${longYear(m.year)}の${subject}の${names.measure(m.measure)}は、${tableName(m.table)}に記載がありません。${listed}`;
    }
    case 'blank':
      return `${longYear(m.year)}の${names.subject(m.subject)}の${names.measure(m.measure)}は、報告書では「${m.print || '空欄'}」で、数値の記載がありません。`;
    case 'caption':
      return `「${m.caption.text}」は図の題名だけで、数値は報告書の本文に記載がありません。図のある原本をご確認ください。`;
    case 'operands':
      return {
        'too-few': '計算に必要な数値がそろわないため、お答えできません。',
        units: '単位の異なる数値どうしは計算できません。',
        zero: 'もとになる数値が0以下のため、割合は計算できません。',
      }[m.reason];
  }
}

export const japanese: Wording = {
  whole: '計画全体',
  countMeasure(measure) {
    if (measure === 'items') return '項目数';
    const [kind, status] = measure.split('.');
    const word =
      status === 'done' || status === 'partial' || status === 'not' || status === 'later' ? STATUS[status][0] : null;
    return word && kind === 'items' ? `${word}の項目数` : word && kind === 'share' ? `${word}の割合` : null;
  },
  year: longYear,
  amount({ value, print, unit: name }) {
    if (value === null) return `「${print}」（数値なし）`;
    const printed = name !== null && print.endsWith(unit(name)) ? print : `${print}${unit(name)}`;
    return value < 0
      ? `${printed}（マイナス${printNumber(-value, { decimals: decimalsPrinted(print), unit: unit(name) })}）`
      : printed;
  },
  number(value, name, decimals) {
    const size = printNumber(Math.abs(value), { decimals, unit: unit(name) });
    return value < 0 ? `△${size}（マイナス${size}）` : size;
  },
  unit,
  status: (status, print) => `${STATUS[status][0]}（${print ?? STATUS[status][1]}）`,
  statusWord: (status) => STATUS[status][0],
  join: (parts) => parts.join('、'),
  sentence: (parts) => parts.filter((p) => p !== '').join(''),
  quote: (text) => `「${text}」`,
  itemLabel: (kind, number) => (kind === 'plan' ? `整理番号${number}` : `計画以外${number}`),
  itemName: (item) => `${japanese.itemLabel(item.kind, item.number)}「${item.title}」`,
  itemShort: (item) => `${item.kind === 'extra' ? '計画以外' : ''}${item.number}「${item.title}」`,

  itemStatus: (item, s, names) =>
    `${japanese.itemName(item, names)}の${longYear(s.year)}末の取組状況は、${japanese.status(s.status, s.print)}です。`,
  otherStatus: (s) => `${longYear(s.year)}末は${japanese.status(s.status, s.print)}です。`,
  earlierStatus: (year, status, print, report, certain) =>
    `${longYear(year)}末は${japanese.status(status, print)}でした（${report}${certain ? '' : '、題名が近い項目で、同じ項目か確かではありません'}）。`,
  noStatus: (item, year, known, names) =>
    `${japanese.itemName(item, names)}の${longYear(year)}の取組状況は報告書に記載がありません。記載があるのは${known.map(longYear).join('と')}末です。`,
  extraItem: (item, names) => `${japanese.itemName(item, names)}は実施計画以外の取組で、取組状況の区分はありません。`,
  owner: (owners) => (owners ? `担当課は${owners.join('、')}です。` : '担当課は報告書に記載がありません。'),
  ownerOf: (item, names) =>
    item.owners
      ? `${japanese.itemName(item, names)}の担当課は${item.owners.join('、')}です。`
      : `${japanese.itemName(item, names)}の担当課は報告書に記載がありません。`,
  schedule(item, runs, names) {
    const start = runs.find((r) => r.implementing);
    const lead = start ? `${longYear(start.from)}に「${start.stage}」となっています` : '実施の年度は示されていません';
    return `${japanese.itemName(item, names)}のスケジュールは、${lead}（${runs.map(span).join('、')}）。`;
  },
  scheduledIn: (entry: ScheduleEntry) =>
    `スケジュールでは、${longYear(entry.year)}は${entry.stage ? `「${entry.stage}」` : '空欄'}です。`,
  pillarOf: (item) =>
    [
      item.pillar ? `体系は${item.pillar}` : '体系は報告書から読み取れません',
      item.policy ? `施策は「${item.policy}」です。` : '施策は表から読み取れません。',
    ].join('、'),
  outline: (text) => `事業概要：「${text}」`,
  says: (sentences) => `取組の内容：「${sentences.join('')}」`,
  saysIn: (item, sentences, names) =>
    `${japanese.itemName(item, names)}に次の記載があります。「${sentences.join('')}」`,
  saysUnder: (heading, sentences) => `「${heading}」に次の記載があります。「${sentences.join('／')}」`,
  alsoNumbered: (item, names) => `なお、${japanese.itemName(item, names)}もあります。`,
  alsoIn: (items, names) => `関連：${items.map((i) => japanese.itemName(i, names)).join('、')}`,
  notInItem: (words, item, names) =>
    `${words.map((w) => `「${w}」`).join('')}についての記載は、${japanese.itemName(item, names)}に見当たりません。`,
  line: (item, detail, names) => `${japanese.itemShort(item, names)}：${detail}`,
  statusChanged: (item, a, b, names) => `${japanese.itemShort(item, names)}（${a.print}→${b.print}）`,
  denies: () => 'いいえ。',
  affirms: () => 'はい。',

  listLead: (count, of, year, conditions, extra) =>
    `${conditions.length > 0 ? `${conditions.join('・')}の` : ''}${extra ? '計画以外の取組' : '項目'}は${count}件です（全${of}${extra ? '件' : '項目'}${year ? `、状況は${longYear(year)}末` : ''}）。`,
  listNone: (of, conditions, extra) =>
    `${conditions.join('・')}の${extra ? '計画以外の取組' : '項目'}はありません（全${of}項目）。`,
  extraLead: (count) => `計画以外の取組は${count}件です。`,
  conditionOwner: (sections) => `${sections.join('・')}が担当`,
  conditionStage: (word, year, starting) =>
    `${longYear(year)}${starting ? 'から' : 'に'}${word ? `「${word}」` : '実施'}`,
  conditionNoOwner: () => '担当課の記載がない',
  statusGroup: (status, print, count) => `${japanese.status(status, print)} ${count}件：`,

  countLead: (subject, year, parts, total) =>
    `${longYear(year)}末の${subject}は、${parts.join('、')}です（全${total}項目）。`,
  countPart: (status, figure, share) =>
    `${japanese.status(status)}が${figure.print}項目${share ? `（${share.print}）` : ''}`,
  jointShare: (statuses, share) =>
    `報告書では${statuses.map((s) => STATUS[s][1]).join('と')}を合わせて${share}と記載されています。`,
  before: (year, parts) => `${longYear(year)}末は、${parts.join('、')}でした。`,
  changesLead: ([a, b], count, what) => `${longYear(a)}末から${longYear(b)}末までに${what}項目は${count}件です。`,
  changeKind(direction, from, to) {
    const words = (list: readonly Status[]): string => list.map((s) => `「${STATUS[s][1]}」`).join('・');
    if (from && to)
      return direction === 'unchanged' ? `${words(to)}のまま変わらない` : `${words(from)}から${words(to)}になった`;
    if (to) return `${words(to)}になった`;
    if (from) return `${words(from)}から変わった`;
    return (
      { improved: '状況が進んだ', worsened: '状況が後退した', unchanged: '状況が変わらない' }[direction ?? ''] ??
      '状況が変わった'
    );
  },
  oneYearOnly: () => 'この報告書の取組状況は1年度分だけのため、前年度との比較は記載がありません。',

  figure: (f, names) => `${longYear(f.year)}の${figureName(f, names)}は${japanese.amount(f)}です。`,
  figureShort: (f, names) => `${longYear(f.year)} ${figureName(f, names)} ${japanese.amount(f)}`,
  figureLead: () => '次のとおりです。',
  contradiction: (f) =>
    `報告書の記載は${f.print}ですが、同じ表の収入と支出の差を計算すると${(f.contradicts ?? 0) < 0 ? 'マイナス' : ''}${printNumber(Math.abs(f.contradicts ?? 0), { decimals: decimalsPrinted(f.print), unit: unit(f.unit) })}となり、一致しません。`,
  older: (print, report) => `${report}では${print}と記載されていました。`,
  againstAverage(f, average) {
    const difference = (f.value ?? 0) - (average.value ?? 0);
    const word = difference > 0 ? 'を上回っています' : difference < 0 ? 'を下回っています' : 'と同じです';
    return `${average.subject}${japanese.amount(average)}${word}。`;
  },
  assumedYear: (year) => `（年度の指定がないため、最新の${longYear(year)}でお答えしました。）`,
  assumedSubject: (subject, others) =>
    `（会計の指定がないため、${subject}でお答えしました。ほかに${others.join('、')}があります。）`,
  tableNote: (note) => `（${note}）`,
  topOnly: (_table, top) => `報告書に載っているのは各年度の上位${top}職場だけです。`,
  seriesLead(figures, names) {
    const [first] = figures;
    return first
      ? `${figureName(first, names)}の推移は、${figures.map((f) => `${longYear(f.year)} ${japanese.amount(f)}`).join('、')}です。`
      : '';
  },
  seriesTrend(first, last, { difference, decimals, highest, lowest }) {
    const size = printNumber(Math.abs(difference), { decimals, unit: isRate(first) ? 'ポイント' : unit(first.unit) });
    const move = difference > 0 ? `${size}増加しました` : difference < 0 ? `${size}減少しました` : '増減はありません';
    return `${longYear(first.year)}から${longYear(last.year)}までで${move}。最大は${longYear(highest.year)}、最小は${longYear(lowest.year)}です。`;
  },
  rankingLead(result, names) {
    const [first] = result.rows;
    const { args, average } = result;
    if (!first) return '';
    const rate = isRate(first.figure);
    const more = args.order === 'highest' ? (rate ? '高い' : '多い') : rate ? '低い' : '少ない';
    const measure = names.measure(result.measure);
    const when = `${longYear(result.year)}`;
    if (args.average && average) {
      return `${when}の${measure}が${average.subject}${japanese.amount(average)}を${args.average === 'above' ? '上回る' : '下回る'}のは${result.rows.length}件です（${result.of}件中）。`;
    }
    if (args.sign)
      return `${when}の${measure}が${args.sign === 'negative' ? 'マイナス' : 'プラス'}なのは${result.rows.length}件です（${result.of}件中）。`;
    const rows = result.rows.map((r) => `${names.subject(r.figure.subject)}（${japanese.amount(r.figure)}）`);
    if (args.position) return `${when}の${measure}が${args.position}番目に${more}のは${rows.join('、')}です。`;
    if (result.rows.every((r) => r.rank === 1)) return `${when}の${measure}が最も${more}のは${rows.join('、')}です。`;
    return `${when}の${measure}が${more}順に、次のとおりです。`;
  },
  rankingNone: (result, names) =>
    `${longYear(result.year)}の${names.measure(result.measure)}で、条件に合うものはありません。`,
  ranked: (rank, figure, names) => `${rank}位 ${names.subject(figure.subject)} ${japanese.amount(figure)}`,
  rankOf(result, names) {
    const [row] = result.rows;
    if (!row) return '';
    const order =
      result.args.order === 'highest' ? (isRate(row.figure) ? '高い' : '多い') : isRate(row.figure) ? '低い' : '少ない';
    return `${longYear(result.year)}の${names.subject(row.figure.subject)}の${names.measure(result.measure)}は${japanese.amount(row.figure)}で、${order}方から${row.rank}位です（${result.of}件中）。`;
  },
  equalToAverage: (figures, names) => `${figures.map((f) => names.subject(f.subject)).join('、')}は平均と同じ値です。`,
  textComparison({ operation, comparison: { now, before }, value, decimals, formula }) {
    const size = printNumber(Math.abs(value), { decimals });
    const path = `${before.print}${before.unit}から${now.print}${now.unit}へ`;
    const full = `（${formula} = ${printNumber(value, { decimals, minus: '−' })}）`;
    if (operation === 'ratio') return `${path}、${size}倍です${full}。`;
    const moved = value > 0 ? '増加' : value < 0 ? '減少' : '増減なし';
    return `${path}、${value === 0 ? '' : `${size}${operation === 'growth' ? '%' : now.unit === '%' ? 'ポイント' : now.unit}`}${moved}です${full}。`;
  },
  calculation(result, names) {
    const [first] = result.inputs;
    const last = result.inputs.at(-1);
    if (!first || !last) return '';
    const list = result.inputs.map((f) => `${longYear(f.year)} ${japanese.amount(f)}`);
    const size = japanese.number(Math.abs(result.value), result.unit, result.decimals);
    const same = result.inputs.every((f) => f.subject === first.subject && f.measure === first.measure);
    const sameMeasure = result.inputs.every((f) => f.measure === first.measure);
    const each = result.inputs.map((f) => `${longYear(f.year)}の${figureName(f, names)}${japanese.amount(f)}`);
    const formula = `（${result.formula}）`;
    switch (result.operation) {
      case 'difference': {
        const points = isRate(first)
          ? printNumber(Math.abs(result.value), { decimals: result.decimals, unit: 'ポイント' })
          : size;
        const move =
          result.value > 0 ? `${points}増加しました` : result.value < 0 ? `${points}減少しました` : '増減はありません';
        if (same)
          return `${figureName(first, names)}は、${longYear(first.year)}の${japanese.amount(first)}から${longYear(last.year)}の${japanese.amount(last)}へ、${move}${formula}。`;
        return `${each.join('、')}で、差は${points}です${formula}。`;
      }
      case 'growth': {
        const move = result.value >= 0 ? `${size}増加` : `${size}減少`;
        if (same)
          return `${figureName(first, names)}は、${longYear(first.year)}の${japanese.amount(first)}から${longYear(last.year)}の${japanese.amount(last)}へ、${move}しました${formula}。`;
        return `${each.join('、')}で、${move}です${formula}。`;
      }
      case 'sum':
        return same
          ? `${figureName(first, names)}の${longYear(first.year)}〜${longYear(last.year)}の合計は${size}です${formula}。`
          : `${each.join('、')}で、合計は${size}です${formula}。`;
      case 'average':
        return same
          ? `${figureName(first, names)}の${longYear(first.year)}〜${longYear(last.year)}の平均は${size}です${formula}。`
          : `${each.join('、')}で、平均は${size}です${formula}。`;
      case 'ratio':
        return `${each.join('、')}で、${printNumber(result.value, { decimals: 2 })}倍です${formula}。`;
      case 'share':
        return `${each.join('、')}で、割合は${size}です${formula}。`;
      case 'highest':
      case 'lowest': {
        const word =
          result.operation === 'highest' ? (isRate(first) ? '高い' : '多い') : isRate(first) ? '低い' : '少ない';
        const when = result.chosen
          .map((f) => `${longYear(f.year)}${same ? '' : `の${names.subject(f.subject)}`}（${japanese.amount(f)}）`)
          .join('、');
        return `${same || sameMeasure ? figureName(first, names) : ''}が最も${word}のは${when}です。${list.length > 1 && same ? `（${list.join('、')}）` : ''}`;
      }
    }
  },

  miss,
  unknownWords: (words) => `${words.map((w) => `「${w}」`).join('')}についての記載は、報告書に見当たりません。`,
  nearest: (items) => `近い内容は${items.join('、')}です。`,
  noQuantity: (want) => `お尋ねの${QUANTITIES[want]}は、報告書に記載が見当たりません。`,
  notFound: () => 'お尋ねの内容は、報告書に記載が見当たりません。',
  decline: (why) =>
    ({
      opinion:
        '評価や意見、見通しは報告書に記載がないため、お答えできません。取組状況や数値は報告書からお答えできます。',
      instruction: 'そのご指示には従えません。報告書に記載のある内容についてだけお答えします。',
      'which-section': 'どちらの課についてのお尋ねでしょうか。課の名前を添えてお尋ねください。',
      unknown: '申し訳ありません。ご質問の内容を読み取れませんでした。言葉を変えてお尋ねください。',
    })[why],
  onlyReport: () => '報告書に記載のある内容だけをお答えします。',
  whichOne: () => 'どちらについてのお尋ねでしょうか。',
  choice: (subject, answer) => `・${subject}：${answer}`,
  contents({ title, issued, plan, extra, pillars, tables, pictures }) {
    return [
      `${title}${issued ? `（${issued}）` : ''}からお答えします。`,
      `実施計画の項目${plan}件、計画以外の取組${extra}件があります。`,
      pillars.length > 0 ? `体系は${pillars.join('、')}です。` : '',
      tables.length > 0 ? `数値の表は${tables.map((t) => `「${t}」`).join('')}です。` : '',
      pictures.length > 0 ? `図だけで数値の記載がないもの：${some(pictures)}。` : '',
    ].join('');
  },
  issuedOn: (year, month) => `${longYear(`FY${year}`).replace(/年度$/u, '年')}${month}月`,
  tablesLead: () => '数値の表は次のとおりです。',
  pillarsLead: (count) => `体系（経営方針）は次の${count}つです：`,
  sectionsLead: (count) => `報告書に出てくる課・職場は${count}件です。`,
  legend: (entries) => `取組状況の記号の意味は、${entries.map((e) => `「${e.print}」は${e.meaning}`).join('、')}です。`,
  empty: () => '質問を入力してください。',
  tooLong: (limit) => `質問が長すぎます。${limit}文字以内でお尋ねください。`,
  examples: (examples) => `例：${examples.map((e) => `「${e}」`).join('')}`,
  more: () => 'ほかは表をご覧ください。',
  failed: (id) => `申し訳ありません。処理中に問題が起きました（受付番号 ${id}）。`,

  columns: {
    number: '番号',
    title: '具体的な取組',
    status: '取組状況',
    owner: '担当課',
    year: '年度',
    subject: '名称',
    value: '値',
    rank: '順位',
    change: '変化',
    total: '項目数',
    share: '割合',
    schedule: 'スケジュール',
  },
  followUp: {
    itemOwner: (number) => `${number}の担当課は？`,
    itemSchedule: (number) => `${number}のスケジュールは？`,
    itemNarrative: (number) => `${number}は何をしましたか？`,
    statusOfPillar: (pillar) => `${pillar}の進捗は？`,
    sameIn: (year) => `${longYear(year)}は？`,
    trend: (subject, measure) => `${subject}の${measure}の推移は？`,
    listStatus: (status) => `${STATUS[status][0]}の項目は？`,
    whole: () => '全体の進捗は？',
    lowest: (measure) => `${measure}が最も低いのは？`,
    legend: () => '記号の意味は？',
  },
};
