import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { articleFile, draftArticle, type DraftResult } from '../../../src/agent/llm/draft-article.ts';
import { openLanguageModel } from '../../../src/agent/llm/index.ts';
import { openTurnModel } from '../../../src/agent/llm/turn-model.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import type { Conversation } from '../../../src/domain/conversation.ts';
import { microUsd } from '../../../src/domain/money.ts';
import { openSupport, type Support } from '../../support/agent/open-support.ts';
import { CLAUDE_KEY, startStrictClaude, type StrictClaude } from '../../support/claude/strict-claude.ts';

let claude: StrictClaude;
let support: Support;
let config: Config;
let answered: Conversation;

beforeAll(async () => {
  const value = { title: 'Do you repair\ntents?', category: 'products', body: 'We repair tents of our own make. Ask kim@example.com.' };
  claude = await startStrictClaude(() => ({ kind: 'json', value }));
  support = await openSupport();
  config = await loadConfig({}, { folder: import.meta.dirname });
  const mia = support.customer('mia.keller@example.com', 'email');
  const { ticket } = await mia.says('I want a person: do you repair tents? My card is 4111 1111 1111 1111.');
  await support.act(ticket, 'ana', { action: 'claim' });
  await support.act(ticket, 'ana', { action: 'reply', text: 'Yes, we repair tents of our own make.' });
  answered = await mia.conversation();
}, 60_000);
afterAll(async () => {
  await support.close();
  await claude.close();
});

async function draft(conversation: Pick<Conversation, 'turns'>): Promise<DraftResult> {
  const schedule = (): (() => void) => () => undefined;
  const ports = { now: () => new Date('2026-11-16T15:00:00Z'), schedule };
  const model = openTurnModel({
    parts: {
      language: openLanguageModel({ apiKey: CLAUDE_KEY, baseUrl: claude.url }, config.models, ports),
      settings: config.models,
      schedule,
      topics: config.utterances,
    },
    conversation: answered,
    names: [],
    orderIdPattern: config.playbook.agent.orderIdPattern,
    now: ports.now,
    dayCost: async () => microUsd(0),
  });
  return draftArticle(conversation, config.playbook, model);
}

describe('a drafted article', () => {
  it('comes from the question and the reply of a colleague, without personal data on either way', async () => {
    const result = await draft(answered);
    expect(result).toMatchObject({ kind: 'drafted', draft: { body: 'We repair tents of our own make. Ask [EMAIL_ADDRESS].' } });
    const sent = JSON.stringify(claude.requests.at(-1)?.messages);
    expect(sent).toContain('Yes, we repair tents of our own make.');
    expect(sent).not.toContain('4111');
  });

  it('is for staff only, and its title cannot become another line of the file', () => {
    const file = articleFile({ title: 'A\naudience: public', category: 'x', body: 'Words.' });
    expect(file.split('\n').slice(0, 4)).toEqual([
      '---',
      'title: "A audience: public"',
      'category: "x"',
      expect.stringMatching(/^audience: internal/),
    ]);
  });

  it('is not made where no colleague answered', async () => {
    const turns = answered.turns.map((turn) => ({ ...turn, said: turn.said.filter(({ by }) => by === 'agent') }));
    expect(await draft({ turns })).toEqual({ kind: 'none', because: 'no_human_reply' });
  });
});
