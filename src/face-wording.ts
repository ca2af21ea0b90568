import type { Answer } from './answer/assemble.ts';
import type { AppError, ErrorCode } from './errors.ts';

export type FaceLanguage = Answer['language'];

/** Sentences of the terminal around an answer. */
export interface FaceWording {
  source(citation: string): string;
  /** Above the numbered questions; `choosing` when the answer asks which one is meant. */
  numbered(choosing: boolean): string;
  /** Repeats the question that was chosen by its number. */
  asked(question: string): string;
  /** `others`: how many more reports can be asked about. */
  greeting(report: string, others: number): string;
  readonly help: readonly string[];
  /** A question to which the answer says what can be asked. */
  readonly askForHelp: string;
  readonly emptyLine: string;
  readonly unreadable: string;
  readonly forgotten: string;
  readonly farewell: string;
  readonly failed: string;
  /** While a language model is asked. */
  readonly thinking: string;
  /** How an answer came about, line by line. */
  readonly explained: {
    by(model: string | null): string;
    /** Why a model did not. */
    failed(why: string): string;
    called(call: string): string;
    sent(sent: { readonly host: string; readonly requests: number; readonly bytes: number }): string;
    readonly nothingSent: string;
  };
}

const japanese: FaceWording = {
  source: (citation) => `出典: ${citation}`,
  numbered: (choosing) => (choosing ? '番号で選べます:' : '続けて聞けること（番号で質問できます）:'),
  asked: (question) => `質問: ${question}`,
  greeting: (report, others) =>
    `${report}${others > 0 ? `（ほか${others}件）` : ''}についてお答えします。ヘルプ: 使い方、終了: 終わり。例:`,
  help: [
    '報告書について、ふだんの言葉で質問してください。数値にはすべて出典が付きます。',
    '  ヘルプ（help、?）  この説明',
    '  新規（new）        これまでの話題を忘れる',
    '  終了（quit、exit） 終わる',
    '  1、2、3…           答えの下に並ぶ質問をする',
    '例:',
  ],
  askForHelp: 'ヘルプ',
  emptyLine: '質問を入力してください。使い方は「ヘルプ」で表示します。',
  unreadable: '文字を読み取れませんでした。文字コード（UTF-8）をご確認のうえ、もう一度入力してください。',
  forgotten: 'これまでの話題を忘れました。新しい質問をどうぞ。',
  farewell: '終了します。',
  failed: '申し訳ありません。この質問への回答中に不具合が起きました。別の質問をどうぞ。',
  thinking: '報告書を確認しています…',
  explained: {
    by: (model) => (model ? `回答の文章: 言語モデル「${model}」` : '回答の文章: 規則（言語モデルは使っていません）'),
    failed: (why) => `言語モデルの不具合: ${why}`,
    called: (call) => `使った関数: ${call}`,
    sent: ({ host, requests, bytes }) => `外部への送信: ${host}、${requests}回、${bytes}バイト`,
    nothingSent: '外部への送信: なし',
  },
};

const english: FaceWording = {
  source: (citation) => `Source: ${citation}`,
  numbered: (choosing) => (choosing ? 'Choose by number:' : 'You can go on with (type the number):'),
  asked: (question) => `Question: ${question}`,
  greeting: (report, others) =>
    `Questions about ${report}${others > 0 ? ` (and ${others} more)` : ''} in English are welcome too. help: how to use it; quit: leave.`,
  help: [
    'Ask about the report in everyday words. Every figure comes with its source.',
    '  help (?)     this page',
    '  new          forget what was talked about',
    '  quit, exit   leave',
    '  1, 2, 3…     asks a question listed below an answer',
    'For example:',
  ],
  askForHelp: 'help',
  emptyLine: 'Please type a question; "help" shows how to use it.',
  unreadable: 'This line could not be read. Please check that the terminal uses UTF-8 and type it again.',
  forgotten: 'Forgotten. Please ask something new.',
  farewell: 'Goodbye.',
  failed: 'Sorry, something went wrong while answering this question. Please ask another one.',
  thinking: 'Looking into the report…',
  explained: {
    by: (model) => (model ? `Worded by: language model "${model}"` : 'Worded by: rules (no language model)'),
    failed: (why) => `The language model failed: ${why}`,
    called: (call) => `Function used: ${call}`,
    sent: ({ host, requests, bytes }) => `Sent outside: ${host}, ${requests} requests, ${bytes} bytes`,
    nothingSent: 'Sent outside: nothing',
  },
};

