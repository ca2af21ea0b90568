import { App, LogLevel, SocketModeReceiver } from '@slack/bolt';
import type { StandInSlack } from './server.ts';

/** A real Bolt app over Socket Mode, connected to a stand-in; retries nothing. The caller adds listeners and starts it. */
export function boltApp(slack: Pick<StandInSlack, 'apiUrl' | 'botToken' | 'appToken'>): App {
  const clientOptions = () => ({ slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } });
  const receiver = new SocketModeReceiver({
    appToken: slack.appToken,
    logLevel: LogLevel.ERROR,
    clientPingTimeout: 200,
    installerOptions: { clientOptions: clientOptions() },
  });
  return new App({ token: slack.botToken, receiver, logLevel: LogLevel.ERROR, clientOptions: clientOptions() });
}
