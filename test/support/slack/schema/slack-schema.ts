import { readFileSync } from 'node:fs';
import { Ajv, type ValidateFunction } from 'ajv';
import { z } from 'zod';

/** Generated from Slack's own types: see slack-shapes.ts. They stand here, so this check is never left out. */
const FILES = { post: 'slack-post-shapes.json', call: 'slack-call-shapes.json', event: 'slack-event-shapes.json' } as const;
/** Arguments that travel as JSON in a form's field. */
const STRUCTURES = new Set(['blocks', 'metadata', 'view']);
/** Newer than the types (docs.slack.dev/reference/events/message.im). */
const NOT_IN_THE_TYPES: readonly string[] = ['assistant_thread'];

type Kind = keyof typeof FILES;
const outline = z.object({ properties: z.record(z.string(), z.unknown()) });

const ajv = new Ajv({ strict: false, allErrors: false });
const names = new Map<Kind, ReadonlySet<string>>();
const compiled = new Map<string, ValidateFunction>();

function namesIn(kind: Kind): ReadonlySet<string> {
  const known = names.get(kind);
  if (known) return known;
  const schema: unknown = JSON.parse(readFileSync(new URL(FILES[kind], import.meta.url), 'utf8'));
  const found = new Set(Object.keys(outline.parse(schema).properties));
  ajv.addSchema(z.record(z.string(), z.unknown()).parse(schema), kind);
  names.set(kind, found);
  return found;
}

function check(kind: Kind, name: string, value: unknown): readonly string[] {
  const id = `${kind}#/properties/${encodeURIComponent(name.replaceAll('~', '~0').replaceAll('/', '~1'))}`;
  const validate = compiled.get(id) ?? ajv.compile({ $ref: id });
  compiled.set(id, validate);
  return validate(value) ? [] : [`${name}: ${ajv.errorsText(validate.errors)}`];
}

/** What Slack's types say against a request of ours; a method that they do not describe takes no arguments. */
export function wrongRequest(method: string, form: Readonly<Record<string, string>>): readonly string[] {
  const kind = (['post', 'call'] as const).find((one) => namesIn(one).has(method));
  if (kind === undefined) return Object.keys(form).length === 0 ? [] : [`${method}: takes no arguments`];
  return check(kind, method, Object.fromEntries(Object.entries(form).map(([name, text]) => [name, valueOf(name, text)])));
}

/** The same for an event, as our stand-in sends it; undefined types are those that we do not subscribe to. */
export function wrongEvent(event: Readonly<Record<string, unknown>>): readonly string[] {
  const name = typeof event['subtype'] === 'string' ? `${String(event['type'])}/${event['subtype']}` : String(event['type']);
  if (!namesIn('event').has(name)) return [];
  const onTheWire: unknown = JSON.parse(
    JSON.stringify(event, (key, value: unknown) => (NOT_IN_THE_TYPES.includes(key) ? undefined : value)),
  );
  return check('event', name, onTheWire);
}

/** Forms know only texts; the SDK's callers write values. */
function valueOf(name: string, text: string): unknown {
  if (STRUCTURES.has(name)) return JSON.parse(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return name === 'limit' ? Number(text) : text;
}
