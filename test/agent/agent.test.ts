import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { AgentParts } from '../../src/agent/agent-parts.ts';
import type { InboundMessage } from '../../src/domain/message.ts';
import { messageId, participantKey } from '../../src/domain/ids.ts';
import type { ToolOutcome } from '../../src/domain/tool-outcome.ts';
import type { StepResult } from '../../src/store/store.ts';
import type { PreparedInput, Tool, ToolPack } from '../../src/tools/tool.ts';
import { openShop } from '../tools/demo-shop/open-shop.ts';
import { openAgentBench, type AgentBench, type Meant } from '../support/agent/agent-bench.ts';

let shop: ToolPack;
beforeAll(async () => {
  shop = (await openShop()).pack;
});
afterAll(() => shop.close());

let bench: AgentBench | undefined;
afterEach(async () => {
  await bench?.close();
  bench = undefined;
});
async function open(change?: Partial<AgentParts>, replaceTool?: (tool: Tool) => Tool): Promise<AgentBench> {
  bench = await openAgentBench(shop, change, replaceTool);
  return bench;
}

const reasonOf = ({ turn, tickets }: StepResult): readonly (string | undefined)[] => [
  turn?.decision.kind === 'stay_silent' ? turn.decision.because : turn?.decision.kind,
  tickets[0]?.summary.reason.kind,
];
const textOf = ({ outbound }: StepResult): string =>
  outbound.flatMap(({ body }) => (body.kind === 'text' || body.kind === 'question' ? [body.markdown] : [])).join('\n');
const author = (role: InboundMessage['author']['role']): Partial<InboundMessage> => ({
  author: { key: participantKey('x'), displayName: 'X', trust: 'unverified', role },
});
const TRACK: Meant = { orderId: 'LF-10001' };
const REFUND: Meant = { intent: 'refund_request', topic: 'refund', orderId: 'LF-10002' };

describe('the agent says nothing', () => {
  it.each<[string, Partial<InboundMessage>, readonly (string | undefined)[]]>([
    ['to its own messages', author('self'), ['own_message', undefined]],
    ['to other machines', author('bot'), ['own_message', undefined]],
    ['to a copy of its own mail', { automatic: 'own' }, ['own_message', undefined]],
    ['to an out-of-office note', { automatic: 'auto' }, ['automatic', undefined]],
    ['to a mailing list', { automatic: 'list' }, ['automatic', undefined]],
    ['to a bounce out of nowhere', { automatic: 'bounce' }, ['automatic', undefined]],
    ['to spam', { hold: 'spam' }, ['held', undefined]],
    ['to a mail that is too old, which goes to the desk', { hold: 'too_old' }, ['held', 'message_held']],
    ['to a mail that cannot be read, which goes to the desk', { hold: 'unreadable' }, ['held', 'message_held']],
    ['to a sender who writes too much, who goes to the desk', { hold: 'rate_limited' }, ['held', 'message_held']],
    ['after a colleague answered in the thread, who has it from then on', author('staff'), ['human_is_handling', 'needs_specialist']],
  ])('%s', async (_title, change, reason) => {
    const step = await (await open()).says('where is LF-10001?', TRACK, change);
    expect(reasonOf(step)).toEqual(reason);
    expect(step.outbound).toEqual([]);
  });

  it('when one of its mails bounces, but a human is told', async () => {
    const agent = await open();
    await agent.says('where is LF-10001?', TRACK);
    const step = await agent.says('delivery failed', {}, { automatic: 'bounce', ...author('customer') });
    expect(reasonOf(step)).toEqual(['automatic', 'needs_specialist']);
    expect(step.outbound).toEqual([]);
  });

  it.each<[string, Partial<AgentParts>, Partial<InboundMessage>]>([
    ['paused', { paused: async () => true }, {}],
    ['held', {}, { hold: 'too_old' }],
  ])('and a ticket that was opened for it, %s, rings an alarm when nobody takes it', async (_why, change, message) => {
    expect((await (await open(change)).says('hello', {}, message)).setTimers.map(({ kind }) => kind)).toEqual(['sla']);
  });

  it('while it is paused, and the ticket says why', async () => {
    const step = await (await open({ paused: async () => true })).says('where is LF-10001?', TRACK);
    expect(reasonOf(step)).toEqual(['paused', 'paused']);
    expect(step.conversation.state.kind).toBe('with_human');
    expect(step.outbound).toEqual([]);
  });
});

