import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { createAnthropicApi } from '../../../src/agent/llm/anthropic.ts';
import type { ApiOutcome, ModelApi } from '../../../src/agent/llm/metered.ts';
import { lookupTool, modelCall } from '../../support/claude/model-calls.ts';
import { CLAUDE_KEY, startStrictClaude, type ClaudeReply, type StrictClaude } from '../../support/claude/strict-claude.ts';

const SCHEMA = z.object({ answer: z.string() });
const CALL: ClaudeReply = { kind: 'calls', calls: [{ name: 'lookup_order', input: { orderId: 'LF-10002' } }], text: 'I will look.' };
const WORDS: ClaudeReply = { kind: 'text', text: 'Refunds take 5–10 business days.' };
const VALUE: ClaudeReply = { kind: 'json', value: { answer: 'yes' } };
const error = (status: number, type: string, headers: Record<string, string> = {}): ClaudeReply => ({
  kind: 'error',
  status,
  type,
  headers,
});
const stopped = (reason: string, reply: ClaudeReply): ClaudeReply => ({ kind: 'stopped', reason, reply });

let claude: StrictClaude;
let api: ModelApi;
/** For answers that never come; the others have all the time that a busy machine needs. */
let hurried: ModelApi;

beforeAll(async () => {
  claude = await startStrictClaude(() => WORDS);
  api = createAnthropicApi({ apiKey: CLAUDE_KEY, baseUrl: `${claude.url}/v1/` }, 15_000);
  hurried = createAnthropicApi({ apiKey: CLAUDE_KEY, baseUrl: claude.url }, 150);
});
afterAll(() => claude.close());

async function ask(reply: ClaudeReply, change: Parameters<typeof modelCall>[0] = {}): Promise<ApiOutcome> {
  claude.useBrain(() => reply);
  return (reply.kind === 'silent' && !change.signal ? hurried : api).exchange(modelCall({ tools: [lookupTool], ...change }));
}
const because = (outcome: ApiOutcome): string =>
  outcome.kind === 'unavailable' ? outcome.because : `answered with ${outcome.answer.kind}`;

