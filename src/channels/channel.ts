import type { InboundMessage } from '../domain/message.ts';
import type { OutboundMessage, SendResult } from '../domain/outbound.ts';

/** What a channel can do, as data: the core chooses by these and never by a channel's name. */
export interface Capabilities {
  /** Characters in one message; a longer reply is split by the channel. */
  readonly maxLength: number;
  readonly formatting: 'plain' | 'markdown' | 'html';
  /** How something private reaches one person: `always` means that every reply is private already. */
  readonly privateReply: 'ephemeral' | 'direct' | 'always' | 'none';
  readonly edits: boolean;
  readonly buttons: boolean;
  /** Shows whether a conversation is resolved, and wants to be told when that changes. */
  readonly marksResolved?: true;
  /** Hours without a word after which an answered conversation counts as closed (24 for chat, 72 for mail). */
  readonly silenceHours: number;
}

export interface ChannelHealth {
  readonly ok: boolean;
  readonly lastHeardAt: Date | undefined;
  /** What is wrong and what to do about it, for the operator. */
  readonly problem?: string;
}

/** A way for messages to get in and out. It translates and transports; it never decides, stores or retries. */
export interface Channel {
  readonly capabilities: Capabilities;
  /** Resolves once the channel listens. `receive` resolves once the messages are stored; only then may the channel acknowledge them. */
  start(receive: (messages: readonly InboundMessage[]) => Promise<void>): Promise<void>;
  send(message: OutboundMessage): Promise<SendResult>;
  /** Looked up before any resend. `cannot_tell`: mail, which resends the same bytes under the same Message-ID. */
  find(message: OutboundMessage): Promise<'sent' | 'absent' | 'cannot_tell'>;
  health(): ChannelHealth;
  stop(): Promise<void>;
}
