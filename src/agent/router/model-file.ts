import { z } from 'zod';
import { VIEW_NAMES } from './features.ts';
import type { TrainedModel } from './intent-model.ts';

/** Where the header's length stands, in bytes; what follows is aligned to four of them. */
const ALIGNED = 4;

const size = z.int().nonnegative();
const names = { intent: z.string(), topic: z.string() };
const header = z.object({
  key: z.string(),
  classes: z.array(z.object({ ...names, inScope: z.boolean() })),
  reject: z.object(names),
  sharpness: z.number(),
  calibration: z.tuple([z.number(), z.number()]),
  committee: z.array(z.object({ view: z.enum(VIEW_NAMES), unseenRarity: z.number(), features: size, hidden: size, classes: size })).min(1),
});
type Header = z.infer<typeof header>;

/** A model as one block of bytes: what is small as JSON, then the numbers of each member as they lie in memory. */
export function packModel(key: string, { committee, ...rest }: TrainedModel): Uint8Array {
  const members = committee.map(({ space, network }) => ({
    view: space.view,
    unseenRarity: space.unseenRarity,
    features: space.hashes.length,
    hidden: network.hidden,
    classes: network.classes,
  }));
  const text = Buffer.from(JSON.stringify({ key, ...rest, committee: members }));
  const numbers = committee.flatMap(({ space, network }) => [space.hashes, space.rarity, network.inner, network.outer]);
  const padding = Buffer.alloc((ALIGNED - (text.length % ALIGNED)) % ALIGNED, ' ');
  const length = Buffer.alloc(ALIGNED);
  length.writeUInt32LE(text.length + padding.length);
  return Buffer.concat([length, text, padding, ...numbers.map((row) => new Uint8Array(row.buffer, row.byteOffset, row.byteLength))]);
}

/**
 * The model in these bytes, which it goes on using: a copy would need as much memory again. Undefined when they hold another
 * one than `key` names, or not all of it.
 */
export function unpackModel(key: string, given: Uint8Array): TrainedModel | undefined {
  // Bytes from another process begin anywhere.
  const bytes = given.byteOffset % ALIGNED === 0 ? given : new Uint8Array(given);
  const read = readHeader(bytes);
  if (read === undefined || read.header.key !== key) return undefined;
  const { committee, key: _, ...rest } = read.header;
  let at = read.end;
  const take = <Row>(Row: new (buffer: ArrayBufferLike, from: number, length: number) => Row, length: number): Row => {
    const row = new Row(bytes.buffer, bytes.byteOffset + at, length);
    at += length * ALIGNED;
    return row;
  };
  const needed = committee.reduce((sum, member) => sum + numbersOf(member) * ALIGNED, at);
  if (bytes.length !== needed) return undefined;
  const members = committee.map(({ view, unseenRarity, features, hidden, classes }) => ({
    space: { view, unseenRarity, hashes: take(Int32Array, features), rarity: take(Float32Array, features) },
    network: { hidden, classes, inner: take(Float32Array, (features + 1) * hidden), outer: take(Float32Array, (hidden + 1) * classes) },
  }));
  return { ...rest, committee: members };
}

const numbersOf = ({ features, hidden, classes }: Header['committee'][number]): number =>
  2 * features + (features + 1) * hidden + (hidden + 1) * classes;

function readHeader(bytes: Uint8Array): { readonly header: Header; readonly end: number } | undefined {
  if (bytes.length < ALIGNED) return undefined;
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const end = ALIGNED + buffer.readUInt32LE();
  if (end % ALIGNED !== 0 || end > bytes.length) return undefined;
  try {
    const parsed = header.safeParse(JSON.parse(buffer.toString('utf8', ALIGNED, end)));
    return parsed.success ? { header: parsed.data, end } : undefined;
  } catch {
    return undefined;
  }
}
