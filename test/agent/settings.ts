import type { ModelSettings } from '../../src/settings/model.ts';

/** Of a model that nobody has. */
export const SETTINGS: ModelSettings = {
  baseUrl: 'http://127.0.0.1:2/v1',
  apiKey: () => 'sk-test',
  model: 'stand-in',
  timeoutMs: 20_000,
  embeddingModel: null,
};

/** Asks for other words than the report's, which the rules never have. */
export const QUESTION = '残業が多い課の有給取得率をわかりやすく説明して';
