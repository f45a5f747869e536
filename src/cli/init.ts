import { copyFile, mkdir, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { loadConfig, SHIPPED_FOLDER } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Command, CommandIo } from './command.ts';

const HELP = `Usage: deskhand init [FOLDER] --name COMPANY [OPTIONS]

Writes a company's own configuration: its name, its people, its policies and a first article. What the folder does not
hold is taken from the product's own, so you only keep what differs. Files that exist are left alone.

  FOLDER          where to write (default: ./company)
  --name NAME     the company's name
  --agent NAME    what the agent calls itself (default: Robin)
  --staff NAME    first person at the desk, small letters (default: owner)
  --site HOST     host that replies may link to, such as www.example.com

Examples:
  deskhand init --name "Birch & Co" --agent Kit --site www.birch.example
  DESKHAND_CONFIG=./company deskhand doctor
`;

interface Wishes {
  readonly folder: string;
  readonly company: string;
  readonly agent: string;
  readonly staff: string;
  readonly site: string | undefined;
}

export const initCommand: Command = {
  name: 'init',
  summary: "write a company's own configuration",
  help: HELP,
  async run(args, io) {
    const wishes = readWishes(args);
    await refuseShippedFolder(wishes.folder);
    const written = await writeMissing(wishes);
    await loadConfig({}, { configFolder: wishes.folder });
    report(wishes.folder, written, io);
    return 0;
  },
};

function readWishes(args: readonly string[]): Wishes {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      name: { type: 'string' },
      agent: { type: 'string', default: 'Robin' },
      staff: { type: 'string', default: 'owner' },
      site: { type: 'string' },
    },
  });
  const company = values.name?.trim();
  if (!company) throw refusal('--name is missing', 'deskhand init --name "Your Company"');
  if (positionals.length > 1) throw refusal(`one folder is enough, found ${positionals.join(' ')}`, 'deskhand init --help');
  if (!/^[a-z][a-z0-9._-]*$/.test(values.staff))
    throw refusal(`--staff: found "${values.staff}", expected a name of small letters`, 'Such as ana.');
  return { folder: resolve(positionals[0] ?? 'company'), company, agent: values.agent, staff: values.staff, site: values.site };
}

function refusal(message: string, hint: string): AppError {
  return new AppError('usage', message, { retryable: false, hint });
}

async function refuseShippedFolder(folder: string): Promise<void> {
  if (folder === SHIPPED_FOLDER) throw refusal(`${folder} holds the demo's configuration`, 'Choose another folder, such as ./company.');
  const found = await stat(folder).catch(() => undefined);
  if (found && !found.isDirectory()) throw refusal(`${folder} is a file, expected a folder`, 'Choose another name.');
}

/** Returns the paths that were written, relative to the folder. */
async function writeMissing(wishes: Wishes): Promise<readonly string[]> {
  const files: Readonly<Record<string, string | undefined>> = {
    'default.yaml': companySettings(wishes),
    'staff.yaml': await staffFile(wishes),
    'knowledge/how-to-reach-us.md': firstArticle(wishes),
    // Copied, because a policy that one has not read is nobody's policy.
    'policies.yaml': undefined,
  };
  const written: string[] = [];
  for (const [name, text] of Object.entries(files)) {
    const path = join(wishes.folder, name);
    if (await stat(path).catch(() => undefined)) continue;
    await mkdir(dirname(path), { recursive: true });
    if (text === undefined) await copyFile(join(SHIPPED_FOLDER, name), path);
    else await writeFile(path, text);
    written.push(name);
  }
  return written;
}

function companySettings({ company, agent, site }: Wishes): string {
  return `# Only what differs from the product's own settings; docs/configuration.md lists them all.
agent:
  company:
    name: ${quoted(company)}
    agentName: ${quoted(agent)}
    signature: ${quoted(`${agent} · AI support agent at ${company}`)}
    timezone: ${quoted(Intl.DateTimeFormat().resolvedOptions().timeZone)}
    linkHosts: [${site === undefined ? '' : quoted(site)}]
`;
}

async function staffFile({ staff }: Wishes): Promise<string> {
  const { playbook } = await loadConfig({}, { configFolder: SHIPPED_FOLDER });
  const queues = new Set([
    ...Object.values(playbook.intents).map((row) => row.queue),
    ...playbook.escalation.rules.flatMap((rule) => rule.queue ?? []),
  ]);
  return `# The people at the desk. Every queue needs somebody, and so does the role that policies.yaml names for approvals.
staff:
  ${staff}:
    displayName: ${quoted(staff.charAt(0).toUpperCase() + staff.slice(1))}
    roles: [agent, supervisor, ${playbook.policies.approval.role}]
    queues: [${[...queues].join(', ')}]
    approvalLimitCents: 100000 # the largest refund this person may approve
`;
}

function firstArticle({ company }: Wishes): string {
  return `---
title: How to reach us
category: company
audience: public
---

You can write to ${company} at any time in this conversation. Our agent answers at once, and a colleague takes over whenever you ask for one.
`;
}

/** A JSON string is a YAML string, whatever stands in it. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function report(folder: string, written: readonly string[], io: CommandIo): void {
  const short = relative(process.cwd(), folder) || '.';
  for (const name of written) io.stdout.write(`${join(short, name)}\n`);
  io.stderr.write(
    [
      written.length > 0 ? '' : 'Everything was there already; nothing was changed.',
      'What to do next:',
      `  1. Put DESKHAND_CONFIG=./${short} into .env.`,
      `  2. Read ${join(short, 'policies.yaml')} and change what your company does differently.`,
      `  3. Put your articles into ${join(short, 'knowledge')}: Markdown, HTML or text.`,
      '  4. deskhand doctor',
      '',
    ].join('\n'),
  );
}
