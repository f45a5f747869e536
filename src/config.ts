import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { mirrorFolder, type KnowledgeSettings, type KnowledgeSource, type PineconeChoice } from './agent/knowledge/knowledge-settings.ts';
import type { ModelAccess, ModelSettings } from './agent/llm/model-settings.ts';
import { environment } from './config/environment.ts';
import type { DiscordSettingsInput } from './channels/discord/discord-settings.ts';
import type { SlackSettingsInput } from './channels/slack/slack-settings.ts';
import { readDiscordAccess, readSlackAccess } from './config/chat-access.ts';
import { deskIsAway, toStaffMember, withColleagues } from './config/desk-people.ts';
import { readMailAccess, type MailAccess } from './config/mail-access.ts';
import { formatProblem, type Problem } from './config/problem.ts';
import { readConfigFiles, type ReadFiles } from './config/read-config-files.ts';
import { readConnectors, type ReadConnectors } from './config/read-connectors.ts';
import { readEnvironment, type Environment } from './config/read-environment.ts';
import type { ConfigFiles, Settings } from './config/schemas.ts';
import { canonicalJson } from './domain/canonical-json.ts';
import type { StaffMember } from './domain/deskhand.ts';
import { AppError } from './domain/error.ts';
import type { LanguageCode } from './domain/language-code.ts';
import { configVersion, type ConfigVersion } from './domain/ids.ts';
import { intentRow, type Playbook } from './domain/playbook.ts';
import type { ConnectedSettings } from './tools/connectors/settings.ts';

export type { MailAccess, MailAuth, MailTls } from './config/mail-access.ts';
export type { Settings } from './config/schemas.ts';

/** Everything that can be set, checked and frozen. */
export interface Config {
  /** Of the page on 127.0.0.1; 0 takes a free one. */
  readonly port: number;
  /** Absolute. */
  readonly dataFolder: string;
  /** Absolute. */
  readonly configFolder: string;
  /** `config/knowledge.yaml`, with absolute folders; one that the company's folder lacks is the demo's. */
  readonly knowledge: readonly KnowledgeSource[];
  /** False while any articles are the demo's: real channels answer nobody then. */
  readonly ownKnowledge: boolean;
  /** Undefined without a key: the in-process index searches alone. */
  readonly pinecone: PineconeChoice | undefined;
  readonly imap: (MailAccess & { readonly mailbox: string }) | undefined;
  readonly smtp: MailAccess | undefined;
  readonly slack: SlackSettingsInput | undefined;
  readonly discord: DiscordSettingsInput | undefined;
  /** Undefined without a key: no language model is asked. */
  readonly model: ModelAccess | undefined;
  /** `config/models.yaml`. */
  readonly models: ModelSettings;
  readonly supportAddress: string | undefined;
  readonly deskAddress: string | undefined;
  /** `config/default.yaml`. */
  readonly settings: Settings;
  /** What conversations are decided by; pinned to each when it opens. */
  readonly playbook: Playbook;
  /** Hash of the playbook. */
  readonly playbookVersion: ConfigVersion;
  /** What the router learns from: intent → topic → what customers write. */
  readonly utterances: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  readonly outOfScope: readonly string[];
  readonly staff: readonly StaffMember[];
  /** `config/connectors.yaml` with its secrets; undefined when it connects nothing. */
  readonly connected: ConnectedSettings | undefined;
  /** `intents.yaml` of each other language that is offered, by its code: absolute paths. Read when somebody writes in it. */
  readonly languageFiles: Readonly<Record<string, string>>;
  /** Sentences that languages lack, or that nothing says; for `doctor`. */
  readonly languageWarnings: readonly string[];
  /** Worth saying at the start, no reason to stop. */
  readonly warnings: readonly string[];
}

export interface LoadOptions {
  /** Where relative folders and `.env` are looked up; the working folder by default. */
  readonly folder?: string;
  /** Takes the place of DESKHAND_DATA and DESKHAND_CONFIG, for `--data` and tests. */
  readonly dataFolder?: string;
  readonly configFolder?: string;
}

const NO_CODES = 'SMTP is not set: no one-time code can leave, so nobody on Slack or Discord can prove who they are';
const NOTHING_CONNECTED: ReadConnectors = { connected: undefined, problems: [] };
const NOTHING_READ = { access: undefined, problems: [] } as const;

/** The configuration that comes with the product; beside `src` in a checkout and beside `dist` in the package. */
export const SHIPPED_FOLDER = fileURLToPath(new URL('../config', import.meta.url));

/**
 * Reads the environment, `.env` and the YAML files into one frozen Config.
 * Rejects with `AppError('config_invalid')` whose message lists every problem, each with file, line and what was expected.
 */
