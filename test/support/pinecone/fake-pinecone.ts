import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { z } from 'zod';
import { cosine, embed } from './embed.ts';
import { matches } from './metadata-filter.ts';
import { requestProblem } from './pinecone-schema.ts';

/** What stands in for the real one's troubles. */
export type Trouble = 'none' | 'unavailable' | 'drops' | 'hangs' | 'forbids';

export interface FakePinecone {
  readonly url: string;
  readonly apiKey: string;
  /** Everything asked for, as `METHOD /path`. */
  readonly requests: string[];
  /** What was wrong with requests, in the words of Pinecone's own description. */
  readonly problems: string[];
  trouble: Trouble;
  /** Visible records by namespace. */
  visible(namespace: string): readonly string[];
  /** The next batches are refused, one after the other. */
  refuseNextWrites(count: number): void;
  close(): Promise<void>;
}

export interface FakeOptions {
  readonly now?: () => number;
  /** A write shows after this time. */
  readonly lagMs?: number;
  /** False: the index does not exist until it is made. */
  readonly indexExists?: boolean;
}

interface StoredRecord {
  readonly vector: ReadonlyMap<number, number>;
  readonly fields: Readonly<Record<string, unknown>>;
}
interface Write {
  readonly visibleAt: number;
  readonly namespace: string;
  readonly id: string;
  /** Undefined: deleted. */
  readonly record: StoredRecord | undefined;
}
interface Answer {
  readonly status: number;
  readonly body: unknown;
}

const API_KEY = 'pcsk_test_key';
const TEXT = 'chunk_text';
const MAX_RECORDS = 96;
const MAX_IDS = 1_000;
const PAGE = 100;

const recordLine = z.looseObject({ _id: z.string().min(1).max(512), [TEXT]: z.string().min(1) });
const searchBody = z.object({
  query: z.object({ top_k: z.int().min(1).max(10_000), inputs: z.object({ text: z.string().min(1) }), filter: z.unknown().optional() }),
  fields: z.array(z.string()).optional(),
  rerank: z.object({ model: z.string(), rank_fields: z.array(z.string()), top_n: z.int().optional() }).optional(),
});
const deleteBody = z.object({ ids: z.array(z.string()).min(1).max(MAX_IDS), namespace: z.string() });
const createBody = z.object({ name: z.string(), embed: z.object({ model: z.string(), field_map: z.object({ text: z.literal(TEXT) }) }) });

