/** Header words: the usual one first, then what another municipality would print. {市} as in the other lists. */
export const HEADER_WORDS = {
  number: ['整理番号', '番号', 'No.', '項目番号'],
  pillar: ['体系', '基本方針', '柱', '改革の柱'],
  policy: ['施策', '基本施策', '施策名'],
  title: ['具体的な取組', '取組項目', '取組名', '実施項目'],
  outline: ['事業概要', '取組内容', '概要', '取組の概要'],
  schedule: ['スケジュール', '実施スケジュール', '年次計画', '実施時期'],
  narrative: ['取組状況', '進捗状況', '実施状況', '取組実績'],
  status: ['取組状況', '進捗状況', '実施状況', '評価'],
  owner: ['担当課', '所管課', '担当部署', '主管課', '所管部署'],
  itemCount: ['実施計画項目数', '取組項目数', '項目数'],
  total: ['合計', '計', '総計'],
  year: ['年度', '区分', '会計年度'],
  account: ['会計名', '会計区分', '特別会計名'],
  enterprise: ['会計名', '会計区分', '事業名'],
  section: ['職場名', '所属名', '部署名', '課名', '所属'],
  overtime: ['超勤時間', '超過勤務時間', '時間外勤務時間', '1人当たり時間数'],
  leave: ['有給休暇取得率', '年次有給休暇取得率', '年休取得率'],
  average: ['平均値', '平均', '全体平均'],
  rank: ['順位'],
} as const;

/** Header words of the money columns. */
export const MONEY_WORDS = {
  revenue: ['歳入', '歳入総額', '歳入決算額'],
  expenditure: ['歳出', '歳出総額', '歳出決算額'],
  balance: ['形式収支', '歳入歳出差引額', '歳入歳出差引'],
  realBalance: ['実質収支', '実質収支額'],
  singleYear: ['実質単年度収支'],
  bonds: ['地方債現在高', '{市}債残高', '地方債残高', '{市}債現在高'],
  fund: ['基金残高', '積立金現在高'],
  transfers: ['他会計等からの繰入金', '繰入金', '他会計繰入金'],
  income: ['総収益', '収益', '総収入'],
  cost: ['総費用', '費用', '総支出'],
  profit: ['純損益', '当年度純損益', '収益費用差引額'],
  enterpriseBonds: ['地方債現在高', '企業債残高', '企業債現在高'],
  shortfall: ['資金不足比率'],
} as const;

/** Words of the legend. later: {next} is the year after the report's, as the report writes years. */
export const LEGEND_WORDS = {
  done: ['実施済み', '実施済', '完了'],
  partial: ['一部実施', '一部実施中', '一部完了'],
  not: ['未実施または検討中', '未実施又は検討中', '未実施', '未着手'],
  later: ['{next}以降実施', '次年度以降実施', '{next}以降に実施予定'],
} as const;

/** Signs that stand for a status; every set is told apart by its legend. */
export const MARK_SIGNS = {
  done: ['○', '〇', '◯'],
  partial: ['△', '▲'],
  not: ['×', '✕'],
  later: ['―', '－', '-', '—'],
} as const;

/** Chapter titles. */
export const CHAPTER_TITLES = {
  figures: ['{city}会計別決算等の状況', '会計別決算の状況', '{city}の財政と職員の状況'],
  ordinary: ['普通会計', '一般会計'],
  special: ['特別会計'],
  enterprise: ['公営企業会計', '企業会計'],
  staff: ['職員数等', '職員の状況', '職員数と勤務の状況'],
  background: ['{city}{plan}（{outline}）について', '{plan}の策定の経緯', '{plan}の概要'],
  results: ['実施計画の取組実績', '実施計画の取組結果', '取組結果の総括'],
  items: ['実施計画の実施状況', '実施計画の進捗状況', '取組項目別の実施状況'],
  extras: ['実施計画以外の実施状況', '実施計画以外の取組', '計画外の取組の状況'],
} as const;

/** Names of plans and of the outlines they carry out. */
export const PLAN_NAMES = [
  '行政経営計画',
  '行財政改革推進計画',
  '行政改革実施計画',
  '経営改革プラン',
  '行財政運営計画',
] as const;
export const OUTLINE_NAMES = ['行政改革大綱', '行財政改革大綱'] as const;
export const ORDINALS = ['二', '三', '四', '五', '六', '七'] as const;
