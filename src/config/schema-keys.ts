import { z } from 'zod';

/** The keys that a schema allows at a path; empty where any name goes or where there are no keys. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  const [key, ...rest] = path;
  const plain = unwrap(schema);
  if (key === undefined) return plain instanceof z.ZodObject ? Object.keys(plain.shape) : [];
  const child = childOf(plain, key);
  return child ? keysAt(child, rest) : [];
}

/** `whole number`, `text`, `one of off, draft, auto`: for the table of settings. */
export function typeAt(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const [key, ...rest] = path;
  const plain = unwrap(schema);
  if (key === undefined) return typeName(plain);
  const child = childOf(plain, key);
  return child ? typeAt(child, rest) : 'unknown';
}

function typeName(schema: z.ZodType): string {
  if (schema instanceof z.ZodNumber) return schema.format === 'safeint' ? 'whole number' : 'number';
  if (schema instanceof z.ZodBoolean) return 'true or false';
  if (schema.def.type === 'string') return 'text';
  if (schema instanceof z.ZodEnum) return `one of ${schema.options.map((option) => `\`${option}\``).join(', ')}`;
  if (schema instanceof z.ZodArray) return 'list';
  return 'block';
}

function childOf(schema: z.ZodType, key: PropertyKey): z.ZodType | undefined {
  if (schema instanceof z.ZodObject) return asType(Reflect.get(schema.shape, key));
  if (schema instanceof z.ZodRecord) return asType(schema.valueType);
  if (schema instanceof z.ZodArray) return asType(schema.element);
  return undefined;
}

function unwrap(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodPipe)) return schema;
  const inner = asType(schema instanceof z.ZodPipe ? schema.in : schema.unwrap());
  return inner ? unwrap(inner) : schema;
}

function asType(value: unknown): z.ZodType | undefined {
  return value instanceof z.ZodType ? value : undefined;
}
