import type { AgentNotes } from './agent-notes.ts';
import type { Cast } from './cast.ts';
import type { Delivery } from './delivery.ts';
import type { Events } from './events.ts';
import type { Faults } from './faults.ts';
import type { Grants } from './grants.ts';
import type { Ids } from './ids.ts';
import type { ResponseUrls } from './response-url.ts';
import type { SocketMode } from './socket.ts';
import type { Triggers } from './triggers.ts';
import type { Views } from './views.ts';
import type { Workspace } from './workspace.ts';

/** All parts of a stand-in, for those that work on several of them. */
export interface World {
  readonly cast: Cast;
  readonly workspace: Workspace;
  readonly views: Views;
  readonly agent: AgentNotes;
  readonly ids: Ids;
  readonly grants: Grants;
  readonly triggers: Triggers;
  readonly responseUrls: ResponseUrls;
  readonly events: Events;
  readonly delivery: Delivery;
  readonly faults: Faults;
  readonly socket: SocketMode;
  /** Kinds of block that this workspace does not know. */
  readonly refusedBlocks: Set<string>;
  readonly tokens: { readonly bot: string; readonly app: string; readonly verification: string };
  /** `http://127.0.0.1:port`, without a slash at the end. */
  readonly origin: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** What failed of the work for which nobody waits. */
  readonly undelivered: string[];
  /** Sends an event for which nobody waits; failures are kept for the test to see. */
  readonly inBackground: (work: Promise<void>) => void;
}
