import type { Trial } from './agent/probe.ts';
import type { Finding } from './slack/doctor.ts';

type ModelProblem = Extract<Trial, { isGood: false }>['why'];
type ModelVariable = 'MODEL' | 'EMBEDDING_MODEL';

/** What is said of a finding, in Japanese and in English: whoever runs this may not have chosen a language yet. */
interface DoctorWording {
  readonly good: string;
  readonly bad: string;
  readonly corpus: (report: string) => string;
  /** A report that is left out; `first` is the first of its problems. */
  readonly refused: (report: string, count: number, first: string) => string;
  readonly sections: (names: readonly string[]) => string;
  /** A name of `.env` that has no effect. */
  readonly unknown: (name: string, nearest: string | null) => string;
  readonly data: (folder: string) => string;
  readonly noTokens: string;
  readonly noModel: string;
  readonly exposed: (host: string) => string;
  readonly model: (variable: ModelVariable, name: string, host: string) => string;
  readonly mendModel: Readonly<Record<ModelProblem, (variable: ModelVariable, name: string, detail: string) => string>>;
  readonly found: Readonly<Record<Finding['check'], (detail: string) => string>>;
  readonly mend: Readonly<Record<Finding['check'], (detail: string) => string>>;
  readonly allGood: string;
  readonly someBad: string;
}

const APPS = 'https://api.slack.com/apps';