/** What is typed to a conversation instead of a question, in lower case. */
export const COMMANDS: Readonly<Record<'help' | 'quit' | 'new', readonly string[]>> = {
  help: ['help', 'ヘルプ', '使い方', '?'],
  quit: ['quit', 'exit', '終了', '終わり'],
  new: ['new', '新規'],
};

/** Sentences in the language of the answer. */
export function faceWording(language: FaceLanguage): FaceWording {
  return language === 'ja' ? japanese : english;
}

/** Before a question there is no language yet: what is said then is said in both. */
export const BOTH = {
  unknownSections: (sections: readonly string[]) =>
    `設定にある次の担当課は、報告書に見当たりません。報告書のとおりに書いてください: ${sections.join('、')}\nThe settings name sections that the report does not have. Write them as the report does: ${sections.join(', ')}\n`,
  modelFailed: (why: string) =>
    `言語モデルの不具合: ${why}。「npm run doctor」で確かめられます。\nThe language model failed: ${why}. "npm run doctor" looks into it.\n`,
  keyInTheClear: (host: string) =>
    `OPENAI_BASE_URL は http:// です。鍵と質問が暗号化されずに ${host} に送られます。https:// のアドレスにしてください。\nOPENAI_BASE_URL begins with http://, so that the key and the questions go to ${host} unencrypted. Use an address with https://.\n`,
  noFeedback:
    '役に立たなかったという評価も、答えられなかった質問もありません。\nNothing was rated bad, and every question was answered.\n',
  askHelp: `使い方
  npm run -s ask -- "質問"                 質問に答え、出典を示します
  npm run -s ask -- --json "質問"          答えを1件のJSONで出力します
  npm run -s ask -- --batch ファイル       1行1問のJSON（{"id","q","thread":[前の質問, …]}）に順に答えます
  npm run -s ask -- --explain "質問"       答えの作り方と、外部に送った量も示します
  npm run -s ask -- --corpus フォルダー "質問"   別の報告書フォルダーから答えます
  echo "質問" | npm run -s ask             標準入力の質問に答えます
終了コード: 0 完了、1 入力または設定の誤り、2 プログラムの不具合

Usage
  npm run -s ask -- "question"                 answers the question with its sources
  npm run -s ask -- --json "question"          prints the answer as one JSON object
  npm run -s ask -- --batch FILE               answers JSON lines ({"id","q","thread":[earlier questions]}), in order
  npm run -s ask -- --explain "question"       also says how it was answered, and what was sent outside
  npm run -s ask -- --corpus DIR "question"    answers from another folder of reports
  echo "question" | npm run -s ask             answers the question on standard input
Exit codes: 0 done, 1 the input or the settings are wrong, 2 a bug
`,
  startHelp: `使い方
  npm start                           対話形式で質問に答えます
  npm start -- --corpus フォルダー    別の報告書フォルダーから答えます
  npm run -s ask -- --help            1問ずつ、またはファイルの質問に答える方法

Usage
  npm start                           answers questions in a conversation
  npm start -- --corpus DIR           answers from another folder of reports
  npm run -s ask -- --help            how to ask one question, or a file of questions
`,
  noQuestion: '質問がありません。/ No question was given.',
  questionAndBatch: '質問と --batch は同時に指定できません。/ Give either a question or --batch, not both.',
  seeHelp: (command: string) => `使い方 / Usage: ${command} -- --help`,
  leftOut: (name: string) =>
    `この報告書は読み込めないため使いません / This report cannot be read and is left out: ${name}`,
  moreProblems: (count: number) => `ほか${count}件 / ${count} more（npm run report）`,
  unreadableFile: (file: string, reason: string) =>
    `ファイルを読めません / The file cannot be read: ${file}（${reason}）`,
  badLine: (place: string, reason: string) => `${place}: この行は読めません / this line cannot be read: ${reason}`,
  settings: '設定（.env）に誤りがあります。/ The settings (.env) are wrong:',
  portTaken: (variable: string, port: number) =>
    `${variable}: ${port} は使えません。.env に空いているポートを書くか、空にしてください。\n${variable}: ${port} cannot be used. Set a free port in .env, or none.`,
  unknownOption: (option: string) => `「${option}」という指定はありません。/ There is no option ${option}.`,
  wrongValue: (option: string) =>
    `「${option}」の値がないか、正しくありません。/ The value of ${option} is missing or wrong.`,
  unexpected: (argument: string) => `「${argument}」は余分です。/ "${argument}" is not expected here.`,
  wrongLanguage: (value: string) =>
    `--lang は ja か en です（「${value}」は使えません）。/ --lang is ja or en, not "${value}".`,
  bug: 'プログラムの不具合です。次の内容を開発者に知らせてください / This is a bug; please report the following:',
} as const;

