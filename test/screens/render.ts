/**
 * Draws what people see in Slack, from the views and the real report, into docs/screens: `node test/screens/render.ts`.
 * With names, only those. Needs chromium, pngquant and a Japanese font on this machine; no test runs it.
 */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { openAssistant } from '../../src/answer/assistant.ts';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { taskComposer } from '../../src/jobs/compose-task.ts';
import { answerMessage } from '../../src/slack/views/answer.ts';
import { homeView } from '../../src/slack/views/home.ts';
import { homeData } from '../../src/slack/views/home-data.ts';
import { noteModal } from '../../src/slack/views/note.ts';
import { postedMessage } from '../../src/slack/views/posted.ts';
import { subscriptionModal } from '../../src/slack/views/schedule.ts';
import { sourceModal } from '../../src/slack/views/source.ts';
import { type StoredAnswer, storeAnswer } from '../../src/slack/views/stored-answer.ts';
import { slackWording } from '../../src/slack/wording.ts';
import { jobsWording } from '../../src/slack/wording-jobs.ts';
import type { Subscription } from '../../src/state/subscriptions.ts';
import { blocksHtml } from './blocks-html.ts';
import { conversationPage, homePage, modalPage, postPage } from './page.ts';

const OUT = fileURLToPath(new URL('../../docs/screens/', import.meta.url));
const WIDTH = 700;
const COLOURS = 16;
/** A browser that hangs is ended. */
const LONGEST = 60_000;
/** Virtual time, so that the page has told its height before the browser leaves. */
const HEADLESS = ['--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--virtual-time-budget=3000'];
const run = promisify(execFile);

const assistant = await openAssistant(GENERAL_CORPUS, GENERAL_CORPUS);

function answered(question: string): StoredAnswer {
  const { answer, turn } = assistant.ask(question, null);
  return storeAnswer(answer, assistant.scope(turn.report));
}

function conversation(question: string): string {
  const answer = answered(question);
  const { blocks } = answerMessage({ turn: 'T1', answer, page: 0, ephemeral: false });
  return conversationPage({ language: answer.language, question, answer: blocksHtml(blocks) });
}

function source(question: string): string {
  const { title, close, blocks } = sourceModal(answered(question));
  return modalPage(title.text, close?.text ?? '', blocksHtml(blocks));
}

function home(section: string | null): string {
  return homePage(blocksHtml(homeView(homeData(assistant, section, 'ja'), slackWording('ja')).blocks));
}

/** A Friday after the report; what is scheduled for the Monday that follows. */
const NOW = new Date('2021-06-04T00:00:00Z');
const MONDAYS: Subscription = {
  id: 'S1',
  kind: 'digest',
  scope: { pillars: [], sections: [] },
  channel: 'C0123456789',
  weekdays: [1],
  time: '09:00',
  mention: { kind: 'none' },
  language: 'ja',
  owner: 'U0123456789',
  origin: 'slack',
  paused: false,
  since: NOW,
};
const jobs = jobsWording('ja');

/** A digest or reminder, as it is posted. */
async function posted(subscription: Subscription): Promise<string> {
  const compose = taskComposer({
    assistant,
    notes: () => [],
    deliveries: { lastPosted: async () => null },
    subscriptions: { list: async () => [subscription] },
  });
  const task = {
    subscription,
    slot: '2021-06-07',
    at: NOW,
    lateAfter: NOW,
    channel: subscription.channel,
    tells: null,
  };
  const made = await compose(task, NOW);
  if (!made || made.kind === 'undelivered') throw new Error('Nothing to post.');
  const view = { turn: 'T1', answer: storeAnswer(made.answer, assistant.scope()), page: 0, ephemeral: false };
  const noteFor = made.kind === 'reminder' || made.handOn ? subscription.id : null;
  const { rich } = postedMessage(view, { mention: { kind: 'none' }, noteFor, canWait: made.kind === 'reminder' });
  return postPage('ja', blocksHtml(rich.blocks));
}

function scheduleForm(): string {
  const { report } = assistant.scope();
  const pillars = report.pillars.map((name) => ({ name, label: name }));
  const values = { ...MONDAYS, kind: 'reminder' as const };
  const { title, submit, blocks } = subscriptionModal(
    { pillars, sections: [], values, metadata: '', isNew: true, isOthers: false },
    jobs,
  );
  return modalPage(title.text, submit?.text ?? '', blocksHtml(blocks));
}

function noteForm(): string {
  const [item] = assistant.scope().report.items.filter(({ number }) => number === 23);
  if (!item) throw new Error('No such item.');
  const label = () => `整理番号${item.number}「${item.title}」`;
  const values = { items: [item], chosen: item, text: '', status: null, on: '2021-06-07', metadata: '', label };
  const { title, submit, blocks } = noteModal(values, jobs);
  return modalPage(title.text, submit?.text ?? '', blocksHtml(blocks));
}

const SCREENS: Readonly<Record<string, string>> = {
  status: conversation('項目23の状況は？'),
  ranking: conversation('令和元年度の超勤時間が多い課を順に教えて'),
  trend: conversation('普通会計の実質収支の推移は？'),
  clarify: conversation('介護保険の実質収支は？'),
  refusal: conversation('財政力指数は？'),
  english: conversation('Which human resource management items are partly implemented?'),
  source: source('項目23の状況は？'),
  home: home('総務課'),
  digest: await posted({ ...MONDAYS, scope: { pillars: assistant.scope().report.pillars.slice(3, 4), sections: [] } }),
  reminder: await posted({ ...MONDAYS, kind: 'reminder', scope: { pillars: [], sections: ['総務課'] } }),
  schedule: scheduleForm(),
  note: noteForm(),
};

async function draw(name: string, html: string, folder: string): Promise<void> {
  const file = join(folder, `${name}.html`);
  await writeFile(file, html);
  const chromium = (...options: readonly string[]) =>
    run('chromium', [...HEADLESS, ...options, pathToFileURL(file).href], { timeout: LONGEST });
  const { stdout } = await chromium('--dump-dom', `--window-size=${WIDTH},600`);
  const height = Number(/<title>(\d+)<\/title>/u.exec(stdout)?.[1] ?? 0);
  const raw = join(folder, `${name}.png`);
  await chromium(`--screenshot=${raw}`, `--window-size=${WIDTH},${height}`);
  const png = join(OUT, `${name}.png`);
  await run('pngquant', ['--force', '--nofs', '--strip', '--speed', '1', '--output', png, String(COLOURS), raw]);
  const { size } = await stat(png);
  process.stdout.write(`${name}.png ${WIDTH}×${height} ${Math.ceil(size / 1000)} kB\n`);
}

const folder = await mkdtemp(join(tmpdir(), 'screens-'));
await mkdir(OUT, { recursive: true });
const wanted = process.argv.slice(2);
for (const [name, html] of Object.entries(SCREENS).filter(([each]) => wanted.length === 0 || wanted.includes(each)))
  await draw(name, html, folder);
await rm(folder, { recursive: true });
