import { flushCompileCache } from 'node:module';
import { AppError } from '../../../src/domain/error.ts';
import { childSettings, type ChildSettings } from './protocol.ts';
import { tellParent } from './told-by-parent.ts';

try {
  const settings = childSettings.parse(JSON.parse(process.argv[2] ?? ''));
  await run(settings);
  // A killed process writes no cache.
  flushCompileCache();
} catch (error) {
  const isOurs = error instanceof AppError;
  tellParent({ kind: 'failed', code: isOurs ? error.code : 'unknown', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 2;
  process.disconnect();
}

/** Loads only what is run: dozens of these start in one test. */
async function run(settings: ChildSettings): Promise<void> {
  if (settings.product === true) return (await import('./product-agent.ts')).runProductAgent(settings);
  return (await import('./chaos-agent.ts')).runChaosAgent(settings);
}
