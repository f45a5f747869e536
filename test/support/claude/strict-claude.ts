import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LLMock } from '@copilotkit/aimock';
import { assertNever } from '../../../src/domain/assert-never.ts';
import { estimateTokens } from '../../../src/agent/llm/price.ts';
import { checkRequest, type MessagesRequest } from './messages-request.ts';

/** What the stand-in answers to one request. */
export type ClaudeReply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'calls'; readonly calls: readonly { readonly name: string; readonly input: unknown }[]; readonly text?: string }
  /** A whole answer with another reason for its end. */
  | { readonly kind: 'stopped'; readonly reason: string; readonly reply: ClaudeReply }
  | { readonly kind: 'error'; readonly status: number; readonly type: string; readonly headers?: Readonly<Record<string, string>> }
  /** The first bytes of an answer; then the connection is destroyed, or the body ends as if it were whole. */
  | { readonly kind: 'cut'; readonly bytes: number; readonly how: 'destroyed' | 'ended'; readonly reply: ClaudeReply }
  | { readonly kind: 'garbage'; readonly body: string }
  | { readonly kind: 'silent' };

/** Decides what a model would say. `count` numbers the requests from 1. */
export type Brain = (request: MessagesRequest, count: number) => ClaudeReply | Promise<ClaudeReply>;

export interface StrictClaude {
  readonly url: string;
  readonly requests: readonly MessagesRequest[];
  /** What each answered request would be billed. */
  readonly usages: readonly Billed[];
  /** What was refused, with the reason: a test that forgets to look at it fails at close. */
  readonly refused: readonly string[];
  /** The bytes of the last whole answer. */
  lastBody(): string;
  useBrain(brain: Brain): void;
  close(): Promise<void>;
}

export interface Billed {
  readonly model: string;
  readonly usage: Usage;
  /** The part that is marked for the cache, in tokens. */
  readonly prefix: { readonly key: string; readonly tokens: number };
}

export const CLAUDE_KEY = 'sk-test-key';

/**
 * A server on 127.0.0.1 that takes what the Messages API takes and refuses the rest, in front of aimock, which writes the
 * answers; `direct` writes them here, for runs of many thousand calls. Usage is counted with our estimator; a prefix that was marked and seen before counts as read from the cache.
 */
