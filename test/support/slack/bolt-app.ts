import { App, SocketModeReceiver } from '@slack/bolt';
import { quiet } from './quiet.ts';
import type { StandInSlack } from './server.ts';

/** A real Bolt app over Socket Mode, for a stand-in; retries nothing. The caller adds listeners and starts it. */
export function boltApp(slack: Pick<StandInSlack, 'apiUrl' | 'botToken' | 'appToken'>): App {
  const logger = quiet();
  const clientOptions = () => ({ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logger,
    clientPingTimeout: RECONNECT_AFTER_MS,
    installerOptions: { clientOptions: clientOptions() },
  });
  return new App({ token: slack.botToken, receiver, logger, clientOptions: clientOptions() });
}

/** The client waits as long for a pong as it does before it connects again. */
const RECONNECT_AFTER_MS = 100;
