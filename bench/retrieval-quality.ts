/**
 * Recall of the shipped index on a labelled collection: `node bench/retrieval-quality.ts FOLDER` where FOLDER holds
 * `documents/*.json` (`id`, `title`, `content`) and `qrels.jsonl` (`query_scenario`, `relevant`).
 * Recall@k = relevant documents among the first k / relevant documents, averaged over queries; nDCG with binary gains.
 */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { z } from 'zod';
import { chunk } from '../src/agent/knowledge/chunk.ts';
import { createInProcessIndex } from '../src/store/knowledge/in-process-index.ts';

const documentRow = z.object({ id: z.string(), title: z.string(), content: z.string() });
const queryRow = z.object({ query_scenario: z.string(), relevant: z.array(z.string()) });

async function main(folder: string): Promise<void> {
  const names = (await readdir(path.join(folder, 'documents'))).sort();
  const documents = await Promise.all(
    names.map(async (name) => documentRow.parse(JSON.parse(await readFile(path.join(folder, 'documents', name), 'utf8')))),
  );
  const queries = (await readFile(path.join(folder, 'qrels.jsonl'), 'utf8'))
    .trim()
    .split('\n')
    .map((line) => queryRow.parse(JSON.parse(line)));
  const index = createInProcessIndex();
  const chunks = documents.flatMap(({ id, title, content }) =>
    chunk(content).map((piece) => ({
      article: id,
      chunk: piece.index,
      title,
      heading: piece.heading,
      category: '',
      audience: 'public' as const,
      updatedAt: new Date(0),
      text: piece.text,
    })),
  );
  const began = performance.now();
  await index.upsert(chunks);
  const built = performance.now();

  const totals = { r3: 0, r5: 0, r10: 0, ndcg: 0 };
  for (const { query_scenario: query, relevant } of queries) {
    const passages = await index.search(query, { audience: 'public', validAt: new Date(0) }, 100);
    const found = [...new Set(passages.map(({ article }) => article))];
    const wanted = new Set(relevant);
    const recall = (k: number): number => found.slice(0, k).filter((id) => wanted.has(id)).length / wanted.size;
    totals.r3 += recall(3);
    totals.r5 += recall(5);
    totals.r10 += recall(10);
    totals.ndcg += gain(found.map((id) => wanted.has(id))) / gain(relevant.map(() => true));
  }
  const searched = performance.now();
  const mean = (total: number): string => (total / queries.length).toFixed(3);
  process.stdout.write(
    `${documents.length} documents, ${chunks.length} chunks, ${queries.length} queries\n` +
      `recall@3 ${mean(totals.r3)}  recall@5 ${mean(totals.r5)}  recall@10 ${mean(totals.r10)}  nDCG@10 ${mean(totals.ndcg)}\n` +
      `built in ${(built - began).toFixed(0)} ms, ${((searched - built) / queries.length).toFixed(1)} ms a query\n`,
  );
}

function gain(hits: readonly boolean[]): number {
  return hits.slice(0, 10).reduce((sum, hit, rank) => sum + (hit ? 1 / Math.log2(rank + 2) : 0), 0);
}

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('usage: node bench/retrieval-quality.ts FOLDER\n');
  process.exitCode = 2;
} else {
  await main(folder);
}