describe('an exchange over the Messages API', () => {
  it('gives words', async () => {
    expect(await ask(WORDS)).toMatchObject({ kind: 'answered', answer: { kind: 'text', text: 'Refunds take 5–10 business days.' } });
  });

  it('gives complete tool calls with their ids', async () => {
    const outcome = await ask(CALL);
    expect(outcome).toMatchObject({
      answer: { kind: 'calls', text: 'I will look.', calls: [{ name: 'lookup_order', input: { orderId: 'LF-10002' } }] },
    });
  });

  it('gives a value of the schema that was asked for', async () => {
    expect(await ask(VALUE, { schema: SCHEMA, tools: [] })).toMatchObject({ answer: { kind: 'value', value: { answer: 'yes' } } });
  });

  it('sends tool results with the calls that they answer', async () => {
    const outcome = await ask(WORDS, {
      messages: [
        { role: 'user', text: 'where is it' },
        { role: 'assistant', text: '', calls: [{ id: 'a', name: 'lookup_order', input: {} }] },
        { role: 'results', results: [{ id: 'a', content: 'shipped', isError: false }] },
      ],
    });
    expect([because(outcome), claude.refused]).toEqual(['answered with text', []]);
  });

  it('marks tools and system text for the cache, and counts what was read from it', async () => {
    const first = await ask(WORDS, { stablePrefix: 'Rules. '.repeat(2_000) });
    const second = await ask(WORDS, { stablePrefix: 'Rules. '.repeat(2_000) });
    expect(first.tokens.cacheWrite).toBeGreaterThan(3_000);
    expect([second.tokens.cacheRead, second.tokens.cacheWrite]).toEqual([first.tokens.cacheWrite, 0]);
  });

  it.each<[string, ClaudeReply, string, string]>([
    ['429 with retry-after', error(429, 'rate_limit_error', { 'retry-after': '2' }), 'rate_limited', 'rate_limited'],
    ['429 without retry-after, a limit on spending', error(429, 'rate_limit_error'), 'spend_limit', 'spend_limit'],
    ['402', error(402, 'billing_error'), 'spend_limit', 'spend_limit'],
    ['529', error(529, 'overloaded_error'), 'overloaded', 'overloaded'],
    ['500', error(500, 'api_error'), 'overloaded', 'overloaded'],
    ['504', error(504, 'timeout_error'), 'timeout', 'timeout'],
    ['400', error(400, 'invalid_request_error'), 'rejected', 'rejected'],
    ['401', error(401, 'authentication_error'), 'rejected', 'rejected'],
    ['404, an unknown model', error(404, 'not_found_error'), 'rejected', 'rejected'],
    ['413', error(413, 'request_too_large'), 'truncated', 'truncated'],
    ['no answer at all', { kind: 'silent' }, 'timeout', 'timeout'],
    ['a body that is no JSON', { kind: 'garbage', body: '<html>busy</html>' }, 'malformed', 'malformed'],
    ['an empty body', { kind: 'garbage', body: '' }, 'malformed', 'malformed'],
    ['a refusal', stopped('refusal', WORDS), 'refused', 'refused'],
    ['max_tokens within words', stopped('max_tokens', WORDS), 'truncated', 'truncated'],
    ['max_tokens within a call', stopped('max_tokens', CALL), 'truncated', 'truncated'],
    ['pause_turn', stopped('pause_turn', WORDS), 'paused', 'paused'],
    ['a full context window', stopped('model_context_window_exceeded', WORDS), 'truncated', 'truncated'],
    ['a call without the reason of a call', stopped('end_turn', CALL), 'invalid_output', 'invalid_output'],
    ['no words', { kind: 'text', text: ' ' }, 'invalid_output', 'invalid_output'],
    ['words where JSON was asked for', WORDS, 'answered with text', 'invalid_output'],
    ['JSON of another form', { kind: 'json', value: { reply: 1 } }, 'answered with text', 'invalid_output'],
  ])('tells %s apart: in a stream %s', async (_, reply, inStream, asValue) => {
    expect([because(await ask(reply)), because(await ask(reply, { schema: SCHEMA, tools: [] }))]).toEqual([inStream, asValue]);
  });

  it('passes on how long the server asks to wait', async () => {
    expect(await ask(error(429, 'rate_limit_error', { 'retry-after': '2' }))).toMatchObject({ retryAfterMs: 2_000 });
    expect(await ask(error(529, 'overloaded_error', { 'retry-after-ms': '150' }))).toMatchObject({ retryAfterMs: 150 });
  });

  it('refuses a wrong key without a second try', async () => {
    const before = claude.refused.length;
    const stranger = createAnthropicApi({ apiKey: 'sk-other', baseUrl: claude.url }, 15_000);
    expect(because(await stranger.exchange(modelCall()))).toBe('rejected');
    expect(claude.refused.slice(before)).toEqual(['invalid x-api-key']);
  });

  it('ends when the turn has no more time', async () => {
    const patience = new AbortController();
    setTimeout(() => patience.abort(), 20);
    expect(because(await ask({ kind: 'silent' }, { signal: patience.signal }))).toBe('timeout');
  });
});

describe('a stream that is cut', () => {
  /** The bytes up to the event that tells why the answer ended: before it something is missing. */
  async function partsOf(reply: ClaudeReply): Promise<number> {
    await ask(reply);
    const whole = claude.lastBody();
    return Buffer.byteLength(whole.slice(0, whole.indexOf('event: message_delta')));
  }

  it.each<['destroyed' | 'ended', ClaudeReply, string, number]>([
    // Every byte is a run of its own: npm run model -- cuts.
    ['ended', CALL, 'call', 7],
    ['destroyed', CALL, 'call', 29],
    ['ended', WORDS, 'sentence', 11],
    ['destroyed', WORDS, 'sentence', 29],
  ])('and then %s gives nothing of it (%#)', async (how, reply, what, step) => {
    const early: string[] = [];
    const length = await partsOf(reply);
    for (let bytes = 1; bytes <= length; bytes += step) {
      const outcome = await ask({ kind: 'cut', bytes, how, reply });
      if (outcome.kind === 'answered') early.push(`a ${what} after ${bytes} bytes`);
    }
    expect([length > 300, early]).toEqual([true, []]);
  });
});
