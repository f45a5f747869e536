import type { SqliteStoreSettings } from './sqlite/sqlite-store.ts';
import type { Store } from './store.ts';

/** Opens the store that the settings ask for; the engine is loaded only then. */
export async function openStore(settings: SqliteStoreSettings): Promise<Store> {
  const { openSqliteStore } = await import('./sqlite/sqlite-store.ts');
  return openSqliteStore(settings);
}
