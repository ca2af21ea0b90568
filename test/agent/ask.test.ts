import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GENERAL_CORPUS } from '../../src/config.ts';
import { runAsk } from '../../src/console/ask-command.ts';
import { someStreams } from '../support/faces.ts';
import { aModelServer } from '../support/model-server.ts';
import { aFolder } from './support.ts';

const QUESTION = '残業が多い課の有給取得率は低い？';
const folders = { corpus: GENERAL_CORPUS, general: GENERAL_CORPUS };

async function ask(args: readonly string[], script: Parameters<typeof aModelServer>[0]) {
  const server = await aModelServer(script);
  onTestFinished(() => server.close());
  const { streams, stdout } = someStreams();
  const settings = {
    baseUrl: server.baseUrl,
    apiKey: () => null,
    model: 'stand-in',
    timeoutMs: 20_000,
    embeddingModel: null,
  };
  await runAsk(args, folders, streams, { model: settings, data: aFolder() });
  return { said: stdout.written(), host: new URL(server.baseUrl).host };
}

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
  it('is data beside --json', async () => {
    const { said, host } = await ask(['--json', '--explain', QUESTION], script);
    expect(JSON.parse(said)).toMatchObject({ model: 'stand-in', sent: [{ host, requests: 2 }] });
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
