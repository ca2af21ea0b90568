import { type Logger, LogLevel } from '@slack/web-api';

/** Says nothing: tests provoke the very errors that clients would report. */
export function quiet(): Logger {
  const nothing = () => {};
  return {
    debug: nothing,
    info: nothing,
    warn: nothing,
    error: nothing,
    setLevel: nothing,
    getLevel: () => LogLevel.ERROR,
    setName: nothing,
  };
}
