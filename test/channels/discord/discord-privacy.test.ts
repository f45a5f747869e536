import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createChannelDirectory } from '../../../src/channels/discord/channel-directory.ts';
import { createDirectQuestions } from '../../../src/channels/discord/direct-questions.ts';
import { createDiscordPoster, type PosterWorld } from '../../../src/channels/discord/discord-poster.ts';
import { createPrivateReplies } from '../../../src/channels/discord/private-replies.ts';
import type { DiscordFailure } from '../../../src/channels/discord/discord-errors.ts';
import { outboundId } from '../../../src/domain/ids.ts';
import type { OutboundMessage } from '../../../src/domain/outbound.ts';
import { channelOf, idAt, JONAS, MIA, NOW, onlyFor, outboundOf, SELF, SUPPORT, textBody, threadOf } from './discord-builders.ts';

const THREAD = idAt(0);
const refused = (failure: DiscordFailure) => ({ kind: 'failed', failure }) as const;
const ok = <T>(value: T) => ({ kind: 'ok', value }) as const;

type Step =
  | { readonly kind: 'send'; readonly to: 'thread' | 'mia' | 'jonas'; readonly question: boolean }
  | { readonly kind: 'press'; readonly user: 'mia' | 'jonas'; readonly token: 'good' | 'dead' }
  | { readonly kind: 'directs'; readonly user: 'mia' | 'jonas'; readonly open: boolean }
  | { readonly kind: 'trouble'; readonly failure: DiscordFailure | undefined };

const USERS = { mia: MIA, jonas: JONAS } as const;

/** What each reader has seen after these steps; every message is retried once, as the outbox does. */
async function play(steps: readonly Step[]): Promise<Readonly<Record<'public' | 'mia' | 'jonas', string>>> {
  const seen = { public: '', mia: '', jonas: '' };
  const closed = new Set<string>();
  let trouble: DiscordFailure | undefined;
  let ids = 0;
  const reader = (channel: string): keyof typeof seen => (channel === `dm-${MIA}` ? 'mia' : channel === `dm-${JONAS}` ? 'jonas' : 'public');
  const write = (who: keyof typeof seen, content: string) => {
    seen[who] += `${content}\n`;
    return ok({ id: idAt((ids += 1)) });
  };
  const rest: PosterWorld['rest'] = {
    post: async (channel, { content }) => {
      if (trouble !== undefined) return refused(trouble);
      return closed.has(channel) ? refused({ kind: 'forbidden', code: 50_007 }) : write(reader(channel), content);
    },
    postAside: async (_, token, { content }) => {
      if (token.startsWith('dead')) return refused({ kind: 'missing', code: 50_027 });
      return trouble === undefined ? write(token.endsWith(MIA) ? 'mia' : 'jonas', content) : refused(trouble);
    },
    openDirect: async (user) => ok({ id: `dm-${user}` }),
    history: async () => ok([]),
    channel: async () => refused({ kind: 'missing', code: 10_003 }),
    openThread: async () => ok({}),
    applyTags: async () => ok({}),
    addToThread: async () => ok({}),
    activeThreads: async () => ok({ threads: [] }),
    typing: async () => ok({}),
    reply: async () => ok({}),
    registerCommand: async () => ok({}),
  };
  const directory = createChannelDirectory(async () => undefined);
  directory.put({ ...channelOf({ id: THREAD, type: 11 }), parent_id: SUPPORT });
  const replies = createPrivateReplies();
  const poster = createDiscordPoster({
    rest,
    directory,
    replies,
    questions: createDirectQuestions(),
    roots: new Map(),
    settings: { forumChannels: [], company: { name: 'Larkfield Outfitters', agentName: 'Robin' } },
    now: () => NOW,
    self: () => ({ user: SELF, application: SELF }),
    onUnauthorized: () => undefined,
  });
  for (const [at, step] of steps.entries()) {
    if (step.kind === 'press')
      replies.remember(threadOf(THREAD), USERS[step.user], { id: idAt(0), token: `${step.token}-${USERS[step.user]}` });
    if (step.kind === 'directs') closed[step.open ? 'delete' : 'add'](`dm-${USERS[step.user]}`);
    if (step.kind === 'trouble') trouble = step.failure;
    if (step.kind !== 'send') continue;
    const message = messageFor(step, at);
    if ((await poster.send(message)).kind !== 'sent' && (await poster.find(message)) !== 'sent') await poster.send(message);
  }
  return seen;
}

function messageFor({ to, question }: Extract<Step, { kind: 'send' }>, at: number): OutboundMessage {
  const words = to === 'thread' ? 'for everybody' : `secret of ${to}`;
  return outboundOf({
    id: outboundId(`turn-${at}/0`),
    to: threadOf(THREAD),
    audience: to === 'thread' ? { kind: 'thread' } : onlyFor(USERS[to]),
    body: question ? { kind: 'question', markdown: words, choices: ['Yes', 'No'] } : textBody(words),
  });
}

describe('two people in one Discord thread', () => {
  const user = fc.constantFrom('mia' as const, 'jonas' as const);
  const failure = fc.constantFrom<DiscordFailure | undefined>(
    undefined,
    undefined,
    { kind: 'uncertain', because: 'no answer' },
    { kind: 'limited', afterMs: 1_000 },
    { kind: 'forbidden', code: 50_013 },
    { kind: 'unreachable' },
  );
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('send' as const),
        to: fc.constantFrom('thread' as const, 'mia' as const, 'jonas' as const),
        question: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('press' as const), user, token: fc.constantFrom('good' as const, 'dead' as const) }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('directs' as const), user, open: fc.boolean() }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('trouble' as const), failure }) },
  );

  it('never read what is for the other one, and nobody else reads either, whatever is pressed, closed or fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const seen = await play(steps);
        expect(seen.public).not.toContain('secret');
        expect(seen.mia).not.toContain('secret of jonas');
        expect(seen.jonas).not.toContain('secret of mia');
      }),
      { numRuns: 1_000 },
    );
  });

  it('read what is for them when a way is open', async () => {
    const seen = await play([
      { kind: 'send', to: 'mia', question: false },
      { kind: 'press', user: 'jonas', token: 'good' },
      { kind: 'send', to: 'jonas', question: true },
    ]);
    expect(seen).toEqual({ public: '', mia: 'secret of mia\n', jonas: 'secret of jonas\n' });
  });
});
