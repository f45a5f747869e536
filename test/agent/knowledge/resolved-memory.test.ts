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
    const votes = [...createResolvedMemory(tickets(50)).recall('zipper3 on jacket3 stuck')].sort(([, a], [, b]) => b - a);
    expect(votes[0]?.[0]).toBe('doc-3');
  });

  it('leaves out the ticket that asks', () => {
    const memory = createResolvedMemory([...tickets(45), { id: 'own', text: 'a very special compass question', docs: ['secret-doc'] }]);
    expect(memory.recall('a very special compass question', 'own').has('secret-doc')).toBe(false);
    expect(memory.recall('a very special compass question', 'other').has('secret-doc')).toBe(true);
  });

  it('gives more weight to a ticket in the same words than to many that share one', () => {
    const memory = createResolvedMemory([
      { text: 'wax for leather boots in the rain', docs: ['wax'] },
      ...Array.from({ length: 5 }, (_, at) => ({ text: `boots number${at} came with the wrong laces${at}`, docs: ['wrong-item'] })),
    ]);
    const votes = memory.recall('wax for leather boots in the rain');
    expect(votes.get('wax') ?? 0).toBeGreaterThan(3 * (votes.get('wrong-item') ?? 0));
  });

  it('has no say about something that was never asked', () => {
    expect([...createResolvedMemory(tickets(50)).recall('gift card balance')]).toEqual([]);
  });
});
