import { canonicalJson } from 'deskhand/pack';

/** One table of recorded data: the rows as given, and over them what was changed since. Rows are never changed in place. */
export interface Table<Row> {
  get(key: string): Row | undefined;
  put(key: string, row: Row): void;
  keys(): Iterable<string>;
  values(): Iterable<Row>;
  /** Rows that differ from what was given; one that was written back to its old value does not. */
  changed(): readonly { readonly key: string; readonly after: Row }[];
}

export function openTable<Row>(given: ReadonlyMap<string, Row>): Table<Row> {
  const written = new Map<string, Row>();
  const keys = (): Set<string> => new Set([...given.keys(), ...written.keys()]);
  const get = (key: string): Row | undefined => (written.has(key) ? written.get(key) : given.get(key));
  return {
    get,
    put: (key, row) => void written.set(key, row),
    keys,
    values: () => [...keys()].flatMap((key) => get(key) ?? []),
    changed: () =>
      [...written].filter(([key, row]) => canonicalJson(row) !== canonicalJson(given.get(key))).map(([key, after]) => ({ key, after })),
  };
}
