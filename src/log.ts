import { type DestinationStream, pino } from 'pino';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error';

/** What a line of the log may say: identifiers, codes, counts and times. Never a token, never what somebody wrote. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** `error` gives its code and its stack; a message that could quote a person is left out by the caller. */
  error(event: string, fields?: LogFields, error?: unknown): void;
}

/** Structured log, a line of JSON an event. */
export function createLog(level: LogLevel, destination: DestinationStream): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, redact: REDACTED }, destination);
  return {
    debug: (event, fields = {}) => logger.debug(fields, event),
    info: (event, fields = {}) => logger.info(fields, event),
    warn: (event, fields = {}) => logger.warn(fields, event),
    error: (event, fields = {}, error = undefined) => logger.error({ ...fields, ...detailOf(error) }, event),
  };
}

/** Should a field ever carry one, its value does not reach the log. */
const REDACTED = ['token', 'text', 'question', 'authorization', 'responseUrl'];

/** Name, code and the places an error went through. Its message may repeat what somebody typed, so it is not taken. */
function detailOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return error === undefined ? {} : { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? [];
  return {
    error: error.name,
    code,
    at: frames
      .slice(0, 6)
      .map((line) => line.trim())
      .join(' '),
    ...(error.cause instanceof Error ? { cause: error.cause.name } : {}),
  };
}
