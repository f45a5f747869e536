import { microUsd } from '../../domain/money.ts';
import { NO_TOKENS, type LanguageModel } from './language-model.ts';

/** No key: the embedded engine does everything by itself. */
export const noModel: LanguageModel = {
  isThere: false,
  exchange: async () => ({ kind: 'unavailable', because: 'no_model', tokens: NO_TOKENS, cost: microUsd(0) }),
};
