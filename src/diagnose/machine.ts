import { existsSync } from 'node:fs';
import { mkdir, rm, statfs, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { codeOf, hintOf, messageOf, ok, problem, warning, type Finding } from './finding.ts';

const MEGABYTE = 1024 * 1024;
/** Less than this fills up within days at a busy desk. */
const LITTLE_SPACE = 500 * MEGABYTE;

export async function checkDataFolder(folder: string): Promise<Finding> {
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
export async function* checkAgent(config: Config): AsyncGenerator<Finding> {
  const { readAgentFile } = await import('../console/agent-file.ts');
  const { connectDeskhand } = await import('../console/deskhand-client.ts');
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
  const { openStore } = await import('../store/index.ts');
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
