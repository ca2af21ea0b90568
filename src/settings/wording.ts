/** What is said of a setting, in Japanese and in English: whoever sets it may not have chosen a language yet. */
export interface Said {
  readonly ja: string;
  readonly en: string;
}

/** Every variable about Slack, with what to set and where its value comes from. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: {
    ja: 'ボットのトークン（xoxb-…）。api.slack.com/apps →対象のアプリ→「OAuth & Permissions」にあります',
    en: 'the bot token (xoxb-…): at api.slack.com/apps, your app, OAuth & Permissions',
  },
  SLACK_APP_TOKEN: {
    ja: 'connections:write の付いたアプリのトークン（xapp-…）。api.slack.com/apps →対象のアプリ→「Basic Information」→「App-Level Tokens」にあります',
    en: 'the app-level token (xapp-…) with connections:write: at api.slack.com/apps, your app, Basic Information, App-Level Tokens',
  },
  SLACK_SIGNING_SECRET: {
    ja: 'SLACK_APP_TOKEN を使わない場合だけ、「Basic Information」→「App Credentials」の署名の鍵（PORT とともに）',
    en: 'only without SLACK_APP_TOKEN: the signing secret of Basic Information, App Credentials; PORT goes with it',
  },
  PORT: {
    ja: 'SLACK_SIGNING_SECRET を使う場合だけ、Slack からの接続を受けるポート（1 から 65535）',
    en: 'only with SLACK_SIGNING_SECRET: the port for requests of Slack, 1 to 65535',
  },
  SLACK_CHANNELS: {
    ja: 'C0123456789 のようなチャンネルの ID（コンマ区切り）。空ならすべて',
    en: 'channel IDs such as C0123456789, separated by commas; empty for all',
  },
  QUESTIONS_PER_MINUTE: {
    ja: '1人が1分間にできる質問の数（1 から 1000）',
    en: 'how many questions a person may ask in a minute, 1 to 1000',
  },
  THREAD_DAYS: {
    ja: '会話を覚えている日数（1 から 3650）',
    en: 'how many days a conversation is remembered, 1 to 3650',
  },
  FEEDBACK_DAYS: {
    ja: '評価と、答えられなかった質問を残す日数（1 から 3650）',
    en: 'how many days ratings and unanswered questions are kept, 1 to 3650',
  },
  OPS_PORT: {
    ja: '状態のページ（/healthz、/readyz）のポート（1 から 65535）。空なら設けない',
    en: 'a port for /healthz and /readyz on this machine, 1 to 65535; empty for none',
  },
  LOG_LEVEL: { ja: 'debug、info、warn、error のいずれか', en: 'debug, info, warn or error' },
  HTTPS_PROXY: {
    ja: 'プロキシのアドレス（例 http://proxy.example.lg.jp:8080）。空ならなし',
    en: 'the address of your proxy, such as http://proxy.example.lg.jp:8080; empty for none',
  },
  NO_PROXY: { ja: 'プロキシを通さないホスト（コンマ区切り）', en: 'hosts that need no proxy, separated by commas' },
  NODE_EXTRA_CA_CERTS: {
    ja: '庁内の認証局の証明書のファイル（PEM）',
    en: "a file with your office's own certificate authority (PEM)",
  },
  SLACK_API_URL: {
    ja: 'Slack の Web API のアドレス（試験のときだけ変えます）',
    en: 'the address of the Slack Web API; change it only to test against a stand-in',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** Every variable about digests and reminders. */
