import { readFileSync } from 'node:fs';
import { english } from '../../../src/agent/languages/english/english.ts';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { countMessages, firstEscalation, questionKey, type Look } from '../../../src/agent/escalation/rules.ts';
import type { Signal } from '../../../src/domain/classification.ts';
import type { Conversation, Memory, Turn } from '../../../src/domain/conversation.ts';
import { channelName, configVersion, intentName, messageId, participantKey, turnId } from '../../../src/domain/ids.ts';
import { microUsd } from '../../../src/domain/money.ts';
import { newConversation } from '../../../src/domain/new-conversation.ts';
import { escalationSettings } from '../../../src/domain/playbook.ts';
import { entity, requestFor } from '../../support/agent/requests.ts';

const settings = escalationSettings.parse(parse(readFileSync(new URL('../../../config/escalation.yaml', import.meta.url), 'utf8')));
const AT = new Date('2026-03-10T15:00:00.000Z');
const THREAD = { channel: channelName('console'), account: 'a', space: 'b', key: 'c' };
const conversation = newConversation({ thread: THREAD, subject: undefined, openedAt: AT, configVersion: configVersion('v1') });

function turnWith(text: string, number: number): Turn {
  const author = { key: participantKey('mia'), displayName: '', trust: 'unverified', role: 'customer' } as const;
  const message = {
    id: messageId(`m${number}`),
    kind: 'new',
    thread: THREAD,
    author,
    audience: 'private',
    text,
    fullText: text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt: AT,
  } as const;
  return {
    id: turnId(`t${number}`),
    at: AT,
    inbound: [message],
    classifications: [],
    signals: new Set(),
    passages: [],
    actions: [],
    decision: { kind: 'stay_silent', because: 'nothing_to_add' },
    said: [],
    rules: [],
    cost: microUsd(0),
  };
}
const after = (...texts: readonly string[]): Conversation => ({ ...conversation, turns: texts.map(turnWith) });
const remembering = (change: Partial<Memory>): Memory => ({ ...conversation.memory, ...change });

interface Case {
  readonly signals?: readonly Signal[];
  readonly memory?: Partial<Memory>;
  readonly messages?: number;
  readonly requests?: Look['requests'];
}
function escalated({ signals = [], memory = {}, messages = 1, requests = [] }: Case) {
  const understanding = { classifications: [], signals: new Set(signals), entities: [], language: 'en' };
  return firstEscalation(
    { words: 'some words', understanding, requests, memory: remembering(memory), messages, limits: settings.limits, language: english },
    settings,
  );
}

describe('a human takes over', () => {
  it('not without a reason', () => {
    expect(escalated({})).toBeUndefined();
  });

  const where = requestFor('where is my order');
  it.each<[string, Case, string | undefined]>([
    ['at once when the customer asks for one', { signals: ['asks_for_human'] }, 'customer_asked'],
    ['at once when somebody may be hurt', { signals: ['reports_danger'] }, 'danger'],
    ['at once when law is mentioned', { signals: ['mentions_legal'] }, 'legal_mention'],
    ['not after one angry message', { signals: ['angry'], memory: { angryInARow: 1 } }, undefined],
    ['after two angry messages in a row', { signals: ['angry'], memory: { angryInARow: 2 } }, 'angry'],
    ['not when the same is asked twice', { requests: [where], memory: { asked: { 'order_status/track|': 2 } } }, undefined],
    ['when the same is asked three times', { requests: [where], memory: { asked: { 'order_status/track|': 3 } } }, 'same_question'],
    [
      'not when the third question is about another order',
      {
        requests: [requestFor('and LF-10002', { entities: [entity('order_id', 'LF-10002')] })],
        memory: { asked: { 'order_status/track|LF-10001': 3 } },
      },
      undefined,
    ],
    ['not after ten messages', { messages: 10 }, undefined],
    ['after the eleventh message', { messages: 11 }, 'too_many_messages'],
    ['not for a thank-you or a greeting', { signals: ['thanks', 'greeting', 'disputes_charge', 'repeats_question'] }, undefined],
  ])('%s', (_title, look, rule) => {
    expect(escalated(look)?.rule).toBe(rule);
  });

  it('for the most important of several reasons, in the order of the configuration', () => {
    const everything: Case = {
      signals: ['reports_danger', 'asks_for_human', 'mentions_legal', 'angry'],
      memory: { angryInARow: 3, asked: { 'order_status/track|': 5 } },
      requests: [where],
      messages: 40,
    };
    const order = ['reports_danger', 'asks_for_human', 'mentions_legal'].reduce<{ rules: (string | undefined)[]; signals: Signal[] }>(
      ({ rules, signals }, drop) => ({
        rules: [...rules, escalated({ ...everything, signals })?.rule],
        signals: signals.filter((signal) => signal !== drop),
      }),
      { rules: [], signals: ['reports_danger', 'asks_for_human', 'mentions_legal', 'angry'] },
    );
    expect(order.rules).toEqual(['danger', 'customer_asked', 'legal_mention']);
    expect(escalated({ ...everything, signals: ['angry'] })?.rule).toBe('angry');
    expect(escalated({ ...everything, signals: [], memory: { asked: { 'order_status/track|': 3 } } })?.rule).toBe('same_question');
  });

  it('with the evidence: the words, how often, or how many', () => {
    expect(escalated({ signals: ['asks_for_human'] })?.reason).toEqual({ kind: 'customer_asked', words: 'some words' });
    expect(escalated({ messages: 11 })?.reason).toEqual({ kind: 'too_many_messages', count: 11 });
    expect(escalated({ requests: [where], memory: { asked: { 'order_status/track|': 3 } } })?.reason).toEqual({
      kind: 'same_question',
      times: 3,
      intent: intentName('order_status'),
    });
  });

  it.each([
    ['customer_asked', 'urgent'],
    ['danger', 'urgent'],
    ['legal_mention', 'urgent'],
    ['angry', 'high'],
    ['same_question', 'high'],
    ['critical_tool_failed', 'high'],
    ['billing_dispute', 'high'],
    ['low_confidence', 'medium'],
    ['too_many_messages', 'medium'],
    ['answer_not_grounded', 'medium'],
    ['complaint', 'medium'],
  ])('for %s with the priority %s', (name, priority) => {
    expect(settings.rules.find((rule) => rule.name === name)?.priority).toBe(priority);
  });
});

