import type { Passage } from '../../src/domain/classification.ts';

import type { KnowledgeSource } from '../../src/agent/knowledge/knowledge-settings.ts';

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

/** A source that is a folder of the same name. */
export const folderSource = (folder: string): KnowledgeSource => ({
  name: folder,
  folder,
  category: 'general',
  audience: 'public',
  priority: 'high',
  refresh: 'weekly',
});
