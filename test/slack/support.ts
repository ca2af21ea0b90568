import { createLog, type Log } from '../../src/log.ts';
import { clientLogger, openApi, type SlackApi } from '../../src/slack/api.ts';
import { type Network, openNetwork } from '../../src/slack/network.ts';
import type { StandInSlack } from '../support/slack/server.ts';
import { Waiting } from '../support/slack/waiting.ts';

export const STRAIGHT = { httpsProxy: '', noProxy: '', certificates: null };

/** A log whose lines can be read back and waited for. */
export function aLog(): {
  readonly log: Log;
  readonly lines: () => string;
  /** Resolves when so many lines say so, which may have been before, with the last of them. */
  readonly said: (text: string, times?: number) => Promise<string>;
} {
  const lines: string[] = [];
  const waiting = new Waiting();
  const write = (line: string) => {
    lines.push(line);
    waiting.changed();
  };
  return {
    log: createLog('debug', { write }),
    lines: () => lines.join(''),
    said: (text, times = 1) =>
      waiting.until(() => lines.filter((line) => line.includes(text))[times - 1], `"${text}" in the log`),
  };
}

/** The Web API of a stand-in as the program opens it. */
export function apiOf(slack: StandInSlack, network: Network = openNetwork(STRAIGHT)): SlackApi {
  return openApi({ token: slack.botToken, url: slack.apiUrl, network, logger: clientLogger(aLog().log) });
}

/** Waits nothing, and notes how long it was asked to wait, in milliseconds. */
export function noWait(): { readonly wait: (ms: number) => Promise<void>; readonly waited: number[] } {
  const waited: number[] = [];
  return {
    wait: async (ms) => {
      waited.push(ms);
    },
    waited,
  };
}
