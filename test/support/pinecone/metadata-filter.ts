type Value = string | number | boolean | readonly string[] | undefined;
type Fields = Readonly<Record<string, unknown>>;

/** Comparisons of Pinecone's filter language (docs.pinecone.io, "Filter by metadata"). */
const COMPARISONS: Readonly<Record<string, (value: Value, wanted: unknown) => boolean>> = {
  $eq: (value, wanted) => value === wanted,
  $ne: (value, wanted) => value !== wanted,
  $gt: (value, wanted) => typeof value === 'number' && value > Number(wanted),
  $gte: (value, wanted) => typeof value === 'number' && value >= Number(wanted),
  $lt: (value, wanted) => typeof value === 'number' && value < Number(wanted),
  $lte: (value, wanted) => typeof value === 'number' && value <= Number(wanted),
  $in: (value, wanted) => Array.isArray(wanted) && wanted.includes(value),
  $nin: (value, wanted) => Array.isArray(wanted) && !wanted.includes(value),
  $exists: (value, wanted) => (value !== undefined) === wanted,
};

const isFields = (value: unknown): value is Fields => value !== null && typeof value === 'object' && !Array.isArray(value);

/** Throws for what Pinecone answers with 400. */
export function matches(metadata: Fields, filter: unknown): boolean {
  if (filter === undefined) return true;
  if (!isFields(filter)) throw new Error('the filter is no object');
  return Object.entries(filter).every(([key, condition]) => {
    if (key === '$and' || key === '$or') {
      if (!Array.isArray(condition) || condition.length === 0) throw new Error(`${key} needs a list`);
      const results = condition.map((part: unknown) => matches(metadata, part));
      return key === '$and' ? results.every(Boolean) : results.some(Boolean);
    }
    const tests = isFields(condition) ? Object.entries(condition) : [['$eq', condition] as const];
    return tests.every(([name, wanted]) => {
      const compare = COMPARISONS[name];
      if (!compare) throw new Error(`unknown operator ${name}`);
      return compare(metadata[key] as Value, wanted);
    });
  });
}