describe('with real channels on demo data', () => {
  it.each<[string, Meant]>([
    ['where is LF-10001?', TRACK],
    ['hello', { intent: 'other', topic: 'small_talk' }],
    ['a person please', { intent: 'other', topic: 'human_request', signals: ['asks_for_human'] }],
    ['thanks', { intent: 'other', topic: 'small_talk', signals: ['thanks'] }],
  ])('nothing leaves after %j: the draft stands on a ticket', async (words, meant) => {
    const step = await (await open({ guard: 'the demo shop' })).says(words, meant);
    expect(step.outbound).toEqual([]);
    expect(step.tickets[0]?.summary.reason.kind).toBe('go_live_guard');
    expect(step.tickets[0]?.summary.draft).not.toBe('');
    expect(step.conversation.state).toMatchObject({ kind: 'with_human', ticket: step.tickets[0]?.number });
  });

  it('nothing leaves when a message is given up either', async () => {
    const step = await (await open({ guard: 'the demo shop' })).gaveUp('where is it', 'the router is down');
    expect(step.outbound).toEqual([]);
    expect(step.tickets).toHaveLength(1);
  });
});

describe('a message that failed again and again', () => {
  it('goes to a human with the truth for the customer', async () => {
    const agent = await open();
    const step = await agent.gaveUp('where is my order', 'the router is down');
    expect(step.tickets[0]).toMatchObject({
      kind: 'handoff',
      priority: 'high',
      summary: { reason: { kind: 'engine_unavailable' }, wants: 'where is my order' },
    });
    expect(textOf(step)).toContain(`it's with our team as ${step.tickets[0]?.number}`);
    expect(textOf(step)).not.toContain('router');
    expect(step.events.map(({ name }) => name)).toContain('turn.failed');
  });

  it('rings an alarm when nobody takes it', async () => {
    expect((await (await open()).gaveUp('where is my order', 'down')).setTimers.map(({ kind }) => kind)).toEqual(['sla']);
  });

  it('changes nothing where a human has the conversation already', async () => {
    const agent = await open();
    await agent.says('a person please', { signals: ['asks_for_human'] });
    const step = await agent.gaveUp('hello?', 'down');
    expect([step.outbound, step.tickets, step.conversation.state.kind]).toEqual([[], [], 'with_human']);
  });
});

