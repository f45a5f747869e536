import type { LanguageModel } from '../src/agent/llm/language-model.ts';
import { NO_TOKENS } from '../src/agent/llm/language-model.ts';
import { noModel } from '../src/agent/llm/none.ts';
import { microUsd } from '../src/domain/money.ts';
import { openSupport, type Support } from '../test/support/agent/open-support.ts';
import { readRequest, rightWords } from '../test/support/claude/brains.ts';
import { quantile, spread, type Bench, type Figure } from './bench.ts';

const TURNS = 600;
const WARM_UP = 100;
const QUESTIONS = [
  'How long do refunds take?',
  'Can I return something that I opened?',
  'Do you ship to Canada?',
  'Mia Keller here, my card is 4111 1111 1111 1111, when do I get my money back?',
] as const;

/** A good model that answers within the process: what is left is our own work. Its own thinking is measured and taken out. */
function thinking(took: { ms: number }): LanguageModel {
  return {
    isThere: true,
    async exchange({ model, stablePrefix, messages, maxTokens }) {
      const startedAt = cpuMs();
      const [message] = messages;
      const text = message?.role === 'user' ? message.text : '';
      const reply = rightWords(
        readRequest({ model, max_tokens: maxTokens, system: stablePrefix, messages: [{ role: 'user', content: text }] }),
      );
      const value = reply.kind === 'json' ? reply.value : undefined;
      took.ms += cpuMs() - startedAt;
      return { kind: 'answered', answer: { kind: 'value', value }, tokens: NO_TOKENS, cost: microUsd(100) };
    },
  };
}

/** Of this thread alone: other processes of the machine do not count. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

async function turnsOf(support: Support, took: { ms: number }, say: (progress: string) => void): Promise<readonly number[]> {
  const times: number[] = [];
  for (let turn = 0; turn < TURNS + WARM_UP; turn += 1) {
    const customer = support.customer(`someone${turn}@example.com`, 'email');
    took.ms = 0;
    const startedAt = cpuMs();
    await customer.says(QUESTIONS[turn % QUESTIONS.length] ?? QUESTIONS[0]);
    times.push(cpuMs() - startedAt - took.ms);
    if (turn % 200 === 0) say(`${turn} turns`);
  }
  return times.slice(WARM_UP);
}

export const modelBench: Bench = {
  about: `processor time of our own code in a turn with a model: ${TURNS} questions, each veiled, read, worded, checked and recorded`,
  async run(say) {
    const took = { ms: 0 };
    const withModel = await openSupport((config) => config, { languageModel: thinking(took) });
    const without = await openSupport((config) => config, { languageModel: noModel });
    try {
      const plain = await turnsOf(without, { ms: 0 }, (text) => say(`without a model: ${text}`));
      const ours = await turnsOf(withModel, took, (text) => say(`with a model: ${text}`));
      return figures(plain, ours);
    } finally {
      await Promise.all([withModel.close(), without.close()]);
    }
  },
};

function figures(plain: readonly number[], ours: readonly number[]): readonly Figure[] {
  const more = (share: number): number => quantile(ours, share) - quantile(plain, share);
  return [
    { name: 'more than without a model, p50', value: more(0.5), unit: 'ms', goal: 15, detail: `whole turn: ${spread(ours)}` },
    { name: 'more than without a model, p99', value: more(0.99), unit: 'ms', goal: 15, detail: `without a model: ${spread(plain)}` },
  ];
}
