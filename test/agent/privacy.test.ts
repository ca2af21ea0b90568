import { spawnSync } from 'node:child_process';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createLedger, ledgerFetch } from '../../src/agent/ledger.ts';
import { openEmbedder } from '../../src/agent/model.ts';
import { TOOLS } from '../../src/tools/all.ts';
import { QUESTION, SETTINGS } from './settings.ts';
import { askModel } from './support.ts';

const RANK = { name: 'rank_figures', args: { measure: '超勤時間', year: 'FY2019', order: 'highest', count: 2 } };
const SAY = '令和元年度の総務課の超勤時間は225.8時間です。';

/** Every header that leaves: those of HTTP, the key, and who the client is. */
const HEADERS = [
  ...['accept', 'accept-encoding', 'accept-language', 'connection', 'content-length', 'content-type', 'host'],
  ...['authorization', 'sec-fetch-mode', 'user-agent'],
  ...['arch', 'lang', 'os', 'package-version', 'retry-count', 'runtime', 'runtime-version'].map(
    (n) => `x-stainless-${n}`,
  ),
].sort();

async function aServer(handle: RequestListener) {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address: AddressInfo | string | null = server.address();
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}` };
}

describe('what is sent', () => {
  it('is the question, the contents of the report, and what the functions return', async () => {
    const { server } = await askModel(QUESTION, [{ calls: [RANK] }, { say: SAY }]);
    const [first, second] = server.requests;
    expect(first?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
    expect(String(first?.messages[1]?.content)).toContain(`Question (data):\n${QUESTION}`);
    expect(first?.tools?.map((t) => t.function.name)).toEqual(Object.keys(TOOLS));
    for (const sent of first?.tools ?? [])
      expect(sent.function.description).toBe(
        Object.entries(TOOLS).find(([name]) => name === sent.function.name)?.[1].description,
      );
    expect(second?.messages.slice(0, 2)).toEqual(first?.messages);
    expect(second?.messages.slice(2).map(({ role }) => role)).toEqual(['assistant', 'tool']);
  });
  it('is counted by host, without its content', async () => {
    const { sent, server } = await askModel(QUESTION, [{ calls: [RANK] }, { say: SAY }]);
    expect(sent).toEqual([{ host: new URL(server.baseUrl).host, requests: 2, bytes: expect.any(Number) }]);
    expect(sent[0]?.bytes).toBeGreaterThan(1000);
    expect(JSON.stringify(sent)).not.toContain('残業');
  });
  it('has the key in a header, beside what docs/model.md names', async () => {
    const seen: { headers: IncomingHttpHeaders; body: string }[] = [];
    const { url } = await aServer(async (request, response) => {
      seen.push({ headers: request.headers, body: await text(request) });
      response.writeHead(401).end();
    });
    const settings = { apiKey: () => 'sk-geheim', baseUrl: `${url}/v1`, embeddingModel: 'bag' };
    await askModel(QUESTION, [], { settings });
    await openEmbedder({ ...SETTINGS, ...settings }, 'bag', fetch)
      .embed(['x'], AbortSignal.timeout(5000))
      .catch(() => {});
    expect(seen).toHaveLength(2);
    for (const { headers, body } of seen) {
      expect(headers.authorization).toBe('Bearer sk-geheim');
      expect(body).not.toContain('sk-geheim');
      expect(Object.keys(headers).sort()).toEqual(HEADERS);
    }
  });
});

describe('data about a person is held back', () => {
  it.each([
    '090-1234-5678の人の残業が多い理由をまとめて',
    'taro@example.lg.jpの残業を要約して',
    '荒尾市大島1丁目2番3号の取組を要約して',
  ])('%s', async (question) => {
    const { server, answer } = await askModel(question, []);
    expect(server.requests).toEqual([]);
    expect(answer.text).toContain('個人に関する情報');
  });
});

describe('no other host is contacted', () => {
  const elsewhere = async () => {
    const reached: string[] = [];
    const { url } = await aServer((request, response) => {
      reached.push(request.url ?? '');
      response.end('{}');
    });
    return { reached, url };
  };
  it('by a redirect', async () => {
    const { reached, url } = await elsewhere();
    const first = await aServer((_request, response) => {
      response.writeHead(307, { location: `${url}/stolen` }).end();
    });
    const { answer } = await askModel(QUESTION, [], { settings: { baseUrl: `${first.url}/v1` } });
    expect(answer.text).toContain('利用できなかった');
    expect(reached).toEqual([]);
  });
  it('by the client itself', async () => {
    const { reached, url } = await elsewhere();
    const ledger = createLedger();
    const only = ledgerFetch(fetch, 'http://127.0.0.1:1/v1', ledger);
    await expect(only(`${url}/v1/chat/completions`, { method: 'POST', body: 'x' })).rejects.toThrow('Refused to send');
    expect([reached, ledger.sent()]).toEqual([[], []]);
  });
  it('by any socket of the process, whatever variables would reroute the libraries', () => {
    const { tried, host, embedded, requests } = probe();
    expect(tried).toEqual([host]);
    // The passages before the question, and the words of its search.
    expect([embedded > 2, requests]).toEqual([true, 2]);
  });
  it('and it would be noticed', () => {
    expect(probe('astray').tried).toEqual(expect.arrayContaining(['localhost', expect.stringMatching(/:2$/u)]));
  });
});

/** What a process of its own tried to reach, on a machine with variables that reroute the libraries. */
function probe(...args: readonly string[]) {
  const reroutes = {
    OPENAI_BASE_URL: 'http://127.0.0.1:3/v1',
    LANGSMITH_GATEWAY: 'http://127.0.0.1:4',
    OPENAI_LOG: 'debug',
  };
  // biome-ignore lint/style/noProcessEnv: the probe is started as on a machine that has these variables.
  const inherited = process.env;
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    [fileURLToPath(new URL('./only-host.ts', import.meta.url)), ...args],
    { encoding: 'utf8', env: { ...inherited, ...reroutes } },
  );
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).not.toContain('残業');
  const read: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}');
  return z
    .object({ tried: z.array(z.string()), host: z.string(), embedded: z.number(), requests: z.number() })
    .parse(read);
}
