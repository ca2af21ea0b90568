import type { Channel } from './cast.ts';
import type { Delivery } from './delivery.ts';
import type { Grants } from './grants.ts';
import type { Ids } from './ids.ts';
import type { Json } from './json.ts';
import { asMessage, asView } from './shapes.ts';
import type { Views } from './views.ts';
import type { StoredMessage, Workspace } from './workspace.ts';

/** What Gyokaku subscribes to: no messages of channels. */
export const SUBSCRIPTIONS: readonly string[] = [
  'agent_session_stopped',
  'app_home_opened',
  'app_mention',
  'message.im',
];

/** Which scope an event needs; without it Slack does not send it. https://docs.slack.dev/reference/events */
const SCOPE_OF: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  reaction_added: 'reactions:read',
};
const MESSAGES_OF = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const CHANNEL_TYPE = { public: 'channel', private: 'group', im: 'im' } as const;

/** Turns what happens in the workspace into events, and sends those that the app subscribed to and may see. */
export class Events {
  readonly #workspace: Workspace;
  readonly #views: Views;
  readonly #delivery: Delivery;
  readonly #grants: Grants;
  readonly #ids: Ids;
  readonly #subscriptions: ReadonlySet<string>;
  readonly #token: string;

  constructor(parts: {
    readonly workspace: Workspace;
    readonly views: Views;
    readonly delivery: Delivery;
    readonly grants: Grants;
    readonly ids: Ids;
    readonly subscriptions: readonly string[];
    readonly verificationToken: string;
  }) {
    this.#workspace = parts.workspace;
    this.#views = parts.views;
    this.#delivery = parts.delivery;
    this.#grants = parts.grants;
    this.#ids = parts.ids;
    this.#subscriptions = new Set(parts.subscriptions);
    this.#token = parts.verificationToken;
  }

  /** A message was posted. Resolves when the app has acknowledged all that it gets to see of it. */
  async posted(message: StoredMessage): Promise<void> {
    const channel = this.#workspace.channel(message.channel);
    await Promise.all([this.#mention(message, channel), this.#message(channel, message, { event_ts: message.ts })]);
  }

  /** A message was edited. A mention that the edit brought in is sent as one. */
  async edited(before: StoredMessage, after: StoredMessage): Promise<void> {
    const channel = this.#workspace.channel(after.channel);
    const message = asMessage(after, this.#workspace);
    const newMention = !this.#mentionsUs(before) && this.#mentionsUs(after);
    await Promise.all([
      newMention ? this.#mention(after, channel) : undefined,
      this.#hidden(channel, 'message_changed', { message, previous_message: asMessage(before, this.#workspace) }),
    ]);
  }

  /** A message was deleted; where it had answers, Slack leaves a tombstone and says that it changed. */
  async deleted(before: StoredMessage, tombstone: Json | undefined): Promise<void> {
    const channel = this.#workspace.channel(before.channel);
    const previous_message = asMessage(before, this.#workspace);
    if (tombstone) await this.#hidden(channel, 'message_changed', { message: tombstone, previous_message });
    else await this.#hidden(channel, 'message_deleted', { deleted_ts: before.ts, previous_message });
  }

  async homeOpened(user: string, tab: 'home' | 'messages', channel: string): Promise<void> {
    const view = this.#views.home(user);
    const shown = tab === 'home' && view ? { view: asView(view, this.#workspace.cast) } : {};
    await this.#send('app_home_opened', undefined, { user, channel, tab, ...shown, event_ts: this.#ids.ts() });
  }

  async sessionStopped(user: string, channel: string, thread_ts: string): Promise<void> {
    const event = { user, channel, thread_ts, streaming_message_ts: [], event_ts: this.#ids.ts() };
    await this.#send('agent_session_stopped', undefined, event);
  }

  async reacted(user: string, reaction: string, message: StoredMessage): Promise<void> {
    const item = { type: 'message', channel: message.channel, ts: message.ts };
    const event = { user, reaction, item, item_user: message.user, event_ts: this.#ids.ts() };
    await this.#send('reaction_added', this.#workspace.channel(message.channel), event);
  }

  #mentionsUs(message: StoredMessage): boolean {
    return message.text.includes(`<@${this.#workspace.cast.app.botUserId}>`);
  }

  /** Only in channels: a direct message is for the app anyway. https://docs.slack.dev/reference/events/app_mention */
  async #mention(message: StoredMessage, channel: Channel): Promise<void> {
    if (channel.kind === 'im' || !this.#mentionsUs(message)) return;
    const { type: _, ...shown } = asMessage(message, this.#workspace);
    await this.#send('app_mention', channel, { ...shown, channel: channel.id, event_ts: message.ts });
  }

  async #message(channel: Channel, message: StoredMessage, more: Json): Promise<void> {
    const channel_type = CHANNEL_TYPE[channel.kind];
    const event = { ...asMessage(message, this.#workspace), channel: channel.id, channel_type, ...more };
    await this.#send(MESSAGES_OF[channel.kind], channel, event);
  }

  async #hidden(channel: Channel, subtype: string, more: Json): Promise<void> {
    const ts = this.#ids.ts();
    const channel_type = CHANNEL_TYPE[channel.kind];
    const event = { subtype, hidden: true, channel: channel.id, channel_type, ts, event_ts: ts, ...more };
    await this.#send(MESSAGES_OF[channel.kind], channel, event);
  }

  async #send(subscription: string, channel: Channel | undefined, event: Json): Promise<void> {
    const { cast } = this.#workspace;
    const scope = SCOPE_OF[subscription];
    if (!this.#subscriptions.has(subscription) || (scope !== undefined && !this.#grants.has(scope))) return;
    if (channel && !channel.members.has(cast.app.botUserId)) return;
    const type = subscription.startsWith('message.') ? 'message' : subscription;
    const team_id = cast.team.id;
    await this.#delivery.event({
      token: this.#token,
      team_id,
      context_team_id: team_id,
      context_enterprise_id: null,
      api_app_id: cast.app.id,
      event: { ...event, type },
      type: 'event_callback',
      event_id: this.#ids.next('Ev'),
      event_time: Math.floor(Number(event.event_ts)),
      authorizations: [
        { enterprise_id: null, team_id, user_id: cast.app.botUserId, is_bot: true, is_enterprise_install: false },
      ],
      is_ext_shared_channel: channel?.shared ?? false,
      event_context: this.#ids.next('4-'),
    });
  }
}
