import type { LanguageModel, ModelCall } from '../../../src/agent/llm/language-model.ts';
import type { ModelSettings } from '../../../src/agent/llm/model-settings.ts';
import { loadConfig } from '../../../src/config.ts';

/** A call that is like any other, unless it is changed. */
export function modelCall(change: Partial<ModelCall> = {}): ModelCall {
  return {
    purpose: 'answer',
    model: 'claude-sonnet-5-5',
    stablePrefix: 'Rules first.',
    tools: [],
    messages: [{ role: 'user', text: 'How long do refunds take?' }],
    schema: undefined,
    maxTokens: 100,
    signal: new AbortController().signal,
    ...change,
  };
}

export const lookupTool = { name: 'lookup_order', description: 'Finds an order.', inputSchema: { type: 'object', properties: {} } };

/** The shipped settings of models. */
export async function shippedModelSettings(): Promise<ModelSettings> {
  return (await loadConfig({}, { folder: import.meta.dirname })).models;
}

export type Exchanged = Awaited<ReturnType<LanguageModel['exchange']>>;
