import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LANGUAGE_CODES } from '../../src/domain/language-code.ts';
import { openLanguageBench, type LanguageBench } from '../support/languages/language-bench.ts';
import { playLanguage } from '../support/languages/parity.ts';
import { expected, readWords } from './language-files.ts';

let bench: LanguageBench;
beforeAll(async () => {
  bench = await openLanguageBench();
}, 60_000);
afterAll(() => bench.close());

/** Every seventh conversation a language, each language another seventh; `node test/support/languages/report.ts` plays all of them. */
const EVERY = 7;
const sampled = (language: string): ((id: string) => boolean) => {
  const offset = LANGUAGE_CODES.findIndex((code) => code === language);
  const ids = new Set(expected.filter((_, index) => index % EVERY === offset % EVERY).map(({ id }) => id));
  return (id) => ids.has(id);
};

describe('the same conversation', () => {
  it.each(LANGUAGE_CODES)('is written in every language, line for line: %s', (language) => {
    const words = readWords(language);
    expect([...words.keys()].toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
    for (const { id, steps } of expected) expect([id, words.get(id)?.length]).toEqual([id, steps.length]);
  });

  it.each(LANGUAGE_CODES)(
    'is decided, done and handed over as in English: %s',
    async (language) => {
      const rows = await playLanguage(bench, language, sampled(language));
      expect(rows.length).toBeGreaterThan(5);
      expect(rows.flatMap(({ id, differences }) => differences.map((difference) => `${id}: ${difference}`))).toEqual([]);
    },
    30_000,
  );

  it('is answered in the language in which it is written, to the last sentence', async () => {
    for (const language of LANGUAGE_CODES) {
      const [row] = await playLanguage(bench, language, (id) => id === 'refund_after_yes');
      expect(new Set(row?.outcomes.map((outcome) => outcome.language))).toEqual(new Set([language]));
    }
  }, 30_000);
});

describe('a language that we do not speak', () => {
  it('is answered honestly and goes to a human', async () => {
    const [step] = await bench.play({ channel: 'email', from: 'mia.keller@example.com' }, ['Dzień dobry, gdzie jest moja paczka?']);
    expect(step).toMatchObject({ decision: 'escalate', reason: 'needs_specialist', language: 'pl' });
    expect(step?.sent[0]?.text).toContain("I can't read your language well enough");
  });
});
