import { japanese as answers } from '../answer/wording-ja.ts';
import { itemLabel } from '../answer/wording-ja-words.ts';
import { longYear } from '../report/fiscal-year.ts';
import { cut } from './cut.ts';
import type { DigestWording } from './wording.ts';

const UNASSIGNED = '担当課が一つに定まっていない項目';
const NOTES = '報告書作成後の進捗メモ';

/** What to do, by the codes of https://docs.slack.dev/reference/methods/chat.postMessage#errors. */
const UNDELIVERED: readonly (readonly [codes: readonly string[], advice: string])[] = [
  [['not_in_channel'], 'アプリがチャンネルに招待されていません。チャンネルで /invite を実行してください。'],
  [
    ['channel_not_found', 'is_archived', 'user_not_found', 'user_disabled'],
    '宛先が見つからないか、アーカイブされています。/gyokaku schedule で宛先を変更してください。',
  ],
  [
    ['missing_scope', 'restricted_action', 'no_permission', 'not_allowed_token_type'],
    'アプリに投稿の権限がありません。システム担当にお知らせください。',
  ],
  [
    ['invalid_auth', 'token_revoked', 'token_expired', 'account_inactive', 'not_authed'],
    'アプリの認証が無効になっています。システム担当にお知らせください。',
  ],
  [['rate_limited', 'ratelimited'], 'Slackの送信制限が続いたため、見送りました。次回は通常どおり配信します。'],
  [
    ['no_connection', 'no_answer', 'service_unavailable', 'internal_error', 'unreadable_answer'],
    'Slackに接続できない状態が続いたため、見送りました。次回は通常どおり配信します。',
  ],
];

/** 1年7か月, 8か月, 2年. */
function duration(months: number): string {
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return `${years > 0 ? `${years}年` : ''}${rest > 0 || years === 0 ? `${rest}か月` : ''}`;
}

