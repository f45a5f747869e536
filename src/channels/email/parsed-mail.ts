import type { MailAddress } from './mail-address.ts';
import type { TrimmedBody } from './strip-quotes.ts';

/** Headers in their order, names in lower case, values unfolded. */
export type MailHeaders = readonly (readonly [name: string, value: string])[];

export interface MailPart {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Uint8Array;
}

/** A mail taken apart, before anybody says what it means. Plain data: it crosses from the worker thread. */
export interface ParsedMail {
  readonly headers: MailHeaders;
  /** Every address of every From header: more than one is a forgery or a mistake. */
  readonly from: readonly MailAddress[];
  readonly replyTo: readonly MailAddress[];
  readonly to: readonly MailAddress[];
  readonly cc: readonly MailAddress[];
  readonly subject: string;
  readonly sentAt: Date | undefined;
  /** With angle brackets. */
  readonly messageId: string | undefined;
  readonly inReplyTo: readonly string[];
  /** Oldest first. */
  readonly references: readonly string[];
  /** The body as plain text, with quotes and signature. */
  readonly text: string;
  readonly body: TrimmedBody;
  /** Hex SHA-256 over body text and attachments: with the Message-ID it says which mail this is. */
  readonly bodyHash: string;
  readonly parts: readonly MailPart[];
  /** Parts beyond the limit that were not taken apart. */
  readonly partsLeftOut: number;
  /** What a delivery report tells. */
  readonly report: DeliveryReport | undefined;
}

export interface DeliveryReport {
  /** Message-ID of the mail that it is about. */
  readonly about: string | undefined;
  /** `failed`, `delayed`, `delivered`, `relayed` or `expanded` (RFC 3464). */
  readonly action: string;
  /** Such as `5.1.1`. */
  readonly status: string;
  readonly recipient: string | undefined;
}

export const headerValues = (headers: MailHeaders, name: string): readonly string[] =>
  headers.filter(([key]) => key === name).map(([, value]) => value);

/** The first header of that name, trimmed, or an empty text. */
export const headerValue = (headers: MailHeaders, name: string): string => headerValues(headers, name)[0]?.trim() ?? '';
