import { createLog, type Log } from '../../src/log.ts';
import { clientLogger, openApi, type SlackApi } from '../../src/slack/api.ts';
import { type Network, openNetwork } from '../../src/slack/network.ts';
import type { StandInSlack } from '../support/slack/server.ts';

export const STRAIGHT = { httpsProxy: '', noProxy: '', certificates: null };

/** A log whose lines can be read back. */
export function aLog(): { readonly log: Log; readonly lines: () => string } {
  const lines: string[] = [];
  return { log: createLog('debug', { write: (line) => lines.push(line) }), lines: () => lines.join('') };
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