export const DOCTOR_JA: DoctorWording = {
  good: '正常',
  bad: '要対応',
  corpus: (report) => `報告書を読み込みました: ${report}`,
  refused: (report, count, first) =>
    `報告書「${report}」は読み込めないため、使っていません（問題${count}件）。最初の問題：${first} 「npm run report」がすべてを示します。`,
  sections: (names) =>
    `REMINDER_SECTIONS または NOTE_WRITERS にある次の担当課は、報告書に見当たりません。報告書のとおりに書いてください: ${names.join('、')}`,
  unknown: (name, nearest) =>
    `.env の「${name}」という変数はなく、効果がありません。${nearest ? `「${nearest}」の書き誤りではありませんか。` : 'README.ja.md の「設定」の表にある名前を書いてください。'}`,
  data: (folder) => `データフォルダーに書き込めます: ${folder}`,
  noTokens: `Slack のトークンが設定されていません。このままでも端末では質問できます。Slack で使うには ${APPS} でアプリを作り、SLACK_BOT_TOKEN と SLACK_APP_TOKEN を .env に書いてください（README.ja.md の「Slack の設定」）。`,
  noModel: '言語モデルは設定されていません。規則だけで答え、外部には何も送りません。',
  exposed: (host) =>
    `OPENAI_BASE_URL が http:// で始まっています。鍵と質問が暗号化されずに ${host} に送られます。https:// のアドレスにしてください。`,
  model: (variable, name, host) =>
    variable === 'MODEL'
      ? `言語モデル「${name}」（${host}）が応答し、関数を呼び出しました。`
      : `埋め込みモデル「${name}」（${host}）が応答しました。`,
  mendModel: {
    unreachable: (_variable, _name, detail) =>
      `言語モデルのサーバーに接続できません（${detail}）。OPENAI_BASE_URL と、サーバーが動いているかをご確認ください。プロキシがある場合は HTTPS_PROXY、プロキシを通さない場合は NO_PROXY、庁内の認証局がある場合は NODE_EXTRA_CA_CERTS を .env に書いてください。`,
    key: (_variable, _name, detail) =>
      `言語モデルのサーバーが鍵を受け付けません（${detail}）。OPENAI_API_KEY を写し直し、このモデルを使う権限があるかをご確認ください。`,
    name: (variable, name, detail) =>
      `サーバーに「${name}」がありません（${detail}）。${variable} をサーバーでの名前に直してください（Ollama では「ollama list」で確かめ、なければ「ollama pull ${name}」）。OPENAI_BASE_URL が版（/v1）で終わっているかもご確認ください。`,
    refused: (variable, name, detail) =>
      variable === 'MODEL'
        ? `「${name}」が要求を断りました（${detail}）。関数（tools）に対応したモデルを MODEL に書いてください。429 の場合は、利用枠をご確認ください。`
        : `「${name}」が要求を断りました（${detail}）。埋め込みのモデルを EMBEDDING_MODEL に書いてください。`,
    slow: (_variable, name, detail) =>
      `「${name}」が時間内に応答しません（${detail}）。MODEL_TIMEOUT_MS を大きくするか、小さなモデルにしてください。初回はモデルの読み込みに時間がかかることがあります。`,
    silent: (variable, name, detail) =>
      variable === 'MODEL'
        ? `「${name}」は応答しますが、関数を呼び出しません（${detail}）。関数（tools）に対応したモデルを MODEL に書いてください（vLLM では --enable-auto-tool-choice と --tool-call-parser）。`
        : `「${name}」はベクトルを返しません（${detail}）。埋め込みのモデルを EMBEDDING_MODEL に書いてください。`,
  },
  found: {
    network: (host) => `Slack に接続できます: ${host}`,
    'bot-token': (who) => `SLACK_BOT_TOKEN は有効です: ${who}`,
    scopes: (list) => `必要な権限がそろっています: ${list}`,
    'app-token': () => 'SLACK_APP_TOKEN は有効です（ソケットモード）。',
    signing: () => 'ソケットモードは使わず、SLACK_SIGNING_SECRET と PORT で待ち受けます。',
    channel: (channel) => `チャンネル ${channel} を使えます。`,
  },
  mend: {
    network: (code) =>
      `Slack に接続できません（${code}）。プロキシがある場合は HTTPS_PROXY、庁内の認証局がある場合は NODE_EXTRA_CA_CERTS を .env に書いてください。slack.com、wss-primary.slack.com、wss-backup.slack.com、hooks.slack.com への HTTPS を許可してください。`,
    'bot-token': (code) =>
      `SLACK_BOT_TOKEN が受け付けられません（${code}）。${APPS} →対象のアプリ→「OAuth & Permissions」→「Bot User OAuth Token」を写してください。`,
    scopes: (list) =>
      `権限が足りません: ${list}。${APPS} →対象のアプリ→「App Manifest」に manifest.json を貼り付けて保存し、「Install App」→「Reinstall」を押してください。`,
    'app-token': (code) =>
      `SLACK_APP_TOKEN が受け付けられません（${code}）。${APPS} →対象のアプリ→「Basic Information」→「App-Level Tokens」で connections:write を付けて作り、写してください。「Socket Mode」が有効かもご確認ください。`,
    signing: (code) => `待ち受けができません（${code}）。`,
    channel: (channel) =>
      `チャンネル ${channel} を使えません。Slack でそのチャンネルを開き「/invite @Gyokaku」と入力してください。ID はチャンネル名→「チャンネル情報」の最下部にあります。`,
  },
  allGood: 'すべて正常です。「npm start」で始められます。',
  someBad: '「要対応」の項目を直してから、もう一度「npm run doctor」を実行してください。',
};

