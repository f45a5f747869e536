import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { knowledgeSettings } from '../agent/knowledge/knowledge-settings.ts';
import { modelSettings } from '../agent/llm/model-settings.ts';
import { crossCheck } from './cross-check.ts';
import type { Problem } from './problem.ts';
import type { ProductWords } from '../domain/playbook.ts';
import { escalationFile, intentsFile, policiesFile, repliesFile, settings, staffFile, type ConfigFiles } from './schemas.ts';
import { readProductWords } from './product-words.ts';
import { readTranslations, type Translations } from './translations.ts';
import { checkYamlFile, readYamlFile, type Checked, type YamlFile } from './yaml-file.ts';

export interface ReadFiles {
  /** Undefined when there are problems. */
  readonly contents: ConfigFiles | undefined;
  /** `connectors.yaml`, which is read further with the environment. */
  readonly connectors: YamlFile;
  readonly problems: readonly Problem[];
  readonly warnings: readonly string[];
}

/**
 * Reads every file of `folder`; one that it lacks is taken from `shipped`. `default.yaml`, `models.yaml` and
 * `replies.yaml` hold single settings, so there a company's file needs only what differs.
 */
export async function readConfigFiles(folder: string, shipped: string, display: (path: string) => string): Promise<ReadFiles> {
  const read = async (name: string): Promise<YamlFile> => {
    const path = join(existsSync(join(folder, name)) ? folder : shipped, name);
    return readYamlFile(path, display(path));
  };
  const layered = async (name: string): Promise<YamlFile> => {
    const own = await read(name);
    return folder === shipped || !existsSync(join(folder, name)) ? own : layer(own, await readYamlFile(join(shipped, name), name));
  };
  const readOwn = async (name: string): Promise<YamlFile | undefined> =>
    folder !== shipped && existsSync(join(folder, name)) ? readYamlFile(join(folder, name), name) : undefined;
  const files = {
    settings: await layered('default.yaml'),
    intents: await read('intents.yaml'),
    escalation: await read('escalation.yaml'),
    policies: await read('policies.yaml'),
    replies: await layered('replies.yaml'),
    staff: await read('staff.yaml'),
    knowledge: await read('knowledge.yaml'),
    models: await layered('models.yaml'),
  };
  const checked = {
    settings: checkYamlFile(files.settings, settings),
    intents: checkYamlFile(files.intents, intentsFile),
    escalation: checkYamlFile(files.escalation, escalationFile),
    policies: checkYamlFile(files.policies, policiesFile),
    replies: checkYamlFile(files.replies, repliesFile),
    staff: checkYamlFile(files.staff, staffFile),
    knowledge: checkYamlFile(files.knowledge, knowledgeSettings),
    models: checkYamlFile(files.models, modelSettings),
  };
  const ownReplies = await readOwn('replies.yaml');
  const shippedReplies = ownReplies ? (await readYamlFile(join(shipped, 'replies.yaml'), 'replies.yaml')).value : files.replies.value;
  const offered = checked.settings.value?.agent.languages ?? [];
  const isThere = (name: string): boolean => [folder, shipped].some((place) => existsSync(join(place, name)));
  const called = await readProductWords(offered, async (name) => (isThere(name) ? layered(name) : undefined));
  const spoken = await readTranslations(
    offered,
    async (name) => {
      if (!isThere(name)) return undefined;
      const own = await readOwn(name);
      return { file: await layered(name), own: keysOf(own?.value) };
    },
    {
      said: checked.replies.value ?? {},
      keys: keysOf(shippedReplies),
      changed: keysOf(ownReplies?.value),
      rules: Object.keys(checked.policies.value?.rules ?? {}),
    },
  );
  const problems = [
    ...Object.values(checked).flatMap((one) => one.problems),
    ...crossCheck(files, checked),
    ...spoken.problems,
    ...called.problems,
  ];
  return {
    contents: problems.length === 0 ? whole(checked, spoken.translations, called.words) : undefined,
    connectors: await read('connectors.yaml'),
    problems,
    warnings: spoken.warnings,
  };
}

/** Puts what `own` says over what `base` says; lines are those of `own`. */
function layer(own: YamlFile, base: YamlFile): YamlFile {
  if (own.problems.length > 0 || !isBlock(own.value) || !isBlock(base.value)) return own;
  return { ...own, value: merge(base.value, own.value) };
}

function merge(base: Readonly<Record<string, unknown>>, own: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(own)) {
    const below = merged[key];
    merged[key] = isBlock(value) && isBlock(below) ? merge(below, value) : value;
  }
  return merged;
}

const keysOf = (value: unknown): readonly string[] => (isBlock(value) ? Object.keys(value) : []);

type CheckedFiles = { readonly [Name in keyof Omit<ConfigFiles, 'translations' | 'productWords'>]: Checked<ConfigFiles[Name]> };

function isBlock(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function whole(
  checked: CheckedFiles,
  translations: Translations,
  productWords: Readonly<Record<string, ProductWords>>,
): ConfigFiles | undefined {
  const { settings: main, intents, escalation, policies, replies, staff, knowledge, models } = checked;
  if (!main.value || !intents.value || !escalation.value || !policies.value || !replies.value) return undefined;
  if (!staff.value || !knowledge.value || !models.value) return undefined;
  return {
    settings: main.value,
    intents: intents.value,
    escalation: escalation.value,
    policies: policies.value,
    replies: replies.value,
    translations,
    productWords,
    staff: staff.value,
    knowledge: knowledge.value,
    models: models.value,
  };
}
