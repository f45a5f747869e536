/**
 * Who may import what: a folder of src may always import itself and, across folders, only what stands here.
 * An entry that ends in `/` is a folder, otherwise a file without its extension.
 */
export const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  domain: [],
  // A folder owns the schema of its settings; the configuration checks them all at once.
  config: [
    'domain/',
    'agent/knowledge/knowledge-settings',
    'agent/llm/model-settings',
    'channels/email/email-settings',
    'channels/slack/slack-settings',
    'channels/discord/discord-settings',
    'desk/desk-settings',
    'tools/connectors/settings',
    'tools/connectors/check-settings',
    'tools/connectors/secret',
  ],
  tools: ['domain/'],
  channels: ['domain/'],
  store: ['domain/'],
  agent: ['domain/', 'tools/tool', 'tools/policy', 'tools/record-ref', 'tools/story', 'store/store', 'store/knowledge/knowledge-index'],
  flow: ['domain/', 'agent/agent', 'channels/channel', 'store/store'],
  desk: ['domain/', 'store/store', 'channels/channel'],
  insight: ['domain/', 'store/store'],
  // Faces show the desk's views; its effects they reach through what app.ts hands them.
  console: ['domain/', 'desk/card', 'desk/outcome', 'desk/queue'],
  cli: [
    'domain/',
    'app',
    'app/',
    'config',
    'config/environment',
    'diagnose',
    'diagnose/finding',
    'desk/card',
    'desk/outcome',
    'desk/queue',
  ],
};

/** Files of cli that run one part of the product by itself, as filters do, and what that part is. */
export const SINGLE_PARTS: Readonly<Record<string, readonly string[]>> = {
  'cli/start': ['console/console', 'insight/logger'],
  // Drive the whole product on a store and channels of their own.
  'cli/converse/': ['agent/llm/none', 'store/store', 'channels/stand-in/', 'insight/logger'],
  'cli/act': ['agent/actions/', 'tools/load-pack'],
  'cli/act/': ['agent/actions/', 'store/store', 'tools/sentence-of', 'tools/tool', 'tools/story'],
  'cli/classify': ['agent/router/', 'agent/languages/'],
  'cli/draft-article': ['agent/llm/', 'insight/logger'],
  'cli/retrieve': ['agent/knowledge/', 'store/knowledge/'],
  'cli/ingest': ['agent/knowledge/', 'store/knowledge/'],
  'cli/knowledge': ['agent/knowledge/', 'store/knowledge/'],
  'cli/knowledge/': ['agent/knowledge/', 'store/knowledge/'],
  'cli/parse-email': ['channels/email/'],
  'cli/redact': ['agent/quality/'],
  'cli/render': ['channels/markdown/', 'channels/slack/', 'channels/discord/', 'channels/email/'],
  'cli/slack': ['channels/slack/'],
  'cli/metrics': ['insight/'],
  // The running agent when there is one, otherwise its store.
  'cli/reach-deskhand': ['console/agent-file', 'console/deskhand-client', 'insight/logger'],
  'cli/open-store': ['console/agent-file', 'console/deskhand-client', 'insight/explain-stored', 'store/index'],
};

/** What puts the product together sees every folder. */
export const MAY_IMPORT_ANYTHING: readonly string[] = ['app', 'app/', 'main', 'diagnose', 'diagnose/'];

/** Folders whose sub-folders are alternatives to each other and know nothing of one another. */
export const ALTERNATIVES: readonly string[] = ['channels', 'tools'];

/** Folders beside the alternatives that each of them may use. */
export const USED_BY_ALTERNATIVES: readonly string[] = ['channels/markdown/', 'channels/http/', 'channels/desk-thread/'];

