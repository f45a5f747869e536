import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { SlackApi } from '../../../src/channels/slack/slack-api.ts';
import type { SlackReply } from '../../../src/channels/slack/slack-errors.ts';
import { personKey } from '../../../src/channels/slack/slack-names.ts';
import { createSlackPoster } from '../../../src/channels/slack/slack-poster.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import { replyIn } from '../../support/slack/connected-slack.ts';
import { TEAM } from '../../support/slack/slack-payloads.ts';

type Person = 'mia' | 'jonas';
type Step =
  | { readonly kind: 'send'; readonly to: 'thread' | Person; readonly question: boolean; readonly words: number }
  | { readonly kind: 'leaves' | 'comes'; readonly user: Person }
  | { readonly kind: 'trouble'; readonly reply: SlackReply | undefined };

const USERS = { mia: 'U0MIA0001', jonas: 'U0JONAS01' } as const;
const NOW = new Date(1_780_000_000_000);

/** What each reader sees after these steps; every message is tried again once, as the outbox does. */
async function play(steps: readonly Step[]): Promise<Readonly<Record<'public' | Person, string>>> {
  const seen = { public: '', mia: '', jonas: '' };
  const gone = new Set<string>();
  let trouble: SlackReply | undefined;
  const readerOf = (channel: string): keyof typeof seen => (channel === 'D-mia' ? 'mia' : channel === 'D-jonas' ? 'jonas' : 'public');
  const nameOf = (user: unknown): Person => (user === USERS.mia ? 'mia' : 'jonas');
  const ok = (body: Readonly<Record<string, unknown>>): SlackReply => ({ kind: 'ok', body: { ok: true, ...body }, scopes: [] });
  const api: SlackApi = {
    async call(method, args) {
      const { channel, user, users, text = '', blocks } = args as Readonly<Record<string, unknown>>;
      if (trouble !== undefined && method.startsWith('chat.')) return trouble;
      const words = `${String(text)} ${JSON.stringify(blocks)}\n`;
      if (method === 'conversations.open') return ok({ channel: { id: `D-${nameOf(users)}` } });
      if (method === 'conversations.replies' || method === 'conversations.history') return ok({ messages: [] });
      if (method === 'chat.postEphemeral') {
        if (gone.has(String(user))) return { kind: 'refused', error: 'user_not_in_channel' };
        seen[nameOf(user)] += words;
      } else seen[readerOf(String(channel))] += words;
      return ok({ ts: '1780000000.000001' });
    },
  };
  const poster = createSlackPoster(api, () => NOW);
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'leaves') gone.add(USERS[step.user]);
    if (step.kind === 'comes') gone.delete(USERS[step.user]);
    if (step.kind === 'trouble') trouble = step.reply;
    if (step.kind !== 'send') continue;
    const words = (step.to === 'thread' ? 'for everybody ' : `secret of ${step.to} `).repeat(step.words);
    const message = replyIn({
      id: outboundId(`turn-${at}/0`),
      audience: step.to === 'thread' ? { kind: 'thread' } : { kind: 'only', participant: personKey(TEAM, USERS[step.to]) },
      body: step.question ? { kind: 'question', markdown: words, choices: ['Yes', 'No'] } : { kind: 'text', markdown: words },
    });
    if ((await poster.send(message)).kind !== 'sent' && (await poster.find(message)) !== 'sent') await poster.send(message);
  }
  return seen;
}

const user = fc.constantFrom<Person>('mia', 'jonas');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('send' as const),
      to: fc.constantFrom<'thread' | Person>('thread', 'mia', 'jonas'),
      question: fc.boolean(),
      // Long ones come in several parts.
      words: fc.constantFrom(1, 1, 1, 900),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('leaves' as const, 'comes' as const), user }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('trouble' as const),
      reply: fc.constantFrom<SlackReply | undefined>(
        undefined,
        undefined,
        { kind: 'limited', afterMs: 1_000 },
        { kind: 'lost', because: 'no answer' },
        { kind: 'refused', error: 'user_not_in_channel' },
        { kind: 'refused', error: 'channel_not_found' },
        { kind: 'not_sent' },
      ),
    }),
  },
);

describe('two people in one Slack thread', () => {
  it('never read what is for the other one, and nobody else reads either, whoever leaves and whatever fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
        const seen = await play(steps);
        expect(seen.public).not.toContain('secret');
        expect(seen.mia).not.toContain('secret of jonas');
        expect(seen.jonas).not.toContain('secret of mia');
      }),
      { numRuns: 1_000, seed: 7 },
    );
  });

  it('read what is for them, in the thread or in a direct message', async () => {
    const send = (to: Person): Step => ({ kind: 'send', to, question: false, words: 1 });
    const seen = await play([send('mia'), { kind: 'leaves', user: 'jonas' }, send('jonas')]);
    expect([seen.mia, seen.jonas]).toEqual([expect.stringContaining('secret of mia'), expect.stringContaining('secret of jonas')]);
  });
});
