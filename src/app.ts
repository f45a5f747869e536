import { createAgent, type Agent } from './agent/agent.ts';
import type { LanguageModel } from './agent/llm/language-model.ts';
import { sharedCacheFolder } from './agent/router/model-cache.ts';
import { assembleAgent } from './app/assemble-agent.ts';
import { createChanges } from './app/changes.ts';
import { openChannels } from './app/channels.ts';
import { deskPorts } from './app/desk-ports.ts';
import { openDeskThread } from './app/desk-thread.ts';
import { openFlow } from './app/flow.ts';
import { createFront } from './app/front.ts';
import { guardAgainst } from './app/go-live-guard.ts';
import { createIntake } from './app/intake.ts';
import { openKnowledge } from './app/knowledge.ts';
import { openMemory } from './app/memory.ts';
import { createPause } from './app/pause.ts';
import { openPlaybooks } from './app/playbooks.ts';
import { openRouter } from './app/router.ts';
import type { World } from './app/world.ts';
import { checkPredicates } from './app/check-predicates.ts';
import { watchHealth } from './app/watch-health.ts';
import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { createDeskLine } from './desk/desk-line.ts';
import { deskStep, type DeskPorts } from './desk/desk-step.ts';
import type { Deskhand } from './domain/deskhand.ts';
import type { ChannelName } from './domain/ids.ts';
import type { InboundMessage } from './domain/message.ts';
import { NO_POINTS, type Points } from './domain/points.ts';
import type { Now } from './domain/ports.ts';
import type { Steps } from './flow/steps.ts';
import type { Store } from './store/store.ts';
import { findPack } from './tools/index.ts';
import type { ToolPack } from './tools/tool.ts';

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
  const { now, schedule, logger } = world;
  const memory = await openMemory(config, { now, throwAway });
  const { store } = memory;
  const pack = options.pack ?? (await openPack(config, now, throwAway));
  checkPredicates(config, pack);
  const playbooks = await openPlaybooks(config, store);
  // A throw-away run must not bring a shared index in line with its own articles.
  const ownIndex = throwAway ? { ...config, pinecone: undefined } : config;
  const knowledge = openKnowledge(ownIndex, { ...world, store }, { watching: !byHand, kept: !throwAway });
  const learnedFolder = options.learnedFolder ?? (throwAway ? sharedCacheFolder() : config.dataFolder);
  const router = openRouter(config, learnedFolder, logger);
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
  const { channels } = opened;
  const deskThread = openDeskThread(config, { store, now, channels });
  const guard = guardAgainst(config, pack, opened.isReal);
  const pause = createPause(store);
  const changes = createChanges(schedule);
  const agentParts = assembleAgent(
    config,
    { ...world, points, languageModel: options.languageModel },
    { store, pack, playbooks, router, retriever: knowledge, opened, guard, pause },
  );
  const steps = stepsOf(createAgent(agentParts), deskPorts(agentParts, config.staff, playbooks));
  const flow = openFlow(config, world, { store, channels, steps, deskThread, points, onChange: () => changes.announce() });
  const intake = createIntake(flow.inbox);
  const deskhand = createFront({
    config,
    store,
    flow,
    pack,
    channels,
    console: opened.console,
    demoMailbox: opened.demoMailbox,
    guard,
    now,
    changes,
    paused: pause,
    isReady: router.isReady,
    refusedBecause: () => intake.refusedBecause(),
    settle: byHand ? () => flow.drain() : undefined,
  });
  const health = byHand ? undefined : watchHealth({ config, channels, store, now, schedule, changes, wake: () => flow.wake() });

  return {
    deskhand,
    store,
    pack,
    ready: async () => void (await Promise.all([knowledge.load(), router.understand('hello', [])])),
    async start() {
      await deskThread?.postOpenTickets();
      if (!byHand) flow.start();
      for (const channel of channels.values()) await channel.start((messages) => intake.receive(messages));
      health?.start();
    },
    receive: (messages) => intake.receive(messages),
    settle: () => flow.drain(),
    async stop() {
      health?.stop();
      for (const channel of channels.values()) await channel.stop();
      if (!byHand) await flow.stop();
      await Promise.all([router.close(), knowledge.close()]);
      if (!options.pack) await pack.close();
      await memory.close();
    },
  };
}

/** Who takes which kind of arrival. */
const stepsOf = (agent: Agent, desk: DeskPorts): Steps => ({
  messages: (lease, messages) => agent.answer(lease, messages),
  command: (lease, command) => deskStep(desk, lease, command),
  timer: (lease, timer) => agent.wake(lease, timer),
  giveUp: (lease, because) => agent.giveUp(lease, because),
});

async function openPack(config: Config, now: Now, throwAway: boolean): Promise<ToolPack> {
  const open = await findPack(config.settings.tools.pack);
  const folder = throwAway ? ':memory:' : config.dataFolder;
  return open({ folder, anchor: now(), now, policies: config.playbook.policies, connected: config.connected });
}
