import type { MessageCreateParamsBase } from '@anthropic-ai/sdk/resources/messages';
import { z } from 'zod';

const cacheControl = z.strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() });
const textBlock = z.strictObject({ type: z.literal('text'), text: z.string().min(1), cache_control: cacheControl.optional() });
const toolUse = z.strictObject({ type: z.literal('tool_use'), id: z.string().min(1), name: z.string().min(1), input: z.unknown() });
const toolResult = z.strictObject({
  type: z.literal('tool_result'),
  tool_use_id: z.string().min(1),
  content: z.string(),
  is_error: z.boolean().optional(),
});
const message = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('user'),
    content: z.union([z.string().min(1), z.array(z.discriminatedUnion('type', [textBlock, toolResult])).min(1)]),
  }),
  z.strictObject({
    role: z.literal('assistant'),
    content: z.union([z.string().min(1), z.array(z.discriminatedUnion('type', [textBlock, toolUse])).min(1)]),
  }),
]);

/** What the product may send, field by field; anything else is an error here as it is at the API. */
const shape = z.strictObject({
  model: z.string().min(1),
  max_tokens: z.int().positive(),
  system: z.union([z.string().min(1), z.array(textBlock).min(1)]).optional(),
  messages: z.array(message).min(1),
  tools: z
    .array(
      z.strictObject({
        name: z.string().regex(/^[\w-]{1,128}$/),
        description: z.string().optional(),
        input_schema: z.looseObject({ type: z.literal('object') }),
      }),
    )
    .min(1)
    .optional(),
  output_config: z
    .strictObject({ format: z.strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) }) })
    .optional(),
  stream: z.boolean().optional(),
});
export type MessagesRequest = z.infer<typeof shape>;

/** The compiler holds this schema to the SDK's own types: what passes here is something the SDK may send. */
type Accepted<Sent extends MessageCreateParamsBase> = Sent;
export type AcceptedRequest = Accepted<Given<MessagesRequest>>;
/** JSON knows no undefined: a field is there or it is not. */
type Given<Value> = Value extends object ? { [Key in keyof Value]: Given<Exclude<Value[Key], undefined>> } : Value;

export type Checked = { readonly kind: 'fine'; readonly request: MessagesRequest } | { readonly kind: 'refused'; readonly because: string };

/** Everything that the API refuses with `invalid_request_error`. */
export function checkRequest(body: unknown): Checked {
  const parsed = shape.safeParse(body);
  if (!parsed.success) return { kind: 'refused', because: z.prettifyError(parsed.error) };
  const request = parsed.data;
  const problem =
    rolesProblem(request) ?? pairingProblem(request) ?? toolsProblem(request) ?? schemaProblem(request.output_config?.format.schema);
  return problem === undefined ? { kind: 'fine', request } : { kind: 'refused', because: problem };
}

function rolesProblem({ messages }: MessagesRequest): string | undefined {
  if (messages[0]?.role !== 'user') return 'messages: first message must use the "user" role';
  const at = messages.findIndex((one, index) => index > 0 && one.role === messages[index - 1]?.role);
  if (at > 0) return `messages.${at}: roles must alternate`;
  return messages.at(-1)?.role === 'assistant' ? 'messages: the last message must use the "user" role' : undefined;
}

type Block = Exclude<MessagesRequest['messages'][number]['content'], string>[number];
const blocksOf = ({ content }: MessagesRequest['messages'][number]): readonly Block[] => (typeof content === 'string' ? [] : content);

/** Each tool_use is answered by exactly one tool_result in the next message, and no tool_result stands alone. */
function pairingProblem({ messages }: MessagesRequest): string | undefined {
  for (const [at, one] of messages.entries()) {
    const asked = blocksOf(one).flatMap((block) => (block.type === 'tool_use' ? [block.id] : []));
    const next = messages[at + 1];
    const answered = next ? blocksOf(next).flatMap((block) => (block.type === 'tool_result' ? [block.tool_use_id] : [])) : [];
    if (new Set(asked).size !== asked.length) return `messages.${at}: tool_use ids must be unique`;
    if (asked.toSorted().join() !== answered.toSorted().join())
      return `messages.${at + 1}: tool_result blocks must answer the tool_use blocks of the message before`;
    const first = messages[0];
    if (first && blocksOf(first).some(({ type }) => type === 'tool_result')) return 'messages.0: unexpected tool_result';
  }
  return undefined;
}

function toolsProblem({ tools = [], messages }: MessagesRequest): string | undefined {
  const names = tools.map(({ name }) => name);
  if (new Set(names).size !== names.length) return 'tools: names must be unique';
  const uses = messages.some((one) => blocksOf(one).some(({ type }) => type === 'tool_use' || type === 'tool_result'));
  return uses && tools.length === 0 ? 'tools: required when messages hold tool blocks' : undefined;
}

/** Structured output takes closed objects only. */
function schemaProblem(schema: unknown, path = 'schema'): string | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  if ('type' in schema && schema.type === 'object' && !('additionalProperties' in schema && schema.additionalProperties === false))
    return `output_config.format.${path}: additionalProperties must be false`;
  for (const [key, value] of Object.entries(schema)) {
    const problem = schemaProblem(value, `${path}.${key}`);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