/** Where each package is at home. A package without a row has no home yet. */
export const HOMES: Readonly<Record<string, readonly string[]>> = {
  zod: [''],
  // An OpenAPI document is YAML more often than JSON.
  yaml: ['config/', 'agent/knowledge/', 'agent/router/language-utterances', 'tools/connectors/openapi/'],
  'better-sqlite3': ['store/sqlite/', 'tools/demo-shop/', 'tools/connectors/sql/'],
  pg: ['tools/connectors/sql/'],
  stripe: ['tools/connectors/stripe/'],
  '@modelcontextprotocol/sdk': ['tools/connectors/mcp/'],
  imapflow: ['channels/email/'],
  nodemailer: ['channels/email/'],
  'postal-mime': ['channels/email/'],
  mailauth: ['channels/email/'],
  'html-to-text': ['channels/email/', 'agent/knowledge/'],
  marked: ['channels/', 'console/', 'agent/knowledge/'],
  '@slack/bolt': ['channels/slack/'],
  'discord.js': ['channels/discord/'],
  hono: ['console/'],
  '@hono/node-server': ['console/'],
  '@pinecone-database/pinecone': ['store/knowledge/pinecone/pinecone-namespace'],
  croner: ['agent/knowledge/refresh'],
  '@orama/stemmers': ['domain/text/language-words'],
  unpdf: ['agent/knowledge/sources/read-text'],
  pino: ['insight/logger'],
  '@anthropic-ai/sdk': ['agent/llm/anthropic', 'agent/llm/anthropic-errors', 'agent/llm/check-model'],
};

export interface ForbiddenConstruct {
  readonly rule: string;
  readonly pattern: RegExp;
  /** Where it is looked for; all of these begin with src/ or test/. */
  readonly within: readonly string[];
  readonly except?: readonly string[];
  /** Looks at comments and strings too. */
  readonly everywhere?: boolean;
}

const ALL = ['src/', 'test/', 'bench/', 'examples/'];
const CORE = ['src/domain/', 'src/agent/'];

export const FORBIDDEN: readonly ForbiddenConstruct[] = [
  { rule: 'no `any`', pattern: /(?<![.\w$])any(?![\w$])/, within: ALL },
  { rule: 'no enum', pattern: /(?<![.\w$])enum\s+\w+\s*\{/, within: ALL },
  { rule: 'no namespace', pattern: /^\s*(?:export\s+)?(?:declare\s+)?namespace\s+\w/, within: ALL },
  { rule: 'named exports only', pattern: /^\s*export\s+default\b/, within: ALL },
  { rule: 'no console', pattern: /(?<![.\w$])console\./, within: ['src/'] },
  {
    rule: 'the environment is read in src/config only',
    pattern: /\bprocess\.env\b/,
    within: ['src/'],
    except: ['src/config.ts', 'src/config/'],
  },
  { rule: 'time is an argument in the core', pattern: /\bDate\.now\b|\bnew Date\(\s*\)|\bperformance\.now\b/, within: CORE },
  { rule: 'chance is an argument in the core', pattern: /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\brandomInt\b/, within: CORE },
  { rule: 'types are not switched off', pattern: /@ts-(?:ignore|expect-error|nocheck)/, within: ALL, everywhere: true },
  { rule: 'modules are not mocked', pattern: /\bjest\.(?:mock|unstable_mockModule)\b/, within: ['test/'] },
  {
    rule: 'a file loaded by URL exists in the package too',
    pattern: /new URL\(\s*['"`][^'"`]*\.ts['"`]/,
    within: ['src/'],
    everywhere: true,
  },
  { rule: 'imports end in .ts', pattern: /(?:from|import)\s*\(?'\.{1,2}\/[^']*(?<!\.ts|\.json|\.mjs)'/, within: ALL, everywhere: true },
  {
    rule: 'titles are rules, without "should"',
    pattern: /\b(?:it|test)(?:\.each\([^)]*\))?\(\s*['"`]should\b/,
    within: ['test/'],
    everywhere: true,
  },
];

export const FORBIDDEN_FILE_NAMES: readonly string[] = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'shared', 'types'];
