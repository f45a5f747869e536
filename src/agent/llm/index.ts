import type { Now, Schedule } from '../../domain/ports.ts';
import { createCircuitBreaker } from '../circuit-breaker.ts';
import type { LanguageModel } from './language-model.ts';
import { createMeteredModel, type ModelApi } from './metered.ts';
import type { ModelAccess, ModelSettings } from './model-settings.ts';
import { noModel } from './none.ts';

/** One line an API; the SDK is loaded at the first call. */
const apis: Readonly<Record<'anthropic', (access: ModelAccess, settings: ModelSettings) => Promise<ModelApi>>> = {
  anthropic: async (access, { limits }) => (await import('./anthropic.ts')).createAnthropicApi(access, limits.callSeconds * 1000),
};

export interface ModelPorts {
  readonly now: Now;
  readonly schedule: Schedule;
}

/** The model of this configuration; without a key the one that is never there. */
export function openLanguageModel(access: ModelAccess | undefined, settings: ModelSettings, ports: ModelPorts): LanguageModel {
  if (!access) return noModel;
  let opened: Promise<ModelApi> | undefined;
  const api: ModelApi = { exchange: async (call) => (await (opened ??= apis.anthropic(access, settings))).exchange(call) };
  const { failures, restSeconds, longestRestSeconds } = settings.breaker;
  const breaker = createCircuitBreaker(ports.now, { failures, restMs: restSeconds * 1000, longestRestMs: longestRestSeconds * 1000 });
  return createMeteredModel(api, settings, { ...ports, breaker });
}
