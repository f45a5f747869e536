import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evaluate, fillText, pathsIn, toMinorUnits } from '../../../src/tools/connectors/template.ts';

const SCOPE = {
  input: { orderId: 'A-1', none: null },
  customer: 'c-1',
  answer: {
    total: '12.50',
    state: 'sent',
    at: 1_772_366_400,
    on: '2026-03-01',
    rows: [{ id: 1 }, { id: 2, gone: null }],
    deep: { er: [10, 20] },
  },
};

describe('a template', () => {
  it.each([
    ['$input.orderId', 'A-1'],
    ['$answer.deep.er.1', 20],
    ['$answer.nothing.at.all', undefined],
    ['$input.none', undefined],
    ['$nobody', undefined],
    ['$$5', '$5'],
    ['plain', 'plain'],
    [7, 7],
    [null, undefined],
    [{ a: '$customer', b: '$input.none' }, { a: 'c-1' }],
    [['$customer', '$input.none'], ['c-1']],
    [{ each: '$answer.rows', as: { number: '$item.id', gone: '$item.gone' } }, [{ number: 1 }, { number: 2 }]],
    [{ each: '$answer.rows' }, [{ id: 1 }, { id: 2, gone: null }]],
    [{ each: '$customer', as: 'x' }, undefined],
    [{ translate: '$answer.state', to: { sent: 'shipped' } }, 'shipped'],
    [{ translate: '$answer.state', to: { paid: 'processing' }, otherwise: '$customer' }, 'c-1'],
    [{ translate: '$answer.state', to: { paid: 'processing' } }, undefined],
    [{ minorUnits: '$answer.total', currency: 'EUR' }, 1250],
    [{ time: '$answer.at' }, '2026-03-01T12:00:00.000Z'],
    [{ time: '$answer.on' }, '2026-03-01T00:00:00.000Z'],
    [{ time: 'soon' }, undefined],
    [{ text: 'Order {input.orderId}, {answer.state}' }, 'Order A-1, sent'],
    [{ text: 'Order {input.none}' }, undefined],
    [{ firstOf: ['$input.none', '$customer'] }, 'c-1'],
  ])('%j becomes %j', (template, value) => {
    expect(evaluate(template, SCOPE)).toEqual(value);
  });

  it('never reads the text of a value as a template', () => {
    expect(evaluate({ a: '$input.x', b: { text: '{input.x}' } }, { input: { x: '$customer {customer}' }, customer: 'c-1' })).toEqual({
      a: '$customer {customer}',
      b: '$customer {customer}',
    });
  });

  it.each(['constructor', '__proto__', 'toString', 'hasOwnProperty'])('finds nothing under %s', (name) => {
    expect(evaluate(`$input.${name}`, { input: {} })).toBeUndefined();
    expect(evaluate({ translate: '$x', to: {}, otherwise: 'no' }, { x: name })).toBe('no');
  });

  it('is left whole or not filled at all', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        expect(fillText('/orders/{input.id}', { input: { id: value } }, encodeURIComponent.bind(undefined))).toBe(
          `/orders/${encodeURIComponent(value)}`,
        );
      }),
      { examples: [['../x'], ['{customer}'], ['$customer']] },
    );
    expect(fillText('/orders/{input.id}', { input: {} }, String)).toBeUndefined();
  });

  it('says what it refers to', () => {
    expect(pathsIn({ a: '$input.x', b: ['/{customer}/{payment.id}'], c: { text: '$$ {answer}' } })).toEqual([
      'input.x',
      'customer',
      'payment.id',
      'answer',
    ]);
  });
});

describe('an amount in whole minor units', () => {
  it.each([
    ['12.50', 'USD', 1250],
    ['12.5', 'USD', 1250],
    ['12', 'USD', 1200],
    [12.5, 'USD', 1250],
    [0.1, 'USD', 10],
    ['1200', 'JPY', 1200],
    ['1200.00', 'JPY', 1200],
    ['1200.5', 'JPY', undefined],
    ['5.124', 'KWD', 5124],
    ['5.124', 'USD', undefined],
    ['-3.00', 'EUR', -300],
    ['1e3', 'USD', undefined],
    ['١٢', 'USD', undefined],
    ['12,50', 'USD', undefined],
    ['', 'USD', undefined],
    [Number.NaN, 'USD', undefined],
    [Number.POSITIVE_INFINITY, 'USD', undefined],
    [undefined, 'USD', undefined],
  ])('%s %s is %s', (amount, currency, minor) => {
    expect(toMinorUnits(amount, currency)).toBe(minor);
  });
});
