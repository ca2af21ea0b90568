import type { Assistant } from '../../answer/assistant.ts';
import type { Clock } from '../../jobs/ports.ts';
import type { Log } from '../../log.ts';
import type { State } from '../../state/database.ts';
import type { Answerer } from '../answerer.ts';
import type { SlackApi } from '../api.ts';
import type { Aside } from '../aside.ts';
import type { Delivery } from '../deliver.ts';
import type { Taken } from '../intake.ts';
import type { Notebook } from '../notebook.ts';
import type { Pane } from '../pane.ts';
import type { People } from '../people.ts';
import type { Respond } from '../response-url.ts';
import type { Schedule } from '../schedule.ts';
import type { Wait } from '../wait.ts';

/** What listeners work with. */
export interface Toolbox {
  readonly api: SlackApi;
  readonly assistant: Assistant;
  readonly answerer: Answerer;
  readonly delivery: Delivery;
  readonly respond: Respond;
  readonly aside: Aside;
  readonly people: People;
  readonly pane: Pane;
  readonly state: State;
  readonly log: Log;
  readonly wait: Wait;
  readonly clock: Clock;
  readonly notebook: Notebook;
  readonly schedule: Schedule;
}

/** What a delivery turned out to be, put there before any listener runs. */
export interface TakenContext {
  readonly taken?: Taken | null;
}
