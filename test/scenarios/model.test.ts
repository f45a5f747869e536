import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { explanationText } from '../../src/cli/explain.ts';
import { messageId } from '../../src/domain/ids.ts';
import { explain } from '../../src/insight/explain.ts';
import { openSupport, type Customer, type Support } from '../support/agent/open-support.ts';
import { readRequest, rightWords, WRONG_DRAFTS } from '../support/claude/brains.ts';
import { CLAUDE_KEY, startStrictClaude, type Brain, type ClaudeReply, type StrictClaude } from '../support/claude/strict-claude.ts';
import { FAILURES } from '../support/claude/suite-with-model.ts';

const MIA = 'mia.keller@example.com';
const QUESTION = 'How long do refunds take?';
const UNKNOWN = 'Can you sing me a song about tents and the quantum moon?';
const UNCLEAR = 'Hmm, that one from back then, what about its lid?';

let claude: StrictClaude;
let support: Support;
/** The plan's own words for the question, as they are without a model. */
let plain: string;

/** Without the last line, which varies. */
const answerIn = (text: string): string => text.slice(0, text.lastIndexOf('\n\n'));

const good: Brain = (request) => rightWords(readRequest(request));
const mia = (): Customer => support.customer(MIA, 'email');

beforeAll(async () => {
  claude = await startStrictClaude(good);
  support = await openSupport((config) => ({
    ...config,
    model: { apiKey: CLAUDE_KEY, baseUrl: claude.url },
    models: {
      ...config.models,
      limits: { ...config.models.limits, callSeconds: 2, turnSeconds: 3 },
      breaker: { ...config.models.breaker, failures: 1_000 },
    },
  }));
  claude.useBrain(() => ({ kind: 'error', status: 500, type: 'api_error' }));
  plain = answerIn((await mia().says(QUESTION)).text);
});
beforeEach(() => claude.useBrain(good));
afterAll(async () => {
  await support.close();
  await claude.close();
});

/** Answers everything as a good model does, and drafts of answers like this. */
const drafting =
  (draft: (second: boolean, words: string) => unknown): Brain =>
  (request) => {
    const read = readRequest(request);
    return read.purpose === 'answer' ? { kind: 'json', value: draft(read.isSecondDraft, read.draft ?? '') } : rightWords(read);
  };

describe('an answer in the words of a model', () => {
  it('is given with the sources of the plan, and says what they say', async () => {
    const { text, turn } = await mia().says(QUESTION);
    expect(text).toContain('Thanks for asking. Refunds take 5–10 business days.');
    expect(text).toContain('Source: [How long do refunds take?]');
    expect(turn.rules).toContain('model_words');
  });

  it.each(WRONG_DRAFTS.map((wrong) => [wrong.kind, wrong] as const))("with %s in it is thrown away for the plan's", async (_, wrong) => {
    claude.useBrain(drafting((_second, words) => ({ kind: 'answer', ...wrong.make(words, ['A1']) })));
    const { text, turn } = await mia().says(QUESTION);
    expect(answerIn(text)).toBe(plain);
    expect(turn.rules).toContain('model_words:given_up');
  });

  it('is asked for once more with the reason, and a right second draft is taken', async () => {
    claude.useBrain(
      drafting((second, words) => ({
        kind: 'answer',
        text: second ? `Thanks for asking. ${words}` : `${words} It takes 97 days.`,
        articles: ['A1'],
      })),
    );
    const { text, turn } = await mia().says(QUESTION);
    expect(text).toContain('Thanks for asking. Refunds take');
    expect(turn.modelCalls?.at(-1)?.sent).toContain('(value_contradicts_source)');
  });

  it.each<[string, unknown]>([
    ['no article', { kind: 'answer', text: 'Refunds take 5–10 business days.', articles: [] }],
    ['an article that was not there', { kind: 'answer', text: 'Refunds take 5–10 business days.', articles: ['A9'] }],
    ['nothing', { kind: 'answer', text: '', articles: ['A1'] }],
  ])('that names %s is thrown away', async (_, value) => {
    claude.useBrain(drafting(() => value));
    expect(answerIn((await mia().says(QUESTION)).text)).toBe(plain);
  });
});

describe('a turn without an answer of the model', () => {
  it.each<[string, ClaudeReply]>([
    ...FAILURES.map((failure, at): [string, ClaudeReply] => [`${failure.kind} ${at}`, failure]),
    ['a spend limit', { kind: 'error', status: 429, type: 'rate_limit_error' }],
    ['a refused key', { kind: 'error', status: 401, type: 'authentication_error' }],
    ['silence', { kind: 'silent' }],
  ])("gives the plan's answer, whole: %s", async (_, failure) => {
    claude.useBrain(() => failure);
    const { text, turn } = await mia().says(QUESTION);
    expect([answerIn(text), turn.decision.kind]).toEqual([plain, 'reply']);
    // A refused key or a spent account rests for ten minutes.
    await support.advance(11 * 60_000);
  });

  it('ends in time with the truth and a human when nothing answers', async () => {
    const customer = mia();
    await customer.proves('Where is my order LF-10001?');
    claude.useBrain(() => ({ kind: 'silent' }));
    const { turn, ticket } = await customer.says(UNKNOWN);
    expect([turn.decision.kind, ticket?.summary.wants]).toEqual(['escalate', UNKNOWN]);
  });
});

