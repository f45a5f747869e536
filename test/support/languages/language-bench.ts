import { createActionEngine } from '../../../src/agent/actions/action-engine.ts';
import { createAgent } from '../../../src/agent/agent.ts';
import { noModel } from '../../../src/agent/llm/none.ts';
import type { Router } from '../../../src/agent/router/classifier.ts';
import { inlineRouter } from '../../../src/agent/router/local-router.ts';
import { sharedCacheFolder } from '../../../src/agent/router/model-cache.ts';
import { openCatalogue } from '../../../src/agent/router/catalogue.ts';
import { openKnowledge, type Knowledge } from '../../../src/app/knowledge.ts';
import { routerSettings } from '../../../src/app/router-settings.ts';
import { loadConfig, type Config } from '../../../src/config.ts';
import { channelName, messageId, participantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { wordsOf, type OutboundMessage } from '../../../src/domain/outbound.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import { createLogger } from '../../../src/insight/logger.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import { openDemoShop } from '../../../src/tools/demo-shop/demo-shop.ts';
import type { ExpectedConversation } from '../../languages/language-files.ts';
import { OPENED_AT } from '../agent/open-support.ts';
import { seededRandom } from '../agent/seeded-random.ts';

/** What one message led to, in the terms of `expectations.yaml`, with all that was sent. */
export interface Outcome {
  readonly say: string;
  readonly decision: string;
  readonly identity: string;
  readonly actions: readonly string[];
  readonly refused: string | undefined;
  readonly reason: string | undefined;
  readonly language: string;
  readonly sent: readonly { readonly subject: string; readonly text: string }[];
}

export interface LanguageBench {
  readonly config: Config;
  readonly router: Router;
  /** Plays a whole conversation in a shop and a store of its own. */
  play(who: Pick<ExpectedConversation, 'channel' | 'from'>, words: readonly string[]): Promise<readonly Outcome[]>;
  close(): Promise<void>;
}

/** Router and articles are opened once; everything that a conversation changes is its own. */
export async function openLanguageBench(): Promise<LanguageBench> {
  const config = await loadConfig({}, { folder: import.meta.dirname });
  const router = inlineRouter({ ...routerSettings(config), cacheFolder: sharedCacheFolder() });
  const logger = createLogger({ level: 'error', sink: process.stderr });
  const schedule = (): (() => void) => () => undefined;
  const knowledge = openKnowledge(config, { now: () => OPENED_AT, schedule, logger }, { watching: false, kept: false });
  await knowledge.load();
  return {
    config,
    router,
    play: (who, words) => playIn({ config, router, knowledge }, who, words),
    close: () => knowledge.close(),
  };
}

async function playIn(
  { config, router, knowledge }: { readonly config: Config; readonly router: Router; readonly knowledge: Knowledge },
  { channel, from }: Pick<ExpectedConversation, 'channel' | 'from'>,
  words: readonly string[],
): Promise<readonly Outcome[]> {
  let at = OPENED_AT;
  const now = (): Date => at;
  const pack = await openDemoShop({ folder: ':memory:', anchor: OPENED_AT, now, policies: config.playbook.policies });
  const store = await openSqliteStore({ file: ':memory:', now, currentPlaybook: () => config.playbookVersion, alone: true });
  const agent = createAgent({
    playbook: async () => config.playbook,
    router,
    retriever: knowledge,
    products: openCatalogue(pack.productNames, now),
    pack,
    engine: createActionEngine(pack.tools, { now, points: NO_POINTS, ownerOf: (record) => pack.ownerOf(record) }),
    model: { language: noModel, settings: config.models, schedule: () => () => undefined, topics: config.utterances },
    store,
    random: seededRandom('languages'),
    now,
    manners: () => ({ silenceHours: 24, alwaysPrivate: true, isMail: channel === 'email' }),
    canMail: true,
    mailAccount: 'support@larkfield.example',
    deskAddress: undefined,
    paused: async () => false,
    guard: undefined,
  });
  const outcomes: Outcome[] = [];
  let code = '';
  let ticket = '';
  try {
    for (const [index, line] of words.entries()) {
      at = new Date(at.getTime() + 60_000);
      const say = line
        .replace('{code}', code)
        .replace('{wrong code}', code === '111111' ? '222222' : '111111')
        .replace('{ticket}', ticket);
      await store.accept([messageFrom(channel, from, say, index, at)]);
      const lease = await store.leaseConversation(60_000);
      if (!lease) throw new Error(`nobody is to answer “${say}”`);
      const step = await agent.answer(
        lease,
        lease.pending.flatMap(({ arrival }) => (arrival.kind === 'message' ? [arrival.message] : [])),
      );
      await store.commitTurn(lease, { ...step, handled: lease.pending.map(({ position }) => position) });
      code = step.outbound.flatMap((message) => (message.secret ? (/\b\d{6}\b/.exec(wordsOf(message.body)) ?? []) : [])).at(-1) ?? code;
      ticket = step.tickets.at(-1)?.number ?? ticket;
      const { turn, conversation } = step;
      if (!turn) throw new Error(`“${say}” made no turn`);
      outcomes.push({
        say,
        decision: turn.decision.kind,
        identity: [...conversation.identities.values()].at(-1)?.kind ?? 'anonymous',
        actions: [...new Set(turn.actions.map(({ tool }) => String(tool)))],
        refused: turn.actions.find(({ status }) => status === 'refused')?.rule,
        reason: turn.decision.kind === 'escalate' ? turn.decision.reason.kind : undefined,
        language: conversation.customer.language,
        sent: step.outbound.map(sentText),
      });
    }
    return outcomes;
  } finally {
    await store.close();
    await pack.close();
  }
}

const sentText = ({ subject, body }: OutboundMessage): Outcome['sent'][number] => ({ subject: subject ?? '', text: wordsOf(body) });

function messageFrom(channel: string, from: string, text: string, index: number, sentAt: Date): InboundMessage {
  return {
    id: messageId(`${channel}/a/b/${index + 1}`),
    kind: 'new',
    thread: { channel: channelName(channel), account: 'a', space: channel === 'email' ? from : 'b', key: 'c' },
    author: { key: participantKey(`${channel}/${from}`), displayName: '', email: from, trust: 'unverified', role: 'customer' },
    audience: 'private',
    text,
    fullText: text,
    subject: undefined,
    automatic: 'none',
    attachments: [],
    sentAt,
  };
}
