import { wordsOf, type OutboundBody, type OutboundMessage } from '../../domain/outbound.ts';
import type { ThreadRef } from '../../domain/message.ts';
import { assertNever } from '../../domain/assert-never.ts';
import { discordDialect, escapeDiscord } from '../markdown/discord-dialect.ts';
import { splitMessage } from '../markdown/split-message.ts';
import { toCustomId } from './custom-id.ts';
import { toPlace, userOf } from './discord-thread.ts';
import { nonceFor } from './nonce.ts';

/** Characters in one message of a bot; Discord's own schema says 4,000, which is for Nitro. */
export const MAX_CONTENT = 2_000;
const BUTTONS_A_ROW = 5;
const ROWS = 5;
const LABEL_LENGTH = 80;
/** No previews of links. */
const SUPPRESS_EMBEDS = 4;
const BUTTON = 2;
const ACTION_ROW = 1;
const SECONDARY = 2;
const PRIMARY = 1;

interface Button {
  readonly type: typeof BUTTON;
  readonly style: number;
  readonly label: string;
  readonly custom_id: string;
}

export interface ActionRow {
  readonly type: typeof ACTION_ROW;
  readonly components: readonly Button[];
}

/** The body of one `POST …/messages`. */
export interface DiscordPost {
  readonly content: string;
  readonly components?: readonly ActionRow[];
  /** Nobody is mentioned, whatever the text says; staff at the desk only by id. */
  readonly allowed_mentions: { readonly parse: readonly never[]; readonly users?: readonly string[] };
  readonly flags: number;
  readonly nonce: string;
  readonly enforce_nonce: true;
  /** For an answer in the channel itself, where no thread could be opened. */
  readonly message_reference?: { readonly message_id: string; readonly fail_if_not_exists: false };
}

export interface Manner {
  readonly company: string;
  /** The message is for one person in a channel where others read: it gets a button to go on with. */
  readonly aside: boolean;
}

/** What is posted, in this order; none for a status and for text without a visible character. */
export function toDiscord(message: OutboundMessage, { company, aside }: Manner): readonly DiscordPost[] {
  const texts = splitMessage(`${signature(message, company)}${wordsOf(message.body)}`, discordDialect, MAX_CONTENT);
  const components = componentsFor(message.body, message.to, aside);
  return texts.map((content, part) => ({
    content,
    ...(part === texts.length - 1 && components.length > 0 ? { components } : {}),
    allowed_mentions: { parse: [] },
    flags: SUPPRESS_EMBEDS,
    nonce: nonceFor(message.id, part),
    enforce_nonce: true,
  }));
}

/** A line of ours, without anything of anybody else's in it. */
export function plainPost(content: string, nonce: string, components: readonly ActionRow[] = []): DiscordPost {
  return {
    content,
    ...(components.length > 0 ? { components } : {}),
    allowed_mentions: { parse: [] },
    flags: SUPPRESS_EMBEDS,
    nonce,
    enforce_nonce: true,
  };
}

/** The button under the public line that says that somebody takes no direct messages. */
export const revealButton = (thread: ThreadRef): readonly ActionRow[] =>
  rows([button('Show it to me here', toCustomId({ verb: 'reveal', thread, index: 0 }), PRIMARY)]);

/** A teammate speaks under the bot's name, so the message says who it is. */
function signature({ speaker, body }: OutboundMessage, company: string): string {
  if (speaker.kind !== 'staff' || body.kind === 'status') return '';
  return `**${escapeDiscord(speaker.name)} (${escapeDiscord(company)})**\n\n`;
}

function componentsFor(body: OutboundBody, thread: ThreadRef, aside: boolean): readonly ActionRow[] {
  switch (body.kind) {
    case 'question':
      return rows(questionButtons(body, thread));
    case 'text':
      return aside ? rows([button('Reply', toCustomId({ verb: 'words', thread, index: 0 }), SECONDARY)]) : [];
    case 'desk_card':
    case 'desk_note':
    case 'status':
      return [];
    default:
      return assertNever(body);
  }
}

function questionButtons(body: Extract<OutboundBody, { kind: 'question' }>, thread: ThreadRef): readonly Button[] {
  // Where others read along, the buttons stay until the one who was asked has used them.
  const asked = toPlace(thread).kind === 'thread' && body.askedOf !== undefined ? userOf(body.askedOf) : undefined;
  if (body.input === 'code') return [button('Enter the code', toCustomId({ verb: 'code', thread, index: 0, asked }), PRIMARY)];
  return body.choices
    .slice(0, BUTTONS_A_ROW * ROWS)
    .map((choice, index) =>
      button(choice, toCustomId({ verb: 'say', thread, index, asked }), index === 0 && body.input === undefined ? PRIMARY : SECONDARY),
    );
}

const button = (label: string, customId: string, style: number): Button => ({
  type: BUTTON,
  style,
  label: label.slice(0, LABEL_LENGTH),
  custom_id: customId,
});

export const rows = (buttons: readonly Button[]): readonly ActionRow[] =>
  Array.from({ length: Math.ceil(buttons.length / BUTTONS_A_ROW) }, (_, row) => ({
    type: ACTION_ROW,
    components: buttons.slice(row * BUTTONS_A_ROW, (row + 1) * BUTTONS_A_ROW),
  }));