/** Pinecone's data plane for one index with integrated embedding, and as much of its control plane as finds and makes it. */
export async function openFakePinecone({ now = Date.now, lagMs = 0, indexExists = true }: FakeOptions = {}): Promise<FakePinecone> {
  const writes: Write[] = [];
  const namespaces = new Map<string, Map<string, StoredRecord>>();
  const sockets = new Set<Socket>();
  let exists = indexExists;
  let toRefuse = 0;

  const recordsOf = (namespace: string): Map<string, StoredRecord> => {
    while (writes[0] && writes[0].visibleAt <= now()) {
      const write = writes.shift();
      if (!write) break;
      const records = namespaces.get(write.namespace) ?? new Map<string, StoredRecord>();
      namespaces.set(write.namespace, records);
      if (write.record) records.set(write.id, write.record);
      else records.delete(write.id);
    }
    return namespaces.get(namespace) ?? new Map<string, StoredRecord>();
  };
  const write = (namespace: string, id: string, record: StoredRecord | undefined): void =>
    void writes.push({ visibleAt: now() + lagMs, namespace, id, record });

  function upsert(namespace: string, body: string): Answer {
    const lines = body.split('\n').map((line) => recordLine.parse(JSON.parse(line)));
    if (lines.length > MAX_RECORDS) return refusal(`at most ${MAX_RECORDS} records`);
    for (const { _id, ...fields } of lines) write(namespace, _id, { vector: embed(fields[TEXT]), fields });
    return { status: 201, body: undefined };
  }
  function search(namespace: string, body: unknown): Answer {
    const { query, fields, rerank } = searchBody.parse(body);
    const wanted = embed(query.inputs.text);
    const hits = [...recordsOf(namespace)]
      .filter(([, record]) => matches(record.fields, query.filter))
      .map(([id, { vector, fields: stored }]) => ({ _id: id, _score: cosine(wanted, vector), fields: stored }))
      .sort((a, b) => b._score - a._score || (a._id < b._id ? -1 : 1))
      .slice(0, rerank?.top_n ?? query.top_k);
    const shown = hits.map((hit) => ({
      ...hit,
      fields: Object.fromEntries(Object.entries(hit.fields).filter(([name]) => fields === undefined || fields.includes(name))),
    }));
    return { status: 200, body: { result: { hits: shown }, usage: { read_units: 1, ...(rerank && { rerank_units: 1 }) } } };
  }
  function list(url: URL): Answer {
    const namespace = url.searchParams.get('namespace') ?? '';
    const from = Number(url.searchParams.get('paginationToken') ?? 0);
    const ids = [...recordsOf(namespace).keys()].sort();
    const more = from + PAGE < ids.length;
    return {
      status: 200,
      body: {
        vectors: ids.slice(from, from + PAGE).map((id) => ({ id })),
        namespace,
        ...(more && { pagination: { next: String(from + PAGE) } }),
      },
    };
  }
  function remove(body: unknown): Answer {
    const { ids, namespace } = deleteBody.parse(body);
    for (const id of ids) write(namespace, id, undefined);
    return { status: 200, body: {} };
  }
  function stats(): Answer {
    recordsOf('');
    const counts = [...namespaces].map(([name, records]) => [name, { vectorCount: records.size }] as const);
    const total = counts.reduce((sum, [, { vectorCount }]) => sum + vectorCount, 0);
    return { status: 200, body: { namespaces: Object.fromEntries(counts), dimension: 1024, totalVectorCount: total } };
  }
  const indexModel = (name: string, port: string): unknown => ({
    name,
    host: `http://127.0.0.1:${port}`,
    status: { ready: true, state: 'Ready' },
    deployment: { deployment_type: 'managed', cloud: 'aws', region: 'us-east-1' },
    schema: { fields: { [TEXT]: { type: 'semantic_text', model: 'llama-text-embed-v2', metric: 'cosine' } } },
    deletion_protection: 'disabled',
  });
  function control(method: string, path: string, body: unknown, port: string): Answer {
    if (method === 'POST' && path === '/indexes/create-for-model') {
      const { name } = createBody.parse(body);
      exists = true;
      return { status: 201, body: indexModel(name, port) };
    }
    return exists
      ? { status: 200, body: indexModel(path.split('/').at(-1) ?? '', port) }
      : { status: 404, body: { error: { code: 'NOT_FOUND', message: 'no index' }, status: 404 } };
  }
  function answer(method: string, url: URL, text: string): Answer {
    const path = url.pathname;
    const json = (): unknown => (text === '' ? undefined : JSON.parse(text));
    if (path.startsWith('/indexes')) return control(method, path, json(), url.port);
    const isLines = path.endsWith('/upsert');
    const problem = requestProblem(method, path, isLines ? text.split('\n').map((line): unknown => JSON.parse(line)) : json());
    if (problem !== undefined) {
      fake.problems.push(problem);
      return refusal(problem);
    }
    if (isLines && toRefuse > 0) {
      toRefuse -= 1;
      return { status: 500, body: { code: 13, message: 'internal' } };
    }
    const namespace = decodeURIComponent(/^\/records\/namespaces\/([^/]+)\//.exec(path)?.[1] ?? '');
    if (isLines) return upsert(namespace, text);
    if (path.endsWith('/search')) return search(namespace, json());
    if (path === '/vectors/delete') return remove(json());
    if (path === '/vectors/list') return list(url);
    return path === '/describe_index_stats' ? stats() : { status: 404, body: { code: 5, message: 'no such route' } };
  }

  const server = createServer((request, response) => {
    void readAll(request).then((text) => {
      const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
      fake.requests.push(`${request.method ?? ''} ${url.pathname}`);
      if (fake.trouble === 'drops') return request.socket.destroy();
      if (fake.trouble === 'hangs') return undefined;
      if (fake.trouble === 'unavailable') return send(response, { status: 503, body: { code: 14, message: 'unavailable' } });
      if (fake.trouble === 'forbids' || request.headers['api-key'] !== API_KEY)
        return send(response, { status: 401, body: 'Invalid API Key' });
      if (request.headers['x-pinecone-api-version'] === undefined) return send(response, refusal('no version header'));
      try {
        return send(response, answer(request.method ?? '', url, text));
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        fake.problems.push(message);
        return send(response, refusal(message));
      }
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  const fake: FakePinecone = {
    url: `http://127.0.0.1:${address.port}`,
    apiKey: API_KEY,
    requests: [],
    problems: [],
    trouble: 'none',
    visible: (namespace) => [...recordsOf(namespace).keys()],
    refuseNextWrites: (count) => void (toRefuse = count),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
  return fake;
}

const refusal = (message: string): Answer => ({ status: 400, body: { code: 3, message, details: [] } });

function send(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(body === undefined ? undefined : JSON.stringify(body));
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}
