import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createActionEngine } from './agent/actions/action-engine.ts';
import type { AgentParts } from './agent/agent-parts.ts';
import { createAgent } from './agent/agent.ts';
import { beginsAnew } from './agent/conversation/begins-anew.ts';
import { openLanguageModel } from './agent/llm/index.ts';
import type { LanguageModel } from './agent/llm/language-model.ts';
import { speechIn } from './agent/speech.ts';
import { openCatalogue } from './agent/router/catalogue.ts';
import { openLocalRouter } from './agent/router/local-router.ts';
import { sharedCacheFolder } from './agent/router/model-cache.ts';
import { hashOfProposal, runApproved } from './agent/run-approved.ts';
import { silenceTimer } from './agent/timers.ts';
import { createChanges } from './app/changes.ts';
import { openChannels } from './app/channels.ts';
import { openDeskThread } from './app/desk-thread.ts';
import { createFront } from './app/front.ts';
import { openKnowledge } from './app/knowledge.ts';
import { lazyRouter } from './app/lazy-router.ts';
import { openPlaybooks } from './app/playbooks.ts';
import { alarmAboutDead } from './app/alarms.ts';
import { checkPredicates } from './app/check-predicates.ts';
import { watchHealth } from './app/watch-health.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { createDeskLine } from './desk/desk-line.ts';
import { deskStep } from './desk/desk-step.ts';
import type { Deskhand } from './domain/deskhand.ts';
import { AppError } from './domain/error.ts';
import { channelName, type ChannelName } from './domain/ids.ts';
import type { InboundMessage } from './domain/message.ts';
import { NO_POINTS, type Points } from './domain/points.ts';
import type { Now, Random, Schedule } from './domain/ports.ts';
import { createFlow } from './flow/flow.ts';
import type { Steps } from './flow/steps.ts';
import type { Logger } from './insight/logger.ts';
import { openStore } from './store/index.ts';
import { holdInstanceLock } from './store/sqlite/instance-lock.ts';
import type { Store } from './store/store.ts';
import { findPack } from './tools/index.ts';
import type { ToolPack } from './tools/tool.ts';

/** What the outside world gives; a test or a conversation driver owns the clock. */
export interface World {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly newId: () => string;
  readonly logger: Logger;
}

export interface AppOptions {
  readonly world: World;
  /** Nothing is kept and nothing leaves: store and shop in memory, mail in the demo inbox. */
  readonly throwAway?: boolean;
  /** Where what the router learned is kept, when not in the data folder: several throw-away products need to learn only once. */
  readonly learnedFolder?: string | undefined;
  /** Works only when asked to (`settle`), for a clock that is moved by hand; channels with credentials stay closed. */
  readonly byHand?: boolean;
  /** Channels besides those with credentials. */
  readonly channels?: ReadonlyMap<ChannelName, Channel>;
  /** Another pack than the configured one; its owner closes it. */
  readonly pack?: ToolPack;
  readonly points?: Points;
  /** Another model than the one of the key, or none although there is a key. */
  readonly languageModel?: LanguageModel;
}

export interface App {
  readonly deskhand: Deskhand;
  readonly store: Store;
  readonly pack: ToolPack;
  /** Once articles are indexed and the router is trained. */
  ready(): Promise<void>;
  /** Opens the channels and begins to work; resolves when messages are accepted. */
  start(): Promise<void>;
  receive(messages: readonly InboundMessage[]): Promise<void>;
  /** Works until nothing is due at this moment. */
  settle(): Promise<void>;
  /** Finishes what was begun and closes everything. */
  stop(): Promise<void>;
}

/**
 * Puts the product together: the one place that sees every folder.
 * Rejects with `store_locked`, `store_corrupt`, `disk_full` or `backend_unavailable`, each with what to do.
 */
