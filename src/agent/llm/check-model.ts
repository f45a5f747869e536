import { createAnthropicClient } from './anthropic.ts';
import { toFailure } from './anthropic-errors.ts';
import type { ModelFailure } from './language-model.ts';
import type { ModelAccess } from './model-settings.ts';

export interface ModelProblem {
  readonly text: string;
  /** What to do about it. */
  readonly advice: string;
}

const TIMEOUT_MS = 8_000;
const ADVICE: Readonly<Partial<Record<ModelFailure, ModelProblem>>> = {
  rejected: {
    text: 'the server refuses the key',
    advice: 'Check ANTHROPIC_API_KEY; another server than the default needs ANTHROPIC_BASE_URL too.',
  },
  spend_limit: {
    text: 'the account may spend nothing more',
    advice: 'Raise the limit at the provider; until then the embedded engine does everything.',
  },
  connection: { text: 'the server cannot be reached', advice: 'Check ANTHROPIC_BASE_URL and the network.' },
  timeout: { text: `no answer within ${TIMEOUT_MS / 1000} s`, advice: 'Check ANTHROPIC_BASE_URL and the network.' },
};

/** Why this model cannot be used with this key; undefined when it can. Sends nothing but its name. */
export async function checkModel(access: ModelAccess, name: string): Promise<ModelProblem | undefined> {
  try {
    await createAnthropicClient(access, TIMEOUT_MS).models.retrieve(name);
    return undefined;
  } catch (error) {
    if (typeof error === 'object' && error !== null && 'status' in error && error.status === 404) return unknownModel(name, access);
    const { because } = toFailure(error);
    return (
      ADVICE[because] ?? {
        text: `the server does not answer as expected (${because})`,
        advice: 'Try again later; until then the embedded engine does everything.',
      }
    );
  }
}

function unknownModel(name: string, { baseUrl }: ModelAccess): ModelProblem {
  const own = baseUrl === undefined ? '' : ', or this server cannot list models';
  return { text: `there is no such model${own}`, advice: `Choose another one than "${name}" in models.yaml.` };
}
