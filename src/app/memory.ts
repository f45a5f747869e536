import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beginsAnew } from '../agent/conversation/begins-anew.ts';
import type { Config } from '../config.ts';
import { AppError } from '../domain/error.ts';
import type { Now } from '../domain/ports.ts';
import { openStore } from '../store/index.ts';
import { holdInstanceLock } from '../store/sqlite/instance-lock.ts';
import type { Store } from '../store/store.ts';

/** The store, and the right to be the only one that writes it. */
export interface Memory {
  readonly store: Store;
  close(): Promise<void>;
}

/** Rejects with `store_locked`, `store_corrupt`, `store_unavailable` or `disk_full`, each with what to do. */
export async function openMemory(config: Config, { now, throwAway }: { readonly now: Now; readonly throwAway: boolean }): Promise<Memory> {
  if (!throwAway) makeFolder(config.dataFolder);
  const lock = throwAway ? undefined : holdInstanceLock(config.dataFolder);
  const store = await openStore({
    file: throwAway ? ':memory:' : join(config.dataFolder, 'deskhand.db'),
    now,
    currentPlaybook: () => config.playbookVersion,
    alone: true,
    beginsAnew,
  });
  return {
    store,
    async close() {
      await store.close();
      lock?.release();
    },
  };
}

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
