/**
 * The words and marks by which a report of this form is recognised: header words that municipal offices use, marks of
 * status, endings of section names. Generic to the form: no word here belongs to one city, one year or one item.
 * Header patterns are matched against `folded` text (NFKC, no white space).
 */
import type { Status } from './model.ts';

/** What a column of the item tables holds. */
export type ItemRole = 'number' | 'pillar' | 'policy' | 'title' | 'outline' | 'schedule' | 'progress' | 'owner';

/** First match wins; more exact words stand before words that they contain. */
const ITEM_HEADERS: readonly (readonly [ItemRole, RegExp])[] = [
  [
    'number',
    /^(?:整理|項目|取組|取組項目|事業|通し|計画|管理)?(?:番号|ナンバー|No\.?|no\.?|NO\.?|#)$|^(?:項番|通番|連番|№|番)$/u,
  ],
  [
    'owner',
    /(?:担当|所管|主管|関係|実施|推進|関連|責任)(?:課|室|部|部署|部局|所属|係|組織|機関)|^(?:担当|所管|主管|課名|部署|部署名|所属|担当課名)$|担当課|所管課/u,
  ],
  ['schedule', /スケジュール|年次計画|実施時期|実施年度|工程|計画年度|取組年度|年度別計画|推進計画|行程|実施予定/u],
  [
    'pillar',
    /^(?:体系|柱|基本方針|経営方針|改革の柱|基本の柱|分野|基本目標|大項目|マネジメント|区分|方針|視点|改革の視点)(?:名)?$/u,
  ],
  [
    'policy',
    /^(?:施策|基本施策|施策名|施策の方向|推進項目|改革項目|方策|重点項目|重点施策|中項目|推進方策|推進施策|施策区分|施策体系|取組方針|施策の柱|推進方針|体系[・／/]施策)$/u,
  ],
  [
    'outline',
    /概要|^(?:取組の?内容|事業の?内容|具体的な?取組の?内容|実施内容|内容|計画内容|取組の?目的|目的|目的・内容|取組み?の?内容|説明|計画の内容)$/u,
  ],
  [
    'title',
    /^(?:具体的な?取組み?|具体的取組事項|取組み?項目|取組み?名|取組み?名称|取組事項|実施項目|項目|項目名|事業名|個別項目|小項目|取組|取組み|取組事業|実施事業|件名|取組名|事業|取組タイトル|名称|計画項目|実施計画項目|具体的な?取組み?項目)$/u,
  ],
  ['progress', /状況|実績|進捗|評価|達成|結果|成果|経過|取組内容|実施内容|判定|見込/u],
];

/** True for the header of item numbers, without which a row heads no item table. */
export function isNumberHeader(header: string): boolean {
  return ITEM_HEADERS[0]?.[1].test(header) ?? false;
}

/** The role of a column of an item table by its header, or null for a word of no known role. */
export function itemRole(header: string): ItemRole | null {
  const text = header.replace(/[(（※].*$/u, '') || header;
  return ITEM_HEADERS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
}

/** Years by their distance from the report's year, as headers say it. */
const RELATIVE_YEARS: readonly (readonly [number, RegExp])[] = [
  [-2, /前々年度|一昨年度/u],
  [-1, /前年度|昨年度|前回/u],
  [0, /今年度|本年度|当年度|現年度|今回/u],
];
/** 今年度 → 0, 前年度 → −1; null when the header says no such thing. */
export function yearsAgo(header: string): number | null {
  return RELATIVE_YEARS.find(([, pattern]) => pattern.test(header))?.[0] ?? null;
}

/** Header of the year column of an account table. */
export const YEAR_HEADER = /^(?:年度|会計年度|決算年度|年|年次|事業年度|対象年度|区分|年度区分)$/u;
/** Header of the column that names accounts. */
export const ACCOUNT_HEADER =
  /^(?:会計名|会計|会計名称|特別会計名|特別会計|企業会計名|公営企業会計名|会計区分|会計別|事業名|事業会計名|区分|名称|会計の名称|公営企業名|企業名)$/u;
/** Header of the column that names sections in a ranking. */
export const SECTION_HEADER =
  /^(?:職場|所属|部署|課|課室|課所|部課|部局|組織|担当課|所管課|課・?室|職場・?所属|所属部署|課等|施設|課局)(?:名|名称)?$/u;
/** Header of a column of ranks, which repeats the order of the rows. */
export const RANK_HEADER = /^(?:順位|位|No\.?|№|番号|#)$/u;
/** Header of the pillar column of the results table. */
export const PILLAR_HEADER = /体系|柱|方針|分野|区分|目標|マネジメント|視点|項目|施策|部門/u;
export const TOTAL_LABEL = /^(?:合計|計|総計|全体|総合計|小計|全体計|総数)$/u;
export const AVERAGE_LABEL = /^(?:全体|全庁|市|全職場|職場|単純|加重|庁内)?(?:の)?平均(?:値|取得率|時間)?$/u;
export const OUTSIDE_PLAN = /以外|計画外|その他の取組|番外/u;
export const CONTENTS_HEADING = /^(?:目次|もくじ|内容|contents)$/iu;
export const CONTINUED = /続き|つづき|再掲/u;
/** What a heading gains when its chapter goes on over the page; after folding. */
export const CONTINUED_HEADING = /[-(〔【]?(?:続き|つづき|続)[-)〕】]?$/u;

/** Accounts: revenue − expenditure = difference. The first matching measure of each kind is taken. */
export const BALANCES: readonly {
  readonly revenue: RegExp;
  readonly expenditure: RegExp;
  readonly difference: RegExp;
}[] = [
  {
    revenue: /^歳入(?:総額|決算額|合計|額|決算)?$/u,
    expenditure: /^歳出(?:総額|決算額|合計|額|決算)?$/u,
    difference: /^(?:形式収支|歳入歳出差引額?|差引額?|歳入歳出差引残額|収支差引額?|差引残額|歳入歳出差額|歳計剰余金)$/u,
  },
  {
    revenue: /^(?:総収益|収益|経常収益|収益合計|収入|総収入|収益総額|事業収益)$/u,
    expenditure: /^(?:総費用|費用|経常費用|費用合計|支出|総支出|費用総額|事業費用)$/u,
    difference: /^(?:純損益|当年度純損益|純利益|当年度純利益|損益|収支|差引|経常損益|当期純損益|収支差引額?)$/u,
  },
];

/** A measure that is a ratio: the table's unit of money does not hold for it. */
export const RATIO_MEASURE = /(?:率|割合|比|指数)$/u;
/** The unit that the name of a measure carries in itself. */
export function unitInName(measure: string): string | null {
  return /(時間|人|件|日)数?$/u.exec(measure)?.[1] ?? null;
}

/** The account that a heading is about: `普通会計の決算状況` → `普通会計`. */
export function accountOfHeading(heading: string): string {
  return /^.*?会計(?!別|名|区分|年度)/u.exec(heading)?.[0] ?? heading;
}

/** Meaning of a status by the words of a legend. Order matters: 一部実施 and 未実施 contain 実施. */
const MEANINGS: readonly (readonly [Status, RegExp])[] = [
  ['partial', /一部|概ね|おおむね|部分|途中|継続中|実施中/u],
  ['later', /以降|次年度|翌年度|来年度|後年度|今後実施|予定|将来|対象外|計画年度前/u],
  ['not', /未|検討|中止|遅れ|なし|行わ|でき(?:ず|な)|見送/u],
  ['done', /実施|完了|達成|済|終了|導入|できた/u],
];
export function statusOfMeaning(meaning: string): Status | null {
  return MEANINGS.find(([, pattern]) => pattern.test(meaning))?.[0] ?? null;
}

/** Marks as different typefaces and input methods write them; after NFKC where that changes them. */
const MARKS: readonly (readonly [Status, string])[] = [
  ['done', '○〇◯⚪⭕oOＯ'],
  ['partial', '△▲▵▴∆Δ'],
  ['not', '×✕✖☓❌xX╳'],
  ['later', '―－-—‐–−ー─━'],
];
/** A status by its mark alone, without a legend. */
export function statusOfMark(mark: string): Status | null {
  if ([...mark].length !== 1)
    return (
      MARKS.find(([s, set]) => s === 'later' && [...mark].every((c) => set.includes(c)) && mark !== '')?.[0] ?? null
    );
  return MARKS.find(([, set]) => set.includes(mark))?.[0] ?? null;
}
/** Characters that can be a mark of status, for use inside the square brackets of a regular expression. */
export const MARK_CHARACTERS = '\\-○〇◯⚪⭕◎●△▲▵▴∆Δ×✕✖☓❌╳☆★◇◆□■―－—‐–−─━';

export const ARROW = /^[→⇒➡➔⟶⇨►▶>＞〃″"~～〜↓|｜=＝-]+$|^(?:同上|-+>|─+>|━+>)$/u;
const STAGE =
  /^(?:順次|随時|継続|一部|試行|本格|段階的|調査|検討|準備|一部)*(?:実施|検討|調査|準備|試行|継続|策定|改定|改訂|完了|導入|見直し|推進|拡充|運用|開始|設計|構築|研究|協議|調整|検証|評価|整備|移行|廃止|終了|施行|計画|方針決定|決定|周知|募集|選定|公表|作成|改善|運営|着手|工事|実行|達成|強化)(?:開始|準備|検討|完了|中|済|済み|予定)?$/u;
/** A word for a stage of work in a schedule: `検討`, `順次実施`, `検討・準備`. */
export function isStage(cell: string): boolean {
  return cell.split(/[・、,，/／ →⇒]/u).every((word) => word === '' || STAGE.test(word));
}
/** True for a stage in which the thing is carried out: the last word decides (`検討・実施` is, `実施準備` is not). */
export function isImplementing(stage: string): boolean {
  return /(?:実施|導入|運用|開始|継続|推進|拡充|施行|完了|実行)$/u.test(stage);
}

const SECTION_END =
  /(?:課|室|局|所|センター|係|部|館|園|署|校|団|会|班|院|課等|全庁|庁内|各課|全課|課長|担当|チーム|本部|支所|消防|病院|場|事務所|委員会|公社|課局|グループ)(?:[（(][^（）()]*[）)])?$/u;
/** True for the name of an office: `総務課`, `松ヶ浦環境センター`. */
export function isSectionName(name: string): boolean {
  return name.length <= 40 && SECTION_END.test(name) && !/[。！？]/u.test(name);
}

const OFFICE_AT_LARGE =
  /^(?:各|(?:庁内)?(?:各|全|関係各?|関連各?|所管|担当|該当)(?:課|部|室|局|所属|部署|部局|職場|機関|庁))/u;
/** True for an owner that is whichever offices are concerned, not one of them: `関係課`, `全部署`, `各学校`. */
export function isOfficeAtLarge(owner: string): boolean {
  return OFFICE_AT_LARGE.test(owner);
}

export function itemPlace(kind: 'plan' | 'extra', number: number, title: string): string {
  return `${kind === 'plan' ? '整理番号' : '計画以外'}${number}「${title}」`;
}

/** 「多い5職場」「上位10」「5位まで」: how many a ranking shows. */
export function topOfCaption(caption: string): number | null {
  const match =
    /(?:多い|高い|少ない|低い|長い|短い|上位|下位|トップ|ワースト|ベスト)(?:の|順に)?[ ]?([0-9]{1,3})(?!年)|([0-9]{1,3})位まで/u.exec(
      caption,
    );
  return match ? Number(match[1] ?? match[2]) : null;
}

export const NUMBERED_CAPTION = /^[【［[(（]?(?:図表|図|表|グラフ|資料)[ 　]*[-‐－]?[0-9０-９①-⑳]+/u;
export const NOTE_LINE = /^(?:※|＊|\*|[（(［[]?注[0-9０-９]*[）)］\]:：. 　]|備考|（注|(?:資料|出典)[:：])/u;
export const LIST_LINE = /^(?:[-‐－・•●⚫○◦▪■□◆◇＊▶➢✓*](?![-‐－])[ 　]?|[ア-オ][ 　.．)）])\S/u;
export const REPORT_WORD = /報告|状況|実績|概要|計画/u;
const UNIT_LINE = /^[（(［[【]?[ ]?(?:単位[ ]?[:： ]?[ ]?)?([^（）()［\][\]【】]{1,16}?)[ ]?[）)］\]】]?$/u;
/** `(単位:百万円)`, `（時間）`: the inside of a line that prints only a unit; null for any other line. */
export function unitLine(text: string): string | null {
  if (!/^[（(［[【]|^単位/u.test(text)) return null;
  return UNIT_LINE.exec(text)?.[1] ?? null;
}
/** A unit that a caption or header carries in brackets: `超勤時間（時間）`. */
export const UNIT_IN_BRACKETS = /[（(［[](?:単位[ ]?[:： ]?[ ]?)?([^（）()［\][\]]{1,6})[）)］\]]/u;

/** The end of a citation: where in the received text it stands. */
export function lineOfText(line: number): string {
  return `（原文${line}行目）`;
}

/** Text that is a sentence or has one in it; texts longer than a cell of words count as such anyway. */
export function hasSentence(text: string): boolean {
  return /[。！？]/u.test(text);
}
/** A cell of running text: a full stop, or the ending of a verb. */
export function isSentence(cell: string): boolean {
  return /[。！]|です|(?:ます|する|った)$/u.test(cell);
}
/** The end of a sentence or of a remark: the next line begins something new. */
export function endsSentence(text: string): boolean {
  return /[。！？」）)】]$/u.test(text);
}
/** A remark in brackets: `(3年間の平均が高い順)`. */
export function isBracketed(text: string): boolean {
  return /^[（(].*[）)]$/u.test(text);
}
/** What stands between names or units that share a cell or line. */
export const SEPARATORS = '[ 、,，・･／/]';
/** Separators as they are before NFKC, for the parts of a header of marks. */
export const MARK_SEPARATORS = /[()（）・/／、,]/u;
/** A sub-column by its header: `他会計等からの繰入金（基準外）`. */
export function subColumn(parent: string, sub: string): string {
  return parent === '' ? sub : `${parent}（${sub}）`;
}

/** A city alone in its line of the cover; its prefecture and the word for its office may stand beside it. */
export const CITY_LINE = /^(?:\S{2,4}[都道府県])?(?<city>\S{1,7}?[市町村区]+)(?:役所|役場)?$/u;
/** A city at the beginning of a title. */
export const CITY_LEAD = /^(?:第\d{1,2}次)?(?<city>[^\s市町村区]\S{0,5}?[市町村区]+)/u;
/** What is left of `（令和2年度版）` when the year is taken out. */
export const EMPTY_BRACKETS = /[（(]\s*(?:版|分)?\s*[）)]/u;
/** The last words of a title, behind what it puts in brackets. */
export function tailOfTitle(title: string): string {
  return (title.split('）').at(-1) || title).replace(/^の/u, '');
}

/** A status written as a word in its cell: `実施済`, `一部実施`, `未実施`. */
export function statusOfWord(text: string): Status | null {
  return text.length <= 12 && /^[^。0-9]*(?:実施|着手|検討|完了|達成|予定|以降|済)[^。0-9]*$/u.test(text)
    ? statusOfMeaning(text)
    : null;
}
/** Header of the number of items in the results table. */
export const COUNT_HEADER = /(?:数|件数|合計|計)$/u;
/** The year before a mark in a header of one row: `R2年度末○`. */
export const YEAR_BEFORE_MARK = /^.*年度(?:末)?/u;

/** Ends what stands before the number of an item: 第12項目. */
export const ORDINAL_PREFIX = /第$/u;