/** 2021年5月31日, from 2021-05-31. */
function day(on: string): string {
  const [year, month, date] = on.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

export const japanese: DigestWording = {
  digestTitle: (subjects) => `【ダイジェスト】${subjects.length > 0 ? subjects.join('・') : answers.whole}`,
  reminderTitle: (section) => `【今週のご確認】${section ?? UNASSIGNED}`,
  remindersTitle: () => '【今週のご確認】',
  reminderHeading: (section, count) => `■${section ?? UNASSIGNED}（${count}件）`,
  basis({ report, age }) {
    const dated = report.issued ? `（${answers.issuedOn(report.issued.year, report.issued.month)}）` : '';
    return `${report.name}${dated}によります。${age.old ? `この報告書は作成から${duration(age.months)}たっています。` : ''}`;
  },
  countsLead: (subject, year, before, total) =>
    `${subject}の取組状況（${longYear(year)}末、全${total}項目${before ? `。かっこ内は${longYear(before)}末` : ''}）`,
  countLine: (status, now, before) =>
    `・${status}：${now.count}項目${now.share ? ` ${now.share}` : ''}${
      before ? `（${before.count}項目${before.share ? ` ${before.share}` : ''}）` : ''
    }`,
  countsOfSeveral: (year, before) =>
    `取組状況（${longYear(year)}末${before ? `。かっこ内は${longYear(before)}末` : ''}）`,
  countRow: (subject, total, counts) =>
    `・${subject}（全${total}項目）：${counts
      .map((c) => `${c.status}${c.count}項目${c.before ? `（${c.before}項目）` : ''}`)
      .join('、')}`,
  jointShares: (statuses, share, before) =>
    `${answers.jointShare(statuses, `${share ?? ''}${before === null ? '' : `（${before}）`}`)}別々の割合は件数から計算しました。`,
  noItems: (subjects) => `${subjects.join('・')}の項目は、実施計画にありません。`,
  firstHeading: () => '■まずご覧いただきたい項目',
  firstLine({ item, reason, status, before, since, start }, detail, names) {
    const mark = names.status(status.status, status.print);
    const planned = start ? `、${japanese.plannedFrom(start)}` : '';
    const why = {
      'fell-back': `${before ? names.status(before.status, before.print) : ''}から${mark}に後退`,
      'not-begun': `${mark}${planned}`,
      'no-owner': `${mark}、担当課の記載なし`,
      stalled: `${japanese.since(since)}${mark}のまま`,
      'due-next': `${mark}${planned}`,
    }[reason];
    const owner = detail === 'full' && item.owners ? `。担当：${item.owners.join('、')}` : '';
    return `・${answers.itemName(item, names)}：${why}${owner}`;
  },
  improvedHeading: ([before], count) => `■${longYear(before)}末から進んだ項目：${some(count)}`,
  worsenedHeading: ([before], count) => `■${longYear(before)}末から後退した項目：${some(count)}`,
  oneYearOnly: () => `■${answers.oneYearOnly()}`,
  change: ({ item, before, after }, detail, names) =>
    `${japanese.item(item, detail, names)}${detail === 'number' ? '' : `（${before.print}→${after.print}）`}`,
  openHeading: (year, count) => `■実施済でない項目（${longYear(year)}末）：${some(count)}`,
  openGroup: (status, count, items) => `・${status} ${count}件：${items.join('、')}`,
  openItem({ item, since }, detail, names) {
    const more = [item.owners ? item.owners.join('・') : '担当課の記載なし', japanese.since(since)];
    return `${japanese.item(item, detail, names)}${detail === 'full' ? `（${more.join('、')}）` : ''}`;
  },
  ownerlessHeading: (count) => `■担当課の記載がない項目：${some(count)}`,
  atLargeHeading: (count) => `■${UNASSIGNED}：${some(count)}`,
  ownedItem: (item, detail, names) => `${japanese.item(item, detail, names)}（${(item.owners ?? []).join('・')}）`,
  startingHeading: (year, count) => `■${longYear(year)}から実施の計画となっている項目：${some(count)}`,
  item: (item, detail, names) =>
    detail === 'number' ? `${item.kind === 'extra' ? '計画以外' : ''}${item.number}` : answers.itemShort(item, names),
  list: (items) => items.join('、'),
  since: ({ year, atLeast }) => `${atLeast ? '遅くとも' : ''}${longYear(year)}末から`,
  newNotesHeading: (count) => `■${NOTES}（前回のダイジェスト以降）：${count}件`,
  reminderLead: (count, year) =>
    `${longYear(year)}末の状況から見て、ご確認いただきたい項目が${count}件あります。現在の状況をお知らせください。`,
  dueLine({ item, status, since, start, note }, next, names) {
    const mark = names.status(status.status, status.print);
    const isLater = status.status === 'later';
    const facts = isLater
      ? [mark, ...(start ? [japanese.plannedFrom(start)] : [])]
      : [`${japanese.since(since)}${mark}`, ...(start?.year === next ? [japanese.plannedFrom(start)] : [])];
    const noted = note ? `\n　${NOTES}：${japanese.noteLine(note)}` : '';
    return `・${answers.itemName(item, names)}：${facts.join('、')}${noted}`;
  },
  dueItems: (items) => `・${items.join('、')}`,
  plannedFrom: (start) => `計画では${longYear(start.year)}から「${start.stage}」`,
  notesHeading: () => `■${NOTES}（報告書の記載ではありません）`,
  noteLine({ item, text, status, section, on }) {
    const by = [day(on), ...(section ? [section] : []), ...(status ? [`自己評価：${answers.status(status)}`] : [])];
    return `${itemLabel(item.kind, item.number)}「${cut(text)}」（${by.join('、')}）`;
  },
  moreNotes: (count) => `ほか${count}件`,
  undelivered(kind, code) {
    const what = kind === 'digest' ? 'ダイジェスト' : 'リマインダー';
    return `${what}を配信できませんでした。${UNDELIVERED.find(([codes]) => codes.includes(code))?.[1] ?? `Slackの応答は「${code}」です。システム担当にお知らせください。`}`;
  },
  chartTitle: (year, ofShares) => `${ofShares ? '実施済の割合' : '取組状況別の項目数'}（${longYear(year)}末）`,
  columns: { since: '現在の状況になった時期', note: NOTES },
  tableCaption: (year) => `実施済でない項目（${longYear(year)}末）`,
};

function some(count: number): string {
  return count > 0 ? `${count}件` : 'なし';
}
