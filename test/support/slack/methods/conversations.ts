import { z } from 'zod';
import { type Channel, directMessage, dmOf } from '../cast.ts';
import type { Json } from '../json.ts';
import { flag, limit, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { asMessage } from '../shapes.ts';
import type { StoredMessage } from '../workspace.ts';
import type { World } from '../world.ts';
import { anyScope, joinedChannel, scopeFor, visibleChannel } from './conversation.ts';

const page = { cursor: z.string().optional(), limit: limit.optional() };
const window = {
  oldest: z.string().optional(),
  latest: z.string().optional(),
  inclusive: flag.default(false),
  include_all_metadata: flag.default(false),
};

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.replies': method(
    z.object({ channel: z.string(), ts: z.string(), ...window, ...page }),
    { anyOf: anyScope('history'), rate: 3 },
    (args, world) => {
      const channel = readable(args.channel, world);
      const asked = world.workspace.message(channel.id, args.ts);
      const parent = asked?.thread_ts === undefined ? asked : world.workspace.message(channel.id, asked.thread_ts);
      if (!parent) throw new Refusal('thread_not_found');
      const replies = world.workspace.replies(channel.id, parent.ts).filter((each) => within(each, args));
      return listed([parent, ...replies], args, 1000, world);
    },
  ),
  'conversations.history': method(
    z.object({ channel: z.string(), ...window, ...page }),
    { anyOf: anyScope('history'), rate: 3 },
    (args, world) => {
      const channel = readable(args.channel, world);
      const roots = world.workspace.messages(channel.id).filter((each) => each.thread_ts === undefined);
      return listed(roots.filter((each) => within(each, args)).toReversed(), args, 100, world);
    },
  ),
  'conversations.open': method(
    z.object({ users: z.string().optional(), channel: z.string().optional(), return_im: flag.default(false) }),
    { anyOf: ['im:write'], rate: 3 },
    (args, world) => {
      if (args.channel !== undefined) return { channel: { id: visibleChannel(args.channel, world).id } };
      if (args.users === undefined) throw new Refusal('users_list_not_supplied');
      const user = world.workspace.user(args.users);
      const id = dmOf(user.id);
      const already_open = world.cast.channels.has(id);
      if (!already_open) world.cast.channels.set(id, directMessage(user.id));
      return {
        no_op: already_open,
        already_open,
        channel: args.return_im ? asChannel(directMessage(user.id), world) : { id },
      };
    },
  ),
  'conversations.info': method(
    z.object({ channel: z.string() }),
    { anyOf: anyScope('read'), rate: 3 },
    (args, world) => {
      const channel = visibleChannel(args.channel, world);
      world.grants.demand([scopeFor(channel, 'read')]);
      return { channel: asChannel(channel, world) };
    },
  ),
  'conversations.list': method(
    z.object({ types: z.string().default('public_channel'), exclude_archived: flag.default(false), ...page }),
    { anyOf: anyScope('read'), rate: 2 },
    (args, world) => channelPage(args, () => true, world),
  ),
  'users.conversations': method(
    z.object({
      types: z.string().default('public_channel'),
      exclude_archived: flag.default(false),
      user: z.string().optional(),
      ...page,
    }),
    { anyOf: anyScope('read'), rate: 3 },
    (args, world) => channelPage(args, (channel) => channel.members.has(args.user ?? world.cast.app.botUserId), world),
  ),
};

function readable(id: string, world: World): Channel {
  const channel = joinedChannel(id, world);
  world.grants.demand([scopeFor(channel, 'history')]);
  return channel;
}

interface Window {
  readonly oldest?: string | undefined;
  readonly latest?: string | undefined;
  readonly inclusive: boolean;
}

function within({ ts }: StoredMessage, { oldest, latest, inclusive }: Window): boolean {
  const afterOldest = oldest === undefined || ts > oldest || (inclusive && ts === oldest);
  return afterOldest && (latest === undefined || ts < latest || (inclusive && ts === latest));
}

interface Page {
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

function listed(
  all: readonly StoredMessage[],
  args: Page & { include_all_metadata: boolean },
  most: number,
  world: World,
): Json {
  const { items, next_cursor } = cut(all, args, most);
  return {
    messages: items.map((each) => asMessage(each, world.workspace, args.include_all_metadata)),
    has_more: next_cursor !== '',
    response_metadata: { next_cursor },
  };
}

/** One page of a list; the cursor is where the next begins. @throws Refusal invalid_cursor */
function cut<T>(
  all: readonly T[],
  { cursor, limit = 0 }: Page,
  most: number,
): { items: readonly T[]; next_cursor: string } {
  const start = cursor ? Number(Buffer.from(cursor, 'base64').toString()) : 0;
  if (!Number.isInteger(start)) throw new Refusal('invalid_cursor');
  const end = start + (limit || most);
  return {
    items: all.slice(start, end),
    next_cursor: end < all.length ? Buffer.from(String(end)).toString('base64') : '',
  };
}

const TYPE = { public: 'public_channel', private: 'private_channel', im: 'im' } as const;

function channelPage(
  args: Page & { types: string; exclude_archived: boolean },
  fits: (channel: Channel) => boolean,
  world: World,
): Json {
  const types = args.types.split(',').map((each) => each.trim());
  const wanted = [...world.cast.channels.values()].filter((channel) => types.includes(TYPE[channel.kind]));
  for (const channel of wanted) world.grants.demand([scopeFor(channel, 'read')]);
  const known = wanted.filter((each) => each.kind === 'public' || each.members.has(world.cast.app.botUserId));
  const fitting = known.filter((each) => fits(each) && !(args.exclude_archived && each.archived));
  const { items, next_cursor } = cut(fitting, args, 100);
  return { channels: items.map((each) => asChannel(each, world)), response_metadata: { next_cursor } };
}

function asChannel(channel: Channel, { cast }: World): Json {
  const is_im = channel.kind === 'im';
  const other = [...channel.members].find((each) => each !== cast.app.botUserId);
  return {
    id: channel.id,
    ...(is_im ? { user: other } : { name: channel.name, is_member: channel.members.has(cast.app.botUserId) }),
    is_channel: channel.kind === 'public',
    is_group: false,
    is_im,
    is_mpim: false,
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_shared: channel.shared,
    is_ext_shared: channel.shared,
    is_org_shared: false,
    context_team_id: cast.team.id,
    num_members: channel.members.size,
  };
}
