import { z } from 'zod';

const callSchema = z.strictObject({
  id: z.string().min(1),
  type: z.literal('function'),
  function: z.strictObject({ name: z.string().regex(/^[\w-]{1,64}$/), arguments: z.string() }),
});
const textSchema = z.union([z.string(), z.array(z.strictObject({ type: z.literal('text'), text: z.string() })).min(1)]);
const messageSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content: z.string() }),
  z.strictObject({ role: z.literal('user'), content: textSchema, name: z.string().optional() }),
  z.strictObject({
    role: z.literal('assistant'),
    content: textSchema.nullish(),
    tool_calls: z.array(callSchema).min(1).optional(),
    name: z.string().optional(),
  }),
  z.strictObject({
    role: z.literal('tool'),
    content: textSchema,
    tool_call_id: z.string(),
    name: z.string().optional(),
  }),
]);
const toolSchema = z.strictObject({
  type: z.literal('function'),
  function: z.strictObject({
    name: z.string().regex(/^[\w-]{1,64}$/),
    description: z.string().max(1024).optional(),
    parameters: z.looseObject({ type: z.literal('object') }),
    strict: z.boolean().nullish(),
  }),
});
/** The body of a request as the Chat Completions API documents it, as far as this program may use it. */
const chatSchema = z.strictObject({
  model: z.string().min(1),
  messages: z.array(messageSchema).min(1),
  tools: z.array(toolSchema).min(1).max(128).optional(),
  tool_choice: z.literal('auto').optional(),
  stream: z.literal(false).optional(),
});
export type ModelRequestBody = z.infer<typeof chatSchema>;
const embeddingSchema = z.strictObject({
  model: z.string().min(1),
  input: z.array(z.string().min(1)).min(1).max(2048),
  encoding_format: z.literal('float').optional(),
});
export type EmbeddingRequestBody = z.infer<typeof embeddingSchema>;

/** A request, or in words why the real API would refuse it. */
export function readChatRequest(body: unknown): ModelRequestBody | string {
  const parsed = chatSchema.safeParse(body);
  return parsed.success ? (brokenOrder(parsed.data) ?? parsed.data) : z.prettifyError(parsed.error);
}

/** The same for a request of vectors. */
export function readEmbeddingRequest(body: unknown): EmbeddingRequestBody | string {
  const parsed = embeddingSchema.safeParse(body);
  return parsed.success ? parsed.data : z.prettifyError(parsed.error);
}

/** Every call needs its result at once, and every result its call. */
function brokenOrder({ messages }: ModelRequestBody): string | null {
  let open = new Set<string>();
  for (const [at, message] of messages.entries()) {
    if (message.role === 'tool') {
      if (!open.delete(message.tool_call_id)) return `messages[${at}]: a tool message answers no call`;
      continue;
    }
    if (open.size > 0) return `messages[${at}]: calls ${[...open].join()} have no result`;
    if (message.role === 'system' && at > 0) return `messages[${at}]: a system message comes first`;
    if (message.role !== 'assistant') continue;
    if (!message.content && !message.tool_calls) return `messages[${at}]: neither content nor calls`;
    open = new Set(message.tool_calls?.map((call) => call.id));
  }
  return open.size > 0 ? 'calls without a result' : null;
}