describe('a tool of the shop that breaks', () => {
  const failing =
    (name: string, run: () => Promise<ToolOutcome<unknown>>) =>
    (tool: Tool): Tool =>
      String(tool.name) === name
        ? {
            ...tool,
            prepare(input): PreparedInput {
              const prepared = tool.prepare(input);
              return prepared.kind === 'ready' ? { ...prepared, call: { ...prepared.call, run } } : prepared;
            },
          }
        : tool;
  const proved = async (agent: AgentBench, words: string, meant: Meant): Promise<StepResult> => {
    await agent.says(words, meant);
    return agent.says(agent.code(), meant);
  };
  const boom = async (): Promise<ToolOutcome<unknown>> => {
    throw new Error('ECONNRESET at 10.0.0.7');
  };

  it('while reading hands over, without a technical word', async () => {
    const step = await proved(await open({}, failing('lookup_order', boom)), 'where is LF-10001?', TRACK);
    expect(step.tickets[0]).toMatchObject({
      priority: 'high',
      summary: { reason: { kind: 'critical_tool_failed', tool: 'lookup_order' } },
    });
    expect(textOf(step)).toMatch(/didn't answer as it should/);
    expect(textOf(step)).not.toMatch(/ECONN|10\.0|Error/);
  });

  it.each([
    ['throws', boom],
    ['never answers', () => new Promise<ToolOutcome<unknown>>(() => {})],
    ['cannot tell', async (): Promise<ToolOutcome<unknown>> => ({ kind: 'unknown', because: 'timeout' })],
  ])('while paying, when it %s, claims neither success nor failure', async (_how, run) => {
    const agent = await open({}, failing('process_refund', run));
    await proved(agent, 'refund LF-10002', REFUND);
    const step = await agent.says('yes', { intent: 'other', topic: 'small_talk' });
    expect(textOf(step)).toMatch(/I've started this, but our system hasn't confirmed it yet. I'm checking/);
    expect(textOf(step)).not.toMatch(/is on its way/);
    expect(step.setTimers.filter(({ kind }) => kind === 'look_again')).toHaveLength(1);
    expect(step.closedCalls).toEqual([]);
    expect(step.events.map(({ name }) => name)).not.toContain('refund.paid');
  });
});

describe('one message', () => {
  it('is always one decision, one turn and the same ids when it is tried again', async () => {
    const first = await (await open()).says('where is LF-10001?', TRACK);
    await bench?.close();
    const second = await (await open()).says('where is LF-10001?', TRACK);
    expect(second.outbound.map(({ id }) => id)).toEqual(first.outbound.map(({ id }) => id));
    expect(second.turn?.id).toBe(first.turn?.id);
    expect(first.events.filter(({ name }) => name === 'turn.decided')).toHaveLength(1);
  });

  it.each([
    ['', 'without any text'],
    ['   \n ', 'without any text'],
  ])('without words (%j) is asked about', async (text, says) => {
    const step = await (await open()).says(text);
    expect(textOf(step)).toContain(says);
  });

  it('with only a file is thanked for and asked about', async () => {
    const file = { name: 'tent.jpg', mediaType: 'image/jpeg', bytes: 10, state: 'stored' } as const;
    expect(textOf(await (await open()).says('', {}, { attachments: [file] }))).toMatch(/the file has arrived/);
  });

  it('of a million characters is read in bounded time', async () => {
    const agent = await open();
    const started = performance.now();
    await agent.says('where is my order and the address 12 Elm Road '.repeat(20_000), TRACK);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it('leaves no words, addresses or codes in the events', async () => {
    const agent = await open();
    const asked = await agent.says('where is LF-10001? I live at 12 Elm Road', TRACK);
    const told = await agent.says(agent.code(), TRACK);
    const written = JSON.stringify([...asked.events, ...told.events]);
    for (const secret of ['Elm Road', 'mia.keller', agent.code()]) expect(written).not.toContain(secret);
  });
});

describe('a message that its author deletes after the answer', () => {
  const SECRET = 'My card ends in 4242 and I want a person';

  it('leaves turns, requests and tickets, and is in no later summary', async () => {
    const agent = await open();
    const first = await agent.says(SECRET, { intent: 'other', topic: 'human_request', signals: ['asks_for_human'] });
    const [original] = first.turn?.inbound ?? [];
    expect(first.tickets[0]?.summary.wants).toContain('4242');
    const step = await agent.says('', {}, { kind: 'deleted', ...(original ? { replaces: original.id } : {}) });
    expect(step.outbound).toEqual([]);
    const kept = [await agent.store.conversation(step.conversation.id), ...(await agent.store.tickets({ open: true }))];
    expect(JSON.stringify(kept)).not.toContain('4242');
    expect(kept).toHaveLength(2);
  });

  it('is answered no more where the deletion came first', async () => {
    const agent = await open();
    const original = messageId('console/a/b/overtaken');
    await agent.says('', {}, { kind: 'deleted', replaces: original });
    const step = await agent.says('where is LF-10001?', TRACK, { id: original });
    expect(step.outbound).toEqual([]);
  });
});
