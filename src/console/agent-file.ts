import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

/** Where commands find the running agent. The token lets them act as any member of staff. */
const agentFile = z.object({ pid: z.int(), address: z.string(), token: z.string() });
export type AgentFile = z.infer<typeof agentFile>;

const pathIn = (dataFolder: string): string => join(dataFolder, 'agent.json');

/** Written whole and readable by its owner alone. */
export async function writeAgentFile(dataFolder: string, content: AgentFile): Promise<void> {
  await mkdir(dataFolder, { recursive: true });
  const draft = `${pathIn(dataFolder)}.${content.pid}`;
  await rm(draft, { force: true });
  await writeFile(draft, `${JSON.stringify(content, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await rename(draft, pathIn(dataFolder));
}

/** Undefined when no agent left one, or what stands there is none of ours. */
export async function readAgentFile(dataFolder: string): Promise<AgentFile | undefined> {
  const text = await readFile(pathIn(dataFolder), 'utf8').catch(() => undefined);
  if (text === undefined) return undefined;
  try {
    return agentFile.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** Only the file that this token wrote: a later agent's stays. */
export async function removeAgentFile(dataFolder: string, token: string): Promise<void> {
  const current = await readAgentFile(dataFolder);
  if (current?.token === token) await rm(pathIn(dataFolder), { force: true });
}
