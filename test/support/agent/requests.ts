import type { Entity } from '../../../src/domain/classification.ts';
import { intentName, turnId } from '../../../src/domain/ids.ts';
import type { CustomerRequest } from '../../../src/domain/request.ts';

export const entity = (type: string, value: string): Entity => ({ type, text: value, start: 0, end: value.length, value });

/** A request as the router would hand it over; about an order of nobody unless told. */
export function requestFor(words: string, change: Partial<CustomerRequest> = {}): CustomerRequest {
  return {
    intent: intentName('order_status'),
    topic: 'track',
    words,
    entities: [],
    confidence: 0.9,
    slots: {},
    turn: turnId('conversation#1'),
    ...change,
  };
}
