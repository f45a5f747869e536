import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { LANGUAGE_CODES, type LanguageCode } from '../../src/domain/language-code.ts';

/** Languages with a folder of their own here. */
export const tested: readonly LanguageCode[] = LANGUAGE_CODES.filter((code) => existsSync(inFolder(code, 'conversations.yaml')));

function inFolder(code: string, name: string): string {
  return fileURLToPath(new URL(`./${code}/${name}`, import.meta.url));
}

const phrases = z.array(z.string());
/** What must not lead to a handoff, or short phrases to tell languages apart by. */
export const readPhrases = (code: LanguageCode, name: 'harmless.yaml' | 'detection.yaml'): readonly string[] =>
  phrases.parse(parse(readFileSync(inFolder(code, name), 'utf8')));

const escalations = z.array(z.strictObject({ say: z.string(), reason: z.string() }));
/** What must lead to one, and why. */
export const readMustEscalate = (code: LanguageCode): z.infer<typeof escalations> =>
  escalations.parse(parse(readFileSync(inFolder(code, 'must-escalate.yaml'), 'utf8')));

const wishes = z.array(z.strictObject({ say: z.string(), intent: z.string() }));
/** Languages with first messages that nothing was tuned on. */
export const withWishes: readonly LanguageCode[] = LANGUAGE_CODES.filter((code) => existsSync(inFolder(code, 'wishes.yaml')));
export const readWishes = (code: LanguageCode): z.infer<typeof wishes> =>
  wishes.parse(parse(readFileSync(inFolder(code, 'wishes.yaml'), 'utf8')));

const pair = <Meaning extends z.ZodType>(meaning: Meaning) => z.array(z.tuple([z.string(), meaning])).min(1);
const shortAnswers = z.strictObject({
  yes: phrases,
  no: phrases,
  unclear: phrases,
  closing: phrases,
  not_closing: phrases,
  not_helped: phrases,
  waits: phrases,
  asks_about_code: phrases,
  ratings: pair(z.number()),
  names: pair(z.string()),
  addresses: pair(z.string()),
  ordinals: pair(z.number()),
  reasons: pair(z.string()),
});
export type ShortAnswers = z.infer<typeof shortAnswers>;
/** Languages whose short answers are written down; English has tests of its own. */
export const withShortAnswers: readonly LanguageCode[] = LANGUAGE_CODES.filter((code) => existsSync(inFolder(code, 'short-answers.yaml')));
export const readShortAnswers = (code: LanguageCode): ShortAnswers =>
  shortAnswers.parse(parse(readFileSync(inFolder(code, 'short-answers.yaml'), 'utf8')));

const said = z.array(z.strictObject({ id: z.string(), say: z.array(z.string()).min(1) }));
/** The words of every conversation, by its id. */
export const readWords = (code: LanguageCode): ReadonlyMap<string, readonly string[]> =>
  new Map(said.parse(parse(readFileSync(inFolder(code, 'conversations.yaml'), 'utf8'))).map(({ id, say }) => [id, say]));

const expectations = z.array(
  z.strictObject({
    id: z.string(),
    channel: z.enum(['email', 'slack', 'discord', 'console']),
    from: z.string(),
    steps: z
      .array(
        z.strictObject({
          decision: z.enum(['reply', 'ask', 'escalate', 'request_approval', 'stay_silent']),
          identity: z.string(),
          actions: z.array(z.string()),
          refused: z.string().optional(),
          reason: z.string().optional(),
        }),
      )
      .min(1),
  }),
);
export type ExpectedConversation = z.infer<typeof expectations>[number];
/** What has to happen, the same in every language. */
export const expected: readonly ExpectedConversation[] = expectations.parse(
  parse(readFileSync(fileURLToPath(new URL('./expectations.yaml', import.meta.url)), 'utf8')),
);
