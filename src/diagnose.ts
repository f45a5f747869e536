import { problemOfUtterances } from './agent/router/language-utterances.ts';
import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from './config.ts';
import { AppError } from './domain/error.ts';
import { answersOutsiders } from './app/answers-outsiders.ts';

/** One thing that was looked at. */
export interface Finding {
  /** `warning`: works, and probably not as you want it. */
  readonly level: 'ok' | 'warning' | 'problem';
  readonly subject: string;
  readonly text: string;
  /** What to do about it. */
  readonly advice?: string;
}

const MEGABYTE = 1024 * 1024;
/** Less than this fills up within days at a busy desk. */
const LITTLE_SPACE = 500 * MEGABYTE;

const ok = (subject: string, text: string): Finding => ({ level: 'ok', subject, text });
const warning = (subject: string, text: string, advice: string): Finding => ({ level: 'warning', subject, text, advice });
const problem = (subject: string, text: string, advice: string): Finding => ({ level: 'problem', subject, text, advice });

/** Tries everything that reading the configuration cannot tell, in the order in which an operator would put it right. */
export async function* diagnose(config: Config): AsyncGenerator<Finding> {
  yield ok(
    'configuration',
    `${config.configFolder}, ${Object.keys(config.playbook.intents).length} intents, ${config.staff.length} people`,
  );
  yield* config.warnings.map((text) =>
    warning('environment', text, 'Remove it or set what it needs; docs/configuration.md lists every variable.'),
  );
  yield* config.languageWarnings.map((text) =>
    warning('languages', text, 'Write the sentences in languages/CODE/replies.yaml of your configuration; docs/languages.md says how.'),
  );
  for (const path of Object.values(config.languageFiles)) {
    const wrong = problemOfUtterances(path, config.utterances);
    if (wrong !== undefined) yield problem('languages', wrong, 'Until then messages in that language are read as English.');
  }
  const folder = await checkDataFolder(config.dataFolder);
  yield folder;
  if (folder.level !== 'problem') yield* checkAgent(config);
  yield* checkKnowledge(config);
  yield* checkPinecone(config);
  yield* checkSystems(config);
  yield* checkMailbox(config);
  yield await checkOutgoingMail(config);
  yield* checkChats(config);
  yield* checkModels(config);
  yield* checkGoLive(config);
}

