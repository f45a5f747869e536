import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { z } from 'zod';

/** Pinecone's own description of its API (pinecone-io/pinecone-api, 2026-04). Where it is absent nothing is checked. */
const FILE = new URL('../../../../shared/schemas/pinecone/data-plane.yaml', import.meta.url);
const ROOT = 'https://pinecone.example/data-plane';

const operation = z.object({ requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional() });
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())), components: z.unknown() });

if (!existsSync(FILE)) process.stderr.write('skipped: pinecone-io/pinecone-api is not here, so requests are not held against it.\n');

let loaded: ((method: string, path: string, body: unknown) => string | undefined) | undefined;

/** What is wrong with a request to the data plane; undefined when it fits, or when there is nothing to hold it against. */
export function requestProblem(method: string, path: string, body: unknown): string | undefined {
  if (!existsSync(FILE)) return undefined;
  loaded ??= load();
  return loaded(method, path, body);
}

function load(): NonNullable<typeof loaded> {
  const { paths, components } = description.parse(parse(readFileSync(FILE, 'utf8')));
  const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false });
  // The id list says minLength and maxLength where it means items.
  ajv.addSchema({ $id: ROOT, components });
  const compiled = new Map<string, ValidateFunction>();
  return (method, path, body) => {
    const template = Object.keys(paths).find((one) => new RegExp(`^${one.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(path));
    const found = template === undefined ? undefined : paths[template]?.[method.toLowerCase()];
    if (template === undefined || found === undefined) return `${method} ${path}: no such route`;
    const content = operation.parse(found).requestBody?.content ?? {};
    const schema = (content['application/json'] ?? content['application/x-ndjson'])?.schema;
    if (schema === undefined) return body === undefined ? undefined : `${method} ${template}: takes no body`;
    const name = `${method} ${template}`;
    const validate =
      compiled.get(name) ??
      ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${ROOT}#/`))));
    compiled.set(name, validate);
    return validate(body) ? undefined : `${name}: ${ajv.errorsText(validate.errors)}`;
  };
}
