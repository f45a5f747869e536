import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from 'deskhand/pack';
import type { z } from 'zod';

/** Reads one file of the data folder. Rejects with `config_invalid` and the file's name when it is missing or of another form. */
export async function readJson<Schema extends z.ZodType>(folder: string, file: string, schema: Schema): Promise<z.infer<Schema>> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new AppError('config_invalid', `${path} cannot be read`, {
      retryable: false,
      hint: `Give the folder that holds ${file} as --data.`,
      cause,
    });
  });
  const parsed = schema.safeParse(parseJson(path, text));
  if (parsed.success) return parsed.data;
  const [first] = parsed.error.issues;
  throw new AppError('config_invalid', `${path}: ${first?.path.join('.') ?? ''}: ${first?.message ?? 'of another form'}`, {
    retryable: false,
    hint: 'The data has to be the set that this pack was written for.',
  });
}

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('config_invalid', `${path} is no JSON`, { retryable: false, cause });
  }
}
