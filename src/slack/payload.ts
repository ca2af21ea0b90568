import { z } from 'zod';

/** The parts of Slack's payloads that are read. Anything of another shape is left alone by whoever parses it. */
const user = z.string().min(1);
const channel = z.string().min(1);
const ts = z.string().min(1);

const edited = z.object({ ts: z.string() }).optional();
const written = z.object({
  user,
  text: z.string().default(''),
  ts,
  thread_ts: z.string().optional(),
  bot_id: z.string().optional(),
  edited,
});

const mention = written.extend({ type: z.literal('app_mention'), channel });

/** A message in a direct conversation. Messages with files or sent to the channel too are ordinary ones. */
const direct = written.extend({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  channel,
  subtype: z.enum(['file_share', 'thread_broadcast', 'me_message']).optional(),
});

const changed = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  channel,
  subtype: z.literal('message_changed'),
  message: written.extend({ subtype: z.string().optional() }),
  previous_message: z.object({ text: z.string().optional() }).optional(),
});

const deleted = z.object({
  type: z.literal('message'),
  channel_type: z.literal('im'),
  channel,
  subtype: z.literal('message_deleted'),
  deleted_ts: ts,
});

/** What Slack delivers that has to do with a question. */
export const delivered = z.object({
  type: z.literal('event_callback'),
  event_id: z.string().min(1),
  event: z.union([mention, deleted, changed, direct]),
});
export type Delivered = z.infer<typeof delivered>;

export const homeOpened = z.object({ user, channel: z.string().optional(), tab: z.enum(['home', 'messages']) });

export const sessionStopped = z.object({ channel, thread_ts: ts });

export const command = z.object({
  channel_id: channel,
  user_id: user,
  text: z.string().default(''),
  trigger_id: z.string().min(1),
  response_url: z.url(),
});
export type Command = z.infer<typeof command>;

const person = z.object({ id: user });

/** A press or a choice. `message` is there for one in a message, `view` for one in Home or a modal. */
export const press = z.object({
  user: person,
  trigger_id: z.string().min(1),
  response_url: z.url().optional(),
  channel: z.object({ id: channel }).optional(),
  container: z
    .object({
      is_ephemeral: z.boolean().optional(),
      message_ts: z.string().optional(),
      thread_ts: z.string().optional(),
    })
    .optional(),
  message: z.object({ ts, thread_ts: z.string().optional() }).optional(),
  view: z.object({ id: z.string(), type: z.string() }).nullish(),
  actions: z
    .array(
      z.object({
        action_id: z.string(),
        action_ts: z.string().optional(),
        value: z.string().optional(),
        selected_option: z.object({ value: z.string() }).nullish(),
      }),
    )
    .min(1),
});
export type Press = z.infer<typeof press>;

/** What was entered into one input. */
const entered = z.object({
  value: z.string().nullish(),
  selected_option: z.object({ value: z.string() }).nullish(),
  selected_options: z.array(z.object({ value: z.string() })).nullish(),
  selected_conversation: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_time: z.string().nullish(),
  selected_date: z.string().nullish(),
});
export type Entered = z.infer<typeof entered>;

export const submission = z.object({
  user: person,
  view: z.object({
    id: z.string(),
    private_metadata: z.string().default(''),
    callback_id: z.string(),
    state: z.object({
      values: z.record(z.string(), z.record(z.string(), entered)),
    }),
  }),
});
export type Submission = z.infer<typeof submission>;
