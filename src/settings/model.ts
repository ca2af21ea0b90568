import { z } from 'zod';
import { problemsOf } from './problems.ts';
import { type NetworkResult, type NetworkSettings, readNetworkSettings } from './slack.ts';
import { MODEL_VARIABLES, missing, neither, OPENAI, RULED_OUT, ruledOut, wrong } from './wording.ts';

export interface ModelSettings {
  /** Address of the Chat Completions server, up to its version (`…/v1`). Always explicit, so that nothing reroutes it. */
  readonly baseUrl: string;
  /** The key, or null for a server without one. A function, so that no log or JSON of the settings can hold it. */
  readonly apiKey: () => string | null;
  readonly model: string;
  /** Milliseconds for one question, retries and checks included. */
  readonly timeoutMs: number;
  /** Model for vectors of the report's passages; null for full-text search alone. */
  readonly embeddingModel: string | null;
}

export type ModelResult =
  | { readonly ok: true; readonly settings: ModelSettings | null }
  | { readonly ok: false; readonly problems: readonly string[] };

const OWN_MACHINE = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;
const TIME = { min: 1000, max: 300_000, usual: 20_000 };

/** Reads the settings for a language model; `settings` is null without `MODEL`. Every problem is handed back. */
export function readModelSettings(environment: Readonly<Record<string, string | undefined>>): ModelResult {
  const given = Object.keys(MODEL_VARIABLES).map((name) => [name, environment[name]?.trim() || undefined]);
  if (!isAskedFor(environment)) return { ok: true, settings: null };
  const parsed = schema.safeParse(Object.fromEntries(given));
  const problems = [
    ...(parsed.success ? [] : problemsOf(parsed.error)),
    ...Object.keys(environment)
      .filter((name) => environment[name]?.trim())
      .flatMap((name) => {
        const what = RULED_OUT.find(([names]) => names.test(name))?.[1];
        return what ? [ruledOut(name, what)] : [];
      }),
  ];
  if (!parsed.success || problems.length > 0) return { ok: false, problems };
  const { MODEL, OPENAI_API_KEY, OPENAI_BASE_URL, MODEL_TIMEOUT_MS, EMBEDDING_MODEL } = parsed.data;
  return {
    ok: true,
    settings: {
      baseUrl: OPENAI_BASE_URL ?? OPENAI,
      apiKey: () => OPENAI_API_KEY ?? null,
      model: MODEL,
      timeoutMs: MODEL_TIMEOUT_MS,
      embeddingModel: EMBEDDING_MODEL ?? null,
    },
  };
}

/** Reads the way to the model's server, which is that of Slack; null without a model. */
export function readModelNetwork(
  environment: Readonly<Record<string, string | undefined>>,
): NetworkResult<NetworkSettings | null> {
  return isAskedFor(environment) ? readNetworkSettings(environment) : { ok: true, settings: null };
}

/** The host, when a key and the questions would go there unencrypted over a network; null otherwise. */
export function exposedHost({ baseUrl, apiKey }: ModelSettings): string | null {
  const { protocol, hostname, host } = new URL(baseUrl);
  return protocol === 'http:' && !OWN_MACHINE.test(hostname) && apiKey() !== null ? host : null;
}

function isAskedFor({ MODEL, EMBEDDING_MODEL }: Readonly<Record<string, string | undefined>>): boolean {
  return Boolean(MODEL?.trim() || EMBEDDING_MODEL?.trim());
}

/** A name and password in an address would be written wherever the address is. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
}

const schema = z
  .object({
    MODEL: z.string({ error: () => missing('MODEL').error }),
    OPENAI_API_KEY: z.string().optional(),
    OPENAI_BASE_URL: z.string().refine(isAddress, wrong('OPENAI_BASE_URL')).optional(),
    MODEL_TIMEOUT_MS: z
      .string()
      .regex(/^\d+$/, wrong('MODEL_TIMEOUT_MS'))
      .transform(Number)
      .pipe(z.number().min(TIME.min, wrong('MODEL_TIMEOUT_MS')).max(TIME.max, wrong('MODEL_TIMEOUT_MS')))
      .default(TIME.usual),
    EMBEDDING_MODEL: z.string().optional(),
  })
  .superRefine((values, context) => {
    if (!values.OPENAI_API_KEY && !values.OPENAI_BASE_URL)
      context.addIssue({
        code: 'custom',
        message: neither('OPENAI_BASE_URL', 'OPENAI_API_KEY').error,
      });
  });
