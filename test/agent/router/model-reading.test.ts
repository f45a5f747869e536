import { describe, expect, it } from '@jest/globals';
import { english } from '../../../src/agent/languages/english/english.ts';
import { combineReadings, needsReading, type ModelReading } from '../../../src/agent/router/model-reading.ts';
import { loadConfig } from '../../../src/config.ts';
import type { Signal, Understanding } from '../../../src/domain/classification.ts';
import { intentName } from '../../../src/domain/ids.ts';

const { playbook, utterances: topics } = await loadConfig({}, { folder: import.meta.dirname });

function local(name: string, confidence: number, signals: readonly Signal[] = []): Understanding {
  const [intent = '', topic = ''] = name.split('/');
  return {
    classifications: [{ intent: intentName(intent), topic, confidence, entities: [], words: 'the words' }],
    signals: new Set(signals),
    entities: [],
    language: 'en',
  };
}
const model = (topic: string, confidence: number, change: Partial<ModelReading> = {}): ModelReading => ({
  requests: [{ topic, confidence, words: 'the words' }],
  signals: [],
  entities: [],
  ...change,
});
const combined = (own: Understanding, other: ModelReading, words = 'the words'): string => {
  const first = combineReadings(own, other, words, { playbook, topics }).classifications[0];
  return `${first?.intent}/${first?.topic} ${first?.confidence.toFixed(2)}`;
};

describe('two readings of one message', () => {
  it.each([
    ['agree: the surer one counts', 'refund_request/refund', 0.6, 'refund_request/refund', 0.9, 'refund_request/refund 0.90'],
    ['agree: a model is never surer than 0.95', 'refund_request/refund', 0.6, 'refund_request/refund', 1, 'refund_request/refund 0.95'],
    [
      'agree: the own reading stays where it was surer',
      'refund_request/refund',
      0.99,
      'refund_request/refund',
      0.5,
      'refund_request/refund 0.99',
    ],
    [
      'differ: the sure own reading stays, less sure',
      'refund_request/refund',
      0.9,
      'order_status/track',
      0.99,
      'refund_request/refund 0.54',
    ],
    ['differ within an intent: the own reading stays', 'order_status/track', 0.9, 'order_status/late', 0.99, 'order_status/track 0.90'],
    [
      'differ: an unsure own reading gives way, less sure',
      'order_status/track',
      0.2,
      'refund_request/refund',
      0.9,
      'refund_request/refund 0.54',
    ],
    ['differ: "nothing of ours" gives way, less sure', 'other/out_of_scope', 0.1, 'order_status/track', 0.9, 'order_status/track 0.54'],
    ['differ: a model\'s "nothing of ours" only lowers', 'order_status/track', 0.9, 'other/out_of_scope', 1, 'order_status/track 0.54'],
    ['agree on "nothing of ours": no intent gets surer', 'other/out_of_scope', 0.1, 'other/out_of_scope', 1, 'other/out_of_scope 0.10'],
    [
      'differ: what acts without a yes is not started by a model',
      'other/out_of_scope',
      0.1,
      'account_issue/reset_password',
      1,
      'other/out_of_scope 0.06',
    ],
    [
      'agree on what acts without a yes: a model makes it no surer',
      'account_issue/reset_password',
      0.2,
      'account_issue/reset_password',
      1,
      'account_issue/reset_password 0.20',
    ],
    ['name no topic of ours: nothing changes', 'order_status/track', 0.9, 'order_status/give_everything', 1, 'order_status/track 0.90'],
  ])('%s', (_, own, ownConfidence, other, otherConfidence, result) => {
    expect(combined(local(own, ownConfidence), model(other, otherConfidence))).toBe(result);
  });

  it('add up in signals, so that a model can call a human and never keep one away', () => {
    const both = combineReadings(
      local('order_status/track', 0.9, ['angry']),
      model('order_status/track', 0.9, { signals: ['asks_for_human'] }),
      '',
      {
        playbook,
        topics,
      },
    );
    expect([...both.signals]).toEqual(['angry', 'asks_for_human']);
  });

  it('take over a product only where it stands in the message to the letter', () => {
    const entities: ModelReading['entities'] = [
      { type: 'product', text: 'camp stove' },
      { type: 'product', text: 'golden tent' },
    ];
    const both = combineReadings(
      local('product_question/product_info', 0.9),
      model('product_question/product_info', 0.9, { entities }),
      'how heavy is the camp stove?',
      { playbook, topics },
    );
    expect(both.entities).toEqual([{ type: 'product', text: 'camp stove', start: 17, end: 27, value: 'camp stove' }]);
  });
});

describe('a message', () => {
  it.each([
    ['482913', false],
    ['yes', false],
    ['no thanks', false],
    ['thank you so much!', false],
    ['👍', false],
    ['5', false],
    ['where is my order?', true],
    ['refund please', true],
    ['yes, and what about my other order?', true],
  ])('"%s" is read by a model: %s', (words, reads) => {
    expect(needsReading(words, english.words)).toBe(reads);
  });
});
