import type { Cast } from './cast.ts';
import type { Json } from './json.ts';
import type { StoredView } from './views.ts';
import type { StoredMessage, Workspace } from './workspace.ts';

/** A message as the Web API and events show it. */
export function asMessage(message: StoredMessage, workspace: Workspace, withMetadata = false): Json {
  const { cast } = workspace;
  const replies = message.thread_ts === undefined ? workspace.replies(message.channel, message.ts) : [];
  const parent = message.thread_ts === undefined ? undefined : workspace.message(message.channel, message.thread_ts);
  const author = cast.users.get(message.user);
  return {
    type: 'message',
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: author?.teamId ?? cast.team.id,
    ...(author?.kind === 'stranger' ? { user_team: author.teamId, source_team: author.teamId } : {}),
    ...(message.bot_id === undefined
      ? { client_msg_id: `m-${message.ts}` }
      : { bot_id: message.bot_id, ...(workspace.isOurs(message) ? { app_id: cast.app.id } : {}) }),
    ...(message.blocks ? { blocks: message.blocks } : {}),
    ...(message.edited ? { edited: message.edited } : {}),
    ...(message.metadata && withMetadata ? { metadata: message.metadata } : {}),
    ...(message.reactions?.length
      ? { reactions: message.reactions.map((each) => ({ ...each, count: each.users.length })) }
      : {}),
    ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
    ...(parent ? { parent_user_id: parent.user } : {}),
    ...(replies.length > 0
      ? { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }
      : {}),
  };
}

/** A view as the Web API and interactions show it; `values` is what was filled in. */
export function asView(view: StoredView, cast: Cast, values: Json = {}): Json {
  const { user: _, ...shown } = view;
  return {
    ...shown,
    team_id: cast.team.id,
    app_id: cast.app.id,
    app_installed_team_id: cast.team.id,
    bot_id: cast.app.botId,
    state: { values },
  };
}