describe('the same question', () => {
  it('is the same topic about the same order, however it is worded', () => {
    const named = { entities: [entity('order_id', 'LF-10001')] };
    expect(questionKey(requestFor('where is LF-10001', named), conversation.memory, english)).toBe(
      questionKey(requestFor('any news of LF-10001?', named), conversation.memory, english),
    );
  });

  it('is another one about another order', () => {
    const [one, other] = ['LF-10001', 'LF-10002'].map((id) =>
      questionKey(requestFor('where is it', { entities: [entity('order_id', id)] }), conversation.memory, english),
    );
    expect(one).not.toBe(other);
  });

  it('is another one about “the other order”', () => {
    expect(questionKey(requestFor('and the other order'), conversation.memory, english)).not.toBe(
      questionKey(requestFor('where is my order'), conversation.memory, english),
    );
  });

  it('means the order spoken of last when none is named', () => {
    expect(questionKey(requestFor('where is it'), remembering({ orderId: 'LF-10001' }), english)).toBe('order_status/track|LF-10001');
  });

  it('stays the same once we have found the order that was never named', () => {
    const asked = remembering({ asked: { 'order_status/track|': 1 }, orderId: 'LF-10019' });
    expect(questionKey(requestFor('where is my cooler'), asked, english)).toBe('order_status/track|');
  });

  it.each([
    ['how long do refunds take', 'how long does a refund take?', true],
    ['do you ship to Canada', 'do you ship to Canada then?', true],
    ['how long do refunds take', 'do you refund shipping costs', false],
  ])('in policy: %j and %j: %p', (first, second, same) => {
    const policy = { topic: 'refund_policy' };
    const key = questionKey(requestFor(first, policy), conversation.memory, english);
    expect(questionKey(requestFor(second, policy), remembering({ asked: { [key]: 1 } }), english) === key).toBe(same);
  });
});

describe('the messages that count towards the limit of ten', () => {
  it.each<[string, readonly string[], string, number]>([
    ['are all that say something', ['where is my order', 'it is late'], 'hello?', 3],
    ['are not codes', ['where is my order', '123456', 'the code is 123 456'], 'it is late', 2],
    ['are not bare answers', ['refund it', 'yes', 'no', 'ok', 'yes please', '👍'], 'it is late', 2],
    ['are not empty mails', ['', '   '], 'it is late', 1],
    ['are answers that say more', ['yes but where is the other parcel'], 'no, I ordered three of them and got two', 2],
  ])('%s', (_title, earlier, words, count) => {
    expect(countMessages(after(...earlier), undefined, words, english)).toBe(count);
  });

  it('start anew after a human has given the conversation back', () => {
    const long = after('one thing', 'another thing', 'a third thing');
    expect(countMessages(long, long.turns[1]?.id, 'a fourth thing', english)).toBe(2);
  });
});