describe('a model that looks things up', () => {
  const calling =
    (...steps: readonly ClaudeReply[]): Brain =>
    (request) => {
      const read = readRequest(request);
      if (read.purpose === 'route')
        return {
          kind: 'json',
          value: { requests: [{ topic: 'order_status/order_details', confidence: 0.4, words: read.words }], signals: [], entities: [] },
        };
      return read.purpose === 'look_up' ? (steps[read.results.length] ?? { kind: 'text', text: 'NO_ANSWER' }) : rightWords(read);
    };
  const lookup: ClaudeReply = { kind: 'calls', calls: [{ name: 'lookup_order', input: {} }] };

  async function proved(): Promise<Customer> {
    const customer = mia();
    await customer.proves('Where is my order LF-10001?');
    return customer;
  }

  it('answers from what the tools returned', async () => {
    const customer = await proved();
    claude.useBrain(calling(lookup, { kind: 'text', text: 'Your Enamel Camp Mug Set (LF-10002) cost $40.00.' }));
    const { text, turn } = await customer.says(UNCLEAR);
    expect(text).toContain('Your Enamel Camp Mug Set (LF-10002) cost $40.00.');
    expect(turn.rules).toContain('model_look_up');
  });

  it.each<[string, string]>([
    ['a sum that no tool returned', 'Your Enamel Camp Mug Set (LF-10002) cost $41.00.'],
    ['something that nobody did', 'I have refunded LF-10002 for you.'],
    ['a host that is not ours', 'Your order LF-10002 is shown on orders.example.'],
  ])('is not heard with %s: a human takes over', async (_, words) => {
    const customer = await proved();
    claude.useBrain(calling(lookup, { kind: 'text', text: words }));
    const { text, turn } = await customer.says(UNCLEAR);
    expect([turn.decision.kind, text.includes(words)]).toEqual(['escalate', false]);
  });

  it('cannot start a change that the customer did not ask for', async () => {
    const customer = await proved();
    claude.useBrain(calling({ kind: 'calls', calls: [{ name: 'cancel_order', input: { orderId: 'LF-10001' } }] }));
    const { turn, after } = await customer.says(UNCLEAR);
    expect(turn.rules).toContain('model_change_refused:not_asked_by_customer');
    expect([after.memory.proposal, turn.actions.filter(({ tool }) => tool === 'cancel_order')]).toEqual([undefined, []]);
  });

  it('makes at most eight calls in a turn', async () => {
    const customer = await proved();
    claude.useBrain(calling(...Array.from({ length: 20 }, () => lookup)));
    const { turn } = await customer.says(UNCLEAR);
    expect(turn.modelCalls?.length).toBeLessThanOrEqual(8);
    expect(turn.decision.kind).toBe('escalate');
  });

  it('leaves nobody with a call that was not answered', () => {
    expect(claude.refused).toEqual([]);
  });
});

describe('a human who takes over', () => {
  it('reads in short what it is about, and a draft only where it passes the quality check', async () => {
    claude.useBrain((request) => {
      const read = readRequest(request);
      const value = { inShort: 'The customer wants a person.', draft: 'We will pay you $500.00, guaranteed.' };
      return read.purpose === 'summarise' ? { kind: 'json', value } : rightWords(read);
    });
    const { ticket } = await mia().says('I want to talk to a human please');
    expect([ticket?.summary.inShort, ticket?.summary.draft]).toEqual(['The customer wants a person.', '']);
  });
});

describe('what is sent to a model', () => {
  it('holds no card, no code, no address and no name, and can be shown turn by turn', async () => {
    const customer = mia();
    await customer.says('Mia Keller here, card 4111 1111 1111 1111, call +1 555 010 2233. Where is my order LF-10001?', {
      change: { author: { ...(await authorOf()), displayName: 'Mia Keller' } },
    });
    const code = await customer.code();
    await customer.says(code);
    await customer.says(QUESTION);
    const turns = explain(await customer.conversation());
    const sent = claude.requests
      .slice(-8)
      .map((request) => JSON.stringify(request))
      .join('\n');
    for (const secret of ['4111', '010 2233', code, MIA, 'Keller', '418 Alder', CLAUDE_KEY]) expect(sent).not.toContain(secret);
    const shown = turns.map((turn) => explanationText(turn, true)).join('\n');
    expect(shown).toContain('model       route, claude-haiku-5-5: value');
    expect(shown).toContain('[CREDIT_CARD], call [PHONE_1]');
  });

  it('is counted: tokens and dollars of the turn and of the conversation', async () => {
    const { turn, after } = await mia().says(QUESTION);
    const calls = turn.modelCalls ?? [];
    expect(calls.map(({ purpose }) => purpose)).toEqual(['route', 'answer']);
    expect(turn.cost).toBe(calls.reduce((sum, { cost }) => sum + cost, 0));
    expect(after.turns.reduce((sum, { cost }) => sum + cost, 0)).toBeGreaterThan(0);
  });

  it('is forgotten with the message that the customer deletes', async () => {
    const customer = mia();
    await customer.says(`${QUESTION} I am in a hurry, my train leaves.`);
    const first = messageId(`email/driven/${customer.thread.key}/1`);
    const { after } = await customer.says('', { change: { kind: 'deleted', replaces: first } });
    const kept = JSON.stringify(after.turns.map(({ modelCalls }) => modelCalls));
    expect(kept).toContain('[deleted by the customer]');
    expect(kept).not.toContain('my train leaves');
  });

  it('is nothing for codes, a plain yes and thanks', async () => {
    const customer = mia();
    const { turn: asked } = await customer.proves('I want a refund for LF-10002');
    const { turn: thanked } = await customer.says('no thanks');
    expect([asked.modelCalls, thanked.modelCalls]).toEqual([undefined, undefined]);
  });

  async function authorOf() {
    const { after } = await mia().says('hello there my friend');
    const author = after.turns[0]?.inbound[0]?.author;
    if (!author) throw new Error('nobody wrote');
    return author;
  }
});
