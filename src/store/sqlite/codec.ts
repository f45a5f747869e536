import { types } from 'node:util';

/**
 * JSON that keeps Date, Map and Set: each is written as an object with one `$…` key. An object of ours that has such a
 * key itself is written as `$object`, so that text from outside can never pose as one of them.
 */
export function encode(value: unknown): string {
  return JSON.stringify(pack(value)) ?? 'null';
}

export function decode(text: string): unknown {
  return unpack(JSON.parse(text));
}

function pack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(pack);
  if (types.isDate(value)) return { $date: value.toISOString() };
  if (types.isMap(value)) return { $map: [...value].map(([key, item]) => [pack(key), pack(item)]) };
  if (types.isSet(value)) return { $set: [...value].map(pack) };
  const entries = Object.entries(value).map(([key, item]): [string, unknown] => [key, pack(item)]);
  return entries.some(([key]) => key.startsWith('$')) ? { $object: entries } : Object.fromEntries(entries);
}

function unpack(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(unpack);
  const entries = Object.entries(value);
  const [first] = entries;
  if (first && first[0].startsWith('$')) return unpackTagged(first[0], first[1]);
  return Object.fromEntries(entries.map(([key, item]) => [key, unpack(item)]));
}

function unpackTagged(tag: string, content: unknown): unknown {
  if (tag === '$date' && typeof content === 'string') return new Date(content);
  if (tag === '$map') return new Map(pairs(content).map(([key, item]) => [unpack(key), unpack(item)]));
  if (tag === '$set' && Array.isArray(content)) return new Set(content.map(unpack));
  if (tag === '$object') return Object.fromEntries(pairs(content).map(([key, item]) => [String(key), unpack(item)]));
  throw new SyntaxError(`unknown tag ${tag}`);
}

function pairs(content: unknown): readonly (readonly [unknown, unknown])[] {
  if (!Array.isArray(content)) throw new SyntaxError('a list of pairs was expected');
  return content.map((pair: unknown) => {
    if (!Array.isArray(pair)) throw new SyntaxError('a pair was expected');
    return [pair[0], pair[1]];
  });
}
