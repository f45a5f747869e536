import type { ThreadRef } from '../../domain/message.ts';
import type { OutboundBody, OutboundMessage } from '../../domain/outbound.ts';
import { slackDialect } from '../markdown/slack-dialect.ts';
import { splitMessage } from '../markdown/split-message.ts';
import { isDirect, threadTsOf, userOf } from './slack-names.ts';

/** A section's text (docs.slack.dev/reference/block-kit/blocks/section-block). */
export const SECTION_LENGTH = 3_000;
/** Slack cuts longer texts without a word (chat.postMessage). */
export const TEXT_LENGTH = 40_000;
/** Twelve thousand characters in one message stay clear of `msg_blocks_too_long`. */
export const SECTIONS_IN_A_MESSAGE = 4;

/** Marks our posts in a thread's history, so that they are found again before anything is sent twice. */
export const METADATA_TYPE = 'deskhand_reply';
export const ANSWER_ACTION = 'deskhand.answer';
export const CODE_ACTION = 'deskhand.code';
const BLOCK_ID = 'deskhand';

interface PlainText {
  readonly type: 'plain_text';
  readonly text: string;
}
interface Mrkdwn {
  readonly type: 'mrkdwn';
  readonly text: string;
  /** Slack looks for names and addresses in texts that are not verbatim, and brings them to life. */
  readonly verbatim: true;
}
export interface SlackButton {
  readonly type: 'button';
  readonly action_id: string;
  readonly text: PlainText;
  readonly value: string;
  readonly style?: 'primary' | 'danger';
  /** Asked before the press counts. */
  readonly confirm?: { readonly title: PlainText; readonly text: PlainText; readonly confirm: PlainText; readonly deny: PlainText };
}
export type SlackBlock =
  | { readonly type: 'header'; readonly text: PlainText }
  | { readonly type: 'section'; readonly text: Mrkdwn }
  | { readonly type: 'context'; readonly elements: readonly Mrkdwn[] }
  | { readonly type: 'actions'; readonly block_id: string; readonly elements: readonly SlackButton[] };

/** What one post says, wherever it goes. */
export interface SlackPart {
  readonly text: string;
  readonly blocks: readonly SlackBlock[];
  readonly unfurl_links: false;
  readonly unfurl_media: false;
}

/** Ours alone to read: what a post is, for whoever looks for it again. */
interface SlackMetadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, string | number>>;
}

export type SlackPost =
  | {
      readonly method: 'chat.postMessage';
      readonly args: SlackPart & {
        readonly channel: string;
        readonly thread_ts?: string;
        readonly metadata: SlackMetadata;
      };
    }
  | {
      readonly method: 'chat.update';
      readonly args: Omit<SlackPart, 'unfurl_links' | 'unfurl_media'> & {
        readonly channel: string;
        readonly ts: string;
        readonly metadata: SlackMetadata;
      };
    }
  | {
      readonly method: 'chat.postEphemeral';
      readonly args: Omit<SlackPart, 'unfurl_links' | 'unfurl_media'> & {
        readonly channel: string;
        readonly user: string;
        readonly thread_ts?: string;
      };
    };

/** Markdown as native messages, in order; empty text gives none. */
export function slackParts(markdown: string): readonly SlackPart[] {
  const sections = splitMessage(markdown, slackDialect, SECTION_LENGTH);
  return chunks(sections, SECTIONS_IN_A_MESSAGE).map((texts) => ({
    text: texts.join('\n'),
    blocks: texts.map((text): SlackBlock => ({ type: 'section', text: mrkdwn(text) })),
    unfurl_links: false,
    unfurl_media: false,
  }));
}

