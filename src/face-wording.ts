import type { Answer } from './answer/answer.ts';

export type FaceLanguage = Answer['language'];

/** Sentences of the terminal around an answer. */
export interface FaceWording {
  source(citation: string): string;
}

const japanese: FaceWording = {
  source: (citation) => `出典: ${citation}`,
};

const english: FaceWording = {
  source: (citation) => `Source: ${citation}`,
};

/** Sentences in the language of the answer. */
export function faceWording(language: FaceLanguage): FaceWording {
  return language === 'ja' ? japanese : english;
}

/** Before a question there is no language yet: what is said then is said in both. */
export const BOTH = {
  askHelp: `使い方
  npm run -s ask -- "質問"                 質問に答え、出典を示します
  npm run -s ask -- --json "質問"          答えを1件のJSONで出力します
  npm run -s ask -- --batch ファイル       1行1問のJSON（{"id","q","thread"}）に順に答えます
  npm run -s ask -- --corpus フォルダー "質問"   別の報告書フォルダーから答えます
  echo "質問" | npm run -s ask             標準入力の質問に答えます
終了コード: 0 完了、1 入力または設定の誤り、2 プログラムの不具合

Usage
  npm run -s ask -- "question"                 answers the question with its sources
  npm run -s ask -- --json "question"          prints the answer as one JSON object
  npm run -s ask -- --batch FILE               answers JSON lines ({"id","q","thread"}), in order
  npm run -s ask -- --corpus DIR "question"    answers from another folder of reports
  echo "question" | npm run -s ask             answers the question on standard input
Exit codes: 0 done, 1 the input or the settings are wrong, 2 a bug
`,
  noQuestion: '質問がありません。/ No question was given.',
  questionAndBatch: '質問と --batch は同時に指定できません。/ Give either a question or --batch, not both.',
  seeHelp: '使い方: npm run -s ask -- --help',
  leftOut: (name: string) =>
    `この報告書は読み込めないため使いません / This report cannot be read and is left out: ${name}`,
  moreProblems: (count: number) => `ほか${count}件 / ${count} more（npm run report）`,
  unreadableFile: (file: string, reason: string) =>
    `ファイルを読めません / The file cannot be read: ${file}（${reason}）`,
  badLine: (place: string, reason: string) => `${place}: この行は読めません / this line cannot be read: ${reason}`,
  settings: '設定に誤りがあります / The settings are wrong:',
  bug: 'プログラムの不具合です。次の内容を開発者に知らせてください / This is a bug; please report the following:',
} as const;
