import { beforeAll, describe, expect, it } from '@jest/globals';
import { checkReply } from '../../src/agent/quality/quality-check.ts';
import { sentencesIn } from '../../src/agent/replies.ts';
import { speechIn } from '../../src/agent/speech.ts';
import { loadConfig, type Config } from '../../src/config.ts';
import { LANGUAGE_CODES } from '../../src/domain/language-code.ts';
import { usd } from '../../src/domain/money.ts';

let config: Config;
beforeAll(async () => {
  config = await loadConfig({}, { folder: import.meta.dirname });
});

const others = LANGUAGE_CODES.filter((code) => code !== 'en');

const THING = 'Enamel Camp Mug Set';

describe('the sentences of a language', () => {
  it('are complete, and nothing says more than the English ones', () => {
    expect(config.languageWarnings).toEqual([]);
    expect(Object.keys(config.playbook.translations).toSorted()).toEqual([...others].toSorted());
  });

  /** Figures of places stand for what a tool would say; the check of every reply has to let them through. */
  it.each(LANGUAGE_CODES)('pass the check of every reply once they are filled in: %s', (language) => {
    const templates = sentencesIn(config.playbook, language);
    // Fragments are checked in the sentences that they stand in.
    const whole = templates.filter((text) => /[.?!:]"?$|\n/.test(text));
    const values = { amount: '$40.00', order: 'LF-10002', day: 'Friday', days: '7', hours: '24', minutes: '10', ticket: 'T-1001' };
    const filled = whole.map((template) =>
      template.replace(/\{(\w+)\}/g, (_, name: string) => values[name as keyof typeof values] ?? THING),
    );
    const stopped = filled.flatMap((text) => {
      const verdict = checkReply(
        { text, citations: [] },
        {
          passages: [],
          facts: [...Object.values(values), THING],
          templates,
          customerWords: [],
          audience: 'private',
          ownEmails: [],
          allowedHosts: [],
          previousReplies: [],
          apologiesSoFar: 0,
          onceMore: '',
        },
      );
      const lost =
        verdict.kind === 'blocked' ? [verdict.claim] : verdict.kind === 'mended' ? verdict.removed.map(({ sentence }) => sentence) : [];
      return lost.map((sentence) => `${verdict.kind}: ${sentence}`);
    });
    expect(stopped).toEqual([]);
  });

  it.each([
    ['en', '$1,240.50', 'Tuesday, March 10', 'a and b', '5–10 business days'],
    ['es', '$1,240.50', 'martes, 10 de marzo', 'a y b', '5–10 días hábiles'],
    ['fr', '1 240,50 $', 'mardi 10 mars', 'a et b', '5–10 jours ouvrés'],
    ['de', '1.240,50 $', 'Dienstag, 10. März', 'a und b', '5–10 Werktage'],
    ['pt', '$ 1.240,50', 'terça-feira, 10 de março', 'a e b', '5–10 dias úteis'],
    ['it', '1240,50 $', 'martedì 10 marzo', 'a e b', '5–10 giorni lavorativi'],
    ['nl', '$ 1.240,50', 'dinsdag 10 maart', 'a en b', '5–10 werkdagen'],
  ])('write money, days and lists as people do: %s', (language, money, day, list, paidWithin) => {
    const speech = speechIn(config.playbook, language, 'seed');
    expect([speech.money(usd(124_050)), speech.day('2026-03-10T15:00:00.000Z'), speech.list(['a', 'b']), speech.paidWithin()]).toEqual([
      money,
      day,
      list,
      paidWithin,
    ]);
  });

  it('give a reason of policy as a sentence of their own, and never an English one', () => {
    const speech = speechIn(config.playbook, 'es', 'seed');
    expect(speech.because('final_sale', 'it was a final-sale item')).toMatch(/artículo/);
    expect(speech.because('rule_of_a_pack', 'the moon is full')).toBe(speech.say('refused.unexplained'));
    expect(speech.payment('gift card and Visa ending in 4242')).toMatch(/^tarjeta (?:de )?regalo y Visa .* 4242$/);
  });

  it('are English where a company does not offer the language', () => {
    const playbook = { ...config.playbook, agent: { ...config.playbook.agent, languages: ['en' as const] } };
    expect(speechIn(playbook, 'es', 'seed').say('choice.yes')).toBe('Yes');
  });
});
