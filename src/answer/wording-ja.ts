import { longYear } from '../report/fiscal-year.ts';
import type { StatusWords } from '../report/legend.ts';
import type { ScheduleEntry, Status } from '../report/model.ts';
import type { Wording } from './wording.ts';
import { japaneseFigures } from './wording-ja-figures.ts';
import { japaneseMiss } from './wording-ja-miss.ts';
import { itemLabel, QUANTITIES, STATUS, some, span, unit } from './wording-ja-words.ts';

/** The sentences, with the words of a report for its statuses where its legend has some. */
export function japaneseFor(ownWord: StatusWords): Wording {
  const wordOf = (status: Status, print?: string): string => ownWord(status, print) ?? STATUS[status][0];
  const japanese: Wording = {
    ...japaneseFigures,
    whole: '計画全体',
    countMeasure(measure) {
      if (measure === 'items') return '項目数';
      const [kind, status] = measure.split('.');
      const word =
        status === 'done' || status === 'partial' || status === 'not' || status === 'later' ? wordOf(status) : null;
      return word && kind === 'items' ? `${word}の項目数` : word && kind === 'share' ? `${word}の割合` : null;
    },
    year: longYear,
    unit,
    status: (status, print) => `${wordOf(status, print)}（${print ?? STATUS[status][1]}）`,
    join: (parts) => parts.join('、'),
    sentence: (parts) => parts.filter((p) => p !== '').join(''),
    quote: (text) => `「${text}」`,
    itemLabel,
    itemName: (item) => `${itemLabel(item.kind, item.number)}「${item.title}」`,
    itemShort: (item) => `${item.kind === 'extra' ? '計画以外' : ''}${item.number}「${item.title}」`,

    endOf: (year, expected) => `${longYear(year)}末${expected ? '見込み' : ''}`,
    itemStatus: (item, s, expected, names) =>
      `${japanese.itemName(item, names)}の${japanese.endOf(s.year, expected)}の取組状況は、${japanese.status(s.status, s.print)}です。`,
    otherStatus: (s, expected) => `${japanese.endOf(s.year, expected)}は${japanese.status(s.status, s.print)}です。`,
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

    listLead: (count, of, end, conditions, extra) =>
      `${conditions.length > 0 ? `${conditions.join('・')}の` : ''}${extra ? '計画以外の取組' : '項目'}は${count}件です（全${of}${extra ? '件' : '項目'}${end ? `、状況は${end}` : ''}）。`,
    listNone: (of, conditions, extra) =>
      `${conditions.join('・')}の${extra ? '計画以外の取組' : '項目'}はありません（全${of}項目）。`,
    extraLead: (count) => `計画以外の取組は${count}件です。`,
    pillarDoubt: ({ withoutPillar, misplaced }) =>
      [
        ...(withoutPillar > 0 ? [`このほか、体系を読み取れない項目が${withoutPillar}件あります。`] : []),
        ...(misplaced ? ['項目の体系ごとの数が報告書の集計と合わないため、体系の一部は確かではありません。'] : []),
      ].join(''),
    conditionOwner: (sections) => `${sections.join('・')}が担当`,
    conditionNotOwner: (sections) => `${sections.join('・')}の担当以外`,
    conditionNotStage: (stages) => `${stages.map((stage) => `「${stage}」`).join('')}以外`,
    conditionStage: (word, year, starting) =>
      `${longYear(year)}${starting ? 'から' : 'に'}${word ? `「${word}」` : '実施'}`,
    conditionOwnerCount: ({ least, most }) => `担当課が${least}つ${most === null ? '以上' : ''}`,
    conditionNoOwner: () => '担当課の記載なし',
    statusGroup: (status, print, count) => `${japanese.status(status, print)} ${count}件：`,

    countLead: (subject, year, parts, total) =>
      `${longYear(year)}末の${subject}は、${parts.join('、')}です（全${total}項目）。`,
    countPart: (status, figure, share) =>
      `${japanese.status(status)}が${figure.print}項目${share ? `（${share.print}）` : ''}`,
    jointShare: (statuses, share) =>
      `報告書では${statuses.map((s) => STATUS[s][1]).join('と')}を合わせて${share}と記載されています。`,
    before: (year, parts) => `${longYear(year)}末は、${parts.join('、')}でした。`,
    changesLead: ([a, b], count, what) =>
      `${a}から${b}までに${what}項目は${count === 0 ? 'ありません' : `${count}件です`}。`,
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
    planCompared: (older, newer) => `${older}と${newer}を比べました。`,
    planChanged: (change, count) =>
      `${{ added: '新しく加わった', removed: 'なくなった', retitled: '名称が変わった', renumbered: '整理番号が変わった' }[change]}項目は${count === 0 ? 'ありません' : `${count}件です`}。`,
    itemMoved: ({ before, after, certain }, change, names) =>
      change === 'renumbered'
        ? `${before.number}→${japanese.itemShort(after, names)}`
        : `${japanese.itemShort(before, names)}→${japanese.itemShort(after, names)}${certain ? '' : '（名称が似ているため同じ項目とみなしています）'}`,
    noOlderReport: () => '比べる前年度以前の報告書が読み込まれていないため、項目の入れ替わりは分かりません。',
    oneYearOnly: () => 'この報告書の取組状況は1年度分だけのため、前年度との比較は記載がありません。',

    miss: japaneseMiss,
    leftAside: (words) => `（${words.map((w) => `「${w}」`).join('')}は読み取れなかったため、考慮していません。）`,
    unreadLine: (word, line) =>
      `報告書の${line}行目に「${word}」がありますが、その行は読み取れなかったため、お答えできません。原本をご確認ください。`,
    unknownWords: (words) => `${words.map((w) => `「${w}」`).join('')}についての記載は、報告書に見当たりません。`,
    nearest: (items) => `近い内容は${items.join('、')}です。`,
    noFigureOf: (name) => `「${name}」の数値は、報告書に記載が見当たりません。`,
    noFigureForYear: (year) => `${longYear(year)}の数値は、報告書に記載が見当たりません。`,
    noQuantity: (want) => `お尋ねの${QUANTITIES[want]}は、報告書に記載が見当たりません。`,
    noReason: () => 'その理由は、報告書に記載が見当たりません。',
    noPerson: () => '個人の名前は、報告書に記載が見当たりません。',
    notFound: () => 'お尋ねの内容は、報告書に記載が見当たりません。',
    decline: (why) =>
      ({
        opinion:
          '評価や意見、見通しは報告書に記載がないため、お答えできません。取組状況や数値は報告書からお答えできます。',
        instruction: 'そのご指示には従えません。報告書に記載のある内容についてだけお答えします。',
        lacking: '「〜がない」課や体系の一覧は、お答えできません。課や体系ごとの件数をお尋ねください。',
        exclusion:
          '「〜以外」「〜を除く」「〜していない」という条件では、お答えできません。課、体系、取組状況などを挙げてお尋ねください。',
        'which-section': 'どちらの課についてのお尋ねでしょうか。課の名前を添えてお尋ねください。',
        'which-one': '何についてのお尋ねでしょうか。項目の番号や名称、課、会計などの名称を添えてお尋ねください。',
        unknown: '申し訳ありません。ご質問の内容を読み取れませんでした。言葉を変えてお尋ねください。',
      })[why],
    onlyReport: () => '報告書に記載のある内容だけをお答えします。',
    greeting: () =>
      'ご質問がありましたら、報告書について何でもお尋ねください。使い方をお知りになりたいときは、ヘルプとお書きください。',
    sourcesAre: (citations) =>
      citations.length === 0 ? '直前の回答に出典はありません。' : `出典は次のとおりです。\n${citations.join('\n')}`,
    onlyOlder: (report, older) => `（${report}には該当する記載がないため、${older}からお答えします。）`,
    noReport: (year, report) =>
      `（${year ? longYear(year) : 'それより前'}の報告書は読み込まれていないため、${report}からお答えします。）`,
    partly: () => '（ご質問の一部には、お答えできていないことがあります。一つずつお尋ねください。）',
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
    issued: (title, on) => `${title}の発行は${on}です。`,
    issuedOn: (year, month) => `${longYear(`FY${year}`).replace(/年度$/u, '年')}${month}月`,
    tablesLead: () => '数値の表は次のとおりです。',
    pillarsLead: (count) => `体系（経営方針）は次の${count}つです：`,
    sectionsLead: (count) => `報告書に出てくる課・職場は${count}件です。`,
    legend: (entries) =>
      `取組状況の記号の意味は、${entries.map((e) => `「${e.print}」は${e.meaning}`).join('、')}です。`,
    empty: () => '質問を入力してください。',
    tooLong: (limit) => `質問が長すぎます。${limit}文字以内でお尋ねください。`,
    examples: (examples) => `例：${examples.map((e) => `「${e}」`).join('')}`,
    more: () => 'ほかは表をご覧ください。',

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
      listStatus: (status) => `${wordOf(status)}の項目は？`,
      whole: () => '全体の進捗は？',
      lowest: (measure) => `${measure}が最も低いのは？`,
      legend: () => '記号の意味は？',
    },
  };
  return japanese;
}

/** The sentences, with the words for statuses that all such reports use. */
export const japanese: Wording = japaneseFor(() => null);
