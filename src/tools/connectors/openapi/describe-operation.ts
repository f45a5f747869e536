import { z } from 'zod';
import { HTTP_METHODS, httpCall, type HttpCall } from '../http/http-settings.ts';
import { isBlock, plainText } from '../template.ts';
import type { OpenapiCall } from './openapi-settings.ts';

export type Described =
  | { readonly kind: 'operation'; readonly call: HttpCall; readonly answer: z.ZodType | undefined }
  | { readonly kind: 'unusable'; readonly because: string };

type Block = Readonly<Record<string, unknown>>;

const parameter = z.looseObject({ name: z.string(), in: z.enum(['path', 'query', 'header', 'cookie']), required: z.boolean().optional() });
type Parameter = z.infer<typeof parameter>;

/** Finds an operation in a document, and makes the request of it that the configuration describes. */
export function describeOperation(document: unknown, { operationId, with: given, headers }: OpenapiCall): Described {
  const resolve = resolverOf(document);
  const found = findOperation(document, operationId);
  if (!found) return unusable(`the document has no operation ${operationId}`);
  const { method, path, item, operation } = found;
  const parameters = [...listOf(item['parameters']), ...listOf(operation['parameters'])].flatMap(
    (each) => parameter.safeParse(resolve(each)).data ?? [],
  );
  const bodyFields = Object.keys(blockOf(schemaOf(resolve(operation['requestBody']), resolve)?.['properties']));
  const known = new Set([...parameters.map(({ name }) => name), ...bodyFields]);
  const strange = Object.keys(given).find((name) => !known.has(name));
  if (strange !== undefined) return unusable(`${operationId} takes no ${strange}, expected one of ${[...known].join(', ')}`);
  if (parameters.some((each) => each.in === 'cookie' && each.required)) return unusable(`${operationId} needs a cookie`);
  const valueOf = (name: string): unknown => given[name] ?? `$input.${name}`;
  const named = (place: Parameter['in']): readonly string[] => parameters.filter((each) => each.in === place).map(({ name }) => name);
  const filledPath = fillPath(path, named('path'), valueOf);
  if (filledPath === undefined)
    return unusable(`${operationId} has a path parameter that needs a value such as $input.orderId or $customer`);
  const call = httpCall.parse({
    method,
    path: filledPath,
    query: fieldsOf(named('query'), valueOf),
    headers: { ...headerFields(named('header'), given), ...headers },
    ...(bodyFields.length > 0 ? { body: fieldsOf(bodyFields, valueOf) } : {}),
  });
  return answerSchema(document, operation, resolve, call);
}

function answerSchema(document: unknown, operation: Block, resolve: Resolve, call: HttpCall): Described {
  const responses = blockOf(operation['responses']);
  const status = Object.keys(responses).find((each) => /^2(?:\d\d|XX)$/i.test(each));
  const schema = status === undefined ? undefined : schemaOf(resolve(responses[status]), resolve);
  if (schema === undefined) return { kind: 'operation', call, answer: undefined };
  try {
    return { kind: 'operation', call, answer: toZod(document, schema) };
  } catch (error) {
    return unusable(`the form of its answer cannot be read (${error instanceof Error ? error.message : 'unknown reason'})`);
  }
}

const unusable = (because: string): Described => ({ kind: 'unusable', because });

function findOperation(
  document: unknown,
  operationId: string,
): { readonly method: string; readonly path: string; readonly item: Block; readonly operation: Block } | undefined {
  for (const [path, item] of Object.entries(blockOf(blockOf(document)['paths']))) {
    for (const method of HTTP_METHODS) {
      const operation = blockOf(blockOf(item)[method.toLowerCase()]);
      if (operation['operationId'] === operationId) return { method, path, item: blockOf(item), operation };
    }
  }
  return undefined;
}

/** `/orders/{id}` with what stands for `id` in its place; undefined when that is not one reference. */
function fillPath(path: string, names: readonly string[], valueOf: (name: string) => unknown): string | undefined {
  let isWhole = true;
  const filled = path.replace(/\{([^}]+)\}/g, (_, name: string) => {
    const value = names.includes(name) ? valueOf(name) : undefined;
    if (typeof value === 'string' && value.startsWith('$') && !value.startsWith('$$')) return `{${value.slice(1)}}`;
    if (typeof value === 'string' || typeof value === 'number') return encodeURIComponent(String(value));
    isWhole = false;
    return '';
  });
  return isWhole ? filled : undefined;
}

const fieldsOf = (names: readonly string[], valueOf: (name: string) => unknown): Block =>
  Object.fromEntries(names.map((name) => [name, valueOf(name)]));

/** A header is sent only when the configuration gives it: arguments do not become headers by having their name. */
const headerFields = (names: readonly string[], given: Block): Block =>
  Object.fromEntries(names.filter((name) => given[name] !== undefined).map((name) => [name, given[name]]));

function schemaOf(content: unknown, resolve: Resolve): Block | undefined {
  const media = Object.entries(blockOf(blockOf(content)['content'])).find(([type]) => /^application\/(?:[\w.+-]*\+)?json\b/i.test(type));
  const schema = resolve(blockOf(media?.[1])['schema']);
  return isBlock(schema) ? schema : undefined;
}

type Resolve = (value: unknown) => unknown;

/** Follows references within the document, `#/components/…`, and none that leave it. */
function resolverOf(document: unknown): Resolve {
  const resolve = (value: unknown, depth = 0): unknown => {
    const reference = isBlock(value) ? value['$ref'] : undefined;
    if (typeof reference !== 'string' || !reference.startsWith('#/') || depth > 20) return value;
    const parts = reference
      .slice(2)
      .split('/')
      .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    return resolve(
      parts.reduce<unknown>((at, part) => blockOf(at)[part], document),
      depth + 1,
    );
  };
  return (value) => resolve(value);
}

/** The schema with the document's components beside it, so that references in it lead somewhere. */
function toZod(document: unknown, schema: Block): z.ZodType {
  const isOld = plainText(blockOf(document)['openapi'])?.startsWith('3.0') === true;
  const definitions = isOld ? 'definitions' : '$defs';
  const components = blockOf(blockOf(blockOf(document)['components'])['schemas']);
  const whole: unknown = JSON.parse(
    JSON.stringify({ ...schema, [definitions]: components }).replaceAll('"#/components/schemas/', `"#/${definitions}/`),
  );
  return z.fromJSONSchema(blockOf(whole), { defaultTarget: isOld ? 'openapi-3.0' : 'draft-2020-12' });
}

function blockOf(value: unknown): Block {
  return isBlock(value) ? value : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
