/** Names for the things that Deskhand tells apart. An id is made at the edge, by parsing, and never by a cast in the core. */
declare const brand: unique symbol;
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

/** `channel/account/space/key[/generation]`; the generation counts conversations that share one lasting thread, such as a direct message. */
export type ConversationId = Brand<string, 'ConversationId'>;
/** `channel/account/space/externalId`: also the key that makes a second delivery a duplicate. */
export type MessageId = Brand<string, 'MessageId'>;
/** `causeId/index`, where the cause is a turn, a timer or a command: a retry writes the same id and cannot post twice. */
export type OutboundId = Brand<string, 'OutboundId'>;
export type TurnId = Brand<string, 'TurnId'>;
/** The number that customer and staff both see, such as `T-1042`. A handoff and its ticket are one record. */
export type TicketNumber = Brand<string, 'TicketNumber'>;
export type CustomerId = Brand<string, 'CustomerId'>;
/** One person on one channel: Slack team and user, Discord user, mail address. */
export type ParticipantKey = Brand<string, 'ParticipantKey'>;
/** An open set: the core never lists channels. */
export type ChannelName = Brand<string, 'ChannelName'>;
export type IntentName = Brand<string, 'IntentName'>;
export type ToolName = Brand<string, 'ToolName'>;
/** Hash of the policy, reply and knowledge settings that a conversation was opened with. */
export type ConfigVersion = Brand<string, 'ConfigVersion'>;

/** The one place where plain text becomes a name. Throws a TypeError on empty text, so that no id is ever blank. */
function named<Name extends string>(kind: Name) {
  return (text: string): Brand<string, Name> => {
    if (text.trim() === '') throw new TypeError(`an empty ${kind}`);
    return text as Brand<string, Name>;
  };
}

export const conversationId = named('ConversationId');
export const messageId = named('MessageId');
export const outboundId = named('OutboundId');
export const turnId = named('TurnId');
export const ticketNumber = named('TicketNumber');
export const customerId = named('CustomerId');
export const participantKey = named('ParticipantKey');
export const channelName = named('ChannelName');
export const intentName = named('IntentName');
export const toolName = named('ToolName');
export const configVersion = named('ConfigVersion');
