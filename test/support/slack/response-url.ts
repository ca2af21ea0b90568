import { z } from 'zod';
import { compose } from './compose.ts';
import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import { Refusal } from './refusal.ts';
import type { StoredMessage } from './workspace.ts';
import type { World } from './world.ts';

/** Five uses in thirty minutes. https://docs.slack.dev/interactivity/handling-user-interaction */
const USES = 5;
const LIVES_MS = 30 * 60_000;

/** Where answers to one interaction go. */
export interface ReplyAddress {
  readonly channel: string;
  readonly user: string;
  readonly thread_ts?: string;
  /** The message with which the person interacted; a command has none. */
  readonly original?: StoredMessage;
}

const Body = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  response_type: z.enum(['ephemeral', 'in_channel']).default('ephemeral'),
  replace_original: z.boolean().default(false),
  delete_original: z.boolean().default(false),
  thread_ts: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

/** The addresses to which the app may answer a command or an interaction without a token. */
export class ResponseUrls {
  readonly #ids: Ids;
  readonly #now: () => number;
  readonly #issued = new Map<string, { readonly address: ReplyAddress; readonly until: number; uses: number }>();

  constructor(ids: Ids, now: () => number) {
    this.#ids = ids;
    this.#now = now;
  }

  /** A path on the stand-in. */
  issue(address: ReplyAddress): string {
    const id = this.#ids.next('r');
    this.#issued.set(id, { address, until: this.#now() + LIVES_MS, uses: 0 });
    return `/response/${id}`;
  }

  /** Does what was sent to an address. @throws Refusal used_url, expired_url and those of blocks */
  answer(id: string, given: Json, world: World): void {
    const issued = this.#issued.get(id);
    if (!issued || issued.uses >= USES) throw new Refusal('used_url');
    if (this.#now() > issued.until) throw new Refusal('expired_url');
    issued.uses += 1;
    answerAt(issued.address, given, world);
  }
}

/**
 * Posts, replaces or deletes as the body says; the body of an acknowledged command says it the same way.
 * @returns the message that now stands there
 * @throws Refusal
 */
export function answerAt(address: ReplyAddress, given: Json, world: World): StoredMessage | undefined {
  const read = Body.safeParse(given);
  if (!read.success) throw new Refusal('invalid_payload');
  const body = read.data;
  const { workspace, cast } = world;
  if (body.delete_original && address.original) {
    removeOriginal(address.original, world);
    if (body.text === undefined && body.blocks === undefined) return undefined;
  }
  const content = compose(body, world);
  const author = { user: cast.app.botUserId, bot_id: cast.app.botId };
  if (body.replace_original && !body.delete_original && address.original) {
    const { blocks: _, ...kept } = current(address.original, world);
    const after = { ...kept, ...content };
    workspace.replace(after);
    if (after.visibleTo === undefined) world.inBackground(world.events.edited(address.original, after));
    return after;
  }
  const thread_ts = body.thread_ts ?? address.thread_ts;
  const metadata = body.metadata ? { metadata: body.metadata } : {};
  const draft = { ...author, ...content, ...metadata, ...(thread_ts === undefined ? {} : { thread_ts }) };
  if (body.response_type === 'ephemeral')
    return workspace.whisper(address.channel, { ...draft, visibleTo: address.user });
  const message = workspace.post(address.channel, draft);
  world.inBackground(world.events.posted(message));
  return message;
}

/** The message as it is now: it may have been edited since the person saw it. */
function current(original: StoredMessage, { workspace }: World): StoredMessage {
  return workspace.message(original.channel, original.ts) ?? workspace.whispered(original.ts) ?? original;
}

function removeOriginal(original: StoredMessage, world: World): void {
  world.workspace.remove(original);
  if (original.visibleTo === undefined) world.inBackground(world.events.deleted(original, undefined));
}
