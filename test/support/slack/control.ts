import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from './form.ts';
import { Person } from './person.ts';
import type { WebApi } from './web-api.ts';
import type { World } from './world.ts';

const Fault = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ratelimited'), retryAfter: z.number() }),
  z.object({ kind: z.literal('lost') }),
  z.object({ kind: z.literal('slow'), ms: z.number() }),
  z.object({ kind: z.literal('error500') }),
  z.object({ kind: z.literal('reset') }),
  z.object({ kind: z.literal('refused'), code: z.string() }),
]);
const said = { user: z.string(), text: z.string() };
const place = { channel: z.string(), ts: z.string() };
const withinMs = z.number().exactOptional();

/** What another process may want of a stand-in: the part of its interface that load and fault runs need. */
export const Wish = z.discriminatedUnion('do', [
  z.object({ do: z.literal('asks'), ...said, channel: z.string(), withinMs }),
  z.object({ do: z.literal('mentions'), ...said, channel: z.string(), thread: z.string().exactOptional() }),
  z.object({ do: z.literal('writes'), ...said, thread: z.string().exactOptional() }),
  z.object({ do: z.literal('messages'), channel: z.string() }),
  z.object({ do: z.literal('repliesTo'), ...place }),
  z.object({ do: z.literal('replyTo'), ...place, withinMs }),
  z.object({ do: z.literal('calls'), method: z.string() }),
  z.object({ do: z.literal('undelivered') }),
  z.object({
    do: z.literal('goWrong'),
    odds: z.array(z.object({ fault: Fault, share: z.number(), methods: z.array(z.string()).exactOptional() })),
    redelivered: z.number(),
  }),
  z.object({ do: z.literal('drop') }),
  z.object({ do: z.literal('opened'), least: z.number(), withinMs }),
]);
export type Wish = z.infer<typeof Wish>;

/** Does what another process wants: `{"done": …}`, or `{"failed": "…"}`. */
export async function answerControl(
  world: World,
  api: WebApi,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const wish = Wish.parse(JSON.parse((await readBody(request)).toString()));
  const outcome = await fulfil(wish, world, api).then(
    (done) => ({ done: done ?? null }),
    (error: unknown) => ({ failed: String(error) }),
  );
  response.end(JSON.stringify(outcome));
}

async function fulfil(wish: Wish, world: World, api: WebApi): Promise<unknown> {
  const { workspace, faults, socket, undelivered } = world;
  const person = (id: string) => new Person(id, world);
  switch (wish.do) {
    case 'asks':
      return person(wish.user).asks(wish.channel, wish.text, wish.withinMs);
    case 'mentions':
      return person(wish.user).mentions(wish.channel, wish.text, wish);
    case 'writes':
      return person(wish.user).writes(wish.text, wish);
    case 'messages':
      return workspace.messages(wish.channel);
    case 'repliesTo':
      return workspace.repliesTo(wish);
    case 'replyTo':
      return workspace.replyTo(wish, wish.withinMs);
    case 'calls':
      return api.calls(wish.method);
    case 'undelivered':
      return undelivered;
    case 'goWrong':
      faults.byChance(wish.odds);
      return faults.redeliver(wish.redelivered);
    case 'drop':
      return socket.drop();
    case 'opened':
      return socket.opened(wish.least, wish.withinMs);
  }
}
