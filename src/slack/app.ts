import { App } from '@slack/bolt';
import { z } from 'zod';
import { MAX_QUESTION } from '../answer/answer.ts';
import type { Assistant } from '../answer/assistant.ts';
import type { Responder } from '../answer/responder.ts';
import { AppError } from '../errors.ts';
import type { Clock } from '../jobs/ports.ts';
import type { Log } from '../log.ts';
import type { SlackSettings } from '../settings/slack.ts';
import type { State } from '../state/database.ts';
import { createAdmission } from './admission.ts';
import { createAnswerer } from './answerer.ts';
import { clientLogger, clientOptions, openApi, type SlackApi } from './api.ts';
import { createAside } from './aside.ts';
import { createComposer } from './compose.ts';
import { openConnection } from './connection.ts';
import { createDelivery } from './deliver.ts';
import { createIntake, type Identity } from './intake.ts';
import { registerListeners } from './listeners/all.ts';
import type { TakenContext } from './listeners/toolbox.ts';
import { createMishap } from './mishap.ts';
import type { Network } from './network.ts';
import { openNotebook } from './notebook.ts';
import { createOutlet } from './outlet.ts';
import { createPane } from './pane.ts';
import { createPeople } from './people.ts';
import { createRateLimit } from './rate-limit.ts';
import { createRespond } from './response-url.ts';
import { createSchedule, type ScheduleOptions } from './schedule.ts';
import { createStatusLine } from './status-line.ts';
import { createTurnAbove } from './thread-root.ts';
import type { Wait } from './wait.ts';

export interface SlackAppOptions {
  readonly settings: SlackSettings;
  readonly network: Network;
  readonly assistant: Assistant;
  readonly responder: Responder;
  readonly state: State;
  readonly log: Log;
  readonly wait: Wait;
  readonly clock: Clock;
  /** Names this process in the ledger of deliveries, unlike any before. */
  readonly worker: string;
  readonly schedule: Pick<ScheduleOptions, 'zone' | 'lateHours' | 'writers'>;
}

export interface SlackApp {
  /** Connects, and answers what was left over. @throws AppError `SLACK_REFUSED` */
  start(): Promise<void>;
  /** Takes no more, finishes what was begun. */
  stop(): Promise<void>;
  isConnected(): boolean;
  /** Answers what was written down and not answered: for a time when Slack could not be reached. */
  recover(): Promise<void>;
  /** Looks at once what the schedule has due: for a clock that was set. */
  wake(): void;
}

/** Puts the parts together around a Bolt app. */
export async function createSlackApp(options: SlackAppOptions): Promise<SlackApp> {
  const { settings, network, assistant, responder, state, log, wait, clock } = options;
  const { now } = clock;
  const logger = clientLogger(log);
  const api = openApi({ token: settings.botToken, url: settings.apiUrl, network, logger });
  const me = await whoAmI(api, wait, log);
  const connection = openConnection({ settings, network, log, wait, now });
  const app = new App<TakenContext>({
    receiver: connection.receiver,
    authorize: async () => ({ botToken: settings.botToken, botId: me.bot, botUserId: me.user, teamId: me.team }),
    clientOptions: clientOptions({ url: settings.apiUrl, network, logger }),
    convoStore: false,
    extendedErrorHandler: true,
    logger,
  });

  const people = createPeople({ api, me, wait, log, now });
  const delivery = createDelivery({ api, wait, log });
  const respond = createRespond(network, wait, log);
  const aside = createAside(delivery, respond, log, now);
  const notebook = await openNotebook(state.notes);
  const schedule = createSchedule({
    state,
    assistant,
    notebook,
    delivery,
    log,
    clock,
    worker: options.worker,
    ...options.schedule,
  });
  const mishap = createMishap({ people, aside, log, now });
  app.error(({ error, body }: { error: Error; body: unknown }) => mishap(error, body));
  const pane = createPane(api);
  const composer = createComposer({
    state,
    assistant,
    responder,
    admission: createAdmission({
      people,
      rateLimit: createRateLimit(settings.questionsPerMinute, now),
      channels: settings.channels,
      longest: MAX_QUESTION,
    }),
    people,
    notebook,
    statusLine: createStatusLine(api),
    turnAbove: createTurnAbove({ api, me, wait, log }),
  });
  const answerer = createAnswerer({ state, composer, outlet: createOutlet(delivery, aside), pane, log, now });
  registerListeners(app, {
    api,
    assistant,
    answerer,
    delivery,
    respond,
    aside,
    people,
    pane,
    state,
    log,
    wait,
    clock,
    notebook,
    schedule,
  });

  // Bolt acknowledges an event before any listener runs. A question has to be on the disk first.
  const intake = createIntake(state.questions, me);
  const dispatch = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    const taken = await intake.take(event.body).catch((error: unknown) => {
      log.error('question not written down', {}, error);
      throw error;
    });
    // Not acknowledged, for the socket broke meanwhile: Slack will deliver it again, and it is answered all the same.
    const ack: typeof event.ack = async (response) => {
      await event.ack(response).catch((error: unknown) => log.error('not acknowledged', {}, error));
    };
    await dispatch({ ...event, ack, customProperties: { ...event.customProperties, taken } });
  };

  return {
    async start() {
      await connection.start();
      await answerer.recover();
      schedule.start();
    },
    async stop() {
      // Both at once: a post can take long, and what arrives meanwhile would be left unanswered.
      await Promise.all([connection.stop(), schedule.stop()]);
      await answerer.idle();
    },
    isConnected: connection.isConnected,
    recover: answerer.recover,
    wake: schedule.wake,
  };
}

const authTest = z.object({
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
  enterprise_id: z.string().nullish(),
});
/** Milliseconds between tries to reach Slack at the start; after the last one the process gives up and says so. */
const PAUSES = [500, 1000, 2000, 5000, 10_000, 30_000];

/** @throws AppError `SLACK_REFUSED` when the token is not accepted, or Slack cannot be reached */
async function whoAmI(api: SlackApi, wait: Wait, log: Log): Promise<Identity> {
  for (let attempt = 0; ; attempt++) {
    const result = await api.call('auth.test');
    const read = authTest.safeParse(result.ok ? result.data : null);
    if (read.success) {
      const { user_id: user, bot_id: bot, team_id: team, enterprise_id: enterprise } = read.data;
      return { user, bot, team, enterprise: enterprise ?? null };
    }
    const code = result.ok ? 'unreadable_answer' : result.code;
    const isFinal = result.ok || !result.mayPass;
    const pause = isFinal ? undefined : PAUSES[attempt];
    if (pause === undefined) throw new AppError('SLACK_REFUSED', isFinal ? refused(code) : unreachable(code));
    log.warn('slack not reached', { code, againInSeconds: pause / 1000 });
    await wait(pause);
  }
}

function refused(code: string): string {
  return `SLACK_BOT_TOKEN: Slack does not accept it (${code}). At api.slack.com/apps, open your app, OAuth & Permissions, and copy the Bot User OAuth Token into .env.`;
}

function unreachable(code: string): string {
  return `Slack cannot be reached (${code}). Check the network; behind a proxy, set HTTPS_PROXY and NODE_EXTRA_CA_CERTS in .env. "npm run doctor" says more.`;
}
