import type { Delivery } from './state/deliveries.ts';
import type { Subscription } from './state/subscriptions.ts';

export type ScheduleLanguage = 'ja' | 'en';

/** Words of `npm run schedule`. */
export interface ScheduleWording {
  readonly usage: string;
  /** Above what is due, by the clocks of a zone. */
  upcoming(zone: string): string;
  readonly happened: string;
  readonly nothingUpcoming: string;
  /** The settings say otherwise than what was taken from them at the last start. */
  readonly pending: string;
  readonly nothingHappened: string;
  readonly columns: Readonly<
    Record<'when' | 'what' | 'whom' | 'where' | 'state' | 'slot' | 'changed' | 'reason', string>
  >;
  readonly kinds: Readonly<Record<Subscription['kind'] | 'notice' | 'unknown', string>>;
  readonly whole: string;
  readonly paused: string;
  readonly states: Readonly<Record<Delivery['state'], string>>;
  /** Why it was skipped; a code of Slack as it is. */
  readonly reasons: Readonly<Partial<Record<string, string>>>;
  readonly weekdays: readonly string[];
  attempts(count: number): string;
}

const japanese: ScheduleWording = {
  usage: `使い方
  npm run schedule                    いつ何を配信するか、これまでどうなったかを一覧にします
  npm run schedule -- --lang en       英語で表示します
終了コード: 0 完了、1 入力または設定の誤り、2 プログラムの不具合
`,
  upcoming: (zone) => `これからの配信（${zone}）`,
  happened: 'これまでの配信（新しい順）',
  nothingUpcoming: '配信の予定はありません。Slackの /gyokaku schedule か .env で設定します。',
  pending: '.env の配信の設定が変わっています。次に「npm start」で起動したときから、新しい設定で配信します。',
  nothingHappened: 'まだ何も配信していません。',
  columns: {
    when: '日時',
    what: '種類',
    whom: '対象',
    where: '宛先',
    state: '結果',
    slot: '予定日',
    changed: '更新日時',
    reason: '理由',
  },
  kinds: { digest: 'ダイジェスト', reminder: 'リマインダー', notice: '不達のお知らせ', unknown: '（削除済み）' },
  whole: '全体',
  paused: '停止中',
  states: { leased: '配信中', retry: '再送待ち', posted: '配信済み', skipped: '見送り', failed: '配信できず' },
  reasons: {
    late: '時間が過ぎたため',
    empty: '確認事項なし',
    paused: '停止中のため',
    'put-off': '延期のため',
    removed: '設定が削除されたため',
  },
  weekdays: ['月', '火', '水', '木', '金', '土', '日'],
  attempts: (count) => `${count}回目`,
};

const english: ScheduleWording = {
  usage: `Usage
  npm run schedule                    lists what is due when, and what happened so far
  npm run schedule -- --lang ja       in Japanese
Exit codes: 0 done, 1 the input or the settings are wrong, 2 a bug
`,
  upcoming: (zone) => `Due next (${zone})`,
  happened: 'So far (newest first)',
  nothingUpcoming: 'Nothing is due. Set it with /gyokaku schedule in Slack, or in .env.',
  pending: 'What .env says is posted has changed. It takes effect at the next start ("npm start").',
  nothingHappened: 'Nothing was delivered yet.',
  columns: {
    when: 'When',
    what: 'What',
    whom: 'Of',
    where: 'To',
    state: 'State',
    slot: 'Slot',
    changed: 'Changed',
    reason: 'Why',
  },
  kinds: { digest: 'digest', reminder: 'reminder', notice: 'notice to owner', unknown: '(deleted)' },
  whole: 'all',
  paused: 'paused',
  states: { leased: 'under way', retry: 'to be tried again', posted: 'posted', skipped: 'skipped', failed: 'failed' },
  reasons: { late: 'too late', empty: 'nothing to say', paused: 'paused', 'put-off': 'put off', removed: 'deleted' },
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  attempts: (count) => `try ${count}`,
};

export function scheduleWording(language: ScheduleLanguage): ScheduleWording {
  return language === 'ja' ? japanese : english;
}
