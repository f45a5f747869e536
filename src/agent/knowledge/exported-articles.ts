/**
 * What help centres call the fields of an article in their JSON exports (Zendesk, Freshdesk, Intercom, Help Scout and our
 * own), by our names; the first that is there counts. docs/knowledge.md lists them.
 */
const FIELDS = {
  id: ['id', 'article_id', 'slug'],
  title: ['title', 'name', 'subject', 'question'],
  content: ['content', 'body', 'html_body', 'body_html', 'text', 'description', 'answer'],
  url: ['url', 'html_url', 'public_url', 'publicUrl', 'link'],
  updated: ['updated', 'last_updated', 'edited_at', 'updated_at', 'updatedAt', 'modified'],
  category: ['category', 'category_name', 'section', 'section_name'],
  labels: ['labels', 'label_names', 'tags'],
  language: ['language', 'locale', 'lang'],
} as const;
/** Under which an export lists its articles, and where it says that there is more. */
const LISTS = ['articles', 'data', 'items', 'results', 'records'] as const;
const NEXT = ['next_page', 'next'] as const;
/** Words for an article that nobody is to see yet, or any more. */
const UNPUBLISHED: ReadonlySet<unknown> = new Set(['draft', 'unpublished', 'notpublished', 'archived', 'private']);
/** An article with this label is for colleagues. */
const INTERNAL = 'internal';

type Row = Readonly<Record<string, unknown>>;

export type ExportedRows =
  | { readonly kind: 'rows'; readonly rows: readonly unknown[]; readonly isList: boolean; readonly next?: string }
  | { readonly kind: 'broken'; readonly problem: string };

/** The articles of a JSON text: one, a list, or an export that holds a list. */
export function exportedRows(text: string): ExportedRows {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'broken', problem: 'is not valid JSON' };
  }
  if (Array.isArray(value)) return { kind: 'rows', rows: value, isList: true };
  if (!isRow(value)) return { kind: 'broken', problem: 'holds no article' };
  // An article may have a list of its own, under whatever name.
  const list = firstOf(value, FIELDS.title) === undefined ? listIn(value) : undefined;
  if (!list) return { kind: 'rows', rows: [value], isList: false };
  const next = [value, value['links'], value['pages'], value['meta']].flatMap((row) => (isRow(row) ? [firstOf(row, NEXT)] : []));
  const address = next.find((one) => typeof one === 'string' && one !== '');
  return { kind: 'rows', rows: list, isList: true, ...(typeof address === 'string' && { next: address }) };
}

/** A row with our names for its fields, or why it is none. Fields under other names stay as they are. */
export function asArticleFields(row: unknown): Row | string {
  if (!isRow(row)) return 'is no article';
  if (isUnpublished(row)) return 'is not published';
  const labels = namesIn(firstOf(row, FIELDS.labels));
  const fields: Record<string, unknown> = { ...row };
  for (const name of ['id', 'title', 'content'] as const) set(fields, name, firstOf(row, FIELDS[name]));
  const url = firstOf(row, FIELDS.url);
  set(fields, 'url', row['url'] ?? (typeof url === 'string' && URL.canParse(url) ? url : undefined));
  set(fields, 'updated', asDay(firstOf(row, FIELDS.updated)));
  set(fields, 'category', namesIn(firstOf(row, FIELDS.category))[0] ?? labels.find((label) => label !== INTERNAL));
  set(fields, 'language', asLanguage(firstOf(row, FIELDS.language)));
  if (labels.includes(INTERNAL)) fields['audience'] = INTERNAL;
  return fields;
}

const isRow = (value: unknown): value is Row => typeof value === 'object' && value !== null && !Array.isArray(value);

function listIn(value: Row): readonly unknown[] | undefined {
  for (const name of LISTS) {
    const held = value[name];
    if (Array.isArray(held)) return held;
    if (isRow(held)) return listIn(held);
  }
  return undefined;
}

function firstOf(row: Row, names: readonly string[]): unknown {
  for (const name of names) if (row[name] !== undefined && row[name] !== null && row[name] !== '') return row[name];
  return undefined;
}

function set(fields: Record<string, unknown>, name: string, value: unknown): void {
  if (value === undefined) delete fields[name];
  else fields[name] = value;
}

function isUnpublished(row: Row): boolean {
  // 1 is a draft at Freshdesk, where articles of any state are exported.
  return (
    row['draft'] === true ||
    row['published'] === false ||
    UNPUBLISHED.has(row['state']) ||
    UNPUBLISHED.has(row['status']) ||
    (row['status'] === 1 && 'description_text' in row)
  );
}

/** Names of labels or of a section, whether they are texts or objects with a name. */
function namesIn(value: unknown): readonly string[] {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  return listed.flatMap((one) => {
    const name = isRow(one) ? one['name'] : one;
    return typeof name === 'string' && name.trim() !== '' ? [name.trim()] : [];
  });
}

/** Seconds or milliseconds since 1970, or a text that the article's own check judges. */
function asDay(value: unknown): unknown {
  if (typeof value !== 'number') return value;
  return new Date(value < 1e11 ? value * 1000 : value).toISOString();
}

/** `en-us` is English. */
function asLanguage(value: unknown): unknown {
  return typeof value === 'string' ? value.split(/[-_]/)[0] : value;
}
