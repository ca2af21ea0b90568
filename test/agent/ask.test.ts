import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { runAsk } from '../../src/console/ask-command.ts';
import type { ModelSettings } from '../../src/settings/model.ts';
import type { NetworkSettings } from '../../src/settings/slack.ts';
import { someStreams } from '../support/faces.ts';
import { aModelServer } from '../support/model-server.ts';
import { startProxy } from '../support/proxy.ts';
import { startTlsFront, TEST_AUTHORITY } from '../support/tls-front.ts';
import { QUESTION, SETTINGS } from './settings.ts';
import { aFolder } from './support.ts';

const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS };

async function ask(args: readonly string[], script: Script, { network = null, ...settings }: Surroundings = {}) {
  const server = await aModelServer(script);
  onTestFinished(() => server.close());
  const { streams, stdout, stderr } = someStreams();
  const model = { ...SETTINGS, baseUrl: server.baseUrl, ...settings };
  await runAsk(args, folders, streams, { model, network, data: aFolder() });
  return { said: stdout.written(), told: stderr.written(), host: new URL(server.baseUrl).host };
}
type Script = Parameters<typeof aModelServer>[0];
type Surroundings = Partial<ModelSettings> & { readonly network?: NetworkSettings | null };

describe('ask --explain', () => {
  const script = [
    { calls: [{ name: 'rank_figures', args: { measure: '超勤時間', year: 'FY2019', order: 'highest', count: 2 } }] },
    { say: '令和元年度の総務課の超勤時間は225.8時間です。' },
  ];
  it('says who worded the answer, the functions used, and what was sent to whom', async () => {
    const { said, host } = await ask(['--explain', QUESTION], script);
    expect(said).toMatch(/回答の文章: 言語モデル「stand-in」\n使った関数: rank_figures \{"measure":"超勤時間"/u);
    expect(said).toMatch(new RegExp(`外部への送信: ${host}、2回、\\d+バイト\\n$`, 'u'));
  });
  it('says that nothing was sent', async () => {
    const { said } = await ask(['--explain', 'What is the status of item 23?'], []);
    expect(said).toContain('Worded by: rules (no language model)\nFunction used: get_items');
    expect(said).toMatch(/Sent outside: nothing\n$/u);
  });
  it('says why no model worded it, with what the server calls that', async () => {
    const missing = [{ status: 404, code: 'model_not_found' }];
    const { said, told } = await ask(['--explain', QUESTION], missing);
    expect(said).toMatch(/\n言語モデルの不具合: failed \(.*NotFoundError 404 model_not_found.*\)\n/u);
    expect(told).toBe('');
    const json = JSON.parse((await ask(['--json', '--explain', QUESTION], missing)).said);
    expect(json.failures).toEqual([expect.stringContaining('404 model_not_found')]);
  });
  it('without it, the error stream says why, and where to look', async () => {
    const { said, told } = await ask([QUESTION], [{ status: 401 }]);
    expect(said).not.toContain('401');
    expect(told).toMatch(/言語モデルの不具合: failed \(.* 401 .*\)。「npm run doctor」/u);
  });
  it('is data beside --json', async () => {
    const { said, host } = await ask(['--json', '--explain', QUESTION], script);
    expect(JSON.parse(said)).toMatchObject({ model: 'stand-in', sent: [{ host, requests: 2 }] });
  });
});

it('ends when its answer is there, whatever is still being embedded', async () => {
  const search = { name: 'search_passages', args: { query: 'ハンコをなくす話' } };
  const server = await aModelServer([{ calls: [search] }, { say: 'NOT IN THE REPORT' }], { embed: () => null });
  onTestFinished(() => server.close());
  const environment = {
    MODEL: 'stand-in',
    EMBEDDING_MODEL: 'bag',
    OPENAI_BASE_URL: server.baseUrl,
    MODEL_TIMEOUT_MS: '4000',
    GYOKAKU_DATA: aFolder(),
  };
  const entry = fileURLToPath(new URL('../../src/ask.ts', import.meta.url));
  const child = spawn(process.execPath, [entry, QUESTION], { env: environment, timeout: 10_000 });
  const [said, told, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
  expect([code, server.left(), server.embedded.length]).toEqual([0, 0, 2]);
  expect(said).toContain('言語モデルでも調べました');
  expect(told).toMatch(/^言語モデルの不具合: vectors \(TimeoutError\)/u);
});

it('a batch goes on without the model, and the error stream says why', async () => {
  const file = join(aFolder(), 'questions.jsonl');
  writeFileSync(file, [1, 2].map((id) => `${JSON.stringify({ id, q: QUESTION })}\n`).join(''));
  const { said, told } = await ask(['--batch', file], [{ status: 401 }, { say: 'NOT IN THE REPORT' }]);
  expect(said.trim().split('\n')).toHaveLength(2);
  expect(told.match(/failed \(/gu)).toHaveLength(2);
});

describe('the way to the server', () => {
  it('goes through the proxy of the settings, as in Slack', async () => {
    const script = [{ say: 'NOT IN THE REPORT' }];
    const server = await aModelServer(script);
    const front = await startTlsFront();
    front.leadTo(Number(new URL(server.baseUrl).port));
    const proxy = await startProxy(front.port);
    onTestFinished(async () => {
      await proxy.close();
      await front.close();
      await server.close();
    });
    const network = { httpsProxy: proxy.url, noProxy: '', certificates: TEST_AUTHORITY };
    const { told } = await ask([QUESTION], [], { baseUrl: 'https://slack.test/v1', network });
    expect([proxy.tunnels, server.requests.length, told]).toEqual([['slack.test:443'], 1, '']);
  });
  it('is warned of when the key goes over a network unencrypted', async () => {
    const { told } = await ask(['項目23の状況は？'], [], { baseUrl: 'http://model.invalid/v1' });
    expect(told).toMatch(/暗号化されずに model\.invalid に送られます.*\n.*go to model\.invalid unencrypted/u);
    const { told: nothing } = await ask(['項目23の状況は？'], [], { apiKey: () => null });
    expect(nothing).toBe('');
  });
});

it('without a model nothing of langchain, of vectors or of the model path is loaded', () => {
  const probe = fileURLToPath(new URL('./loaded-modules.mjs', import.meta.url));
  const entry = fileURLToPath(new URL('../../src/ask.ts', import.meta.url));
  const environment = { PATH: '', GYOKAKU_DATA: aFolder() };
  const run = (question: string) =>
    spawnSync(process.execPath, ['--import', probe, entry, question], { encoding: 'utf8', env: environment });
  for (const question of [QUESTION, '項目23の状況は？']) {
    const { status, stderr } = run(question);
    expect(status).toBe(0);
    const loaded = stderr.split('\n').filter((line) => line.startsWith('loaded '));
    expect(loaded.length).toBeGreaterThan(50);
    expect(loaded.filter((line) => /langchain|openai|hnswlib|langsmith|src\/agent|search\/vector/u.test(line))).toEqual(
      [],
    );
  }
});