export async function loadConfig(
  env: Readonly<Record<string, string | undefined>> = environment,
  options: LoadOptions = {},
): Promise<Config> {
  const folder = options.folder ?? process.cwd();
  const variables = readEnvironment(env, await readDotEnv(folder));
  const choice = chooseConfigFolder(folder, options.configFolder ?? variables.text('DESKHAND_CONFIG'));
  const files =
    choice.folder === undefined ? undefined : await readConfigFiles(choice.folder, SHIPPED_FOLDER, (path) => displayPath(folder, path));
  const mail = readMail(variables);
  const contents = files?.contents;
  const chats = contents && withColleagues(contents);
  const slack = chats ? readSlackAccess(variables, chats.slack) : NOTHING_READ;
  const discord = contents && chats ? readDiscordAccess(variables, chats.discord, contents.settings.agent.company) : NOTHING_READ;
  const connectors = files ? connectorsOf(files, variables, choice.folder) : NOTHING_CONNECTED;
  const problems = [
    ...variables.problems,
    ...choice.problems,
    ...mail.problems,
    ...slack.problems,
    ...discord.problems,
    ...(files?.problems ?? []),
    ...connectors.problems,
  ];
  if (problems.length > 0 || choice.folder === undefined || files?.contents === undefined) throw describeProblems(problems);
  const chatWarnings = (slack.access ?? discord.access) !== undefined && mail.smtp === undefined ? [NO_CODES] : [];
  const deskWarnings = deskIsAway(files.contents.settings.desk.on, { slack: slack.access, discord: discord.access });
  const dataFolder = resolve(folder, options.dataFolder ?? variables.text('DESKHAND_DATA') ?? 'data');
  const knowledge = locateSources(files.contents.knowledge.sources, choice.folder, dataFolder);
  return deepFreeze({
    port: variables.number('PORT') ?? 3000,
    dataFolder,
    configFolder: choice.folder,
    knowledge,
    ownKnowledge: !knowledge.some((source) => source.folder.startsWith(SHIPPED_FOLDER)),
    pinecone: readPinecone(variables, files.contents.knowledge.pinecone),
    imap: mail.imap,
    smtp: mail.smtp,
    slack: slack.access,
    discord: discord.access,
    model: readModelAccess(variables),
    supportAddress: mail.supportAddress,
    deskAddress: variables.text('DESK_ADDRESS'),
    ...decided(files.contents),
    connected: connectors.connected,
    languageFiles: languageFilesOf(files.contents.settings.agent.languages, choice.folder),
    languageWarnings: files.warnings,
    warnings: [
      ...variables.warnings,
      ...mail.warnings,
      ...chatWarnings,
      ...modelWarnings(variables),
      ...pineconeWarnings(variables),
      ...deskWarnings,
    ],
  });
}

/** Only names that are set in the environment, or in `.env`, can stand for a secret. */
function connectorsOf({ contents, connectors }: ReadFiles, env: Environment, folder = ''): ReadConnectors {
  return readConnectors(connectors, env, { folder, rules: contents && new Set(Object.keys(contents.policies.rules)) });
}

async function readDotEnv(folder: string): Promise<string | undefined> {
  const path = join(folder, '.env');
  return existsSync(path) ? await readFile(path, 'utf8') : undefined;
}

/** A named folder must exist; without a name it is `./config` when there is one, otherwise the product's own. */
function chooseConfigFolder(
  folder: string,
  named: string | undefined,
): { readonly folder: string | undefined; readonly problems: readonly Problem[] } {
  const path = resolve(folder, named ?? 'config');
  if (existsSync(path)) return { folder: path, problems: [] };
  if (named === undefined) return { folder: SHIPPED_FOLDER, problems: [] };
  const problem = { source: 'environment', line: undefined, path: 'DESKHAND_CONFIG', text: `${path} does not exist, expected a folder` };
  return { folder: undefined, problems: [problem] };
}

/** The company's over ours. */
function languageFilesOf(offered: readonly LanguageCode[], folder: string): Readonly<Record<string, string>> {
  const rows = offered.flatMap((code): readonly [string, string][] => {
    const found = [folder, SHIPPED_FOLDER].map((place) => join(place, 'languages', code, 'intents.yaml')).find((path) => existsSync(path));
    return code === 'en' || found === undefined ? [] : [[code, found]];
  });
  return Object.fromEntries(rows);
}

function displayPath(folder: string, path: string): string {
  const short = relative(folder, path);
  return short.startsWith('..') || isAbsolute(short) ? path : short;
}

