import { assertNever } from '../../domain/assert-never.ts';
import { toCustomId } from './custom-id.ts';
import type { Control } from './custom-id.ts';
import { FLAG_EPHEMERAL } from './discord-payloads.ts';
import { FIELD } from './from-interaction.ts';

/** Discord's numbers for the first answer to an interaction, which is due within three seconds. */
const REPLY = { message: 4, deferredUpdate: 6, update: 7, modal: 9 } as const;
const TEXT_INPUT = { type: 4, short: 1, paragraph: 2 } as const;
const CODE_LENGTH = 12;
const WORDS_LENGTH = 2_000;

export type Notice = 'got_it' | 'try_again' | 'coming' | 'gone';

const NOTICES: Readonly<Record<Notice, string>> = {
  got_it: 'Thanks, I have your message and am looking into it. The answer comes right here, and only you see it.',
  try_again: 'That did not reach us. Please try again in a moment.',
  coming: 'One moment. What is for you comes right here, and only you see it.',
  gone: 'There is nothing here to show any more. Please ask again.',
};

/** The callback's body. Only the person who pressed sees a notice. */
export type InteractionReply = { readonly type: number; readonly data?: object };

export const noticeBody = (
  notice: Notice,
): { readonly content: string; readonly flags: number; readonly allowed_mentions: { readonly parse: readonly never[] } } => ({
  content: NOTICES[notice],
  flags: FLAG_EPHEMERAL,
  allowed_mentions: { parse: [] },
});

export const noticeReply = (notice: Notice): InteractionReply => ({ type: REPLY.message, data: noticeBody(notice) });

/** Acknowledged, nothing changes on the screen. */
export const SEEN: InteractionReply = { type: REPLY.deferredUpdate };

/** Acknowledged, and the buttons are gone. */
export const SEEN_AND_DONE: InteractionReply = { type: REPLY.update, data: { components: [] } };

export function formReply({ verb, thread, index, asked }: Control): InteractionReply {
  const customId = toCustomId({ verb: 'typed', thread, index, asked });
  const field = fieldFor(verb === 'code' ? 'code' : 'words');
  return { type: REPLY.modal, data: { custom_id: customId, title: field.title, components: [{ type: 1, components: [field.input] }] } };
}

function fieldFor(verb: 'code' | 'words'): { readonly title: string; readonly input: object } {
  const shared = { type: TEXT_INPUT.type, custom_id: FIELD, required: true, min_length: 1 };
  switch (verb) {
    case 'code':
      return {
        title: 'Your code',
        input: { ...shared, style: TEXT_INPUT.short, label: 'The code from the mail', max_length: CODE_LENGTH },
      };
    case 'words':
      return {
        title: 'Your message',
        input: { ...shared, style: TEXT_INPUT.paragraph, label: 'What would you like to say?', max_length: WORDS_LENGTH },
      };
    default:
      return assertNever(verb);
  }
}
