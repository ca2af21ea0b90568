import { z } from 'zod';
import { type NetworkResult, type NetworkSettings, readNetworkSettings } from './slack.ts';

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

/** Where a key without an address is meant for. */
const OPENAI = 'https://api.openai.com/v1';

/** Every variable about the language model, with where its value comes from. */
export const MODEL_VARIABLES = {
  MODEL: 'the name of the model at your server; without it no model is used and nothing is sent',
  OPENAI_API_KEY: 'the key of the server; empty for a server that needs none',
  OPENAI_BASE_URL: `the address of the server, such as http://localhost:11434/v1; with a key alone, ${OPENAI}`,
  MODEL_TIMEOUT_MS: 'milliseconds that one question may take, 1000 to 300000',
  EMBEDDING_MODEL: 'a model for vectors at the same server; empty for full-text search alone',
} as const;
type Variable = keyof typeof MODEL_VARIABLES;

/** Variables by which the libraries of the model path would do behind its back what the documentation rules out. */
const RULED_OUT: readonly (readonly [names: RegExp, what: string])[] = [
  [/^(?:LANGSMITH_|LANGCHAIN_TRACING)/iu, 'would send every question to a third party'],
  [/^OPENAI_CUSTOM_HEADERS$/iu, 'would be sent with every question'],
  [/^LANGCHAIN_VERBOSE$/iu, 'would write every question into the log'],
];
const OWN_MACHINE = /^(?:localhost|.*\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/iu;
const TIME = { min: 1000, max: 300_000, usual: 20_000 };

/** Reads the settings for a language model; `settings` is null without `MODEL`. Every problem is handed back. */
export function readModelSettings(environment: Readonly<Record<string, string | undefined>>): ModelResult {
  const given = (variable: Variable) => environment[variable]?.trim() || undefined;
  if (!isAskedFor(environment)) return { ok: true, settings: null };
  const parsed = schema.safeParse(Object.fromEntries(variables.map((name) => [name, given(name)])));
  const problems = [
    ...(parsed.success ? [] : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`)),
    ...Object.keys(environment)
      .filter((name) => environment[name]?.trim())
      .flatMap((name) => {
        const what = RULED_OUT.find(([names]) => names.test(name))?.[1];
        return what ? [`${name}: ${what}. Remove it, or remove MODEL.`] : [];
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

const variables = ['MODEL', 'OPENAI_API_KEY', 'OPENAI_BASE_URL', 'MODEL_TIMEOUT_MS', 'EMBEDDING_MODEL'] as const;

function wrong(variable: Variable): { error: string } {
  return { error: `is wrong. Set ${MODEL_VARIABLES[variable]}.` };
}

/** A name and password in an address would be written wherever the address is. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === '';
}

const schema = z
  .object({
    MODEL: z.string({ error: () => `is missing. Set ${MODEL_VARIABLES.MODEL}.` }),
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
        path: ['OPENAI_BASE_URL'],
        message: `is missing, and OPENAI_API_KEY as well. Set ${MODEL_VARIABLES.OPENAI_BASE_URL}.`,
      });
  });
