import type { Channel } from '../cast.ts';
import { Refusal } from '../refusal.ts';
import type { World } from '../world.ts';

/** A channel that the app may know of: a private one that it is not in does not exist for it. */
export function visibleChannel(id: string, world: World): Channel {
  const channel = world.workspace.channel(id);
  if (channel.kind !== 'public' && !isIn(channel, world)) throw new Refusal('channel_not_found');
  return channel;
}

/** A channel that the app is in. @throws Refusal channel_not_found, not_in_channel */
export function joinedChannel(id: string, world: World): Channel {
  const channel = visibleChannel(id, world);
  if (!isIn(channel, world)) throw new Refusal('not_in_channel');
  return channel;
}

/** A channel in which the app may write. @throws Refusal also is_archived */
export function writableChannel(id: string, world: World): Channel {
  const channel = visibleChannel(id, world);
  if (channel.archived) throw new Refusal('is_archived');
  if (!isIn(channel, world) && !world.grants.has('chat:write.public')) throw new Refusal('not_in_channel');
  return channel;
}

/** The scope that reading something of a kind of channel takes, such as `groups:history`. */
export function scopeFor(channel: Channel, what: 'history' | 'read'): string {
  const family = { public: 'channels', private: 'groups', im: 'im' } as const;
  return `${family[channel.kind]}:${what}`;
}

/** Every scope of which one is needed before the channel is looked at. */
export function anyScope(what: 'history' | 'read'): readonly string[] {
  return [`channels:${what}`, `groups:${what}`, `im:${what}`];
}

function isIn(channel: Channel, { cast }: World): boolean {
  return channel.members.has(cast.app.botUserId);
}