export const DOCTOR_EN: DoctorWording = {
  good: 'OK',
  bad: 'TO DO',
  corpus: (report) => `The report was read: ${report}`,
  refused: (report, count, first) =>
    `The report "${report}" cannot be read and is left out (problems: ${count}). The first: ${first} "npm run report" shows all.`,
  sections: (names) =>
    `REMINDER_SECTIONS or NOTE_WRITERS names sections that the report does not have. Write them as the report does: ${names.join(', ')}`,
  unknown: (name, nearest) =>
    `There is no variable "${name}"; in .env it has no effect. ${nearest ? `Did you mean ${nearest}?` : 'The names stand in the table of README.md, "Settings".'}`,
  data: (folder) => `The data folder can be written to: ${folder}`,
  noTokens: `No Slack token is set. Questions can be asked in the terminal all the same. For Slack, make an app at ${APPS} and put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (README.md, "Set up Slack").`,
  noModel: 'No language model is set. The rules alone answer, and nothing is sent.',
  exposed: (host) =>
    `OPENAI_BASE_URL begins with http://: the key and the questions go to ${host} unencrypted. Use an address with https://.`,
  model: (variable, name, host) =>
    variable === 'MODEL'
      ? `The language model "${name}" (${host}) answers and calls functions.`
      : `The embedding model "${name}" (${host}) answers.`,
  mendModel: {
    unreachable: (_variable, _name, detail) =>
      `The server of the language model cannot be reached (${detail}). Look at OPENAI_BASE_URL, and whether the server runs. Behind a proxy, set HTTPS_PROXY in .env, or NO_PROXY for a server in the house; with an own certificate authority, NODE_EXTRA_CA_CERTS.`,
    key: (_variable, _name, detail) =>
      `The server of the language model does not accept the key (${detail}). Copy OPENAI_API_KEY again, and see whether it may use this model.`,
    name: (variable, name, detail) =>
      `The server has no "${name}" (${detail}). Set ${variable} to its name there (with Ollama, "ollama list" shows it and "ollama pull ${name}" gets it). OPENAI_BASE_URL has to end with the version (/v1).`,
    refused: (variable, name, detail) =>
      variable === 'MODEL'
        ? `"${name}" refused the request (${detail}). Set MODEL to a model that takes functions (tools). With 429, look at your quota.`
        : `"${name}" refused the request (${detail}). Set EMBEDDING_MODEL to a model for embeddings.`,
    slow: (_variable, name, detail) =>
      `"${name}" does not answer in time (${detail}). Raise MODEL_TIMEOUT_MS or take a smaller model. The first time a model may take long to load.`,
    silent: (variable, name, detail) =>
      variable === 'MODEL'
        ? `"${name}" answers, but calls no function (${detail}). Set MODEL to a model that takes functions (tools); with vLLM, --enable-auto-tool-choice and --tool-call-parser.`
        : `"${name}" returns no vector (${detail}). Set EMBEDDING_MODEL to a model for embeddings.`,
  },
  found: {
    network: (host) => `Slack can be reached: ${host}`,
    'bot-token': (who) => `SLACK_BOT_TOKEN is valid: ${who}`,
    scopes: (list) => `All scopes are granted: ${list}`,
    'app-token': () => 'SLACK_APP_TOKEN is valid (Socket Mode).',
    signing: () => 'Without Socket Mode: requests are awaited with SLACK_SIGNING_SECRET on PORT.',
    channel: (channel) => `Channel ${channel} can be used.`,
  },
  mend: {
    network: (code) =>
      `Slack cannot be reached (${code}). Behind a proxy, set HTTPS_PROXY in .env; with an own certificate authority, NODE_EXTRA_CA_CERTS. Allow HTTPS to slack.com, wss-primary.slack.com, wss-backup.slack.com and hooks.slack.com.`,
    'bot-token': (code) =>
      `SLACK_BOT_TOKEN is not accepted (${code}). ${APPS}, your app, "OAuth & Permissions", copy the "Bot User OAuth Token".`,
    scopes: (list) =>
      `Scopes are missing: ${list}. ${APPS}, your app, "App Manifest": paste manifest.json and save; then "Install App", "Reinstall".`,
    'app-token': (code) =>
      `SLACK_APP_TOKEN is not accepted (${code}). ${APPS}, your app, "Basic Information", "App-Level Tokens": make one with connections:write and copy it. "Socket Mode" has to be on.`,
    signing: (code) => `Requests cannot be awaited (${code}).`,
    channel: (channel) =>
      `Channel ${channel} cannot be used. In Slack, open it and type "/invite @Gyokaku". Its ID is at the bottom of the channel's details.`,
  },
  allGood: 'Everything works. Begin with "npm start".',
  someBad: 'Mend what is marked TO DO, then run "npm run doctor" again.',
};
