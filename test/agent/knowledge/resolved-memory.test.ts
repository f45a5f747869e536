import { describe, expect, it } from '@jest/globals';
import { createResolvedMemory, type ResolvedTicket } from '../../../src/agent/knowledge/resolved-memory.ts';

/** Tickets about numbered products: each word group belongs to one article. */
const tickets = (count: number): readonly ResolvedTicket[] =>
  Array.from({ length: count }, (_, at) => ({
    id: String(at),
    text: `the zipper${at % 5} of jacket${at % 5} is stuck again`,
    docs: [`doc-${at % 5}`],
  }));

describe('memory of resolved tickets', () => {
  it('recalls the articles that helped with the most similar tickets', () => {
    expect(createResolvedMemory(tickets(50)).recall('zipper3 on jacket3 stuck').docs[0]).toBe('doc-3');
  });

  it('leaves out the ticket that asks', () => {
    const memory = createResolvedMemory([...tickets(45), { id: 'own', text: 'a very special compass question', docs: ['secret-doc'] }]);
    expect(memory.recall('a very special compass question', 'own').docs).not.toContain('secret-doc');
    expect(memory.recall('a very special compass question', 'other').docs).toContain('secret-doc');
  });

  it.each([
    [10, 0],
    [20, 0],
    [30, 1],
    [40, 2],
    [60, 2],
  ])('gives %i tickets the weight %d', (count, weight) => {
    expect(createResolvedMemory(tickets(count)).recall('zipper3 on jacket3 stuck').weight).toBe(weight);
  });

  it('has no say about something that was never asked', () => {
    expect(createResolvedMemory(tickets(50)).recall('gift card balance')).toEqual({ docs: [], weight: 0 });
  });
});
