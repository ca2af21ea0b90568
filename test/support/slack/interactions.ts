import type { Channel, User } from './cast.ts';
import { acted, type Choice, elementFor, valuesOf } from './elements.ts';
import type { Json } from './json.ts';
import { asMessage, asView } from './shapes.ts';
import type { StoredView } from './views.ts';
import type { StoredMessage } from './workspace.ts';
import type { World } from './world.ts';

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload, from a message. */
export function pressedInMessage(
  user: User,
  message: StoredMessage,
  actionId: string,
  choice: Choice,
  world: World,
): Json {
  const channel = world.workspace.channel(message.channel);
  const found = elementFor(message.blocks ?? [], actionId, choice);
  const is_ephemeral = message.visibleTo !== undefined;
  const thread = message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts };
  const address = { channel: channel.id, user: user.id, original: message, ...thread };
  return {
    type: 'block_actions',
    ...common(user, world),
    container: { type: 'message', message_ts: message.ts, channel_id: channel.id, is_ephemeral, ...thread },
    trigger_id: world.triggers.issue(user.id),
    channel: { id: channel.id, name: nameOf(channel) },
    // An ephemeral message is not sent along: Slack keeps no copy of it.
    ...(is_ephemeral ? {} : { message: asMessage(message, world.workspace, true) }),
    state: { values: valuesOf(message.blocks ?? [], chosen(actionId, choice)) },
    response_url: `${world.origin()}${world.responseUrls.issue(address)}`,
    actions: [acted(found, choice, world.ids.ts())],
  };
}

/** The same from a modal or a Home tab. */
export function pressedInView(user: User, view: StoredView, actionId: string, choice: Choice, world: World): Json {
  const found = elementFor(view.blocks, actionId, choice);
  const values = valuesOf(view.blocks, chosen(actionId, choice));
  return {
    type: 'block_actions',
    ...common(user, world),
    container: { type: 'view', view_id: view.id },
    trigger_id: world.triggers.issue(user.id),
    view: asView(view, world.cast, values),
    actions: [acted(found, choice, world.ids.ts())],
  };
}

/** https://docs.slack.dev/reference/interaction-payloads/view-interactions-payload */
export function submitted(user: User, view: StoredView, values: Json, world: World): Json {
  return {
    type: 'view_submission',
    ...common(user, world),
    trigger_id: world.triggers.issue(user.id),
    view: asView(view, world.cast, values),
    response_urls: [],
  };
}

/** The person closed a modal whose app wants to know. */
export function closed(user: User, view: StoredView, isCleared: boolean, world: World): Json {
  return { type: 'view_closed', ...common(user, world), view: asView(view, world.cast), is_cleared: isCleared };
}

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export function commanded(user: User, command: string, text: string, channel: Channel, world: World): Json {
  const { cast } = world;
  return {
    token: world.tokens.verification,
    team_id: cast.team.id,
    team_domain: cast.team.domain,
    channel_id: channel.id,
    channel_name: nameOf(channel),
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: cast.app.id,
    is_enterprise_install: 'false',
    response_url: `${world.origin()}${world.responseUrls.issue({ channel: channel.id, user: user.id })}`,
    trigger_id: world.triggers.issue(user.id),
  };
}

function common(user: User, { cast, tokens }: World): Json {
  const { id, domain } = cast.team;
  return {
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: cast.app.id,
    token: tokens.verification,
    team: { id, domain },
    enterprise: null,
    is_enterprise_install: false,
  };
}

/** Members of private channels learn nothing from the name. */
function nameOf(channel: Channel): string {
  return channel.kind === 'private' ? 'privategroup' : channel.name;
}

function chosen(actionId: string, choice: Choice): Readonly<Record<string, Choice>> {
  return { [actionId]: choice };
}
