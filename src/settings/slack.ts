import { readFileSync } from 'node:fs';
import { z } from 'zod';

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

/** Every variable about Slack, with where its value comes from. */
export const SLACK_VARIABLES = {
  SLACK_BOT_TOKEN: 'the bot token (xoxb-…): at api.slack.com/apps, your app, OAuth & Permissions',
  SLACK_APP_TOKEN:
    'the app-level token (xapp-…) with connections:write: at api.slack.com/apps, your app, Basic Information, App-Level Tokens',
  SLACK_SIGNING_SECRET:
    'only without SLACK_APP_TOKEN: the signing secret of Basic Information, App Credentials; PORT goes with it',
  PORT: 'only with SLACK_SIGNING_SECRET: the port for requests of Slack, 1 to 65535',
  SLACK_CHANNELS: 'channel IDs such as C0123456789, separated by commas; empty for all',
  QUESTIONS_PER_MINUTE: 'how many questions a person may ask in a minute, 1 to 1000',
  THREAD_DAYS: 'how many days a conversation is remembered, 1 to 3650',
  FEEDBACK_DAYS: 'how many days ratings and unanswered questions are kept, 1 to 3650',
  OPS_PORT: 'a port for /healthz and /readyz on this machine, 1 to 65535; empty for none',
  LOG_LEVEL: 'debug, info, warn or error',
  HTTPS_PROXY: 'the address of your proxy, such as http://proxy.example.lg.jp:8080; empty for none',
  NO_PROXY: 'hosts that need no proxy, separated by commas',
  NODE_EXTRA_CA_CERTS: "a file with your office's own certificate authority (PEM)",
  SLACK_API_URL: 'the address of the Slack Web API; change it only to test against a stand-in',
} as const;
type Variable = keyof typeof SLACK_VARIABLES;
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
  if (!transport)
    return { ok: false, problems: [`SLACK_APP_TOKEN: is missing. Set ${SLACK_VARIABLES.SLACK_APP_TOKEN}.`] };
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

function problemsOf({ issues }: z.ZodError): string[] {
  return issues.map(({ path, message }) => `${path.join('.') || 'Slack'}: ${message}`);
}

function networkOf(values: z.infer<z.ZodObject<typeof networkShape>>): NetworkSettings {
  return {
    httpsProxy: values.HTTPS_PROXY ?? '',
    noProxy: values.NO_PROXY ?? '',
    certificates: values.NODE_EXTRA_CA_CERTS ?? null,
  };
}

function wrong(variable: Variable): { error: string } {
  return { error: `is wrong. Set ${SLACK_VARIABLES[variable]}.` };
}

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
    if (text.includes('-----BEGIN CERTIFICATE-----')) return text;
  } catch {
    // Said below, as for a file with something else in it.
  }
  context.addIssue({
    code: 'custom',
    message: `${file} cannot be read as certificates. Set ${SLACK_VARIABLES.NODE_EXTRA_CA_CERTS}.`,
  });
  return z.NEVER;
});

const networkShape = {
  HTTPS_PROXY: address('HTTPS_PROXY', /^https?$/).optional(),
  NO_PROXY: z.string().optional(),
  NODE_EXTRA_CA_CERTS: certificates.optional(),
};

const schema = z
  .object({
    SLACK_BOT_TOKEN: z
      .string({ error: () => `is missing. Set ${SLACK_VARIABLES.SLACK_BOT_TOKEN}.` })
      .regex(/^xoxb-[\w-]{5,}$/, wrong('SLACK_BOT_TOKEN')),
    SLACK_APP_TOKEN: z
      .string()
      .regex(/^xapp-[\w-]{5,}$/, wrong('SLACK_APP_TOKEN'))
      .optional(),
    SLACK_SIGNING_SECRET: z.string().optional(),
    PORT: whole('PORT', PORTS).optional(),
    SLACK_CHANNELS: z
      .string()
      .transform((text) => text.split(',').map((id) => id.trim()))
      .pipe(z.array(z.string().regex(/^[CGD][A-Z0-9]{2,}$/, wrong('SLACK_CHANNELS'))))
      .optional(),
    QUESTIONS_PER_MINUTE: whole('QUESTIONS_PER_MINUTE', { min: 1, max: 1000 }).default(20),
    THREAD_DAYS: whole('THREAD_DAYS', DAYS).default(30),
    FEEDBACK_DAYS: whole('FEEDBACK_DAYS', DAYS).default(90),
    OPS_PORT: whole('OPS_PORT', PORTS).optional(),
    LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], wrong('LOG_LEVEL')).default('info'),
    ...networkShape,
    SLACK_API_URL: address('SLACK_API_URL', /^https?$/).default('https://slack.com/api/'),
  })
  .superRefine((values, context) => {
    if (values.SLACK_APP_TOKEN) return;
    const missing = (['SLACK_SIGNING_SECRET', 'PORT'] as const).filter((name) => values[name] === undefined);
    // With neither, the app-level token is what is missing: said by the caller.
    if (missing.length === 1)
      for (const name of missing)
        context.addIssue({ code: 'custom', path: [name], message: `is missing. Set ${SLACK_VARIABLES[name]}.` });
  });
