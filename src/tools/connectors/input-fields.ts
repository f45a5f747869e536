import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';

/** One argument of a tool, as the configuration describes it. */
export const inputField = z.strictObject({
  type: z.enum(['text', 'integer', 'number', 'boolean', 'choice']),
  /** Read by a model. */
  description: z.string().optional(),
  optional: z.boolean().optional(),
  /** The whole text has to match. */
  pattern: z.string().refine(isPattern, { error: 'a regular expression such as LF-\\d{5}' }).optional(),
  /** Of a text, 300 unless it is given. */
  maxLength: z.int().min(1).max(10_000).optional(),
  letters: z.enum(['upper', 'lower']).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  values: z.array(z.string()).min(1).optional(),
});
export type InputField = z.infer<typeof inputField>;

/** More than any order number, name or address needs. */
const LONGEST_TEXT = 300;

/** The schema of a tool's arguments. Fields that are not listed are dropped, so that no caller can bring a customer's id along. */
export function inputSchema(fields: Readonly<Record<string, InputField>>): z.ZodType<Readonly<Record<string, unknown>>> {
  return z.object(Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fieldSchema(field)])));
}

function fieldSchema(field: InputField): z.ZodType {
  const schema = describe(baseSchema(field), field.description);
  return field.optional ? schema.optional() : schema;
}

function baseSchema({ type, pattern, maxLength = LONGEST_TEXT, letters, min, max, values = [] }: InputField): z.ZodType {
  switch (type) {
    case 'text': {
      const cased = inLetters(z.string().trim().min(1).max(maxLength), letters);
      return pattern === undefined ? cased : cased.regex(new RegExp(`^(?:${pattern})$`, 'u'));
    }
    case 'integer':
      return bounded(z.int(), min, max);
    case 'number':
      return bounded(z.number(), min, max);
    case 'boolean':
      return z.boolean();
    case 'choice':
      return z.enum(values);
    default:
      return assertNever(type);
  }
}

function inLetters(text: z.ZodString, letters: 'upper' | 'lower' | undefined): z.ZodString {
  if (letters === undefined) return text;
  return letters === 'upper' ? text.toUpperCase() : text.toLowerCase();
}

function bounded(schema: z.ZodNumber, min: number | undefined, max: number | undefined): z.ZodNumber {
  const fromBelow = min === undefined ? schema : schema.min(min);
  return max === undefined ? fromBelow : fromBelow.max(max);
}

const describe = (schema: z.ZodType, text: string | undefined): z.ZodType => (text === undefined ? schema : schema.describe(text));

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u').source !== '';
  } catch {
    return false;
  }
}
