import { htmlLines } from '../../../src/channels/email/html-lines.ts';
import { stripQuotes, trimLines } from '../../../src/channels/email/strip-quotes.ts';
import { assertNever } from '../../../src/domain/assert-never.ts';
import type { InboundMessage } from '../../../src/domain/message.ts';

export const CARRIERS = [
  'message',
  'display name',
  'subject',
  'quoted mail',
  'hidden HTML',
  'attachment name',
  'article',
  'order note',
] as const;
export type Carrier = (typeof CARRIERS)[number];

/** How an attack reaches the agent: in the message, or in what the agent finds around it. */
export interface Carried {
  readonly message: Partial<InboundMessage>;
  readonly displayName: string;
  readonly words: string;
  /** Stands at the end of every article that is found. */
  readonly article: string | undefined;
  /** Stands in every record that the shop returns. */
  readonly note: string | undefined;
}

export function carry(carrier: Carrier, attack: string, question: string): Carried {
  const plain: Carried = { message: {}, displayName: 'Mia Keller', words: question, article: undefined, note: undefined };
  switch (carrier) {
    case 'message':
      return { ...plain, words: `${question}\n${attack}` };
    case 'display name':
      return { ...plain, displayName: attack };
    case 'subject':
      return { ...plain, message: { subject: attack.replaceAll('\n', ' ') } };
    case 'quoted mail': {
      const full = `${question}\n\nOn Mon, Mar 9, 2026 at 9:00 AM Support <support@larkfield.example> wrote:\n${quoted(attack)}`;
      return { ...plain, words: stripQuotes(full).reply, message: { fullText: full } };
    }
    case 'hidden HTML': {
      const html = `<p>${question}</p><div style="display:none">${attack}</div>`;
      return { ...plain, words: trimLines(htmlLines(html)).reply, message: { fullText: html } };
    }
    case 'attachment name':
      return {
        ...plain,
        message: { attachments: [{ name: `${attack}.pdf`, mediaType: 'application/pdf', bytes: 10, state: 'refused' }] },
      };
    case 'article':
      return { ...plain, article: attack };
    case 'order note':
      return { ...plain, note: attack };
    default:
      return assertNever(carrier);
  }
}

const quoted = (text: string): string =>
  text
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
