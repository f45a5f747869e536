import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { toDiscord } from '../../src/channels/discord/to-discord.ts';
import { toEmail } from '../../src/channels/email/to-email.ts';
import { toSlack } from '../../src/channels/slack/to-slack.ts';
import type { OutboundBody, OutboundMessage } from '../../src/domain/outbound.ts';
import { replyIn } from '../support/slack/connected-slack.ts';
import { COMPANY } from './email/email-builders.ts';

const MENTIONS = [
  '@everyone',
  '@here',
  '@channel',
  '<!channel>',
  '<!here>',
  '<!everyone>',
  '<!subteam^S012AB3CD>',
  '<!subteam^S012AB3CD|@team>',
  '<!date^1^{date}^https://evil.example|today>',
  '<@U012AB3CD>',
  '<@U012AB3CD|mia>',
  '<#C012AB3CD>',
  '<@400000000000000001>',
  '<@!400000000000000001>',
  '<@&500000000000000001>',
  '<#200000000000000001>',
  '</support:600000000000000001>',
  '<:mug:700000000000000001>',
  '<t:1770000000:R>',
  '<id:customize>',
  '<https://evil.example|our page>',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<a href="javascript:alert(1)">x</a>',
] as const;

const WRAPS = [
  '',
  '**',
  '_',
  '`',
  '~~',
  '||',
  '> ',
  '# ',
  '- ',
  '1. ',
  '    ',
  '```\n',
  '\\',
  '| a |\n|---|\n| ',
  '&lt;',
  '\u200b',
  '<',
  '@',
] as const;

/** Mentions as a customer, an article or a model may write them: in any markup, cut in two, or escaped by half. */
const piece = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.tuple(fc.constantFrom(...WRAPS), fc.constantFrom(...MENTIONS), fc.constantFrom(...WRAPS)).map((all) => all.join('')),
  },
  { weight: 1, arbitrary: fc.constantFrom(...MENTIONS).map((mention) => `[${mention}](https://x.example/?a=${mention})`) },
  { weight: 1, arbitrary: fc.constantFrom(...MENTIONS).map((mention) => `&lt;${mention.slice(1)}`) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z<>@!#&|` *_~\\]{0,12}$/) },
);
const hostile = fc.array(piece, { minLength: 1, maxLength: 8 }).map((pieces) => pieces.join(' '));
const body: fc.Arbitrary<OutboundBody> = fc.oneof(
  hostile.map((markdown) => ({ kind: 'text', markdown }) as const),
  fc.tuple(hostile, hostile).map(([markdown, choice]) => ({ kind: 'question', markdown, choices: [choice.slice(0, 70) || 'x'] }) as const),
);
const message: fc.Arbitrary<OutboundMessage> = fc
  .tuple(body, fc.boolean(), hostile)
  .map(([said, isStaff, name]) =>
    replyIn({ body: said, ...(isStaff ? { speaker: { kind: 'staff', name: name.slice(0, 60) } } : {}), subject: name }),
  );

const RUNS = { numRuns: 1_000, seed: 7 } as const;

describe('a mention in any text of ours', () => {
  it('is none on Slack: everything between angle brackets is a link that we made', () => {
    fc.assert(
      fc.property(message, (outbound) => {
        for (const { args } of toSlack(outbound)) {
          const texts = [args.text, ...args.blocks.flatMap((block) => textsOf(block))];
          for (const text of texts) {
            for (const [, inside = ''] of text.matchAll(/<([^>]*)>/g)) expect(inside).toMatch(/^(?:https?:\/\/|mailto:)/);
            expect(text.replace(/<[^>]*>/g, '')).not.toMatch(/[<>](?![^\S\n]|$)/m);
          }
        }
      }),
      RUNS,
    );
  });

  it('is none on Discord: nobody may be mentioned, and nothing is left that looks like it', () => {
    fc.assert(
      fc.property(message, (outbound) => {
        for (const post of toDiscord(
          { ...outbound, to: { ...outbound.to, account: '1', space: '2', key: '3' } },
          { company: '@everyone', aside: false },
        )) {
          expect(post.allowed_mentions).toEqual({ parse: [] });
          // What Discord reads first wins: an escaped sign, code, or an address.
          const outsideCode = post.content.replace(/\\[^\w\s]|```[\s\S]*?```|(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)|<https?:\/\/[^<>\s]*>/g, ' ');
          expect(outsideCode).not.toMatch(/<(?:@[!&]?|#|a?:\w+:|t:|\/[\w ]+:|id:)\d*[\w:-]*>/);
          expect(outsideCode).not.toMatch(/@(?:everyone|here)\b/);
        }
      }),
      RUNS,
    );
  });

  it('is no markup in a mail, and its headers stay single lines', () => {
    const sender = { supportAddress: 'support@larkfield.example', aliases: [], company: COMPANY, plusAddressing: true, secret: 'secret' };
    fc.assert(
      fc.property(message, (outbound) => {
        const mail = toEmail({ ...outbound, to: { ...outbound.to, space: 'mia@example.com' } }, undefined, sender);
        const tags = mail?.html.match(/<[^>]*>/g) ?? [];
        for (const tag of tags)
          expect(tag).not.toMatch(/^<(?:script|img|iframe|svg|style|object|form)\b|\son\w+=|(?:href|src)="(?!https?:|mailto:)/i);
        expect(`${mail?.subject}${mail?.from.name}`).not.toMatch(/[\r\n]/);
      }),
      { ...RUNS, numRuns: 300 },
    );
  });
});

function textsOf(block: unknown): readonly string[] {
  if (Array.isArray(block)) return block.flatMap(textsOf);
  if (typeof block !== 'object' || block === null) return [];
  const { type, text, ...rest } = block as { readonly type?: unknown; readonly text?: unknown };
  // Plain text brings nothing to life.
  const own = type === 'mrkdwn' && typeof text === 'string' ? [text] : textsOf(text);
  return [...own, ...Object.values(rest).flatMap(textsOf)];
}
