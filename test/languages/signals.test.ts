import { beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGE_CODES } from '../../src/domain/language-code.ts';
import type { Signal } from '../../src/domain/classification.ts';
import { languages } from '../../src/agent/languages/index.ts';
import { findSignals } from '../../src/agent/router/signals.ts';
import { openLanguageBench, type LanguageBench } from '../support/languages/language-bench.ts';
import { readMustEscalate, readPhrases } from './language-files.ts';

let bench: LanguageBench;
beforeAll(async () => {
  bench = await openLanguageBench();
}, 60_000);

const SIGNAL_OF: Readonly<Record<string, Signal>> = { customer_asked: 'asks_for_human', legal_mention: 'mentions_legal', angry: 'angry' };
const HANDING_OVER: readonly Signal[] = ['asks_for_human', 'mentions_legal', 'angry'];

describe('what must reach a human', () => {
  it.each(LANGUAGE_CODES)(
    'is heard in each wording: %s',
    async (language) => {
      const phrases = readMustEscalate(language);
      expect(phrases.length).toBeGreaterThanOrEqual(30);
      const missed: string[] = [];
      for (const { say, reason } of phrases) {
        const { signals } = await bench.router.understand(say, [], language);
        const signal = SIGNAL_OF[reason];
        if (signal === undefined || !signals.has(signal)) missed.push(`${reason}: ${say}`);
      }
      expect(missed).toEqual([]);
    },
    30_000,
  );

  it.each(LANGUAGE_CODES)(
    'is not heard in what only looks like it: %s',
    async (language) => {
      const phrases = readPhrases(language, 'harmless.yaml');
      expect(phrases.length).toBeGreaterThanOrEqual(30);
      const alarms: string[] = [];
      for (const say of phrases) {
        const { signals } = await bench.router.understand(say, [], language);
        for (const signal of HANDING_OVER) if (signals.has(signal)) alarms.push(`${signal}: ${say}`);
      }
      expect(alarms).toEqual([]);
    },
    30_000,
  );
});

describe('the patterns of a language', () => {
  it.each(languages)('read an endless text in linear time: $code', (language) => {
    const timeOf = (length: number): number => {
      const started = process.hrtime.bigint();
      for (const piece of ['a', 'a ', '!', 'no ', '1-', "'"]) findSignals(piece.repeat(length), [], language);
      return Number(process.hrtime.bigint() - started);
    };
    timeOf(1_000);
    // The quickest of some runs: a busy machine makes a single one slow.
    const quickest = (length: number): number => Math.min(...[1, 2, 3, 4].map(() => timeOf(length)));
    expect(quickest(8_000) / Math.max(1, quickest(4_000))).toBeLessThan(8);
  });
});
