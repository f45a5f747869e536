import { flushCompileCache } from 'node:module';
import { AppError } from '../../../src/domain/error.ts';
import { runChaosAgent, tellParent } from './chaos-agent.ts';
import { runProductAgent } from './product-agent.ts';
import { childSettings } from './protocol.ts';
import { createScriptedSteps } from './scripted-steps.ts';

try {
  const settings = childSettings.parse(JSON.parse(process.argv[2] ?? ''));
  await (settings.product === true ? runProductAgent(settings) : runChaosAgent(settings, createScriptedSteps));
  // A killed process writes no cache.
  flushCompileCache();
} catch (error) {
  const isOurs = error instanceof AppError;
  tellParent({ kind: 'failed', code: isOurs ? error.code : 'unknown', message: error instanceof Error ? error.message : String(error) });
  process.exitCode = 2;
  process.disconnect();
}
