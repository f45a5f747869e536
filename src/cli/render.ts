import { parseArgs } from 'node:util';
import { z } from 'zod';
import { toDiscord } from '../channels/discord/to-discord.ts';
import { markdownToHtml, markdownToText } from '../channels/email/render-markdown.ts';
import { slackParts } from '../channels/slack/to-slack.ts';
import { AppError } from '../domain/error.ts';
import { channelName, outboundId } from '../domain/ids.ts';
import type { Command } from './command.ts';
import { filterLines, lineId } from './json-lines.ts';

const row = z.object({ id: lineId, markdown: z.string() });

type Render = (markdown: string) => readonly unknown[];

/** One line a channel: what it would be handed for these words, in order. */
const CHANNELS: Readonly<Record<string, Render>> = {
  slack: slackParts,
  discord: (markdown) => toDiscord(textMessage(markdown), { company: '', aside: false }),
  email: (markdown) => (markdown.trim() === '' ? [] : [{ text: markdownToText(markdown), html: markdownToHtml(markdown) }]),
};

/** Markdown in a channel's own form: product.md §4. */
export const renderCommand: Command = {
  name: 'render',
  summary: 'markdown in the form of a channel, one JSON line each',
  help: `Usage: deskhand render --channel slack|discord|email < texts.jsonl

Reads JSON lines {"id":1,"markdown":"…"} and writes one JSON line for each, in order: {"id","parts":[…]}. A part is what
the platform is handed for one message: text and blocks on Slack, content on Discord, text and html in a mail.
A line that cannot be read gives {"id":null,"line","error"}, the rest goes on, and the exit code is 1.

Example:
  echo '{"id":1,"markdown":"**Free** from $50, see [shipping](https://example.com)"}' | deskhand render --channel slack
`,
  async run(args, io) {
    const { values } = parseArgs({ args: [...args], options: { channel: { type: 'string' } }, strict: true });
    const render = Object.entries(CHANNELS).find(([name]) => name === values.channel)?.[1];
    if (!render) {
      throw new AppError('usage', `--channel is ${values.channel === undefined ? 'missing' : `"${values.channel}"`}`, {
        retryable: false,
        hint: `Expected ${Object.keys(CHANNELS).join(', ')}.`,
      });
    }
    return filterLines(io, row, ({ id, markdown }) => ({ id: id ?? null, parts: render(markdown) }));
  },
};

const textMessage = (markdown: string): Parameters<typeof toDiscord>[0] => ({
  id: outboundId('render/0'),
  to: { channel: channelName('discord'), account: 'render', space: 'render', key: 'render' },
  audience: { kind: 'thread' },
  body: { kind: 'text', markdown },
  subject: undefined,
  secret: false,
  speaker: { kind: 'agent' },
  createdAt: new Date(0),
});
