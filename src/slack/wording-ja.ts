import { STATUS } from '../answer/wording-ja-words.ts';
import { longYear } from '../report/fiscal-year.ts';
import type { SlackWording } from './wording.ts';

export const japanese: SlackWording = {
  language: 'ja',

  notStated: '記載なし',
  doesNotFit: '（長いため省略）',
  table: (caption) => (caption === '' ? '表' : caption),
  row: (cells) => `・${cells.map(([label, text]) => `${label}：${text}`).join('、')}`,
  rowsShown: (from, to, of) => `表は全${of}行のうち${from}〜${to}行目を表示しています。`,
  toRows: (from, to) => `表の${from}〜${to}行目`,
  columnsLeft: (count) => `表の右側${count}列は、表示できる列数を超えるため省略しています。`,
  unit: (unit) => `単位：${unit}`,
  years: '年度',

  citation: (citation) => `出典: ${citation}`,
  followUps: '続けて聞けること',
  choices: '次からお選びください',
  target(target) {
    if (target.kind === 'item') return target.of === 'plan' ? `整理番号${target.number}` : `計画以外${target.number}`;
    return `${target.name}${target.more ? 'ほか' : ''}`;
  },
  sourceOf: (target) => `${target}の出典`,
  choose: (choice) => `「${choice}」を選ぶ`,
  show: 'チャンネルに表示',
  useful: '役に立った',
  notUseful: '役に立たなかった',
  usefulLabel: (good) => (good ? 'この回答は役に立った' : 'この回答は役に立たなかった'),

  source: {
    title: '出典（原文）',
    report: (name, title, issued) =>
      `${name}（${title}${issued ? `、${issued}` : ''}）の記載を、そのまま表示しています。`,
    header: (line) => `${line}行目（表の見出し）`,
    line: (line) => `${line}行目`,
    cells: '「｜」は表の列の区切りです。',
    left: (lines) => `ほか${lines}行は省略しています。続きは原本をご覧ください。`,
    cut: '長いため、ここまでを表示しています。続きは原本をご覧ください。',
  },
  close: '閉じる',
  answer: { title: '回答', asked: (question) => `質問：${question}` },
  itemQuestion: (number) => `整理番号${number}の状況は？`,

  feedback: {
    title: 'ご意見',
    lead: '回答の改善に役立てます。どのような点が役に立ちませんでしたか。',
    reason: '理由',
    reasons: {
      wrong: '内容や数値が違う',
      missing: '知りたいことが書かれていない',
      misread: '質問の意味が伝わっていない',
      unclear: '分かりにくい',
      other: 'その他',
    },
    comment: '具体的な内容（任意）',
    hint: '氏名や電話番号などの個人情報は書かないでください。',
    send: '送信',
    cancel: 'やめる',
    thanks: (good) => (good ? 'ご評価ありがとうございます。' : 'ご意見ありがとうございます。回答の改善に役立てます。'),
  },

  noticeTitle: 'お知らせ',
  notice: (kind, { id, limit }) =>
    ({
      'too-long': `質問が長すぎます。${limit}文字以内でお尋ねください。`,
      'too-fast': '短い間に多くの質問をいただきました。1分ほどおいてから、もう一度お尋ねください。',
      guest: '申し訳ありません。ゲストの方からのご質問にはお答えできない設定になっています。',
      stranger: '申し訳ありません。このワークスペース以外の方からのご質問にはお答えできない設定になっています。',
      unknown:
        '申し訳ありません。あなたがこのワークスペースのメンバーかどうかを、Slackに確認できませんでした。少し時間をおいて、もう一度操作してください。',
      channel:
        '申し訳ありません。このチャンネルではお答えできない設定になっています。ダイレクトメッセージでお尋ねください。',
      failed: `申し訳ありません。不具合のため、お答えできませんでした。時間をおいてもう一度お尋ねください。${
        id ? `続く場合は、受付番号 ${id} を担当者にお伝えください。` : ''
      }`,
      expired: 'この回答は保存期間を過ぎたため、操作できません。お手数ですが、もう一度お尋ねください。',
      stopped: '回答を中止しました。',
      window: '画面を開けませんでした。お手数ですが、もう一度操作してください。',
      uncertain:
        '操作の結果を確認できませんでした。表示が変わっていない場合は、お手数ですが、もう一度操作してください。',
      late: '申し訳ありません。お答えできない状態が続いていたため、先ほどのご質問にはお答えしていません。お手数ですが、もう一度お尋ねください。',
      forgotten: 'あなたのご質問の記録を削除しました。',
    })[kind],
  forgetWords: ['忘れる', '忘れて', '忘れてください'],
  help: {
    title: '使い方',
    lead: '行政改革の報告書について、ふだんの言葉で質問してください。数値にはすべて出典が付きます。',
    lines: [
      { what: 'ダイレクトメッセージ', does: 'そのまま質問を書く' },
      { what: 'チャンネル', does: 'メンションを付けて質問を書く（スレッドで答えます）' },
      { what: '/gyokaku 質問', does: '自分だけに見える答えを表示する' },
      { what: '/gyokaku item 23', does: '整理番号23の状況を表示する' },
      { what: '/gyokaku list 一部実施', does: '条件に合う項目の一覧を表示する' },
      { what: '/gyokaku digest', does: '進捗のまとめを表示する（「digest 財務」のように対象も指定できます）' },
      { what: '/gyokaku schedule', does: 'まとめやリマインダーの定期配信を設定する' },
      { what: '/gyokaku notes', does: '自分が記録した進捗メモを修正・取り下げする' },
      { what: '/gyokaku forget', does: '保存されている自分の記録を削除する（進捗メモは名前だけを外して残します）' },
      { what: '/gyokaku help', does: 'この説明を表示する' },
    ],
    tail: '「ホーム」タブでは、全体の進捗と担当課ごとの未完了の項目をご覧いただけます。',
  },

  home: {
    title: (report) => `${report}の進捗`,
    overall: (year, total) => `${longYear(year)}末の計画全体（全${total}項目）`,
    status: (status, count, share) =>
      `${STATUS[status][0]}（${STATUS[status][1]}）\n${count}項目${share ? `（${share}）` : ''}`,
    before: (year, count, share) => `${longYear(year)}末は${count}項目${share ? `（${share}）` : ''}`,
    byPillar: '体系別の項目数',
    pillar: '体系',
    year: '年度末',
    total: '項目数',
    notDone: 'まだ実施済でない項目',
    section: '担当課',
    allSections: (open) => `全課（${open}件）`,
    sectionOption: (section, open) => `${section}（${open}件）`,
    sectionsLeft: (count) => `ほか${count}課は選択肢に表示できません。課の名前を添えて質問してください。`,
    open: (section, count) =>
      count === 0 ? `${section ?? '全課'}に、まだ実施済でない項目はありません。` : `${section ?? '全課'}：${count}件`,
    itemsLeft: (count) => `ほか${count}件は表示していません。担当課を選ぶか、質問してください。`,
    questions: '質問の例（押すと答えを表示します）',
    digest: 'ダイジェストを見る',
    basis: (name, title, issued) => `数値は${name}（${title}${issued ? `、${issued}` : ''}）によります。`,
    privacy:
      'ご質問の記録は、続きの質問に答えるために一定期間だけ保存し、自動で削除します。「/gyokaku forget」でいつでも削除できます。',
  },

  pane: {
    prompts: '質問の例',
    working: (tool) =>
      tool === null
        ? '報告書を確認しています…'
        : {
            get_items: '項目の記載を確認しています…',
            list_items: '項目の一覧を確認しています…',
            progress: '進捗の集計を確認しています…',
            plan_changes: '前の報告書と比べています…',
            status_changes: '前年度からの変化を確認しています…',
            look_up_figures: '表の数値を確認しています…',
            figure_series: '数値の推移を確認しています…',
            rank_figures: '順位を確認しています…',
            rank_changes: '増減を比べています…',
            calculate: '計算しています…',
            compare_in_text: '本文の数値を比べています…',
            search_passages: '本文を探しています…',
            report_contents: '報告書の構成を確認しています…',
          }[tool],
  },
};
