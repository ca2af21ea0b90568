import { z } from 'zod';
import type { User } from '../cast.ts';
import type { Json } from '../json.ts';
import { flag, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import type { StoredMessage } from '../workspace.ts';
import type { World } from '../world.ts';
import { joinedChannel } from './conversation.ts';

const Reaction = z.object({ channel: z.string(), timestamp: z.string(), name: z.string() });

/** Who is who, and reactions. */
export const people: Readonly<Record<string, Method>> = {
  'auth.test': method(z.object({}), { rate: 'unlimited' }, (_, { cast }) => ({
    url: `https://${cast.team.domain}.slack.com/`,
    team: cast.team.name,
    user: cast.app.name,
    team_id: cast.team.id,
    user_id: cast.app.botUserId,
    bot_id: cast.app.botId,
    is_enterprise_install: false,
  })),
  'apps.connections.open': method(z.object({}), { rate: 'unlimited', token: 'app' }, (_, { socket, origin }) => ({
    url: `${origin().replace(/^http/, 'ws')}${socket.ticket()}`,
  })),
  'users.info': method(
    z.object({ user: z.string(), include_locale: flag.default(false) }),
    { anyOf: ['users:read'], rate: 4 },
    (args, world) => ({ user: asUser(world.workspace.user(args.user), args.include_locale) }),
  ),
  'bots.info': method(
    z.object({ bot: z.string().optional() }),
    { anyOf: ['users:read'], rate: 3 },
    (args, { cast }) => {
      if (args.bot !== cast.app.botId) throw new Refusal('bot_not_found');
      return {
        bot: {
          id: cast.app.botId,
          deleted: false,
          name: cast.app.name,
          app_id: cast.app.id,
          user_id: cast.app.botUserId,
        },
      };
    },
  ),
  'reactions.add': method(Reaction, { anyOf: ['reactions:write'], rate: 3 }, (args, world) => {
    const { message, mine, others } = reactionsOf(args, world);
    if (mine.includes(world.cast.app.botUserId)) throw new Refusal('already_reacted');
    const users = [...mine, world.cast.app.botUserId];
    world.workspace.replace({ ...message, reactions: [...others, { name: args.name, users }] });
    return {};
  }),
  'reactions.remove': method(Reaction, { anyOf: ['reactions:write'], rate: 2 }, (args, world) => {
    const { message, mine, others } = reactionsOf(args, world);
    if (!mine.includes(world.cast.app.botUserId)) throw new Refusal('no_reaction');
    const users = mine.filter((each) => each !== world.cast.app.botUserId);
    const left = users.length > 0 ? [{ name: args.name, users }] : [];
    world.workspace.replace({ ...message, reactions: [...others, ...left] });
    return {};
  }),
};

function reactionsOf(args: z.infer<typeof Reaction>, world: World) {
  const message: StoredMessage | undefined = world.workspace.message(
    joinedChannel(args.channel, world).id,
    args.timestamp,
  );
  if (!message) throw new Refusal('message_not_found');
  const all = message.reactions ?? [];
  const mine = all.find((each) => each.name === args.name)?.users ?? [];
  return { message, mine, others: all.filter((each) => each.name !== args.name) };
}

/** https://docs.slack.dev/reference/objects/user-object */
function asUser(user: User, withLocale: boolean): Json {
  const isGuest = user.kind === 'guest' || user.kind === 'single-channel guest';
  return {
    id: user.id,
    team_id: user.teamId,
    name: user.name,
    deleted: false,
    real_name: user.name,
    tz: 'Asia/Tokyo',
    tz_label: 'Japan Standard Time',
    tz_offset: 32_400,
    profile: { real_name: user.name, display_name: user.name, team: user.teamId },
    is_admin: false,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: isGuest,
    is_ultra_restricted: user.kind === 'single-channel guest',
    is_bot: user.kind === 'bot',
    is_app_user: false,
    ...(user.kind === 'stranger' ? { is_stranger: true } : {}),
    ...(withLocale ? { locale: user.locale } : {}),
  };
}
