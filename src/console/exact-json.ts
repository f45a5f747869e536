/**
 * JSON that gives dates, maps and sets back as what they were, between two processes of one version. Page scripts get
 * plain JSON instead.
 */
export function toExactJson(value: unknown): string {
  return JSON.stringify(tagged(value));
}

/** Throws a SyntaxError on text that is no JSON. */
export function fromExactJson(text: string): unknown {
  return untagged(JSON.parse(text));
}

/** The one key of a tagged value; a plain object that happens to have it is wrapped in `plain`. */
const TAG = '$deskhand';

function tagged(value: unknown): unknown {
  if (value instanceof Date) return { [TAG]: 'date', of: value.toISOString() };
  if (value instanceof Map) return { [TAG]: 'map', of: [...value].map(tagged) };
  if (value instanceof Set) return { [TAG]: 'set', of: [...value].map(tagged) };
  if (Array.isArray(value)) return value.map(tagged);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, part]) => [key, tagged(part)]);
  return Object.hasOwn(value, TAG) ? { [TAG]: 'plain', of: entries } : Object.fromEntries(entries);
}

function untagged(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(untagged);
  if (typeof value !== 'object' || value === null) return value;
  if (!(TAG in value) || !('of' in value)) return fromEntries(Object.entries(value));
  const { of } = value;
  if (typeof of === 'string') return new Date(of);
  if (!Array.isArray(of)) return undefined;
  if (value[TAG] === 'set') return new Set(of.map(untagged));
  const pairs = of.filter((pair): pair is [unknown, unknown] => Array.isArray(pair) && pair.length === 2);
  if (value[TAG] === 'map') return new Map(pairs.map(([key, part]) => [untagged(key), untagged(part)]));
  return fromEntries(pairs.map(([key, part]) => [String(key), part]));
}

function fromEntries(entries: readonly (readonly [string, unknown])[]): unknown {
  return Object.fromEntries(entries.map(([key, part]) => [key, untagged(part)]));
}
