import type { Author, InboundMessage } from '../../domain/message.ts';
import type { ParticipantKey } from '../../domain/ids.ts';
import { externalMessageId, isDirect, personKey, threadFor } from './slack-names.ts';
import { sentAtOf, slackEvent, type SlackEnvelope, type SlackEvent, type SlackFile, type SlackMessage } from './slack-event.ts';
import { mentions, plainFromSlack, withoutMention } from './slack-text.ts';

/** Who we are on Slack, and what was configured. */
export interface SlackSurroundings {
  /** Our workspace. */
  readonly account: string;
  readonly botUserId: string;
  readonly botId: string | undefined;
  readonly supportChannels: ReadonlySet<string>;
  readonly agentView: boolean;
  readonly isStaff: (person: ParticipantKey) => boolean;
}

export type Ignored =
  /** Not one of the events that carry words. */
  | 'other_event'
  /** Ours: a post, an edit, a deletion. */
  | 'own'
  | 'bot'
  /** Joins, topics, pins and the like. */
  | 'no_words'
  /** Slack changed a message (a link's preview, a reply count) and its author did not. */
  | 'unchanged'
  /** Colleagues among themselves. */
  | 'staff_talk'
  | 'not_addressed';

export type Translated =
  | { readonly kind: 'ignored'; readonly because: Ignored }
  | {
      readonly kind: 'message';
      /** Its attachments are still on Slack: `files`. */
      readonly message: InboundMessage;
      readonly files: readonly SlackFile[];
      /** The message's own `ts`, for a reaction. */
      readonly ts: string;
      /** `if_joined`: for us only when we take part in the thread already. */
      readonly addressed: 'yes' | 'if_joined';
    };

const ignored = (because: Ignored): Translated => ({ kind: 'ignored', because });

/** Subtypes that are somebody's words; all others are Slack's own lines. */
const SPOKEN = new Set([undefined, 'file_share', 'thread_broadcast', 'me_message', 'bot_message']);

/** What an event means to us. Pure: whether we take part in a thread already is looked up by whoever calls. */
export function fromSlack(envelope: SlackEnvelope, surroundings: SlackSurroundings): Translated {
  const parsed = slackEvent.safeParse(envelope.event);
  if (!parsed.success) return ignored('other_event');
  const found = spokenMessage(parsed.data);
  if (typeof found === 'string') return ignored(found);
  const whose = strangerToAnswer(found.message, surroundings);
  return whose ? ignored(whose) : translate(found, parsed.data.channel, envelope, surroundings);
}

interface Spoken {
  readonly kind: InboundMessage['kind'];
  readonly message: SlackMessage;
  /** Tells an edit or deletion from the message itself. */
  readonly name: string;
}

function spokenMessage(event: SlackEvent): Spoken | Ignored {
  if (isDeletion(event)) {
    const { previous_message: previous, deleted_ts: ts } = event;
    return previous ? { kind: 'deleted', message: { ...previous, ts }, name: `${ts}/deleted` } : 'no_words';
  }
  if (isChange(event)) return changedMessage(event);
  return SPOKEN.has(event.subtype ?? undefined) ? { kind: 'new', message: event, name: event.ts } : 'no_words';
}

type Change = Extract<SlackEvent, { readonly message: SlackMessage }>;
type Deletion = Extract<SlackEvent, { readonly deleted_ts: string }>;
const isChange = (event: SlackEvent): event is Change => event.subtype === 'message_changed';
const isDeletion = (event: SlackEvent): event is Deletion => event.subtype === 'message_deleted';

function changedMessage({ message, previous_message: previous }: Change): Spoken | Ignored {
  // A deleted root with replies stays as a tombstone.
  if (message.subtype === 'tombstone') return previous ? { kind: 'deleted', message: previous, name: `${message.ts}/deleted` } : 'no_words';
  if (!SPOKEN.has(message.subtype ?? undefined)) return 'no_words';
  if (!message.edited || (previous && previous.text === message.text)) return 'unchanged';
  return { kind: 'edited', message, name: `${message.ts}/edited/${message.edited.ts}` };
}

/** Messages that never start a turn, whatever they say. */
function strangerToAnswer({ user, bot_id: bot, subtype }: SlackMessage, { botUserId, botId }: SlackSurroundings): Ignored | undefined {
  if (user === botUserId || (bot && bot === botId)) return 'own';
  if (bot || subtype === 'bot_message' || user === 'USLACKBOT') return 'bot';
  return user ? undefined : 'no_words';
}

function translate({ kind, message, name }: Spoken, channel: string, envelope: SlackEnvelope, surroundings: SlackSurroundings): Translated {
  const { account, botUserId, supportChannels } = surroundings;
  const text = message.text ?? '';
  const isPrivate = isDirect(channel);
  const isCalled = isPrivate || mentions(text, botUserId);
  const author = authorOf(message, envelope, surroundings, isCalled);
  const isReply = message.thread_ts != null && message.thread_ts !== message.ts;
  if (author.role === 'staff' && !isReply) return ignored('staff_talk');
  const isOpen = isCalled || (supportChannels.has(channel) && author.role === 'customer' && !isReply);
  if (!isOpen && !isReply && kind === 'new') return ignored('not_addressed');
  const words = plainFromSlack(withoutMention(text, botUserId));
  return {
    kind: 'message',
    files: kind === 'deleted' ? [] : (message.files ?? []),
    ts: message.ts,
    addressed: isOpen && kind === 'new' ? 'yes' : 'if_joined',
    message: {
      id: externalMessageId(account, channel, name),
      kind,
      ...(kind === 'new' ? {} : { replaces: externalMessageId(account, channel, message.ts) }),
      thread: threadFor(account, channel, message, isInAgentView(message, surroundings)),
      author,
      audience: isPrivate ? 'private' : 'shared',
      text: kind === 'deleted' ? '' : words,
      fullText: kind === 'deleted' ? '' : plainFromSlack(text),
      subject: undefined,
      automatic: 'none',
      attachments: [],
      sentAt: sentAtOf(message.edited?.ts ?? message.ts),
    },
  };
}

/** Slack marks messages from the agent view; the setting covers servers that leave the mark out. */
const isInAgentView = (message: SlackMessage, { agentView }: SlackSurroundings): boolean =>
  agentView || message.assistant_thread !== undefined;

function authorOf(message: SlackMessage, envelope: SlackEnvelope, surroundings: SlackSurroundings, isCalled: boolean): Author {
  const { account, isStaff } = surroundings;
  const { user, user_profile: profile } = message;
  const team = message.user_team ?? profile?.team ?? message.source_team ?? message.team ?? envelope.team_id ?? account;
  const key = personKey(team, user ?? '');
  // In a channel that is shared with another company, our own people are the colleagues and theirs the customers.
  const isColleague = isStaff(key) || (envelope.is_ext_shared_channel === true && team === account);
  const isGuest = team !== account || profile?.is_restricted === true || profile?.is_ultra_restricted === true;
  return {
    key,
    displayName: profile?.display_name || profile?.real_name || (user ?? ''),
    // A profile can be filled in by its owner, and another company's by nobody we know.
    trust: isGuest ? 'mutable' : 'unverified',
    // A colleague who calls the agent wants its answer.
    role: isColleague && !isCalled ? 'staff' : 'customer',
  };
}