export async function startStrictClaude(
  brain: Brain,
  { cacheMinimum = 2_048, direct = false }: { readonly cacheMinimum?: number; readonly direct?: boolean } = {},
): Promise<StrictClaude> {
  let think = brain;
  let next: ClaudeReply = { kind: 'text', text: '' };
  let lastBody = '';
  const requests: MessagesRequest[] = [];
  const refused: string[] = [];
  const usages: Billed[] = [];
  const cached = new Set<string>();
  /** What is cut again and again is written once. */
  const wholes = new WeakMap<ClaudeReply, string>();
  const mock = new LLMock({ port: 0, host: '127.0.0.1', logLevel: 'silent', journalMaxEntries: 1 });
  mock.on({ predicate: () => true }, () => mockAnswer(next));
  await mock.start();
  let turn: Promise<unknown> = Promise.resolve();

  /** aimock answers one at a time, so that an answer belongs to its request. */
  function rendered(reply: ClaudeReply, request: MessagesRequest): Promise<string> {
    if (direct) return Promise.resolve(directBody(reply, request));
    const mine = turn.then(async () => {
      next = reply;
      const { output_config: _format, ...body } = request;
      const response = await fetch(`${mock.url}/v1/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-api-key': CLAUDE_KEY, 'anthropic-version': '2026-10-21' },
        body: JSON.stringify(body),
      });
      return response.text();
    });
    turn = mine.catch(() => undefined);
    return mine;
  }

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await bodyOf(incoming);
    const reject = (status: number, type: string, because: string): void => {
      refused.push(because);
      sendError(outgoing, status, type, because);
    };
    // The SDK sends the key as a bearer token; the older header counts too.
    const key = incoming.headers['x-api-key'] ?? incoming.headers.authorization?.replace(/^Bearer /, '');
    if (key === undefined) return reject(401, 'authentication_error', 'x-api-key header is required');
    if (key !== CLAUDE_KEY) return reject(401, 'authentication_error', 'invalid x-api-key');
    if (incoming.headers['anthropic-version'] === undefined) return reject(400, 'invalid_request_error', 'anthropic-version is required');
    if (incoming.method === 'GET' && incoming.url?.startsWith('/v1/models/')) return sendModel(incoming.url, outgoing);
    if (incoming.method !== 'POST' || incoming.url !== '/v1/messages') return reject(404, 'not_found_error', `no ${incoming.url}`);
    const checked = checkRequest(JSON.parse(body));
    if (checked.kind === 'refused') return reject(400, 'invalid_request_error', checked.because);
    requests.push(checked.request);
    await answer(await think(checked.request, requests.length), checked.request, outgoing);
  }

  async function answer(reply: ClaudeReply, request: MessagesRequest, outgoing: ServerResponse): Promise<void> {
    switch (reply.kind) {
      case 'silent':
        return;
      case 'error':
        return sendError(outgoing, reply.status, reply.type, 'as scripted', reply.headers);
      case 'garbage':
        outgoing.writeHead(200, { 'content-type': request.stream ? 'text/event-stream' : 'application/json' });
        return void outgoing.end(reply.body);
      case 'cut': {
        const whole = Buffer.from((wholes.get(reply.reply) ?? '') || (await wholeBody(reply.reply, request)));
        wholes.set(reply.reply, whole.toString());
        outgoing.writeHead(200, { 'content-type': request.stream ? 'text/event-stream' : 'application/json' });
        outgoing.write(whole.subarray(0, reply.bytes), () => (reply.how === 'ended' ? outgoing.end() : outgoing.socket?.destroy()));
        return;
      }
      case 'text':
      case 'json':
      case 'calls':
      case 'stopped':
        lastBody = await wholeBody(reply, request);
        outgoing.writeHead(200, { 'content-type': request.stream ? 'text/event-stream' : 'application/json' });
        return void outgoing.end(lastBody);
    }
  }

  async function wholeBody(reply: ClaudeReply, request: MessagesRequest): Promise<string> {
    const content = reply.kind === 'stopped' ? reply.reply : reply;
    const reason = reply.kind === 'stopped' ? reply.reason : undefined;
    const body = await rendered(content, request);
    const billed = billFor(request, content, cached, cacheMinimum);
    usages.push(billed);
    return amend(body, request.stream === true, billed.usage, reason);
  }

  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch((error: unknown) => sendError(outgoing, 500, 'api_error', String(error)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    usages,
    refused,
    lastBody: () => lastBody,
    useBrain: (brainNow) => void (think = brainNow),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await mock.stop();
    },
  };
}

interface MockAnswer {
  readonly content: string;
  readonly toolCalls?: { name: string; arguments: string }[];
}

function mockAnswer(reply: ClaudeReply): MockAnswer {
  switch (reply.kind) {
    case 'json':
      return { content: JSON.stringify(reply.value) };
    case 'calls':
      return {
        content: reply.text ?? '',
        toolCalls: reply.calls.map(({ name, input }) => ({ name, arguments: JSON.stringify(input) })),
      };
    case 'text':
      return { content: reply.text };
    case 'error':
    case 'garbage':
    case 'silent':
    case 'cut':
    case 'stopped':
      return { content: '' };
    default:
      return assertNever(reply);
  }
}

/** The same answer without aimock: whole, or as the events of a stream. */
function directBody(reply: ClaudeReply, request: MessagesRequest): string {
  const { content, toolCalls = [] } = mockAnswer(reply);
  const blocks = [
    ...(content === '' ? [] : [{ type: 'text' as const, text: content }]),
    ...toolCalls.map(({ name, arguments: json }, at) => ({ type: 'tool_use' as const, id: `toolu_${at}`, name, json })),
  ];
  const head = { id: 'msg_direct', type: 'message', role: 'assistant', model: request.model, stop_sequence: null };
  const usage = { input_tokens: 0, output_tokens: 0 };
  const stop_reason = toolCalls.length > 0 ? 'tool_use' : 'end_turn';
  if (!request.stream) {
    const whole = blocks.map((block) => (block.type === 'text' ? block : { ...block, input: JSON.parse(block.json), json: undefined }));
    return JSON.stringify({ ...head, content: whole, stop_reason, usage });
  }
  const events = [
    { type: 'message_start', message: { ...head, content: [], stop_reason: null, usage } },
    ...blocks.flatMap((block, index) => [
      {
        type: 'content_block_start',
        index,
        content_block: block.type === 'text' ? { type: 'text', text: '' } : { type: 'tool_use', id: block.id, name: block.name, input: {} },
      },
      {
        type: 'content_block_delta',
        index,
        delta: block.type === 'text' ? { type: 'text_delta', text: block.text } : { type: 'input_json_delta', partial_json: block.json },
      },
      { type: 'content_block_stop', index },
    ]),
    { type: 'message_delta', delta: { stop_reason, stop_sequence: null }, usage },
    { type: 'message_stop' },
  ];
  return events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('');
}

async function bodyOf(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString();
}

function sendError(
  outgoing: ServerResponse,
  status: number,
  type: string,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (outgoing.headersSent) return void outgoing.destroy();
  outgoing.writeHead(status, { 'content-type': 'application/json', ...headers });
  outgoing.end(JSON.stringify({ type: 'error', error: { type, message }, request_id: 'req_test' }));
}

function sendModel(url: string, outgoing: ServerResponse): void {
  const id = decodeURIComponent(url.slice('/v1/models/'.length));
  if (!id.startsWith('claude-')) return sendError(outgoing, 404, 'not_found_error', `model: ${id}`);
  outgoing.writeHead(200, { 'content-type': 'application/json' });
  outgoing.end(JSON.stringify({ type: 'model', id, display_name: id, created_at: '2026-10-01T00:00:00Z' }));
}

export interface Usage {
  readonly input_tokens: number;
  readonly cache_creation_input_tokens: number;
  readonly cache_read_input_tokens: number;
  readonly output_tokens: number;
}

function billFor(request: MessagesRequest, reply: ClaudeReply, cached: Set<string>, minimum: number): Billed {
  const prefix = JSON.stringify([request.tools ?? [], request.system ?? '']);
  const isMarked = typeof request.system !== 'string' && (request.system ?? []).some((block) => block.cache_control !== undefined);
  const tokens = estimateTokens(prefix);
  const rest = estimateTokens(JSON.stringify(request.messages));
  const output_tokens = estimateTokens(JSON.stringify(mockAnswer(reply)));
  const { model } = request;
  if (!isMarked || tokens < minimum) {
    const usage = { input_tokens: tokens + rest, cache_creation_input_tokens: 0, cache_read_input_tokens: 0, output_tokens };
    return { model, usage, prefix: { key: '', tokens: 0 } };
  }
  const key = createHash('sha256').update(model).update(prefix).digest('hex');
  const hit = cached.has(key);
  cached.add(key);
  const usage = {
    input_tokens: rest,
    cache_creation_input_tokens: hit ? 0 : tokens,
    cache_read_input_tokens: hit ? tokens : 0,
    output_tokens,
  };
  return { model, usage, prefix: { key, tokens } };
}

/** Puts usage and, where scripted, the reason for the end into what aimock wrote. */
function amend(body: string, isStream: boolean, usage: Usage, reason: string | undefined): string {
  if (!isStream) {
    const message = JSON.parse(body);
    return JSON.stringify({ ...message, usage: { ...message.usage, ...usage }, stop_reason: reason ?? message.stop_reason });
  }
  return body.replace(/^data: (.*)$/gm, (line, json: string) => {
    const event = JSON.parse(json);
    if (event.type === 'message_start') event.message.usage = { ...event.message.usage, ...usage, output_tokens: 1 };
    else if (event.type === 'message_delta') {
      event.usage = { ...event.usage, output_tokens: usage.output_tokens };
      if (reason !== undefined) event.delta.stop_reason = reason;
    } else return line;
    return `data: ${JSON.stringify(event)}`;
  });
}