async function checkDataFolder(folder: string): Promise<Finding> {
  const probe = join(folder, `.doctor-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, '');
    await rm(probe);
    const { bavail, bsize } = await statfs(folder);
    const free = bavail * bsize;
    const text = `${folder}, ${Math.round(free / MEGABYTE)} MB free`;
    return free < LITTLE_SPACE
      ? warning('data folder', text, 'Free some space: with a full disk nothing is accepted.')
      : ok('data folder', text);
  } catch (error) {
    return problem(
      'data folder',
      `${folder} cannot be written (${codeOf(error)})`,
      'Make it writable for this user, or set DESKHAND_DATA.',
    );
  }
}

/** A running agent is asked; without one its port and its database are tried. */
async function* checkAgent(config: Config): AsyncGenerator<Finding> {
  const { readAgentFile } = await import('./console/agent-file.ts');
  const { connectDeskhand } = await import('./console/deskhand-client.ts');
  const agent = await readAgentFile(config.dataFolder);
  const running = agent && (await connectDeskhand(agent).catch(() => undefined));
  if (agent && running) {
    const health = await running.health();
    const sick = health.channels.filter((channel) => !channel.ok);
    yield ok('agent', `runs at ${agent.address}, process ${agent.pid}`);
    yield* sick.map(({ name, problem: text }) => problem(`channel ${name}`, text ?? 'not healthy', 'See what is said about it below.'));
    return;
  }
  yield await checkPort(config.port);
  if (existsSync(join(config.dataFolder, 'deskhand.db'))) yield await checkDatabase(config);
}

function checkPort(port: number): Promise<Finding> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => resolve(problem('port', `${port} cannot be used (${codeOf(error)})`, 'Set PORT to another one.')));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(ok('port', port === 0 ? 'any free one' : `${port} is free`))));
  });
}

async function checkDatabase(config: Config): Promise<Finding> {
  const { openStore } = await import('./store/index.ts');
  const file = join(config.dataFolder, 'deskhand.db');
  try {
    const store = await openStore({ file, now: () => new Date(), currentPlaybook: () => config.playbookVersion });
    const dead = await store.deadLetters();
    await store.close();
    if (dead.length === 0) return ok('database', 'opens, and nothing was given up');
    return warning(
      'database',
      `opens; ${dead.length} messages were given up after their last try`,
      'They are tickets at the desk: deskhand desk list',
    );
  } catch (error) {
    return problem('database', messageOf(error), hintOf(error) ?? 'Restore a backup, or set DESKHAND_DATA to another folder.');
  }
}

async function* checkKnowledge(config: Config): AsyncGenerator<Finding> {
  const { listFolder } = await import('./agent/knowledge/sources/folder.ts');
  const { articlesOf } = await import('./agent/knowledge/article.ts');
  const { isRemote } = await import('./agent/knowledge/knowledge-settings.ts');
  for (const source of config.knowledge) {
    const subject = `knowledge, ${source.name}`;
    const entries = await listFolder(source.folder).catch(() => undefined);
    if (!entries && isRemote(source)) {
      yield warning(subject, 'has not been fetched yet', 'It is fetched when the agent starts, or now: deskhand ingest');
      continue;
    }
    if (!entries) {
      yield problem(subject, `${source.folder} does not exist`, 'Create the folder or change its name in knowledge.yaml.');
      continue;
    }
    const parsed = (await Promise.all(entries.map(async (entry) => articlesOf(await entry.read(), source)))).flat();
    const broken = parsed.flatMap((one) => (one.kind === 'broken' ? [one.problem] : []));
    const count = parsed.length - broken.length;
    const advice = 'Without articles every question of policy or product goes to a human.';
    yield count === 0 ? warning(subject, `no articles in ${source.folder}`, advice) : ok(subject, `${count} articles`);
    yield* broken.map(({ path, problem: text }) => problem(subject, `${path} ${text}`, 'Correct the file; until then it is left out.'));
  }
}

async function* checkPinecone({ pinecone }: Config): AsyncGenerator<Finding> {
  if (!pinecone) return;
  const { openPineconeNamespace } = await import('./store/knowledge/pinecone/pinecone-namespace.ts');
  const { settings, ...access } = pinecone;
  try {
    const records = await openPineconeNamespace(access, settings).count();
    yield ok('Pinecone', `lets us in; the namespace ${settings.namespace} holds ${records} records`);
  } catch (error) {
    yield problem('Pinecone', messageOf(error), hintOf(error) ?? 'Check PINECONE_API_KEY and PINECONE_INDEX_HOST.');
  }
}

/** The company's own systems, each reached without changing anything. */
async function* checkSystems({ connected, settings }: Config): AsyncGenerator<Finding> {
  if (!connected) return;
  const { checkConnectors } = await import('./tools/connectors/check-connectors.ts');
  for await (const { connector, ...finding } of checkConnectors(connected)) yield { subject: `connector ${connector}`, ...finding };
  if (settings.tools.pack !== 'connected') {
    yield warning(
      'connectors',
      `connectors.yaml is not used: tools.pack is ${settings.tools.pack}`,
      'Set tools.pack to connected in default.yaml.',
    );
  }
}

async function* checkMailbox({ imap }: Config): AsyncGenerator<Finding> {
  if (!imap) {
    yield ok('incoming mail', 'not configured: customers reach the agent on the page and in the terminal');
    return;
  }
  const where = `${imap.host}:${imap.port}`;
  try {
    const { mails, hasSentFolder } = await visitMailbox(imap);
    yield ok('incoming mail', `${where} lets us in; ${imap.mailbox} holds ${mails} mails, which stay as they are`);
    if (!hasSentFolder)
      yield warning('incoming mail', 'no folder for sent mail was found', 'Create "Sent", so that colleagues see what was answered.');
  } catch (error) {
    yield problem('incoming mail', `${where}: ${messageOf(error)}`, hintOf(error) ?? 'Check IMAP_MAILBOX and the other IMAP_… variables.');
  }
}

async function visitMailbox(imap: NonNullable<Config['imap']>): Promise<{ readonly mails: number; readonly hasSentFolder: boolean }> {
  const { openImap, findSentFolder } = await import('./channels/email/imap-connection.ts');
  const { createTokenSource } = await import('./channels/email/oauth-token.ts');
  const tokens = imap.auth.kind === 'oauth' ? createTokenSource(imap.auth, () => new Date()) : undefined;
  const client = await openImap(imap, { ca: undefined, tokens, opening: () => undefined });
  try {
    const status = await client.status(imap.mailbox, { messages: true });
    return { mails: status ? (status.messages ?? 0) : 0, hasSentFolder: (await findSentFolder(client, undefined)) !== undefined };
  } finally {
    client.close();
  }
}

async function checkOutgoingMail({ smtp }: Config): Promise<Finding> {
  if (!smtp) {
    const text = 'not configured: no one-time code can leave, so nobody can prove who they are';
    return warning('outgoing mail', text, 'Set SMTP_HOST and its login. On the page, the demo inbox shows what would have left.');
  }
  const { checkSmtp } = await import('./channels/email/check-smtp.ts');
  const trouble = await checkSmtp(smtp, () => new Date());
  const where = `${smtp.host}:${smtp.port}`;
  if (trouble === undefined) return ok('outgoing mail', `${where} lets us in`);
  return problem('outgoing mail', `${where}: ${trouble}`, 'Check SMTP_HOST, SMTP_PORT, SMTP_TLS and the login.');
}

/** The chat platforms that are configured: token, scopes or intents, and each channel that is to be read. */
async function* checkChats({ slack, discord, settings, staff }: Config): AsyncGenerator<Finding> {
  const { on, channel } = settings.desk;
  const deskOn = (name: typeof on) => (on === name ? { channel, staff } : undefined);
  if (slack) {
    const [{ checkSlack }, { readSlackSettings }] = await Promise.all([
      import('./channels/slack/check-slack.ts'),
      import('./channels/slack/slack-settings.ts'),
    ]);
    yield* chatFindings(
      'Slack',
      await checkSlack(readSlackSettings(slack), deskOn('slack')),
      'docs/channels/slack.md goes through the app step by step.',
    );
  }
  if (discord) {
    const [{ checkDiscord }, { readDiscordSettings }] = await Promise.all([
      import('./channels/discord/check-discord.ts'),
      import('./channels/discord/discord-settings.ts'),
    ]);
    yield* chatFindings(
      'Discord',
      await checkDiscord(readDiscordSettings(discord), deskOn('discord')),
      'docs/channels/discord.md goes through the bot step by step.',
    );
  }
}

const chatFindings = (subject: string, problems: readonly string[], advice: string): readonly Finding[] =>
  problems.length === 0
    ? [ok(subject, 'lets us in, with everything the agent needs')]
    : problems.map((text) => problem(subject, text, advice));

/** Key and models are tried by asking for the models by name, which costs nothing. */
async function* checkModels({ model, models }: Config): AsyncGenerator<Finding> {
  if (!model) {
    yield ok('language model', 'not configured: the embedded engine does everything');
    return;
  }
  const { checkModel } = await import('./agent/llm/check-model.ts');
  for (const name of new Set([models.router, models.answers])) {
    const found = await checkModel(model, name);
    yield found === undefined
      ? ok('language model', `${name} is there`)
      : problem('language model', `${name}: ${found.text}`, found.advice);
  }
}

/** The demo's shop and articles are for trying; with a real mailbox they would answer real people with inventions. */
function* checkGoLive(config: Config): Generator<Finding> {
  if (!answersOutsiders(config)) return;
  const demo = [config.settings.tools.pack === 'demo-shop' ? 'shop' : '', config.ownKnowledge ? '' : 'articles'].filter(
    (part) => part !== '',
  );
  if (demo.length > 0) {
    const text = `the ${demo.join(' and ')} of the demo together with real customers: replies are drafted for the desk and none is sent`;
    yield warning(
      'going live',
      text,
      'deskhand init writes your own configuration; set DESKHAND_CONFIG to it and tools.pack to your system.',
    );
  }
  if (config.deskAddress === undefined) {
    yield warning(
      'alarms',
      'DESK_ADDRESS is not set: a dead mailbox or a late promise shows at the desk only',
      'Set it to an address that people read.',
    );
  }
}

const messageOf = (error: unknown): string => (error instanceof AppError ? error.message : `failed (${codeOf(error)})`);
const hintOf = (error: unknown): string | undefined => (error instanceof AppError ? error.hint : undefined);

function codeOf(error: unknown): string {
  return error !== null && typeof error === 'object' && 'code' in error ? String(error.code) : 'unknown reason';
}
