import { setTimeout as wait } from 'node:timers/promises';

/** Longer than two busy cores need for anything at the desk. */
const PATIENCE_MS = 20_000;

/** Looks again and again until there is something. */
export async function soon<T>(what: string, look: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (performance.now() > end) throw new Error(`waited too long for ${what}`);
    await wait(10);
  }
}
