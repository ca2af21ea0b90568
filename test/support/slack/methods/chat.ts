import { z } from 'zod';
import { directMessage, dmOf } from '../cast.ts';
import { compose } from '../compose.ts';
import type { Json } from '../json.ts';
import { flag, json, type Method, method } from '../method.ts';
import { Refusal } from '../refusal.ts';
import { asMessage } from '../shapes.ts';
import type { StoredMessage } from '../workspace.ts';
import type { World } from '../world.ts';
import { joinedChannel, visibleChannel, writableChannel } from './conversation.ts';

/** https://docs.slack.dev/reference/methods/chat.update and chat.postEphemeral */
const MOST_SHORT_TEXT = 4000;

const anyOf = ['chat:write'];
const Metadata = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });
const content = {
  text: z.string().optional(),
  blocks: json(z.unknown()).optional(),
  metadata: json(z.unknown()).optional(),
  unfurl_links: flag.optional(),
  unfurl_media: flag.optional(),
};

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': method(
    z.object({ channel: z.string(), thread_ts: z.string().optional(), ...content }),
    { anyOf, rate: 'per channel' },
    (args, world) => {
      const channel = writableChannel(conversationOf(args.channel, world), world);
      const message = world.workspace.post(channel.id, {
        ...ours(world),
        ...compose(args, world),
        ...threadOf(args.thread_ts),
        ...metadataOf(args.metadata),
        unfurls: { links: args.unfurl_links ?? true, media: args.unfurl_media ?? true },
      });
      if (args.thread_ts !== undefined) world.agent.replied(channel.id, args.thread_ts);
      world.inBackground(world.events.posted(message));
      return { channel: channel.id, ts: message.ts, message: asMessage(message, world.workspace, true) };
    },
  ),
  'chat.update': method(
    z.object({ channel: z.string(), ts: z.string(), ...content }),
    { anyOf, rate: 3 },
    (args, world) => {
      const before = ownMessage(args.channel, args.ts, 'cant_update_message', world);
      if ((args.text?.length ?? 0) > MOST_SHORT_TEXT) throw new Refusal('msg_too_long');
      const { blocks, ...kept } = before;
      const said = args.text === undefined && args.blocks === undefined ? before : compose(args, world);
      const after: StoredMessage = {
        ...kept,
        ...said,
        ...metadataOf(args.metadata),
        edited: { user: world.cast.app.botUserId, ts: world.ids.ts() },
      };
      world.workspace.replace(after);
      world.inBackground(world.events.edited(before, after));
      return {
        channel: after.channel,
        ts: after.ts,
        text: after.text,
        message: asMessage(after, world.workspace, true),
      };
    },
  ),
  'chat.delete': method(z.object({ channel: z.string(), ts: z.string() }), { anyOf, rate: 3 }, (args, world) => {
    const message = ownMessage(args.channel, args.ts, 'cant_delete_message', world);
    world.workspace.remove(message);
    world.inBackground(world.events.deleted(message, undefined));
    return { channel: message.channel, ts: message.ts };
  }),
  'chat.postEphemeral': method(
    z.object({ channel: z.string(), user: z.string(), thread_ts: z.string().optional(), ...content }),
    { anyOf, rate: 4 },
    (args, world) => {
      const channel = joinedChannel(args.channel, world);
      if ((args.text?.length ?? 0) > MOST_SHORT_TEXT) throw new Refusal('msg_too_long');
      if (!channel.members.has(args.user)) throw new Refusal('user_not_in_channel');
      const said = compose(args, world);
      const draft = { ...ours(world), ...said, ...threadOf(args.thread_ts), visibleTo: args.user };
      return { message_ts: world.workspace.whisper(channel.id, draft).ts };
    },
  ),
  'chat.getPermalink': method(
    z.object({ channel: z.string(), message_ts: z.string() }),
    { rate: 'unlimited' },
    (args, world) => {
      const channel = visibleChannel(args.channel, world);
      if (!world.workspace.message(channel.id, args.message_ts)) throw new Refusal('message_not_found');
      const { domain } = world.cast.team;
      const permalink = `https://${domain}.slack.com/archives/${channel.id}/p${args.message_ts.replace('.', '')}`;
      return { channel: channel.id, permalink };
    },
  ),
};

/** A user id stands for the direct message with that user. */
function conversationOf(id: string, world: World): string {
  if (!world.cast.users.has(id)) return id;
  const dm = dmOf(id);
  if (!world.cast.channels.has(dm)) world.cast.channels.set(dm, directMessage(id));
  return dm;
}

function ownMessage(channelId: string, ts: string, refusal: string, world: World): StoredMessage {
  const channel = visibleChannel(channelId, world);
  const message = world.workspace.message(channel.id, ts);
  if (!message) throw new Refusal('message_not_found');
  if (!world.workspace.isOurs(message)) throw new Refusal(refusal);
  return message;
}

function ours({ cast }: World) {
  return { user: cast.app.botUserId, bot_id: cast.app.botId };
}

function threadOf(thread_ts: string | undefined) {
  if (thread_ts === undefined) return {};
  if (!/^\d+\.\d{6}$/.test(thread_ts)) throw new Refusal('invalid_thread_ts');
  return { thread_ts };
}

function metadataOf(given: unknown): { metadata?: Json } {
  if (given === undefined) return {};
  const read = Metadata.safeParse(given);
  if (!read.success) throw new Refusal('invalid_metadata_format');
  return { metadata: read.data };
}
