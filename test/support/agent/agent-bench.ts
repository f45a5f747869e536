import { createActionEngine } from '../../../src/agent/actions/action-engine.ts';
import type { AgentParts } from '../../../src/agent/agent-parts.ts';
import { createAgent } from '../../../src/agent/agent.ts';
import { noModel } from '../../../src/agent/llm/none.ts';
import { loadConfig } from '../../../src/config.ts';
import type { Classification, Signal, Understanding } from '../../../src/domain/classification.ts';
import { channelName, intentName, messageId, participantKey } from '../../../src/domain/ids.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';
import { NO_POINTS } from '../../../src/domain/points.ts';
import { openSqliteStore } from '../../../src/store/sqlite/sqlite-store.ts';
import type { Lease, StepResult, Store } from '../../../src/store/store.ts';
import type { Tool, ToolPack } from '../../../src/tools/tool.ts';
import { indexProductNames } from '../../../src/agent/router/product-names.ts';
import { OPENED_AT } from './open-support.ts';
import { entity } from './requests.ts';
import { seededRandom } from './seeded-random.ts';

/** What the router is said to understand, whatever the words are. */
export interface Meant {
  readonly intent?: string;
  readonly topic?: string;
  readonly confidence?: number;
  readonly orderId?: string;
  readonly signals?: readonly Signal[];
}

export interface AgentBench {
  readonly store: Store;
  /** One message, decided and committed. */
  says(text: string, meant?: Meant, change?: Partial<InboundMessage>): Promise<StepResult>;
  /** The same message, given up instead of answered. */
  gaveUp(text: string, because: string, change?: Partial<InboundMessage>): Promise<StepResult>;
  code(): string;
  close(): Promise<void>;
}

/** The agent core alone: a store of its own, a shop, a router that is told what to understand, and articles that know nothing. */
export async function openAgentBench(
  pack: ToolPack,
  change: Partial<AgentParts> = {},
  replaceTool: (tool: Tool) => Tool = (tool) => tool,
): Promise<AgentBench> {
  const config = await loadConfig({}, { folder: import.meta.dirname });
  let at = OPENED_AT;
  const now = (): Date => at;
  const store = await openSqliteStore({ file: ':memory:', now, currentPlaybook: () => config.playbookVersion, alone: true });
  let meant: Meant = {};
  let lastCode = '';
  const agent = createAgent({
    playbook: async () => config.playbook,
    router: { understand: async (words) => understandingOf(words, meant), close: async () => {} },
    retriever: { find: async () => [] },
    products: async () => indexProductNames([]),
    pack,
    engine: createActionEngine(pack.tools.map(replaceTool), {
      now,
      points: NO_POINTS,
      timeoutMs: 50,
      ownerOf: (record) => pack.ownerOf(record),
    }),
    model: { language: noModel, settings: config.models, schedule: () => () => undefined, topics: config.utterances },
    store,
    random: seededRandom('bench'),
    now,
    manners: () => ({ silenceHours: 24, alwaysPrivate: true, isMail: false }),
    canMail: true,
    mailAccount: 'support@larkfield.example',
    deskAddress: undefined,
    paused: async () => false,
    guard: undefined,
    ...change,
  });
  let said = 0;

  async function step(
    text: string,
    other: Partial<InboundMessage>,
    decide: (lease: Lease, messages: readonly InboundMessage[]) => Promise<StepResult>,
  ): Promise<StepResult> {
    at = new Date(at.getTime() + 1_000);
    said += 1;
    const message: InboundMessage = {
      id: messageId(`console/a/b/${said}`),
      kind: 'new',
      thread: { channel: channelName('console'), account: 'a', space: 'b', key: 'c' },
      author: { key: participantKey('mia'), displayName: 'Mia', email: 'mia.keller@example.com', trust: 'unverified', role: 'customer' },
      audience: 'private',
      text,
      fullText: text,
      subject: undefined,
      automatic: 'none',
      attachments: [],
      sentAt: at,
      ...other,
    };
    await store.accept([message]);
    const lease = await store.leaseConversation(60_000);
    if (!lease) throw new Error('nothing to do');
    const result = await decide(lease, [message]);
    await store.commitTurn(lease, { ...result, handled: lease.pending.map(({ position }) => position) });
    for (const { body } of result.outbound) if (body.kind === 'text') lastCode = /code is (\d{6})/.exec(body.markdown)?.[1] ?? lastCode;
    return result;
  }

  return {
    store,
    says(text, means = {}, other = {}) {
      meant = means;
      return step(text, other, (lease, messages) => agent.answer(lease, messages));
    },
    gaveUp: (text, because, other = {}) => step(text, other, (lease) => agent.giveUp(lease, because)),
    code: () => lastCode,
    close: () => store.close(),
  };
}

function understandingOf(
  words: string,
  { intent = 'order_status', topic = 'track', confidence = 0.95, orderId, signals = [] }: Meant,
): Understanding {
  const entities = orderId === undefined ? [] : [entity('order_id', orderId)];
  const classification: Classification = { intent: intentName(intent), topic, confidence, entities, words };
  return { classifications: [classification], signals: new Set(signals), entities, language: 'en' };
}