/** The requests that deliver a message, in order. None for a status, and none where there is nothing to say. */
export function toSlack(message: OutboundMessage): readonly SlackPost[] {
  const { body, to, audience } = message;
  if (body.kind !== 'text' && body.kind !== 'question') return [];
  const parts = withSpeaker(withControls(slackParts(body.markdown), body, to), message);
  const thread = threadTsOf(to) === undefined ? {} : { thread_ts: to.key };
  const isAside = audience.kind === 'only' && !isDirect(to.space);
  const user = isAside ? userOf(audience.participant) : undefined;
  // Never into the channel instead: what is for one person alone is lost rather than shown to others.
  if (isAside && user === undefined) return [];
  return parts.map((part, at): SlackPost => {
    if (user !== undefined) {
      const { text, blocks } = part;
      return { method: 'chat.postEphemeral', args: { channel: to.space, user, ...thread, text, blocks } };
    }
    const metadata = metadataFor(message, at, parts.length);
    return { method: 'chat.postMessage', args: { channel: to.space, ...thread, ...part, metadata } };
  });
}

/** The same words as a direct message, for a person whom an ephemeral message cannot reach; its buttons still answer the thread. */
export function asDirectMessages(posts: readonly SlackPost[], message: OutboundMessage, room: string): readonly SlackPost[] {
  return posts.map(({ args: { text, blocks } }, at) => ({
    method: 'chat.postMessage',
    args: { channel: room, text, blocks, unfurl_links: false, unfurl_media: false, metadata: metadataFor(message, at, posts.length) },
  }));
}

export const metadataFor = ({ id }: OutboundMessage, part: number, parts: number) =>
  ({ event_type: METADATA_TYPE, event_payload: { outbound: id, part, parts } }) as const;

export const mrkdwn = (text: string): Mrkdwn => ({ type: 'mrkdwn', text, verbatim: true });

/** Buttons stand below the last words. */
function withControls(parts: readonly SlackPart[], body: OutboundBody, thread: ThreadRef): readonly SlackPart[] {
  const last = parts.at(-1);
  const elements = body.kind === 'question' ? buttonsFor(body) : [];
  if (last === undefined || elements.length === 0) return parts;
  const actions: SlackBlock = { type: 'actions', block_id: blockIdFor(thread, body), elements };
  return [...parts.slice(0, -1), { ...last, blocks: [...last.blocks, actions] }];
}

/** Not every click tells its thread, and a question that had to go to a direct message still belongs to the thread it came from. */
function blockIdFor({ space, key }: ThreadRef, body: OutboundBody): string {
  const asked = body.kind === 'question' && body.askedOf !== undefined ? userOf(body.askedOf) : undefined;
  return [BLOCK_ID, space, key, ...(asked === undefined ? [] : [asked])].join('/');
}

/** The thread behind the id of a block of ours, and who was asked there. */
export function originOf(
  blockId: string,
): { readonly channel: string; readonly key: string; readonly asked: string | undefined } | undefined {
  const [name, channel, key, asked] = blockId.split('/');
  return name === BLOCK_ID && channel && key ? { channel, key, asked } : undefined;
}

function buttonsFor({ choices, input }: Extract<OutboundBody, { readonly kind: 'question' }>): readonly SlackButton[] {
  if (input === 'code') return [button(CODE_ACTION, 'Enter the code', 'code')];
  return choices.slice(0, 25).map((choice, at) => button(`${ANSWER_ACTION}.${at}`, choice, choice.toLowerCase()));
}

const button = (action: string, label: string, value: string): SlackButton => ({
  type: 'button',
  action_id: action,
  text: { type: 'plain_text', text: label.slice(0, 75) },
  value: value.slice(0, 2_000),
});

/** A colleague's words carry the colleague's name; the agent says itself that it is a machine. */
function withSpeaker(parts: readonly SlackPart[], { speaker }: OutboundMessage): readonly SlackPart[] {
  if (speaker.kind !== 'staff') return parts;
  const name = slackDialect.literal(speaker.name);
  return parts.map((part, at) =>
    at > 0
      ? part
      : { ...part, text: `${name}: ${part.text}`, blocks: [{ type: 'context', elements: [mrkdwn(`*${name}*`)] }, ...part.blocks] },
  );
}

export function chunks<T>(items: readonly T[], size: number): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
