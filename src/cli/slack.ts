import { parseArgs } from 'node:util';
import { slackManifest } from '../channels/slack/slack-manifest.ts';
import { AppError } from '../domain/error.ts';
import type { Command } from './command.ts';

/** The Slack app to create: product.md §4. */
export const slackCommand: Command = {
  name: 'slack',
  summary: 'the manifest of the Slack app, with the scopes and events in use',
  help: `Usage: deskhand slack manifest [--mode socket|http] [--url URL] [--name NAME] [--no-agent-view]

Prints the app manifest as JSON: paste it at https://api.slack.com/apps › Create New App › From a manifest.

Options:
  --mode socket|http   how events reach Deskhand (default: socket, which needs no public address)
  --url URL            the public address of Deskhand, in http mode
  --name NAME          what the app is called in Slack, at most 35 characters (default: Deskhand)
  --no-agent-view      leave the agent view out; a direct message is one conversation then

Examples:
  deskhand slack manifest > manifest.json
  deskhand slack manifest --mode http --url https://support.example.com
`,
  async run(args, io) {
    io.stdout.write(`${JSON.stringify(slackManifest(readArguments(args)), null, 2)}\n`);
    return 0;
  },
};

function readArguments(args: readonly string[]): Parameters<typeof slackManifest>[0] {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      mode: { type: 'string', default: 'socket' },
      url: { type: 'string' },
      name: { type: 'string', default: 'Deskhand' },
      'no-agent-view': { type: 'boolean', default: false },
    },
    allowPositionals: true,
    strict: true,
  });
  const [verb, ...rest] = positionals;
  if (verb !== 'manifest' || rest.length > 0) throw usage('nothing to do', 'Write it like: deskhand slack manifest');
  const { mode, url, name } = values;
  if (mode !== 'socket' && mode !== 'http') throw usage(`--mode is "${mode}"`, 'Expected socket or http.');
  if (mode === 'http' && !url?.startsWith('https://')) throw usage('http mode without an address', 'Add --url https://…: Slack calls it.');
  if (name.length === 0 || name.length > 35) throw usage('--name is empty or longer than 35 characters', 'Choose a shorter name.');
  return { mode, name, agentView: !values['no-agent-view'], ...(url === undefined ? {} : { url }) };
}

const usage = (message: string, hint: string): AppError => new AppError('usage', message, { retryable: false, hint });