export async function openApp(config: Config, options: AppOptions): Promise<App> {
  const { world, throwAway = false, byHand = false, points = NO_POINTS } = options;
  const learnedFolder = options.learnedFolder ?? (throwAway ? sharedCacheFolder() : config.dataFolder);
  const { now, schedule, random, logger } = world;
  if (!throwAway) makeFolder(config.dataFolder);
  const lock = throwAway ? undefined : holdInstanceLock(config.dataFolder);
  const changes = createChanges(schedule);
  const store = await openStore({
    file: throwAway ? ':memory:' : join(config.dataFolder, 'deskhand.db'),
    now,
    currentPlaybook: () => config.playbookVersion,
    alone: true,
    beginsAnew,
  });
  const pack = options.pack ?? (await openPack(config, now, throwAway));
  checkPredicates(config, pack);
  const playbooks = await openPlaybooks(config, store);
  // A throw-away run must not bring a shared index in line with its own articles.
  const knowledge = openKnowledge(
    throwAway ? { ...config, pinecone: undefined } : config,
    { ...world, store },
    { watching: !byHand, kept: !throwAway },
  );
  let isRouterReady = false;
  const router = lazyRouter(() =>
    openLocalRouter({
      intents: Object.fromEntries(Object.entries(config.utterances).map(([intent, topics]) => [intent, { topics }])),
      outOfScope: config.outOfScope,
      orderIdPattern: config.playbook.agent.orderIdPattern,
      languageFiles: config.languageFiles,
      cacheFolder: learnedFolder,
      onReady: () => void (isRouterReady = true),
      onCrash: (error) => logger.failure('router.crashed', error),
    }),
  );
  const deskLine = createDeskLine({
    staff: config.staff,
    replyPrefix: config.settings.desk.replyPrefix,
    store,
    now,
    // Channels hear nothing before they are started, and then there is a flow.
    command: (command) => flow.inbox.command(command),
  });
  const opened = await openChannels(config, {
    ...world,
    store,
    extra: options.channels ?? new Map(),
    throwAway: throwAway || byHand,
    desk: deskLine,
  });
  const deskThread = openDeskThread(config, { store, now, channels: opened.channels });
  const guard = guardAgainst(config, pack, opened.isReal);
  const isPaused = async (): Promise<boolean> => (await store.setting(PAUSED)) === 'yes';

  const agentParts: AgentParts = {
    playbook: (version) => playbooks.get(version),
    router,
    retriever: knowledge,
    products: openCatalogue(pack.productNames, now),
    pack,
    model: {
      language: options.languageModel ?? openLanguageModel(config.model, config.models, { now, schedule }),
      settings: config.models,
      schedule,
      topics: config.utterances,
    },
    engine: createActionEngine(pack.tools, {
      now,
      points,
      ownerOf: (record) => pack.ownerOf(record),
      ...(pack.fieldsOf ? { fieldsOf: pack.fieldsOf } : {}),
    }),
    store,
    random,
    now,
    manners: (channel) => mannersOf(channel, opened.channels.get(channel)),
    canMail: !opened.isReal || config.smtp !== undefined,
    mailAccount: config.supportAddress ?? DEMO_ADDRESS,
    deskAddress: config.deskAddress,
    paused: isPaused,
    guard,
  };
  const agent = createAgent(agentParts);
  const desk = {
    staff: config.staff,
    now,
    store,
    hashOf: (proposal: Parameters<typeof hashOfProposal>[1]) => hashOfProposal(agentParts, proposal),
    runApproved: (...call: Parameters<typeof runApproved> extends [unknown, ...infer Rest] ? Rest : never) =>
      runApproved(agentParts, ...call),
    say: async (conversation: Parameters<typeof playbooks.of>[0], key: string, values: Readonly<Record<string, string>>) =>
      speechIn(await playbooks.of(conversation), conversation.customer.language, conversation.id).say(key, values),
    silenceTimer: ({ id, thread }: Parameters<typeof playbooks.of>[0], at: Date) =>
      silenceTimer(id, at, agentParts.manners(thread.channel).silenceHours),
    asksRating: async (conversation: Parameters<typeof playbooks.of>[0]) => (await playbooks.of(conversation)).agent.survey.enabled,
  };
  const steps: Steps = {
    messages: (lease, messages) => agent.answer(lease, messages),
    command: (lease, command) => deskStep(desk, lease, command),
    timer: (lease, timer) => agent.wake(lease, timer),
    giveUp: (lease, because) => agent.giveUp(lease, because),
  };
  const flow = createFlow({
    store,
    steps: deskThread ? deskThread.showing(steps) : steps,
    channels: opened.channels,
    now,
    schedule,
    random,
    points,
    emit: (event) => logger.event(event),
    report: (error) => logger.failure('flow.failed', error),
    async onDead({ message }, because) {
      await alarmAboutDead({ config, store, now }, message, because);
      await deskThread?.markDelivery(message, { kind: 'undeliverable', because });
    },
    onSent: async ({ message }) => deskThread?.markDelivery(message, { kind: 'sent', externalId: '' }),
    onChange: () => changes.announce(),
    concurrency: config.settings.flow.conversationsAtOnce,
    leaseMs: config.settings.flow.leaseSeconds * 1000,
    sendTimeoutMs: config.settings.flow.sendTimeoutSeconds * 1000,
    marginMs: config.settings.flow.sendMarginSeconds * 1000,
  });
  let refusedBecause: string | undefined;
  /** A channel that is refused here does not acknowledge, so that the message comes again. */
  async function receive(messages: readonly InboundMessage[]): Promise<void> {
    try {
      await flow.inbox.receive(messages);
      refusedBecause = undefined;
    } catch (error) {
      refusedBecause = error instanceof AppError ? error.message : 'messages cannot be stored';
      throw error;
    }
  }
  const deskhand = createFront({
    config,
    store,
    flow,
    pack,
    channels: opened.channels,
    console: opened.console,
    demoMailbox: opened.demoMailbox,
    guard,
    now,
    changes,
    paused: { isOn: isPaused, set: (on) => store.saveSetting(PAUSED, on ? 'yes' : 'no') },
    isReady: () => isRouterReady,
    refusedBecause: () => refusedBecause,
    settle: byHand ? () => flow.drain() : undefined,
  });
  const health = byHand
    ? undefined
    : watchHealth({ config, channels: opened.channels, store, now, schedule, changes, wake: () => flow.wake() });

  return {
    deskhand,
    store,
    pack,
    ready: async () => void (await Promise.all([knowledge.load(), router.understand('hello', [])])),
    async start() {
      await deskThread?.postOpenTickets();
      if (!byHand) flow.start();
      for (const channel of opened.channels.values()) await channel.start(receive);
      health?.start();
    },
    receive,
    settle: () => flow.drain(),
    async stop() {
      health?.stop();
      for (const channel of opened.channels.values()) await channel.stop();
      if (!byHand) await flow.stop();
      await Promise.all([router.close(), knowledge.close()]);
      if (!options.pack) await pack.close();
      await store.close();
      lock?.release();
    },
  };
}

