import { stemsOf } from '../../domain/text/words.ts';

/** A ticket that was resolved, with the articles that helped. */
export interface ResolvedTicket {
  readonly id?: string;
  readonly text: string;
  readonly docs: readonly string[];
}

export interface ResolvedMemory {
  /** Articles that helped with similar tickets, best first, with the weight their ranking deserves, 0–2. `id` is left out. */
  recall(text: string, id?: string): { readonly docs: readonly string[]; readonly weight: number };
}

const NEIGHBOURS = 5;
/** Below this cosine two tickets are not about the same thing. */
const MIN_SIMILARITY = 0.12;
/** With fewer tickets the nearest one is mostly far: measured, ten examples make answers worse and forty make them much better. */
const FEW = 20;
const MANY = 40;
const FULL_WEIGHT = 2;

/** Remembers by nearest neighbours over TF-IDF vectors of the tickets' words. */
export function createResolvedMemory(tickets: readonly ResolvedTicket[]): ResolvedMemory {
  const spread = new Map<string, number>();
  const counted = tickets.map(({ text }) => countStems(text));
  for (const counts of counted) for (const stem of counts.keys()) spread.set(stem, (spread.get(stem) ?? 0) + 1);
  const idf = (stem: string): number => Math.log((1 + tickets.length) / (1 + (spread.get(stem) ?? 0)));
  const vectors = counted.map((counts) => normalise(counts, idf));
  const enough = Math.min(1, Math.max(0, (tickets.length - FEW) / (MANY - FEW)));

  return {
    recall(text, id) {
      const query = normalise(countStems(text), idf);
      const near = vectors
        .map((vector, at) => ({ ticket: tickets[at], similarity: dot(query, vector) }))
        .filter(({ ticket, similarity }) => similarity >= MIN_SIMILARITY && (id === undefined || ticket?.id !== id))
        .sort((a, b) => b.similarity - a.similarity)
        .slice(0, NEIGHBOURS);
      const votes = new Map<string, number>();
      for (const { ticket, similarity } of near)
        for (const doc of new Set(ticket?.docs)) votes.set(doc, (votes.get(doc) ?? 0) + similarity);
      const docs = [...votes].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).map(([doc]) => doc);
      return { docs, weight: near.length === 0 ? 0 : FULL_WEIGHT * enough };
    },
  };
}

function countStems(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const stem of stemsOf(text)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

function normalise(counts: ReadonlyMap<string, number>, idf: (stem: string) => number): ReadonlyMap<string, number> {
  let squares = 0;
  const weighted = [...counts].map(([stem, count]): [string, number] => {
    const weight = (1 + Math.log(count)) * idf(stem);
    squares += weight * weight;
    return [stem, weight];
  });
  const length = Math.sqrt(squares) || 1;
  return new Map(weighted.map(([stem, weight]) => [stem, weight / length]));
}

function dot(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): number {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [stem, weight] of small) sum += weight * (large.get(stem) ?? 0);
  return sum;
}
