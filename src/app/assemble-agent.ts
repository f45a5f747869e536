import { createActionEngine } from '../agent/actions/action-engine.ts';
import type { AgentParts } from '../agent/agent-parts.ts';
import type { Retriever } from '../agent/knowledge/retrieve.ts';
import { openLanguageModel } from '../agent/llm/index.ts';
import type { LanguageModel } from '../agent/llm/language-model.ts';
import { openCatalogue } from '../agent/router/catalogue.ts';
import type { Router } from '../agent/router/classifier.ts';
import type { Channel } from '../channels/channel.ts';
import type { Config } from '../config.ts';
import { channelName, type ChannelName } from '../domain/ids.ts';
import type { Points } from '../domain/points.ts';
import type { Now, Random, Schedule } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import type { ToolPack } from '../tools/tool.ts';
import type { OpenedChannels } from './channels.ts';
import type { PauseSwitch } from './pause.ts';
import type { Playbooks } from './playbooks.ts';

/** Stands where mail would leave from while no address is configured. */
const DEMO_ADDRESS = 'support@larkfield.example';
const EMAIL = channelName('email');

export interface AgentWorld {
  readonly now: Now;
  readonly schedule: Schedule;
  readonly random: Random;
  readonly points: Points;
  /** Another model than the one of the key, or none although there is a key. */
  readonly languageModel: LanguageModel | undefined;
}

/** What was opened for the agent to work with. */
export interface OpenedParts {
  readonly store: Store;
  readonly pack: ToolPack;
  readonly playbooks: Playbooks;
  readonly router: Router;
  readonly retriever: Retriever;
  readonly opened: OpenedChannels;
  readonly guard: string | undefined;
  readonly pause: PauseSwitch;
}

/** The agent's view of the house: each part under the name that the agent has for it. */
export function assembleAgent(config: Config, world: AgentWorld, parts: OpenedParts): AgentParts {
  const { now, schedule, random, points, languageModel } = world;
  const { store, pack, playbooks, router, retriever, opened, guard, pause } = parts;
  return {
    playbook: (version) => playbooks.get(version),
    router,
    retriever,
    products: openCatalogue(pack.productNames, now),
    pack,
    model: {
      language: languageModel ?? openLanguageModel(config.model, config.models, { now, schedule }),
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
    paused: () => pause.isOn(),
    guard,
  };
}

function mannersOf(name: ChannelName, channel: Channel | undefined): ReturnType<AgentParts['manners']> {
  const capabilities = channel?.capabilities;
  return { silenceHours: capabilities?.silenceHours ?? 24, alwaysPrivate: capabilities?.privateReply === 'always', isMail: name === EMAIL };
}
