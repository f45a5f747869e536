import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../config.ts';
import type { LoadOptions } from '../config.ts';
import { readAgentFile } from '../console/agent-file.ts';
import { connectDeskhand } from '../console/deskhand-client.ts';
import type { TurnExplanation } from '../domain/deskhand.ts';
import { AppError } from '../domain/error.ts';
import type { DomainEvent } from '../domain/event.ts';
import { conversationId } from '../domain/ids.ts';
import { explainStored } from '../insight/explain-stored.ts';
import { openStore } from '../store/index.ts';
import type { CommandIo } from './command.ts';

/** The store's file in the data folder. */
const STORE_FILE = 'deskhand.db';
/** Events are fetched in pages: a year of them does not fit into one answer. */
const PAGE = 1000;

export interface LatestConversation {
  readonly id: string;
  readonly channel: string;
  readonly state: string;
  readonly lastActivityAt: Date;
}

/** What happened, for commands that only look: asked of the running agent, read from the store when none runs. */
export interface PastEvents {
  readEvents(): AsyncIterable<DomainEvent>;
  /** Undefined for a conversation that is not known. */
  explain(id: string): Promise<readonly TurnExplanation[] | undefined>;
  /** Newest first. */
  latest(limit: number): Promise<readonly LatestConversation[]>;
  close(): Promise<void>;
}

type EventPage = (since: number, limit: number) => Promise<readonly { readonly position: number; readonly event: DomainEvent }[]>;

/** Rejects with `config_invalid`, and with `store_unavailable` when nothing was ever written in the data folder. */
export async function openPastEvents({ env }: Pick<CommandIo, 'env'>, options: LoadOptions = {}): Promise<PastEvents> {
  const { dataFolder, playbookVersion } = await loadConfig(env, options);
  const running = await askRunningAgent(dataFolder);
  if (running) return running;
  const file = join(dataFolder, STORE_FILE);
  if (!existsSync(file)) {
    throw new AppError('store_unavailable', `there is no history in ${dataFolder}`, {
      retryable: false,
      hint: 'Start the agent once, or name its data folder with --data or DESKHAND_DATA.',
    });
  }
  const store = await openStore({ file, now: () => new Date(), currentPlaybook: () => playbookVersion });
  return {
    readEvents: () => pagesOf((since, limit) => store.events(since, limit)),
    explain: (id) => explainStored(store, conversationId(id)),
    latest: async (limit) =>
      (await store.conversations(limit)).map((row) => ({ ...row, channel: row.thread.channel, state: row.state.kind })),
    close: () => store.close(),
  };
}

/** Undefined when no agent runs here; an `agent.json` that a killed agent left behind is nobody. */
async function askRunningAgent(dataFolder: string): Promise<PastEvents | undefined> {
  const agent = await readAgentFile(dataFolder);
  if (agent === undefined) return undefined;
  try {
    const deskhand = await connectDeskhand(agent);
    return {
      readEvents: () => pagesOf((since, limit) => deskhand.events(since, limit)),
      explain: async (id) => {
        const known = await deskhand.conversation(conversationId(id));
        return known && deskhand.explain(known.id);
      },
      latest: async (limit) => (await deskhand.conversations(limit)).map((row) => ({ ...row, state: row.state.kind })),
      close: async () => undefined,
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'store_unavailable') return undefined;
    throw error;
  }
}

async function* pagesOf(page: EventPage): AsyncGenerator<DomainEvent> {
  let position = 0;
  for (;;) {
    const rows = await page(position, PAGE);
    yield* rows.map(({ event }) => event);
    const last = rows.at(-1);
    if (last === undefined) return;
    position = last.position;
  }
}
