import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Wish } from './control.ts';
import type { Odds } from './faults.ts';
import type { SlackOptions } from './server.ts';
import type { Place } from './workspace.ts';

const Address = z.object({ apiUrl: z.string(), controlUrl: z.string(), botToken: z.string(), appToken: z.string() });
const Message = z.object({
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  text: z.string(),
  thread_ts: z.string().exactOptional(),
  bot_id: z.string().exactOptional(),
  blocks: z.array(z.record(z.string(), z.unknown())).exactOptional(),
  storedAt: z.number(),
});
/** A message as another process sees it. */
export type RemoteMessage = z.infer<typeof Message>;
const Exchange = z.object({ question: Message, reply: Message });
const Outcome = z.object({ done: z.unknown(), failed: z.string().exactOptional() });

/** A stand-in in a process of its own. */
export interface RemoteSlack extends z.infer<typeof Address> {
  /** Mentions the app and waits for its reply; `storedAt` of both tells how long it took, in milliseconds. */
  asks(user: string, channel: string, text: string, withinMs?: number): Promise<z.infer<typeof Exchange>>;
  mentions(user: string, channel: string, text: string, where?: { thread?: string }): Promise<RemoteMessage>;
  writes(user: string, text: string, where?: { thread?: string }): Promise<RemoteMessage>;
  messages(channel: string): Promise<RemoteMessage[]>;
  repliesTo(question: Place): Promise<RemoteMessage[]>;
  replyTo(question: Place, withinMs?: number): Promise<RemoteMessage>;
  calls(method: string): Promise<number>;
  undelivered(): Promise<string[]>;
  /** From now on things go wrong by chance; `redelivered` is the share of events that come twice. */
  goWrong(odds: readonly Odds[], redelivered: number): Promise<void>;
  /** Cuts every connection. */
  drop(): Promise<void>;
  /** Waits until the app is connected. */
  opened(least?: number, withinMs?: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a stand-in as a process of its own. */
export async function startRemoteSlack(
  options: Pick<SlackOptions, 'scopes' | 'events' | 'rates' | 'patience' | 'seed'> & {
    readonly moreStaff?: number;
  } = {},
): Promise<RemoteSlack> {
  const cli = fileURLToPath(new URL('cli.ts', import.meta.url));
  const child = spawn(process.execPath, [cli, JSON.stringify(options)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = await once(createInterface(child.stdout), 'line');
  const address = Address.parse(JSON.parse(String(line)));
  const wish = async <S extends z.ZodType>(schema: S, wanted: Wish): Promise<z.infer<S>> => {
    const response = await fetch(address.controlUrl, { method: 'POST', body: JSON.stringify(wanted) });
    const { done, failed } = Outcome.parse(await response.json());
    if (failed !== undefined) throw new Error(failed);
    return schema.parse(done);
  };
  const nothing = z.unknown().transform(() => undefined);
  return {
    ...address,
    asks: (user, channel, text, withinMs) =>
      wish(Exchange, { do: 'asks', user, channel, text, ...(withinMs === undefined ? {} : { withinMs }) }),
    mentions: (user, channel, text, where = {}) => wish(Message, { do: 'mentions', user, channel, text, ...where }),
    writes: (user, text, where = {}) => wish(Message, { do: 'writes', user, text, ...where }),
    messages: (channel) => wish(z.array(Message), { do: 'messages', channel }),
    repliesTo: ({ channel, ts }) => wish(z.array(Message), { do: 'repliesTo', channel, ts }),
    replyTo: ({ channel, ts }, withinMs) =>
      wish(Message, { do: 'replyTo', channel, ts, ...(withinMs === undefined ? {} : { withinMs }) }),
    calls: (method) => wish(z.number(), { do: 'calls', method }),
    undelivered: () => wish(z.array(z.string()), { do: 'undelivered' }),
    goWrong: (odds, redelivered) => wish(nothing, { do: 'goWrong', odds: [...odds].map(mutable), redelivered }),
    drop: () => wish(nothing, { do: 'drop' }),
    opened: (least = 1, withinMs) =>
      wish(nothing, { do: 'opened', least, ...(withinMs === undefined ? {} : { withinMs }) }),
    stop: async () => {
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

function mutable({ fault, share, methods }: Odds) {
  return { fault, share, ...(methods ? { methods: [...methods] } : {}) };
}
