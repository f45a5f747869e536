import Anthropic from '@anthropic-ai/sdk';
import type { Message, MessageCreateParamsNonStreaming, MessageParam, TextBlockParam, Tool } from '@anthropic-ai/sdk/resources/messages';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { assertNever } from '../../domain/assert-never.ts';
import { toFailure } from './anthropic-errors.ts';
import { NO_TOKENS, type ModelAnswer, type ModelCall, type ModelMessage, type TokenUse, type ToolRequest } from './language-model.ts';
import type { ApiOutcome, ModelApi } from './metered.ts';
import type { ModelAccess } from './model-settings.ts';

/** Any server that speaks the Messages API. The key comes from the configuration only, never from the SDK's own search. */
export function createAnthropicApi(access: ModelAccess, callTimeoutMs: number): ModelApi {
  const client = createAnthropicClient(access, callTimeoutMs);
  return {
    async exchange(call) {
      try {
        return call.schema === undefined ? await streamed(client, call) : await parsed(client, call, call.schema);
      } catch (error) {
        if (call.signal.aborted) return { kind: 'unavailable', because: 'timeout', tokens: NO_TOKENS };
        return { kind: 'unavailable', ...toFailure(error), tokens: NO_TOKENS };
      }
    },
  };
}

export function createAnthropicClient({ apiKey, baseUrl }: ModelAccess, timeoutMs: number): Anthropic {
  return new Anthropic({
    apiKey,
    authToken: null,
    baseURL: withoutVersion(baseUrl) ?? null,
    timeout: timeoutMs,
    // A second try is decided where the time of the turn is known.
    maxRetries: 0,
    logLevel: 'off',
  });
}

/** `https://host/v1/` and `https://host` mean the same server. */
const withoutVersion = (url: string | undefined): string | undefined => url?.replace(/\/+$/, '').replace(/\/v1$/, '');

/** Read as a stream, so that a slow answer keeps its connection, and handed on only once it is whole. */
async function streamed(client: Anthropic, call: ModelCall): Promise<ApiOutcome> {
  const message = await client.messages.stream(bodyOf(call), { signal: call.signal }).finalMessage();
  return outcomeOf(message, () => answerOf(message));
}

async function parsed(client: Anthropic, call: ModelCall, schema: NonNullable<ModelCall['schema']>): Promise<ApiOutcome> {
  const body = { ...bodyOf(call), output_config: { format: zodOutputFormat(schema) } };
  const message = await client.messages.create(body, { signal: call.signal });
  return outcomeOf(message, () => {
    const value = schema.safeParse(jsonIn(textOf(message)));
    return value.success ? { kind: 'value', value: value.data } : undefined;
  });
}

function bodyOf({ model, maxTokens, stablePrefix, tools, messages }: ModelCall): MessageCreateParamsNonStreaming {
  // The mark stands at the end of what never changes: tools come before the system text, so both are cached.
  const system: TextBlockParam[] = [{ type: 'text', text: stablePrefix, cache_control: { type: 'ephemeral' } }];
  return {
    model,
    max_tokens: maxTokens,
    system,
    messages: messages.map(toParam),
    ...(tools.length === 0 ? {} : { tools: tools.map(toTool) }),
  };
}

const toTool = ({ name, description, inputSchema }: ModelCall['tools'][number]): Tool => ({
  name,
  description,
  input_schema: { ...inputSchema, type: 'object' },
});

function toParam(message: ModelMessage): MessageParam {
  switch (message.role) {
    case 'user':
      return { role: 'user', content: message.text };
    case 'assistant':
      return {
        role: 'assistant',
        content: [
          ...(message.text === '' ? [] : [{ type: 'text' as const, text: message.text }]),
          ...message.calls.map(({ id, name, input }) => ({ type: 'tool_use' as const, id, name, input })),
        ],
      };
    case 'results':
      return {
        role: 'user',
        content: message.results.map(({ id, content, isError }) => ({ type: 'tool_result', tool_use_id: id, content, is_error: isError })),
      };
    default:
      return assertNever(message);
  }
}

function outcomeOf(message: Message, read: () => ModelAnswer | undefined): ApiOutcome {
  const tokens = tokensOf(message);
  const because = STOPPED[message.stop_reason ?? 'null'];
  if (because !== undefined) return { kind: 'unavailable', because, tokens };
  const answer = read();
  return answer ? { kind: 'answered', answer, tokens } : { kind: 'unavailable', because: 'invalid_output', tokens };
}

/** Ends that leave nothing whole to use. A message without a reason was cut off. */
const STOPPED: Readonly<Record<string, Extract<ApiOutcome, { kind: 'unavailable' }>['because']>> = {
  null: 'malformed',
  max_tokens: 'truncated',
  model_context_window_exceeded: 'truncated',
  refusal: 'refused',
  pause_turn: 'paused',
};

function answerOf(message: Message): ModelAnswer | undefined {
  const calls = message.content.flatMap((block): ToolRequest[] =>
    block.type === 'tool_use' ? [{ id: block.id, name: block.name, input: block.input }] : [],
  );
  const text = textOf(message);
  if (message.stop_reason === 'tool_use') return calls.length === 0 ? undefined : { kind: 'calls', text, calls };
  // A call that the model did not stop for is not complete.
  return calls.length > 0 || text === '' ? undefined : { kind: 'text', text };
}

const textOf = ({ content }: Message): string =>
  content
    .flatMap((block) => (block.type === 'text' ? [block.text] : []))
    .join('')
    .trim();

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A server in between may leave the counts out. */
function tokensOf({ usage }: Message): TokenUse {
  const count = (value: number | null | undefined): number => (typeof value === 'number' && Number.isFinite(value) ? value : 0);
  return {
    input: count(usage?.input_tokens),
    cacheWrite: count(usage?.cache_creation_input_tokens),
    cacheRead: count(usage?.cache_read_input_tokens),
    output: count(usage?.output_tokens),
  };
}