const PAUSED = 'agent.paused';
/** Stands where mail would leave from while no address is configured. */
const DEMO_ADDRESS = 'support@larkfield.example';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new AppError('store_unavailable', `the data folder ${folder} cannot be made`, {
      retryable: false,
      hint: 'Choose another one with DESKHAND_DATA, or allow writing there.',
      cause: error,
    });
  }
}

async function openPack(config: Config, now: Now, throwAway: boolean): Promise<ToolPack> {
  const open = await findPack(config.settings.tools.pack);
  const folder = throwAway ? ':memory:' : config.dataFolder;
  return open({ folder, anchor: now(), now, policies: config.playbook.policies, connected: config.connected });
}

/** Real customers must not be answered from made-up orders or somebody else's policies. */
function guardAgainst(config: Config, pack: ToolPack, isReal: boolean): string | undefined {
  if (!isReal) return undefined;
  const demo = [...(pack.demo ? ['the demo shop'] : []), ...(config.ownKnowledge ? [] : ['the demo articles'])];
  return demo.length === 0
    ? undefined
    : `Real channels run on ${demo.join(' and ')}: nobody is answered, drafts go to the desk. Run "deskhand init" and set up your own.`;
}

const EMAIL = channelName('email');

function mannersOf(name: ChannelName, channel: Channel | undefined): ReturnType<AgentParts['manners']> {
  const capabilities = channel?.capabilities;
  return { silenceHours: capabilities?.silenceHours ?? 24, alwaysPrivate: capabilities?.privateReply === 'always', isMail: name === EMAIL };
}
