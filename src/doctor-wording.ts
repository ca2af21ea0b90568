import type { Finding } from './slack/doctor.ts';

/** What is said of a finding, in Japanese and in English: whoever runs this may not have chosen a language yet. */
interface DoctorWording {
  readonly good: string;
  readonly bad: string;
  readonly corpus: (report: string) => string;
  readonly data: (folder: string) => string;
  readonly noTokens: string;
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
  data: (folder) => `データフォルダーに書き込めます: ${folder}`,
  noTokens: `Slack のトークンが設定されていません。このままでも端末では質問できます。Slack で使うには ${APPS} でアプリを作り、SLACK_BOT_TOKEN と SLACK_APP_TOKEN を .env に書いてください（README.ja.md の「Slack の設定」）。`,
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
  data: (folder) => `The data folder can be written to: ${folder}`,
  noTokens: `No Slack token is set. Questions can be asked in the terminal all the same. For Slack, make an app at ${APPS} and put SLACK_BOT_TOKEN and SLACK_APP_TOKEN into .env (README.md, "Set up Slack").`,
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
