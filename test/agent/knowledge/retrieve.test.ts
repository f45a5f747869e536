import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { z } from 'zod';
import { createArticleStore } from '../../../src/agent/knowledge/article-store.ts';
import { composeAnswer } from '../../../src/agent/knowledge/compose-answer.ts';
import { knowledgeSettings } from '../../../src/agent/knowledge/knowledge-settings.ts';
import { createRetriever, type RetrievalContext } from '../../../src/agent/knowledge/retrieve.ts';
import { createInProcessIndex } from '../../../src/store/knowledge/in-process-index.ts';

const questions = z
  .object({
    answerable: z.array(z.object({ ask: z.string(), in: z.array(z.string()), says: z.string() })),
    unanswerable: z.array(z.string()),
  })
  .parse(parse(readFileSync(new URL('fixtures/questions.yaml', import.meta.url), 'utf8')));
const anyone: RetrievalContext = { intentCategories: [], audience: 'public', validAt: new Date('2026-11-22T12:00:00Z') };

describe('retrieval over the demo shop’s articles', () => {
  const index = createInProcessIndex();
  const retriever = createRetriever(index, { candidates: 5, passages: 3, floor: 0.35 });

  beforeAll(async () => {
    const { sources } = knowledgeSettings.parse({ sources: [{ name: 'help', folder: 'knowledge' }] });
    await createArticleStore(sources, fileURLToPath(new URL('../../../config', import.meta.url)), index).sync();
  });

  it('finds the right article first for at least 95 of 100 questions that have one', async () => {
    const wrong: string[] = [];
    for (const { ask, in: wanted } of questions.answerable) {
      const [first] = await retriever.find(ask, anyone);
      if (!wanted.includes(first?.article ?? '')) wrong.push(`${ask} → ${first?.article}`);
    }
    expect({ wrong, enough: wrong.length <= questions.answerable.length * 0.05 }).toEqual({ wrong, enough: true });
  });

  it('says what was asked for in at least 9 of 10 answers', async () => {
    const silent: string[] = [];
    for (const { ask, says } of questions.answerable) {
      const answer = composeAnswer(ask, await retriever.find(ask, anyone));
      if (!answer?.text.includes(says)) silent.push(`${ask} → ${answer?.text}`);
    }
    expect({ silent, enough: silent.length <= questions.answerable.length * 0.1 }).toEqual({ silent, enough: true });
  });

  it('says nothing to at least 95 of 100 questions that no article answers', async () => {
    const said: string[] = [];
    for (const ask of questions.unanswerable) {
      const answer = composeAnswer(ask, await retriever.find(ask, anyone));
      if (answer) said.push(`${ask} → ${answer.text}`);
    }
    expect({ said, enough: said.length <= questions.unanswerable.length * 0.05 }).toEqual({ said, enough: true });
  });

  it('never hands a procedure for staff to a customer', async () => {
    const found = await retriever.find('sop refund exceptions approval VIP tag', anyone);
    expect(found.every(({ audience }) => audience === 'public')).toBe(true);
  });

  it('keeps to the categories of the intent', async () => {
    const found = await retriever.find('how long do refunds take', { ...anyone, intentCategories: ['shipping'] });
    expect(found.every(({ category }) => category === 'shipping')).toBe(true);
  });

  it.each(['', 'Hello!', 'LF-10002'])('finds nothing for a message that asks nothing: "%s"', async (text) => {
    expect(await retriever.find(text, anyone)).toEqual([]);
  });
});
