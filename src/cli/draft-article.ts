import { parseArgs } from 'node:util';
import { articleFile, draftArticle, type DraftResult } from '../agent/llm/draft-article.ts';
import { openLanguageModel } from '../agent/llm/index.ts';
import { openTurnModel } from '../agent/llm/turn-model.ts';
import { realWorld } from '../app/real-world.ts';
import { loadConfig, type Config } from '../config.ts';
import type { Conversation } from '../domain/conversation.ts';
import { AppError } from '../domain/error.ts';
import { conversationId } from '../domain/ids.ts';
import { microUsd } from '../domain/money.ts';
import { createLogger } from '../insight/logger.ts';
import type { Command, CommandIo } from './command.ts';
import { reachDeskhand } from './reach-deskhand.ts';

const WHY_NOT: Readonly<Record<Extract<DraftResult, { kind: 'none' }>['because'], string>> = {
  no_human_reply: 'no colleague has answered in this conversation, so there is nothing to make an article of',
  nothing_general: "the colleague's answer holds for this customer only",
  no_answer: 'the model gave no answer; "deskhand doctor" tries it',
};

export const draftArticleCommand: Command = {
  name: 'draft-article',
  summary: 'draft the article that would have spared a colleague an answer',
  help: `Usage: deskhand draft-article CONVERSATION [--data DIR] > company/knowledge/new.md

Asks the language model for an article out of what customers asked and a colleague answered, and prints it as a file for
the knowledge folder. Personal data is taken out before it is sent, and the draft is marked for staff only: read it,
correct it, then make it public. Needs ANTHROPIC_API_KEY. "deskhand explain" lists the latest conversations.

Example:
  deskhand draft-article email/support/mia.keller@example.com/3f > company/knowledge/new.md
`,
  async run(args, io) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
      strict: true,
    });
    const options = values.data === undefined ? {} : { dataFolder: values.data };
    const config = await loadConfig(io.env, options);
    if (!config.model)
      throw new AppError('config_invalid', 'an article is drafted by a language model, and none is configured', {
        retryable: false,
        hint: 'Set ANTHROPIC_API_KEY; docs/model.md tells what is sent.',
      });
    const result = await draftFor(config, await conversationOf(positionals[0] ?? '', io, options), io);
    if (result.kind === 'drafted') {
      io.stdout.write(articleFile(result.draft));
      return 0;
    }
    io.stderr.write(`deskhand: ${WHY_NOT[result.because]}\n`);
    return 1;
  },
};

async function conversationOf(id: string, io: CommandIo, options: { readonly dataFolder?: string }): Promise<Conversation> {
  const reached = await reachDeskhand(io, options);
  try {
    const found = id.trim() === '' ? undefined : await reached.deskhand.conversation(conversationId(id));
    if (found) return found;
    throw new AppError('usage', `there is no conversation "${id}"`, { retryable: false, hint: 'deskhand explain lists the latest ones.' });
  } finally {
    await reached.close();
  }
}

async function draftFor(
  { model: access, models, playbook, utterances }: Config,
  conversation: Conversation,
  io: CommandIo,
): Promise<DraftResult> {
  const { now, schedule } = realWorld(createLogger({ level: 'error', sink: io.stderr }));
  const model = openTurnModel({
    parts: { language: openLanguageModel(access, models, { now, schedule }), settings: models, schedule, topics: utterances },
    conversation,
    names: [
      conversation.customer.name ?? '',
      ...conversation.turns.flatMap(({ inbound }) => inbound.map(({ author }) => author.displayName)),
    ],
    orderIdPattern: playbook.agent.orderIdPattern,
    now,
    dayCost: async () => microUsd(0),
  });
  try {
    return await draftArticle(conversation, playbook, model);
  } finally {
    model.close();
  }
}
