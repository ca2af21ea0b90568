import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { problemsOf } from './problems.ts';
import { missing, SLACK_VARIABLES, unreadableFile, wrong } from './wording.ts';

/** How Slack reaches the bot: over a socket that the bot opens itself, or by requests to a public address. */
export type Transport =
  | { readonly kind: 'socket'; readonly appToken: string }
  | { readonly kind: 'http'; readonly signingSecret: string; readonly port: number };

export interface NetworkSettings {
  /** Proxy towards Slack; empty for none. */
  readonly httpsProxy: string;
  /** Hosts that are reached without the proxy, separated by commas. */
  readonly noProxy: string;
  /** Certificates that are trusted besides the usual ones, as PEM text. */
  readonly certificates: string | null;
}

export interface SlackSettings {
  readonly botToken: string;
  readonly transport: Transport;
  readonly apiUrl: string;
  readonly network: NetworkSettings;
  /** Channels where questions are answered; null for all that the bot was invited to. Direct messages are always answered. */
  readonly channels: readonly string[] | null;
  readonly questionsPerMinute: number;
  readonly threadDays: number;
  readonly feedbackDays: number;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Port of the health page; null for none. */
  readonly opsPort: number | null;
}

export type SlackResult =
  | { readonly ok: true; readonly settings: SlackSettings | null }
  | { readonly ok: false; readonly problems: readonly string[] };

export type NetworkResult<Settings = NetworkSettings> =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

const CREDENTIALS = ['SLACK_BOT_TOKEN', 'SLACK_APP_TOKEN', 'SLACK_SIGNING_SECRET'] as const;

/** Without a time limit of its own a question could be asked again years later; a day count below one keeps nothing. */
const DAYS = { min: 1, max: 3650 };
const PORTS = { min: 1, max: 65_535 };

/** Reads the settings for Slack; `settings` is null when there is no token at all. Every problem is handed back. */
export function readSlackSettings(environment: Readonly<Record<string, string | undefined>>): SlackResult {
  const given = givenIn(environment, Object.keys(SLACK_VARIABLES));
  if (!CREDENTIALS.some((name) => name in given)) return { ok: true, settings: null };
  const parsed = schema.safeParse(given);
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) };
  const { SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret, PORT: port, ...rest } = parsed.data;
  const transport: Transport | null = appToken
    ? { kind: 'socket', appToken }
    : signingSecret && port
      ? { kind: 'http', signingSecret, port }
      : null;
  if (!transport) return { ok: false, problems: [missing('SLACK_APP_TOKEN').error] };
  return {
    ok: true,
    settings: {
      botToken: rest.SLACK_BOT_TOKEN,
      transport,
      apiUrl: rest.SLACK_API_URL,
      network: networkOf(rest),
      channels: rest.SLACK_CHANNELS ?? null,
      questionsPerMinute: rest.QUESTIONS_PER_MINUTE,
      threadDays: rest.THREAD_DAYS,
      feedbackDays: rest.FEEDBACK_DAYS,
      logLevel: rest.LOG_LEVEL,
      opsPort: rest.OPS_PORT ?? null,
    },
  };
}

/**
 * As `readSlackSettings`, but looks at everything that is set, also while no token is. Only for whoever asks: without a
 * token the rest has no effect, and a terminal may have a PORT or LOG_LEVEL of something else.
 */
export function checkSlackSettings(environment: Readonly<Record<string, string | undefined>>): SlackResult {
  const read = readSlackSettings(environment);
  if (!read.ok || read.settings !== null) return read;
  const beside = z.object(besideTokens).safeParse(givenIn(environment, Object.keys(besideTokens)));
  return beside.success ? read : { ok: false, problems: problemsOf(beside.error) };
}

/** Reads the way out of the building alone, for a program that does without Slack. Every problem is handed back. */
export function readNetworkSettings(environment: Readonly<Record<string, string | undefined>>): NetworkResult {
  const parsed = z.object(networkShape).safeParse(givenIn(environment, Object.keys(networkShape)));
  return parsed.success
    ? { ok: true, settings: networkOf(parsed.data) }
    : { ok: false, problems: problemsOf(parsed.error) };
}

