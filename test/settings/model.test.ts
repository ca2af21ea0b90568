import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { exposedHost, readModelNetwork, readModelSettings } from '../../src/settings/model.ts';

const LOCAL = 'http://127.0.0.1:11434/v1';

describe('the settings for a language model', () => {
  it('are none without a model, whatever else the machine has', () => {
    for (const environment of [{}, { OPENAI_API_KEY: 'sk-1' }, { MODEL: ' ', LANGSMITH_TRACING: 'true' }])
      expect(readModelSettings(environment)).toEqual({ ok: true, settings: null });
  });

  it('have an explicit address, and 20 seconds', () => {
    expect(readModelSettings({ MODEL: 'm', OPENAI_API_KEY: 'sk-1' })).toMatchObject({
      settings: { baseUrl: 'https://api.openai.com/v1', model: 'm', timeoutMs: 20_000, embeddingModel: null },
    });
    const read = readModelSettings({
      MODEL: 'm',
      OPENAI_BASE_URL: LOCAL,
      EMBEDDING_MODEL: 'e',
      MODEL_TIMEOUT_MS: '5000',
    });
    expect(read).toMatchObject({ settings: { baseUrl: LOCAL, timeoutMs: 5000, embeddingModel: 'e' } });
    expect(read.ok && read.settings?.apiKey()).toBeNull();
  });

  it('do not show the key', () => {
    const read = readModelSettings({ MODEL: 'm', OPENAI_API_KEY: 'sk-secret' });
    expect(read.ok && read.settings?.apiKey()).toBe('sk-secret');
    expect(`${JSON.stringify(read)}${inspect(read, { depth: 9 })}`).not.toContain('sk-secret');
  });

  it.each(['LANGSMITH_TRACING', 'LANGSMITH_API_KEY', 'LANGSMITH_GATEWAY', 'LANGCHAIN_TRACING', 'LANGCHAIN_TRACING_V2'])(
    'are refused beside %s, which would trace every question to a third party',
    (name) => {
      const read = readModelSettings({ MODEL: 'm', OPENAI_API_KEY: 'sk-1', [name]: 'true' });
      expect(read).toEqual({
        ok: false,
        problems: [expect.stringMatching(`^${name}: .*外部に.*\n${name}: .*third party`)],
      });
    },
  );

  it.each([
    ['OPENAI_CUSTOM_HEADERS', 'would be sent with every question'],
    ['LANGCHAIN_VERBOSE', 'would write every question into the log'],
  ])('are refused beside %s, which %s', (name, what) => {
    const read = readModelSettings({ MODEL: 'm', OPENAI_API_KEY: 'sk-1', [name]: 'x: y' });
    expect(read).toEqual({
      ok: false,
      problems: [expect.stringContaining(`\n${name}: ${what}. Remove it, or remove MODEL.`)],
    });
  });

  it.each([
    ['http://llm.example.lg.jp:8000/v1', 'sk-1', 'llm.example.lg.jp:8000'],
    ['http://llm.example.lg.jp:8000/v1', null, null],
    ['https://llm.example.lg.jp/v1', 'sk-1', null],
    ['http://localhost:11434/v1', 'sk-1', null],
    ['http://127.0.0.1:11434/v1', 'sk-1', null],
    ['http://[::1]:11434/v1', 'sk-1', null],
  ])('know when a key would go out unencrypted: %s', (baseUrl, key, host) => {
    const read = readModelSettings({ MODEL: 'm', OPENAI_BASE_URL: baseUrl, ...(key ? { OPENAI_API_KEY: key } : {}) });
    expect(read.ok && read.settings && exposedHost(read.settings)).toBe(host);
  });

  it('have a way out of the building only with a model', () => {
    expect(readModelNetwork({ HTTPS_PROXY: 'proxy:8080' })).toEqual({ ok: true, settings: null });
    expect(readModelNetwork({ MODEL: 'm', HTTPS_PROXY: 'proxy:8080' })).toMatchObject({ ok: false });
    expect(readModelNetwork({ MODEL: 'm', https_proxy: 'http://proxy:8080', NO_PROXY: 'localhost' })).toEqual({
      ok: true,
      settings: { httpsProxy: 'http://proxy:8080', noProxy: 'localhost', certificates: null },
    });
  });

  it('are refused with every problem at once', () => {
    const read = readModelSettings({ EMBEDDING_MODEL: 'e', OPENAI_BASE_URL: 'localhost', MODEL_TIMEOUT_MS: '5 s' });
    expect(read.ok ? [] : read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'MODEL',
      'OPENAI_BASE_URL',
      'MODEL_TIMEOUT_MS',
    ]);
    expect(readModelSettings({ MODEL: 'm' })).toMatchObject({ problems: [expect.stringMatching(/^OPENAI_BASE_URL/)] });
    for (const [name, value] of [
      ['OPENAI_BASE_URL', 'http://user:password@host/v1'],
      ['OPENAI_BASE_URL', 'file:///v1'],
      ['MODEL_TIMEOUT_MS', '999'],
      ['MODEL_TIMEOUT_MS', '300001'],
    ] as const)
      expect(readModelSettings({ MODEL: 'm', OPENAI_API_KEY: 'k', [name]: value })).toMatchObject({ ok: false });
  });
});
