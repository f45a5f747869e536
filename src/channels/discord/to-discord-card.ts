import type { DeskForm } from '../../domain/desk-port.ts';
import type { CardSection, DeskButton, DeskCard, DeskNote, Moment, Words } from '../../domain/desk-view.ts';
import type { Priority } from '../../domain/decision.ts';
import type { TicketNumber } from '../../domain/ids.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import { LINE_LENGTH, linesOf, packLines, shortLine, shortWords } from '../desk-thread/pack-lines.ts';
import { escapeDiscord } from '../markdown/discord-dialect.ts';
import { toDeskId, type DeskControl } from './desk-id.ts';
import { userOf } from './discord-thread.ts';
import type { InteractionReply } from './interaction-replies.ts';
import { nonceFor } from './nonce.ts';
import { MAX_CONTENT, plainPost, rows, type ActionRow, type DiscordPost } from './to-discord.ts';

interface Embed {
  readonly title: string;
  readonly description: string;
  readonly color: number;
}

/** The body of a post or of its change. */
export interface CardPost {
  readonly content: string;
  readonly embeds: readonly Embed[];
  readonly components: readonly ActionRow[];
  readonly allowed_mentions: { readonly parse: readonly never[] };
}

/** Discord's limits: an embed's title; all embeds of a message together hold 6,000 characters. */
const TITLE_LENGTH = 256;
const BODY_LENGTH = 3_400;
const THREAD_NAME_LENGTH = 100;
/** A card is one glance; the page has the whole. */
const LINES = 8;
const LEAD_LENGTH = 500;
const STYLE: Readonly<Record<DeskButton['look'], number>> = { primary: 1, plain: 2, danger: 4 };
const COLORS: Readonly<Record<Priority, number>> = { urgent: 0xd93025, high: 0xf29900, medium: 0xfdd663, low: 0x9aa0a6 };
const ICONS: Readonly<Record<Priority, string>> = { urgent: '🔴', high: '🟠', medium: '🟡', low: '⚪' };

/** By its first words a card is found again. */
export const cardMark = (ticket: TicketNumber | string): string => `**${ticket}** · `;
export const threadNameOf = ({ ticket, title }: Pick<DeskCard, 'ticket' | 'title'>): string =>
  shortLine(`${ticket} · ${title}`, THREAD_NAME_LENGTH);

export function toDiscordCard(card: DeskCard): CardPost {
  const { ticket, priority, channel, due, title, sections, footer, buttons } = card;
  const drafted = sections.find(({ heading }) => heading === 'Draft');
  const lines = [...sections.filter((section) => section !== drafted).flatMap(sectionLines), '', written(footer)];
  const color = COLORS[priority];
  const dueWords: Words = due === undefined ? [] : [' · due ', { at: due, as: 'due' }];
  return {
    content: `${cardMark(ticket)}${ICONS[priority]} ${written([`${priority} · ${channel}`, ...dueWords])}`,
    embeds: [
      { title: escapeDiscord(shortLine(title, TITLE_LENGTH / 2)), description: packLines(lines, BODY_LENGTH)[0] ?? '', color },
      ...(drafted === undefined ? [] : [{ title: 'Draft', description: asWritten(drafted), color }]),
    ],
    components: rows(buttons.map((button) => toButton(button, ticket))),
    allowed_mentions: { parse: [] },
  };
}

const toButton = ({ name, label, look, seen }: DeskButton, ticket: TicketNumber) =>
  ({
    type: 2,
    style: STYLE[look],
    label,
    custom_id: toDeskId({ step: 'press', button: name, ticket, seen, openedBy: undefined }),
  }) as const;

function sectionLines({ heading, lines }: CardSection): readonly string[] {
  const shown = lines.slice(-LINES).map((line) => `• ${written(shortWords(line, LINE_LENGTH))}`);
  return [`**${escapeDiscord(heading)}**`, ...(lines.length > LINES ? [`• … and ${lines.length - LINES} earlier`] : []), ...shown];
}

/** A draft is sent as it stands, so all of it is shown, mark-up included. */
function asWritten({ lines }: CardSection): string {
  const text = lines.map((line) => line.map((part) => (typeof part === 'string' ? part : part.at.toISOString())).join('')).join('\n');
  return `\`\`\`\n${text.replaceAll('```', '`\u200b`\u200b`')}\n\`\`\``;
}

/** Lines below the card. Nobody is called but the member of staff that the note names. */
export function toDiscordNote({ lead, quote, mention }: DeskNote, message: OutboundMessage): readonly DiscordPost[] {
  const user = mention === undefined ? undefined : userOf(mention);
  const first = `${user === undefined ? '' : `<@${user}> `}${written(shortWords(lead, LEAD_LENGTH))}`;
  const quoted = quote === undefined ? [] : linesOf(quote).map((line) => `> ${escapeDiscord(line)}`);
  return packLines([first, ...quoted], MAX_CONTENT).map((content, part) => {
    const post = plainPost(content, nonceFor(message.id, part));
    return part === 0 && user !== undefined ? { ...post, allowed_mentions: { parse: [], users: [user] } } : post;
  });
}

const written = (words: Words): string => words.map((part) => (typeof part === 'string' ? escapeDiscord(part) : timestamp(part))).join('');

/** Discord shows it relative to now, and in words on the viewer's own clock. */
const timestamp = ({ at }: Moment): string => `<t:${Math.floor(at.getTime() / 1_000)}:R>`;

export const DESK_FIELD = 'desk_words';
const MODAL = 9;
const LABEL = 18;
const [TEXT_INPUT, SELECT, PARAGRAPH] = [4, 3, 2];

/** The form behind a button (developers/components/reference, labels in modals). */
export function toDiscordForm(form: DeskForm, to: Omit<DeskControl, 'step'>): InteractionReply {
  const { field } = form;
  const component =
    field.kind === 'text'
      ? {
          type: TEXT_INPUT,
          custom_id: DESK_FIELD,
          style: PARAGRAPH,
          required: true,
          ...(field.initial === '' ? {} : { value: field.initial.slice(0, 4_000) }),
        }
      : { type: SELECT, custom_id: DESK_FIELD, options: field.choices.map(({ value, label }) => ({ value, label })) };
  return {
    type: MODAL,
    data: {
      custom_id: toDeskId({ step: 'form', ...to }),
      title: form.title.slice(0, 45),
      components: [{ type: LABEL, label: form.label.slice(0, 45), description: form.hint.slice(0, 100), component }],
    },
  };
}