export const SCHEDULE_VARIABLES = {
  REMINDER_CHANNEL: {
    ja: '毎週のリマインダーを届けるチャンネルの ID（例 C0123456789）。空なら届けない',
    en: 'the ID of the channel for the weekly reminder, such as C0123456789; empty for none',
  },
  REMINDER_AT: {
    ja: 'リマインダーの曜日と時刻（例 Mon 09:00、Mon,Thu 08:45）',
    en: 'days and time of the reminder, such as Mon 09:00 or Mon,Thu 08:45',
  },
  REMINDER_SECTIONS: {
    ja: '専用のチャンネルで知らせる課。報告書のとおりの課名、「=」、チャンネルの ID の順に（コンマ区切り）。空ならなし',
    en: 'sections with a channel of their own, each as the report prints it with = and the channel ID, separated by commas; empty for none',
  },
  DIGEST_CHANNEL: {
    ja: 'ダイジェストを届けるチャンネルの ID、または人の ID（U…）。空なら届けない',
    en: 'the ID of the channel for the digest, or of a person (U…) for a direct message; empty for none',
  },
  DIGEST_AT: { ja: 'ダイジェストの曜日と時刻（例 Mon 09:00）', en: 'days and time of the digest, such as Mon 09:00' },
  SCHEDULE_LANGUAGE: { ja: 'ja または en', en: 'ja or en' },
  SCHEDULE_OWNER: {
    ja: '届けられないときに知らせる人の ID（U…）。空なら知らせない',
    en: 'the ID of the person who is told when one of these cannot be delivered (U…); empty for nobody',
  },
  NOTE_WRITERS: {
    ja: '進捗を記録できる人。報告書のとおりの課名、「=」、人の ID（複数なら「+」でつなぐ）の順に（コンマ区切り）。空ならリマインダーのチャンネルにいる方すべて',
    en: 'who may note progress: sections, each with = and the IDs of people with + between, separated by commas; empty for everybody in the channel of the reminder',
  },
  TZ_NAME: { ja: '時刻の地域（例 Asia/Tokyo）', en: 'the time zone of these times, such as Asia/Tokyo' },
  LATE_HOURS: {
    ja: '送れなかったものを何時間後まで送るか（1 から 168）',
    en: 'for how many hours something that was missed is still sent, 1 to 168',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** Where a key without an address is meant for. */
export const OPENAI = 'https://api.openai.com/v1';

/** Every variable about the language model. */
export const MODEL_VARIABLES = {
  MODEL: {
    ja: 'サーバーでの言語モデルの名前。なければ言語モデルを使わず、何も送りません',
    en: 'the name of the model at your server; without it no model is used and nothing is sent',
  },
  OPENAI_API_KEY: {
    ja: 'サーバーの鍵。要らないサーバーでは空',
    en: 'the key of the server; empty for a server that needs none',
  },
  OPENAI_BASE_URL: {
    ja: `サーバーのアドレス（例 http://localhost:11434/v1）。鍵だけのときは ${OPENAI}`,
    en: `the address of the server, such as http://localhost:11434/v1; with a key alone, ${OPENAI}`,
  },
  MODEL_TIMEOUT_MS: {
    ja: '1問にかけるミリ秒（1000 から 300000）',
    en: 'milliseconds that one question may take, 1000 to 300000',
  },
  EMBEDDING_MODEL: {
    ja: '同じサーバーの、意味で探すためのモデル。空なら使わない',
    en: 'a model for vectors at the same server; empty for full-text search alone',
  },
} as const satisfies Readonly<Record<string, Said>>;

/** Every variable about folders; where one is not set, the usual folder is used. */
export const FOLDER_VARIABLES = {
  GYOKAKU_DATA: { ja: '書き込めるフォルダー', en: 'a folder that the program may write to' },
  GYOKAKU_CORPUS: { ja: 'NAME/report.txt を置いたフォルダー', en: 'the folder that holds NAME/report.txt' },
} as const satisfies Readonly<Record<string, Said>>;

const EVERY = { ...FOLDER_VARIABLES, ...SLACK_VARIABLES, ...SCHEDULE_VARIABLES, ...MODEL_VARIABLES };
type Variable = keyof typeof EVERY;
/** Every variable that the program reads, in the order of `.env.example`. */
export const VARIABLES: readonly string[] = Object.keys(EVERY);

/** How the secrets of Slack begin. */
const TOKEN = /^x(?:ox|app)/iu;

/** The value is no such thing; of a list, `part` is the one that is not. A token that stands there is never repeated. */
export function wrong(variable: Variable, part?: string): { error: string } {
  const { ja, en } = EVERY[variable];
  const shown = part !== undefined && TOKEN.test(part) ? undefined : part;
  return {
    error: both(
      variable,
      `${shown === undefined ? '' : `「${shown}」は`}正しくありません。書くもの：${ja}。`,
      `${shown === undefined ? '' : `"${shown}" `}is wrong. Set ${en}.`,
    ),
  };
}

export function missing(variable: Variable): { error: string } {
  const { ja, en } = EVERY[variable];
  return { error: both(variable, `設定されていません。書くもの：${ja}。`, `is missing. Set ${en}.`) };
}

/** There is an address or a key to be given, and neither is. */
export function neither(variable: Variable, other: Variable): { error: string } {
  const { ja, en } = EVERY[variable];
  return {
    error: both(
      variable,
      `${other} も設定されていません。書くもの：${ja}。`,
      `is missing, and ${other} as well. Set ${en}.`,
    ),
  };
}

export function unreadableFile(variable: Variable, file: string): string {
  const { ja, en } = EVERY[variable];
  return both(
    variable,
    `${file} を証明書として読めません。ファイルの場所と中身を確かめてください。書くもの：${ja}。`,
    `${file} cannot be read as certificates. Set ${en}.`,
  );
}

export function noFolder(variable: Variable, path: string, usual: string): string {
  const { ja, en } = EVERY[variable];
  return both(
    variable,
    `${path} はフォルダーではありません。.env に書くもの：${ja}。書かなければ ${usual} を使います。`,
    `${path} is not a folder. In .env, set it to ${en}; without it, ${usual} is used.`,
  );
}

/** Variables by which the libraries of the model path would do behind its back what the documentation rules out. */
export const RULED_OUT: readonly (readonly [names: RegExp, what: Said])[] = [
  [
    /^(?:LANGSMITH_|LANGCHAIN_TRACING)/iu,
    { ja: 'すべての質問が外部に送られます', en: 'would send every question to a third party' },
  ],
  [/^OPENAI_CUSTOM_HEADERS$/iu, { ja: 'すべての質問とともに送られます', en: 'would be sent with every question' }],
  [
    /^LANGCHAIN_VERBOSE$/iu,
    { ja: 'すべての質問が記録（ログ）に残ります', en: 'would write every question into the log' },
  ],
];

export function ruledOut(name: string, { ja, en }: Said): string {
  return both(name, `${ja}。これを消すか、MODEL を消してください。`, `${en}. Remove it, or remove MODEL.`);
}

function both(variable: string, ja: string, en: string): string {
  return `${variable}: ${ja}\n${variable}: ${en}`;
}
