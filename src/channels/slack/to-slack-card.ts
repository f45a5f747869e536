import type { CardSection, DeskButton, DeskCard, DeskNote, Moment, Words } from '../../domain/desk-view.ts';
import type { Priority } from '../../domain/decision.ts';
import type { OutboundMessage } from '../../domain/outbound.ts';
import { LINE_LENGTH, linesOf, packLines, shortLine, shortWords } from '../desk-thread/pack-lines.ts';
import { slackDialect } from '../markdown/slack-dialect.ts';
import { userOf } from './slack-names.ts';
import {
  chunks,
  metadataFor,
  mrkdwn,
  SECTION_LENGTH,
  SECTIONS_IN_A_MESSAGE,
  type SlackBlock,
  type SlackButton,
  type SlackPost,
} from './to-slack.ts';

export const DESK_ACTION = 'deskhand.desk.';
export const DESK_BLOCK = 'desk';
/** Marks a card in the channel's history, so that it is found again before a second one is posted. */
export const CARD_METADATA_TYPE = 'deskhand_card';

/** Limits of Block Kit (docs.slack.dev/reference/block-kit): header, section, confirmation dialog, button value. */
const HEADER_LENGTH = 150;
const CONFIRM_LENGTH = 300;
/** A card is one glance; the page has the whole. */
const LINES = 8;
const LEAD_LENGTH = 500;

const ICONS: Readonly<Record<Priority, string>> = { urgent: '🔴', high: '🟠', medium: '🟡', low: '⚪' };

/** Posts the card, or changes the one that stands there. */
export function toSlackCard(card: DeskCard, { to }: Pick<OutboundMessage, 'to'>, standing: string | undefined): SlackPost {
  const said = {
    channel: to.space,
    text: `${card.ticket} · ${card.priority} · ${slackDialect.literal(shortLine(card.title, HEADER_LENGTH))}`,
    blocks: cardBlocks(card),
    metadata: { event_type: CARD_METADATA_TYPE, event_payload: { ticket: card.ticket } },
  } as const;
  return standing === undefined
    ? { method: 'chat.postMessage', args: { ...said, unfurl_links: false, unfurl_media: false } }
    : { method: 'chat.update', args: { ...said, ts: standing } };
}

function cardBlocks(card: DeskCard): readonly SlackBlock[] {
  const due: Words = card.due === undefined ? [] : [' · due ', { at: card.due, as: 'due' }];
  const footer: SlackBlock = { type: 'context', elements: [mrkdwn(written(card.footer))] };
  return [
    { type: 'header', text: { type: 'plain_text', text: shortLine(`${ICONS[card.priority]} ${card.title}`, HEADER_LENGTH) } },
    { type: 'context', elements: [mrkdwn(`*${card.ticket}* · ${written([`${card.priority} · ${card.channel}`, ...due])}`)] },
    ...card.sections.flatMap(sectionBlocks),
    footer,
    ...(card.buttons.length === 0
      ? []
      : [{ type: 'actions', block_id: `${DESK_BLOCK}/${card.ticket}`, elements: card.buttons.map(toButton) } as const]),
  ];
}

/** A draft is sent as it stands, so all of it is shown; of everything else as much as one glance takes. */
function sectionBlocks({ heading, lines }: CardSection): readonly SlackBlock[] {
  const body = heading === 'Draft' ? linesOf(lines.map(plainText).join('\n')).map(quoted) : bullets(lines);
  return packLines([`*${slackDialect.literal(heading)}*`, ...body], SECTION_LENGTH).map((text) => ({
    type: 'section',
    text: mrkdwn(text),
  }));
}

function bullets(lines: readonly Words[]): readonly string[] {
  const shown = lines.slice(-LINES).map((line) => `• ${written(shortWords(line, LINE_LENGTH))}`);
  return lines.length > LINES ? [`• … and ${lines.length - LINES} earlier`, ...shown] : shown;
}

const quoted = (line: string): string => `> ${slackDialect.literal(line)}`;

function toButton({ name, label, look, confirm, seen }: DeskButton): SlackButton {
  return {
    type: 'button',
    action_id: `${DESK_ACTION}${name}`,
    text: { type: 'plain_text', text: label },
    value: seen ?? name,
    ...(look === 'plain' ? {} : { style: look }),
    ...(confirm === undefined
      ? {}
      : {
          confirm: {
            title: { type: 'plain_text', text: label },
            text: { type: 'plain_text', text: shortLine(confirm, CONFIRM_LENGTH) },
            confirm: { type: 'plain_text', text: label },
            deny: { type: 'plain_text', text: 'Cancel' },
          },
        }),
  };
}

/** Lines below the card; for one person alone where the message is. `root` is the card's own `ts`. */
export function toSlackNote(note: DeskNote, message: OutboundMessage, root: string): readonly SlackPost[] {
  const { audience, to } = message;
  const lead = `${note.mention === undefined ? '' : `<@${userOf(note.mention)}> `}${written(shortWords(note.lead, LEAD_LENGTH))}`;
  const sections = packLines([lead, ...(note.quote === undefined ? [] : linesOf(note.quote).map(quoted))], SECTION_LENGTH);
  const parts = chunks(sections, SECTIONS_IN_A_MESSAGE);
  return parts.map((texts, part): SlackPost => {
    const said = {
      channel: to.space,
      thread_ts: root,
      text: texts.join('\n'),
      blocks: texts.map((text): SlackBlock => ({ type: 'section', text: mrkdwn(text) })),
    };
    const user = audience.kind === 'only' ? userOf(audience.participant) : undefined;
    if (user !== undefined) return { method: 'chat.postEphemeral', args: { ...said, user } };
    return {
      method: 'chat.postMessage',
      args: { ...said, unfurl_links: false, unfurl_media: false, metadata: metadataFor(message, part, parts.length) },
    };
  });
}

/** Moments become tokens that Slack shows in each viewer's own time. */
const written = (words: Words): string =>
  words.map((part) => (typeof part === 'string' ? slackDialect.literal(part) : token(part))).join('');

const token = ({ at, as }: Moment): string =>
  `<!date^${Math.floor(at.getTime() / 1_000)}^${as === 'ago' ? '{ago}' : '{date_short_pretty} at {time}'}|${at.toISOString()}>`;

const plainText = (words: Words): string => words.map((part) => (typeof part === 'string' ? part : part.at.toISOString())).join('');
