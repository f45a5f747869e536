import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { setImmediate } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import type { StoredChunk } from './chunk-table.ts';
import type { SavedIndex } from './save-state.ts';

/**
 * Counts the changes of this file's layout and of everything that decides what is in an index: chunking, stems, weights.
 * A file of another number is not read, and what it held is indexed anew.
 */
const FORMAT = 3;
const MAGIC = 'deskhand knowledge';
/** Chunks written or read between two looks at the event loop: about 2 ms of work. */
const CHUNKS_PER_SLICE = 400;

/** What is kept beside the store: the indexes, and what its owner wants to find again with them. */
export interface IndexFile {
  readonly indexes: readonly SavedIndex[];
  /** Can be written as JSON. */
  readonly about: unknown;
}

export type ReadIndexFile =
  | ({ readonly kind: 'read' } & IndexFile)
  | { readonly kind: 'missing' }
  | { readonly kind: 'unusable'; readonly because: string };

const ARRAYS = ['lengths', 'stemsPerChunk', 'terms', 'counts', 'stemsPerGram', 'gramStems'] as const;
type ArrayName = (typeof ARRAYS)[number];
/** Of 16 bits a number; the others have 32. */
const SHORT: ReadonlySet<ArrayName> = new Set(['lengths', 'counts']);

const size = z.number().int().nonnegative();
const header = z.object({
  format: z.literal(FORMAT),
  about: z.unknown(),
  indexes: z.array(
    z.object({ language: z.string(), chunks: size, texts: size, stems: size, grams: size, arrays: z.record(z.enum(ARRAYS), size) }),
  ),
  /** Of everything that follows the first line. */
  bytes: size,
  checksum: size,
});
type Header = z.infer<typeof header>;

/** Writes the file whole or not at all; gives way to other work while texts are put together. */
export async function writeIndexFile(path: string, { indexes, about }: IndexFile): Promise<void> {
  const parts: Buffer[] = [];
  const described: Header['indexes'] = [];
  for (const index of indexes) {
    const texts = await linesOf(index.chunks);
    const [stems, grams] = [Buffer.from(index.stems.join('\n')), Buffer.from(index.grams.join('\n'))];
    const arrays = ARRAYS.map((name) => bytesOf(index[name]));
    parts.push(...texts, stems, grams, ...arrays);
    described.push({
      language: index.language,
      chunks: index.chunks.length,
      texts: texts.reduce((sum, { length }) => sum + length, 0),
      stems: stems.length,
      grams: grams.length,
      arrays: Object.fromEntries(ARRAYS.map((name, at) => [name, arrays[at]?.length ?? 0])) as Record<ArrayName, number>,
    });
  }
  const bytes = parts.reduce((sum, { length }) => sum + length, 0);
  const checksum = parts.reduce((sum, part) => crc32(part, sum), 0);
  const first = Buffer.from(
    `${MAGIC} ${JSON.stringify({ format: FORMAT, about, indexes: described, bytes, checksum } satisfies Header)}\n`,
  );
  await replaceFile(path, [first, ...parts]);
}

/** Never rejects: a file that cannot be read or is damaged, cut off or of another format is `unusable`. */
export async function readIndexFile(path: string): Promise<ReadIndexFile> {
  const content = await readFile(path).catch((error: NodeJS.ErrnoException) => error);
  if (!Buffer.isBuffer(content))
    return content.code === 'ENOENT' ? { kind: 'missing' } : { kind: 'unusable', because: `it cannot be read (${content.code})` };
  const end = content.indexOf('\n');
  const first = content.toString('utf8', 0, Math.max(0, end));
  const parsed = first.startsWith(MAGIC) ? header.safeParse(parseJson(first.slice(MAGIC.length))) : undefined;
  if (!parsed?.success) return { kind: 'unusable', because: 'it has another format' };
  const { about, indexes, bytes, checksum } = parsed.data;
  const body = content.subarray(end + 1);
  if (body.length !== bytes) return { kind: 'unusable', because: `it holds ${body.length} bytes instead of ${bytes}` };
  if (crc32(body) !== checksum) return { kind: 'unusable', because: 'it is damaged' };
  let from = 0;
  const next = (length: number): Buffer => body.subarray(from, (from += length));
  const read: SavedIndex[] = [];
  for (const described of indexes) {
    const chunks = await chunksIn(next(described.texts));
    const [stems, grams] = [described.stems, described.grams].map((length) => next(length).toString('utf8').split('\n'));
    const arrays = Object.fromEntries(ARRAYS.map((name) => [name, arrayIn(name, next(described.arrays[name]))])) as Arrays;
    read.push({ language: described.language, chunks, stems: stems ?? [], grams: grams ?? [], ...arrays });
  }
  return { kind: 'read', about, indexes: read };
}

type Arrays = Pick<SavedIndex, ArrayName>;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function linesOf(chunks: readonly StoredChunk[]): Promise<readonly Buffer[]> {
  const parts: Buffer[] = [];
  for (let from = 0; from < chunks.length; from += CHUNKS_PER_SLICE) {
    parts.push(Buffer.from(`${JSON.stringify(chunks.slice(from, from + CHUNKS_PER_SLICE))}\n`));
    await setImmediate();
  }
  return parts;
}

async function chunksIn(texts: Buffer): Promise<readonly StoredChunk[]> {
  const chunks: StoredChunk[] = [];
  for (let from = 0; from < texts.length;) {
    const end = texts.indexOf('\n', from);
    // Our own, whole by its checksum; dates are the only values that JSON cannot hold.
    const slice = JSON.parse(texts.toString('utf8', from, end)) as readonly SavedChunk[];
    for (const { updatedAt, validFrom, validUntil, ...chunk } of slice) {
      chunks.push({
        ...chunk,
        updatedAt: new Date(updatedAt),
        ...(validFrom !== undefined && { validFrom: new Date(validFrom) }),
        ...(validUntil !== undefined && { validUntil: new Date(validUntil) }),
      });
    }
    from = end + 1;
    await setImmediate();
  }
  return chunks;
}

type SavedChunk = Omit<StoredChunk, 'updatedAt' | 'validFrom' | 'validUntil'> & {
  readonly updatedAt: string;
  readonly validFrom?: string;
  readonly validUntil?: string;
};

const bytesOf = (array: Int32Array | Uint16Array): Buffer => Buffer.from(array.buffer, array.byteOffset, array.byteLength);

/** A copy, so that the rest of the file can be forgotten. */
function arrayIn(name: ArrayName, bytes: Buffer): Int32Array | Uint16Array {
  const copy = new Uint8Array(bytes).buffer;
  return SHORT.has(name) ? new Uint16Array(copy) : new Int32Array(copy);
}

async function replaceFile(path: string, parts: readonly Buffer[]): Promise<void> {
  const fresh = `${path}.new`;
  let file: FileHandle | undefined;
  try {
    file = await open(fresh, 'w', 0o600);
    for (const part of parts) await file.write(part);
    await file.sync();
    await file.close();
    await rename(fresh, path);
  } catch (error) {
    await file?.close().catch(() => undefined);
    await rm(fresh, { force: true });
    throw error;
  }
}
