import { z } from 'zod';
import { json, type Method, method } from '../method.ts';
import type { World } from '../world.ts';
import { visibleChannel } from './conversation.ts';

const place = { channel_id: z.string(), thread_ts: z.string() };

/** The agent pane: status line, prompts, titles, states. */
export const agent: Readonly<Record<string, Method>> = {
  // https://docs.slack.dev/changelog/2026/03/05/set-status-scope-update
  'assistant.threads.setStatus': method(
    z.object({ ...place, status: z.string(), loading_messages: json(z.array(z.string()).max(10)).optional() }),
    { anyOf: ['chat:write', 'assistant:write'], rate: 'unlimited' },
    (args, world) => {
      const { channel, thread_ts } = placeOf(args, world);
      world.agent.setStatus({ channel, thread_ts, status: args.status });
      return {};
    },
  ),
  // https://docs.slack.dev/reference/methods/assistant.threads.setSuggestedPrompts
  'assistant.threads.setSuggestedPrompts': method(
    z.object({
      channel_id: z.string(),
      thread_ts: z.string().optional(),
      title: z.string().optional(),
      prompts: json(z.array(z.object({ title: z.string().min(1), message: z.string().min(1) })).max(4)),
    }),
    { anyOf: ['assistant:write'], rate: 'unlimited' },
    (args, world) => {
      const channel = visibleChannel(args.channel_id, world).id;
      world.agent.offer({ channel, title: args.title, prompts: args.prompts });
      return {};
    },
  ),
  'assistant.threads.setTitle': method(
    z.object({ ...place, title: z.string() }),
    { anyOf: ['assistant:write'], rate: 'unlimited' },
    (args, world) => {
      const { channel, thread_ts } = placeOf(args, world);
      world.agent.setTitle(channel, thread_ts, args.title);
      return {};
    },
  ),
  // https://docs.slack.dev/ai/agent-sessions/
  'agents.sessions.setStatus': method(
    z.object({
      ...place,
      status: z.enum(['active', 'processing', 'suspended', 'closed']),
      title: z.string().max(200).optional(),
      initiator_user_id: z.string().optional(),
    }),
    { anyOf: ['chat:write'], rate: 3 },
    (args, world) => {
      const { channel, thread_ts } = placeOf(args, world);
      world.agent.setSession(channel, thread_ts, args.status);
      return {};
    },
  ),
};

function placeOf(args: { channel_id: string; thread_ts: string }, world: World) {
  return { channel: visibleChannel(args.channel_id, world).id, thread_ts: args.thread_ts };
}