/** What is set of these variables, under its name or that in lower case. */
function givenIn(
  environment: Readonly<Record<string, string | undefined>>,
  names: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = environment[name]?.trim() || environment[name.toLowerCase()]?.trim();
      return value ? [[name, value]] : [];
    }),
  );
}

function networkOf(values: z.infer<z.ZodObject<typeof networkShape>>): NetworkSettings {
  return {
    httpsProxy: values.HTTPS_PROXY ?? '',
    noProxy: values.NO_PROXY ?? '',
    certificates: values.NODE_EXTRA_CA_CERTS ?? null,
  };
}

type Variable = keyof typeof SLACK_VARIABLES;

function whole(variable: Variable, { min, max }: { min: number; max: number }) {
  return z
    .string()
    .regex(/^\d+$/, wrong(variable))
    .transform(Number)
    .pipe(z.number().min(min, wrong(variable)).max(max, wrong(variable)));
}

function address(variable: Variable, protocols: RegExp) {
  return z.url({ protocol: protocols, ...wrong(variable) });
}

const certificates = z.string().transform((file, context) => {
  try {
    const text = readFileSync(file, 'utf8');
    const each = text.match(/-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----/gs) ?? [];
    // One that is cut or garbled would only show as a connection that fails.
    for (const certificate of each) new X509Certificate(certificate);
    if (each.length > 0 && each.length === text.split('-----BEGIN').length - 1) return text;
  } catch {
    // Said below, as for a file with something else in it.
  }
  context.addIssue({ code: 'custom', message: unreadableFile('NODE_EXTRA_CA_CERTS', file) });
  return z.NEVER;
});

const networkShape = {
  HTTPS_PROXY: address('HTTPS_PROXY', /^https?$/).optional(),
  NO_PROXY: z.string().optional(),
  NODE_EXTRA_CA_CERTS: certificates.optional(),
};

/** What holds also without a token. */
const besideTokens = {
  SLACK_SIGNING_SECRET: z.string().optional(),
  PORT: whole('PORT', PORTS).optional(),
  SLACK_CHANNELS: z
    .string()
    .transform((text) => text.split(',').map((id) => id.trim()))
    .pipe(
      z.array(z.string().regex(/^[CGD][A-Z0-9]{2,}$/, { error: ({ input }) => wrong('SLACK_CHANNELS', input).error })),
    )
    .optional(),
  QUESTIONS_PER_MINUTE: whole('QUESTIONS_PER_MINUTE', { min: 1, max: 1000 }).default(20),
  THREAD_DAYS: whole('THREAD_DAYS', DAYS).default(30),
  FEEDBACK_DAYS: whole('FEEDBACK_DAYS', DAYS).default(90),
  OPS_PORT: whole('OPS_PORT', PORTS).optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], wrong('LOG_LEVEL')).default('info'),
  ...networkShape,
  SLACK_API_URL: address('SLACK_API_URL', /^https?$/).default('https://slack.com/api/'),
};

const schema = z
  .object({
    SLACK_BOT_TOKEN: z
      .string({ error: () => missing('SLACK_BOT_TOKEN').error })
      .regex(/^xoxb-[\w-]{5,}$/, wrong('SLACK_BOT_TOKEN')),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-[\w-]{5,}$/, wrong('SLACK_APP_TOKEN'))
      .optional(),
    ...besideTokens,
  })
  .superRefine((values, context) => {
    if (values.SLACK_APP_TOKEN) return;
    const absent = (['SLACK_SIGNING_SECRET', 'PORT'] as const).filter((name) => values[name] === undefined);
    // With neither, the app-level token is what is missing: said by the caller.
    if (absent.length === 1)
      for (const name of absent) context.addIssue({ code: 'custom', message: missing(name).error });
  });
