import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import * as formats from 'ajv-formats';
import { z } from 'zod';

/** Discord's own description of its HTTP API (discord/discord-api-spec, MIT). Where it is absent nothing is checked. */
const FILE = new URL('../../../../shared/schemas/discord/openapi.json', import.meta.url);
const ROOT = 'https://discord.example/openapi.json';

const operation = z.object({
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(z.string(), z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })).optional() })),
});
const description = z.object({ paths: z.record(z.string(), z.record(z.string(), z.unknown())), components: z.unknown() });

export interface DiscordSchema {
  /** What is wrong with a request of ours; undefined when it fits. `path` is without `/api/v10` and query. */
  request(method: string, path: string, body: unknown): string | undefined;
  /** The same for an answer of the fake. */
  response(method: string, path: string, status: number, body: unknown): string | undefined;
}

if (!existsSync(FILE)) process.stderr.write('skipped: discord/discord-api-spec is not here, so requests are not held against it.\n');

let loaded: DiscordSchema | undefined;

export function discordSchema(): DiscordSchema | undefined {
  if (!existsSync(FILE)) return undefined;
  loaded ??= load();
  return loaded;
}

function load(): DiscordSchema {
  const { paths, components } = description.parse(JSON.parse(readFileSync(FILE, 'utf8')));
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateSchema: false, validateFormats: true });
  formats.default.default(ajv);
  ajv.addFormat('snowflake', /^\d{1,20}$/);
  ajv.addFormat('nonce', true);
  ajv.addSchema({ $id: ROOT, components });
  const compiled = new Map<string, ValidateFunction>();
  const check = (name: string, schema: unknown, body: unknown): string | undefined => {
    const known = compiled.get(name);
    const validate =
      known ?? ajv.compile(z.record(z.string(), z.unknown()).parse(JSON.parse(JSON.stringify(schema).replaceAll('"#/', `"${ROOT}#/`))));
    compiled.set(name, validate);
    return validate(body) ? undefined : `${name}: ${ajv.errorsText(validate.errors)}`;
  };
  const templates = Object.keys(paths).map((template) => ({
    template,
    pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    wildcards: (template.match(/\{/g) ?? []).length,
  }));
  const find = (method: string, path: string) => {
    const [best] = templates.filter(({ pattern }) => pattern.test(path)).sort((one, other) => one.wildcards - other.wildcards);
    const found = best === undefined ? undefined : paths[best.template]?.[method.toLowerCase()];
    return found === undefined || best === undefined ? undefined : { template: best.template, ...operation.parse(found) };
  };
  return {
    request(method, path, body) {
      const route = find(method, path);
      if (route === undefined) return `${method} ${path}: no such route`;
      const schema = route.requestBody?.content['application/json']?.schema;
      if (schema === undefined) return body === undefined ? undefined : `${method} ${route.template}: takes no body`;
      return check(`${method} ${route.template}`, schema, body);
    },
    response(method, path, status, body) {
      const route = find(method, path);
      const answer = route?.responses[String(status)];
      if (route === undefined || answer === undefined) return `${method} ${path}: no answer ${status}`;
      const schema = answer.content?.['application/json']?.schema;
      return schema === undefined || body === undefined ? undefined : check(`${status} ${method} ${route.template}`, schema, body);
    },
  };
}
