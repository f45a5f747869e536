import type { Passage } from '../../src/domain/classification.ts';

export type PassageWithoutScore = Omit<Passage, 'score'>;

/** A chunk with plain defaults, so that a test names only what it is about. */
export function passage(facts: Partial<Passage> & Pick<Passage, 'article' | 'text'>): PassageWithoutScore {
  return {
    chunk: 0,
    title: facts.article,
    heading: '',
    category: 'general',
    audience: 'public',
    updatedAt: new Date('2026-10-01T00:00:00Z'),
    ...facts,
  };
}