function locateSources(sources: KnowledgeSettings['sources'], configFolder: string, dataFolder: string): readonly KnowledgeSource[] {
  return sources.map(({ folder, ...named }) => {
    // What customers wrote is for colleagues, unless somebody decides otherwise.
    const source = { ...named, audience: named.audience ?? (named.ticketsOfDays === undefined ? 'public' : 'internal') };
    if (folder === undefined) return { ...source, folder: mirrorFolder(dataFolder, source.name) };
    const own = resolve(configFolder, folder);
    return { ...source, folder: existsSync(own) ? own : resolve(SHIPPED_FOLDER, folder) };
  });
}

function readMail(
  env: Environment,
): Pick<Config, 'imap' | 'smtp' | 'supportAddress' | 'warnings'> & { readonly problems: readonly Problem[] } {
  const imap = readMailAccess('IMAP', env);
  const smtp = readMailAccess('SMTP', env);
  const login = env.text('IMAP_USER');
  const supportAddress = env.text('SUPPORT_ADDRESS') ?? (login?.includes('@') ? login : undefined);
  const problems = [...imap.problems, ...smtp.problems];
  if (env.text('IMAP_HOST') && supportAddress === undefined) {
    problems.push(env.problem('SUPPORT_ADDRESS', 'missing, expected the mail address that customers write to'));
  }
  const warnings = imap.access && !smtp.access ? ['IMAP is set but SMTP is not: mail is read, and no reply or code can leave'] : [];
  return {
    imap: imap.access && { ...imap.access, mailbox: env.text('IMAP_MAILBOX') ?? 'INBOX' },
    smtp: smtp.access,
    supportAddress,
    problems,
    warnings,
  };
}

const modelWarnings = (env: Environment): readonly string[] =>
  env.text('ANTHROPIC_BASE_URL') !== undefined && env.text('ANTHROPIC_API_KEY') === undefined
    ? ['ANTHROPIC_BASE_URL is set but ANTHROPIC_API_KEY is not: no model is asked; a local server takes any key']
    : [];

const pineconeWarnings = (env: Environment): readonly string[] =>
  env.text('PINECONE_INDEX_HOST') !== undefined && env.text('PINECONE_API_KEY') === undefined
    ? ['PINECONE_INDEX_HOST is set but PINECONE_API_KEY is not: the in-process index searches alone']
    : [];

function readPinecone(env: Environment, settings: KnowledgeSettings['pinecone']): PineconeChoice | undefined {
  const apiKey = env.text('PINECONE_API_KEY');
  if (apiKey === undefined) return undefined;
  return { apiKey, indexHost: env.text('PINECONE_INDEX_HOST'), controlUrl: env.text('PINECONE_CONTROL_URL'), settings };
}

/** The base URL alone turns nothing on: a local server takes any key, but it has to be given. */
function readModelAccess(env: Environment): ModelAccess | undefined {
  const apiKey = env.text('ANTHROPIC_API_KEY');
  return apiKey === undefined ? undefined : { apiKey, baseUrl: env.text('ANTHROPIC_BASE_URL') };
}

function decided(
  files: ConfigFiles,
): Pick<Config, 'settings' | 'models' | 'playbook' | 'playbookVersion' | 'utterances' | 'outOfScope' | 'staff'> {
  const rows = Object.entries(files.intents.intents);
  const playbook: Playbook = {
    agent: files.settings.agent,
    intents: Object.fromEntries(rows.map(([name, row]) => [name, intentRow.strip().parse(row)])),
    escalation: files.escalation,
    policies: files.policies,
    replies: asWordings(files.replies),
    translations: Object.fromEntries(Object.entries(files.translations).map(([code, replies]) => [code, asWordings(replies)])),
    productWords: files.productWords,
  };
  return {
    settings: files.settings,
    models: files.models,
    playbook,
    playbookVersion: versionOf(playbook),
    utterances: Object.fromEntries(rows.map(([name, { topics }]) => [name, topics])),
    outOfScope: files.intents.out_of_scope,
    staff: Object.entries(files.staff.staff).map(([name, member]) => toStaffMember(name, member)),
  };
}

/** A sentence is a list of one wording. */
const asWordings = (replies: Readonly<Record<string, string | readonly string[]>>): Playbook['replies'] =>
  Object.fromEntries(Object.entries(replies).map(([key, said]) => [key, [said].flat()]));

/** Equal settings give an equal version, whatever order they are written in. */
export function versionOf(playbook: Playbook): ConfigVersion {
  return configVersion(createHash('sha256').update(canonicalJson(playbook)).digest('hex').slice(0, 16));
}

function describeProblems(problems: readonly Problem[]): AppError {
  const lines = problems.map((problem) => `  ${formatProblem(problem)}`);
  const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  return new AppError('config_invalid', [`the configuration has ${count}:`, ...lines].join('\n'), {
    retryable: false,
    hint: 'Every setting is explained in docs/configuration.md.',
  });
}

function deepFreeze<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
  return value;
}
