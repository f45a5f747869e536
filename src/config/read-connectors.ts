import { resolve } from 'node:path';
import { checkConnectedSettings } from '../tools/connectors/check-settings.ts';
import { ENVIRONMENT_REFERENCE, refuseUrl } from '../tools/connectors/secret.ts';
import { casesOf, CONNECTOR_KINDS, connectorsFile, type ConnectedSettings, type ConnectorsFile } from '../tools/connectors/settings.ts';
import { findMistakes, type Finding, type Problem } from './problem.ts';
import type { Environment } from './read-environment.ts';
import { checkYamlFile, toProblem, type YamlFile } from './yaml-file.ts';

export interface ReadConnectors {
  /** Undefined when nothing is connected, and when there are problems. */
  readonly connected: ConnectedSettings | undefined;
  readonly problems: readonly Problem[];
}

/** Reads `connectors.yaml`: each part by the schema of its kind, the whole against itself, and the environment where it is named. */
export function readConnectors(
  file: YamlFile,
  env: Pick<Environment, 'text'>,
  options: { readonly folder: string; readonly rules: ReadonlySet<string> | undefined },
): ReadConnectors {
  const checked = checkYamlFile(file, connectorsFile);
  const value = checked.value;
  if (!value) return { connected: undefined, problems: checked.problems };
  const findings = [...checkKinds(value), ...checkCalls(value)];
  const faults = findings.length > 0 ? findings : [...checkConnectedSettings(value, options.rules), ...checkEnvironment(value, env)];
  const problems = faults.map((finding) => toProblem(file, finding));
  if (problems.length > 0 || !value.customers) return { connected: undefined, problems };
  const connectors = Object.entries(value.connectors).map(([name, settings]) => {
    const whole = CONNECTOR_KINDS[settings.kind].settings.parse(settings);
    return [name, locate(fillEnvironment(whole, env), options.folder)] as const;
  });
  return { connected: { ...value, customers: value.customers, connectors: Object.fromEntries(connectors) }, problems: [] };
}

function checkKinds({ connectors }: ConnectorsFile): readonly Finding[] {
  return Object.entries(connectors).flatMap(([name, settings]) =>
    findMistakes(CONNECTOR_KINDS[settings.kind].settings, settings).map(under(['connectors', name])),
  );
}

/** A call has the form of its connector's kind; a connector that is not there is found later. */
function checkCalls(file: ConnectorsFile): readonly Finding[] {
  const check = (
    path: readonly PropertyKey[],
    { connector, call }: { readonly connector?: string | undefined; readonly call?: unknown },
  ): readonly Finding[] => {
    const kind = file.connectors[connector ?? '']?.kind;
    return kind === undefined || call === undefined ? [] : findMistakes(CONNECTOR_KINDS[kind].call, call).map(under([...path, 'call']));
  };
  return [
    ...Object.entries(file.customers ?? {}).flatMap(([which, lookup]) => check(['customers', which], lookup)),
    ...Object.entries(file.records).flatMap(([table, record]) => check(['records', table], record)),
    ...Object.entries(file.tools).flatMap(([name, tool]) => [
      ...Object.entries(tool.first ?? {}).flatMap(([as, lookup]) => check(['tools', name, 'first', as], lookup)),
      ...(tool.confirm ? check(['tools', name, 'confirm'], tool.confirm) : []),
      ...casesOf(tool).flatMap((each, index) => check(['tools', name, ...(tool.cases ? ['cases', index] : [])], each)),
    ]),
  ];
}

const under =
  (path: readonly PropertyKey[]) =>
  (finding: Finding): Finding => ({ ...finding, path: [...path, ...finding.path] });

/** Each name is set; a value is never repeated, not even a wrong one. */
function checkEnvironment({ connectors }: ConnectorsFile, env: Pick<Environment, 'text'>): readonly Finding[] {
  return Object.entries(connectors).flatMap(([connector, settings]) =>
    textsIn(settings, ['connectors', connector]).flatMap(({ path, text }) => {
      const names = [...text.matchAll(ENVIRONMENT_REFERENCE)].map((match) => match[1] ?? '');
      const unset = names.filter((name) => env.text(name) === undefined);
      if (unset.length > 0) return [{ path, text: `${unset.join(' and ')} is not set, expected it in the environment or in .env` }];
      const isAddress = names.length > 0 && /^(?:baseUrl|apiUrl|url)$/.test(String(path.at(-1))) && settings.kind !== 'postgres';
      const why = isAddress ? refuseUrl(fill(text, env)) : undefined;
      return why === undefined ? [] : [{ path, text: `what ${names.join(' and ')} holds cannot be used, expected ${why}` }];
    }),
  );
}

interface TextAt {
  readonly path: readonly PropertyKey[];
  readonly text: string;
}

function textsIn(value: unknown, path: readonly PropertyKey[]): readonly TextAt[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, [...path, Array.isArray(value) ? Number(key) : key]));
}

const fill = (text: string, env: Pick<Environment, 'text'>): string =>
  text.replace(ENVIRONMENT_REFERENCE, (_, name: string) => env.text(name) ?? '');

/** The same settings with what the environment holds in place of its names. */
function fillEnvironment<T>(settings: T, env: Pick<Environment, 'text'>): T {
  return JSON.parse(JSON.stringify(settings), (_, value: unknown) => (typeof value === 'string' ? fill(value, env) : value)) as T;
}

/** Files that a connector names stand in the configuration folder. */
function locate<T extends ConnectedSettings['connectors'][string]>(settings: T, folder: string): T {
  if (settings.kind === 'sqlite') return { ...settings, file: resolve(folder, settings.file) };
  return settings.kind === 'openapi' ? { ...settings, document: resolve(folder, settings.document) } : settings;
}