/** What went wrong and what to do, before the English sentence of the error, which says where. */
const FAILED_JA: Readonly<Partial<Record<ErrorCode, string>>> = {
  CORPUS_UNREADABLE:
    '報告書のフォルダー（次に示す場所）を読めません。フォルダーがあり、読み取りの権限があるかを確かめてください。別の場所にあるときは、GYOKAKU_CORPUS か --corpus で指定します。',
  CORPUS_EMPTY:
    '答えに使える報告書が、次に示すフォルダーにありません。「NAME/report.txt」の形で置いてください（README.ja.md の「報告書を追加する」）。置いてあるのに読み込めないときは、「npm run report」が理由を日本語で示します。',
  LEXICON_INVALID:
    '語彙のファイル（次に示す lexicon.json）に誤りがあります。下の各行は、誤りのある場所と内容です。場所の数字は0から数えます（sections.0 は sections の1番目）。expected はそこに書くもの、received は今あるもの（undefined は何もない）、Unrecognized key は使えない名前です。書き方は README.ja.md の「語彙（任意）」にあります。直すまで回答はしません。',
  SLACK_REFUSED:
    'Slack につながらないか、次に示す設定が使えませんでした。「npm run doctor」が、直し方を日本語で示します。',
  STATE_LOCKED:
    'データフォルダー（次に示す場所）は、別の Gyokaku が使用中です。先にそちらを停止するか、GYOKAKU_DATA を別のフォルダーにしてください。',
  STATE_NEWER:
    'データベース（次に示すファイル）は、新しい版の Gyokaku で書かれています。新しい版を起動するか、更新前の控え（バックアップ）を復元してください。',
  STATE_UNWRITABLE:
    'データフォルダー（次に示す場所）に書き込めません。実行する利用者に書き込みの権限を与え、ディスクの空きを確かめるか、GYOKAKU_DATA を別のフォルダーにしてください。',
  STATE_DAMAGED:
    'データベース（次に示すファイル）が壊れています。Gyokaku を停止し、最後の控え（バックアップ）を復元してください。控えがなければ、そのファイルを別の場所に移すと、空のものが作られます。',
  STATE_WRITE_FAILED:
    'データベース（次に示すファイル）を読み書きできませんでした。ディスクの空きと、フォルダーに書き込めるかを確かめてください。',
  STATE_MISSING:
    'データフォルダー（次に示す場所）には、まだこの版の記録がありません。Slack の設定をして一度「npm start」で起動するか、GYOKAKU_DATA を Gyokaku が使っているフォルダーにしてください。',
};

/** An error as the officer reads it, in both languages. */
export function failureText({ code, message }: AppError): string {
  const ja = FAILED_JA[code];
  return ja === undefined ? message : `${ja}\n${message}`;
}
