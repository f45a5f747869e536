import type { ChannelName, ConfigVersion } from '../domain/ids.ts';
import type { Playbook } from '../domain/playbook.ts';
import type { Random } from '../domain/ports.ts';
import type { Store } from '../store/store.ts';
import type { ToolPack } from '../tools/tool.ts';
import type { ActionEngine } from './actions/action-engine.ts';
import type { ModelParts } from './llm/turn-model.ts';
import type { Retriever } from './knowledge/retrieve.ts';
import type { Router } from './router/classifier.ts';
import type { ProductNames } from './router/product-names.ts';

/** What a channel means for the way we speak, taken from its capabilities. */
export interface Manners {
  readonly silenceHours: number;
  /** Every reply reaches one person only, so nothing private needs another way. */
  readonly alwaysPrivate: boolean;
  /** The channel is mail itself, so that confirmations need no second mail. */
  readonly isMail: boolean;
}

/** Everything an agent works with, handed in by app.ts. Nothing here reads a clock or a file by itself. */
export interface AgentParts {
  /** The rules a conversation was opened with, or the current ones when those are gone. */
  playbook(version: ConfigVersion): Promise<Playbook>;
  readonly router: Router;
  readonly retriever: Retriever;
  /** The shop's products, to be recognised in what customers write. */
  products(): Promise<ProductNames>;
  readonly pack: ToolPack;
  readonly engine: ActionEngine;
  readonly model: ModelParts;
  readonly store: Pick<Store, 'claimCall' | 'reserveTicketNumber' | 'sumTallies' | 'ticket' | 'tickets'>;
  readonly random: Random;
  readonly now: () => Date;
  manners(channel: ChannelName): Manners;
  /** Codes can reach customers; without that nobody can be proved. */
  readonly canMail: boolean;
  /** Our own address: mails that start a thread of their own leave from it. */
  readonly mailAccount: string;
  /** Where alarms for staff go; undefined: the desk only. */
  readonly deskAddress: string | undefined;
  paused(): Promise<boolean>;
  /** Set while real channels run on the demo's shop or articles: nobody is answered, drafts go to the desk. */
  readonly guard: string | undefined;
}
