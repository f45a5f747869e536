import { join } from 'node:path';
import { LANGUAGE_CODES, type LanguageCode } from '../domain/language-code.ts';
import { productWords, type ProductWords } from '../domain/playbook.ts';
import type { Problem } from './problem.ts';
import { checkYamlFile, type YamlFile } from './yaml-file.ts';

/** Reads `languages/CODE/products.yaml` of each offered language; `read` gives undefined where there is no such file. */
export async function readProductWords(
  offered: readonly LanguageCode[],
  read: (name: string) => Promise<YamlFile | undefined>,
): Promise<{ readonly words: Readonly<Record<string, ProductWords>>; readonly problems: readonly Problem[] }> {
  const files = await Promise.all(
    LANGUAGE_CODES.filter((code) => offered.includes(code)).map(async (code) => {
      const file = await read(join('languages', code, 'products.yaml'));
      return file === undefined ? [] : [{ code, ...checkYamlFile(file, productWords) }];
    }),
  );
  const checked = files.flat();
  return {
    words: Object.fromEntries(checked.flatMap(({ code, value }) => (value ? [[code, value]] : []))),
    problems: checked.flatMap(({ problems }) => problems),
  };
}
