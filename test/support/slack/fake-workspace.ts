import { botScopes } from '../../../src/channels/slack/slack-routes.ts';
import { REQUESTS } from './slack-requests.ts';
import { BOT, BOT_USER, TEAM } from './slack-payloads.ts';

/** A message that stands in the workspace. */
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly thread_ts?: string;
  readonly user: string;
  readonly bot_id?: string;
  readonly text: string;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
  /** Only this person sees it; it stands in no history. */
  readonly ephemeralFor?: string;
  readonly [more: string]: unknown;
}

export type Handled = { readonly kind: 'answer'; readonly body: object } | { readonly kind: 'violation'; readonly because: string };

export interface FakeWorkspace {
  readonly posted: Posted[];
  /** `channel/ts/name` of the reactions that stand. */
  readonly reactions: Set<string>;
  /** `channel/thread` → the words shown. */
  readonly statuses: Map<string, string>;
  readonly views: { readonly trigger: string; readonly view: string }[];
  /** Whether the app is a member, by channel. */
  readonly channels: Map<string, boolean>;
  /** Channels that another company reads. */
  readonly shared: Set<string>;
  readonly scopes: string[];
  readonly people: Map<string, Readonly<Record<string, unknown>>>;
  /** What somebody wrote while nobody listened. */
  write(message: Omit<Posted, 'team' | 'type'>): void;
  handle(method: string, args: Readonly<Record<string, string>>, token: string | undefined): Handled;
}

export const BOT_TOKEN = 'xoxb-fake-token';
export const APP_TOKEN = 'xapp-fake-token';

type Args = Readonly<Record<string, string>>;

/** The state behind the Web API. */
export function createFakeWorkspace(seconds: () => number = () => 1_780_000_000): FakeWorkspace {
  const posted: Posted[] = [];
  const reactions = new Set<string>();
  const statuses = new Map<string, string>();
  const views: { trigger: string; view: string }[] = [];
  const channels = new Map<string, boolean>();
  const shared = new Set<string>();
  const people = new Map<string, Readonly<Record<string, unknown>>>();
  let count = 0;
  const nextTs = (): string => `${seconds()}.${String((count += 1)).padStart(6, '0')}`;

  const post = (args: Args): object => {
    const ts = nextTs();
    const { channel = '', thread_ts: thread, text = '', blocks, metadata } = args;
    posted.push({
      channel,
      ts,
      ...(thread === undefined ? {} : { thread_ts: thread }),
      user: BOT_USER,
      bot_id: BOT,
      text,
      ...(blocks === undefined ? {} : { blocks: JSON.parse(blocks) as unknown }),
      ...(metadata === undefined ? {} : { metadata: JSON.parse(metadata) as unknown }),
      ...(args['user'] === undefined ? {} : { ephemeralFor: args['user'] }),
    });
    return args['user'] === undefined ? { ok: true, channel, ts, message: { type: 'message', text, ts } } : { ok: true, message_ts: ts };
  };

  const update = ({ channel = '', ts = '', text = '', blocks, metadata }: Args): object => {
    const at = posted.findIndex((message) => message.channel === channel && message.ts === ts && message.ephemeralFor === undefined);
    const standing = posted[at];
    if (!standing) return { ok: false, error: 'message_not_found' };
    if (standing.user !== BOT_USER) return { ok: false, error: 'cant_update_message' };
    posted[at] = {
      ...standing,
      text,
      ...(blocks === undefined ? {} : { blocks: JSON.parse(blocks) as unknown }),
      ...(metadata === undefined ? {} : { metadata: JSON.parse(metadata) as unknown }),
    };
    return { ok: true, channel, ts, text };
  };

  const list = (belongs: (message: Posted) => boolean, { oldest = '0', limit = '100', cursor = '0' }: Args): object => {
    const all = posted.filter((message) => message.ephemeralFor === undefined && Number(message.ts) > Number(oldest) && belongs(message));
    const newestFirst = all.toSorted((one, other) => Number(other.ts) - Number(one.ts));
    const [from, size] = [Number(cursor), Number(limit)];
    const more = newestFirst.length > from + size;
    const messages = newestFirst
      .slice(from, from + size)
      .map(({ channel, ...message }) =>
        channel === '' ? message : { type: 'message', team: TEAM, ...message, ...repliesTo(channel, message.ts) },
      );
    return { ok: true, messages, has_more: more, response_metadata: { next_cursor: more ? String(from + size) : '' } };
  };

  /** What a message that opened a thread says about it. */
  const repliesTo = (channel: string, ts: string): object => {
    const replies = posted.filter((message) => message.channel === channel && message.thread_ts === ts && message.ts !== ts);
    const latest = replies.filter(({ ephemeralFor }) => ephemeralFor === undefined).at(-1)?.ts;
    return latest === undefined ? {} : { thread_ts: ts, reply_count: replies.length, latest_reply: latest };
  };

  const react = ({ channel, timestamp, name }: Args, adding: boolean): object => {
    const key = `${channel}/${timestamp}/${name}`;
    if (reactions.has(key) === adding) return { ok: false, error: adding ? 'already_reacted' : 'no_reaction' };
    if (adding) reactions.add(key);
    else reactions.delete(key);
    return { ok: true };
  };

  const methods: Readonly<Record<string, (args: Args) => object>> = {
    'auth.test': () => ({
      ok: true,
      url: 'https://larkfield.slack.example/',
      team: 'Larkfield',
      user: 'robin',
      team_id: TEAM,
      user_id: BOT_USER,
      bot_id: BOT,
      is_enterprise_install: false,
    }),
    'assistant.threads.setStatus': ({ channel_id: channel, thread_ts: thread, status = '' }) => {
      statuses.set(`${channel}/${thread}`, status);
      return { ok: true };
    },
    'chat.postMessage': post,
    'chat.postEphemeral': post,
    'chat.update': update,
    'conversations.history': (args) =>
      list((message) => message.channel === args['channel'] && (message.thread_ts === undefined || message.thread_ts === message.ts), args),
    'conversations.replies': (args) => {
      const { channel, ts } = args;
      const isKnown = posted.some((message) => message.channel === channel && (message.ts === ts || message.thread_ts === ts));
      return isKnown
        ? list((message) => message.channel === channel && (message.ts === ts || message.thread_ts === ts), args)
        : { ok: false, error: 'thread_not_found' };
    },
    'conversations.info': ({ channel = '' }) =>
      channels.has(channel)
        ? { ok: true, channel: { id: channel, is_member: channels.get(channel), is_ext_shared: shared.has(channel) } }
        : { ok: false, error: 'channel_not_found' },
    'conversations.open': ({ users }) => ({ ok: true, no_op: false, already_open: false, channel: { id: `D0${users}` } }),
    'reactions.add': (args) => react(args, true),
    'reactions.remove': (args) => react(args, false),
    'users.info': ({ user = '' }) => {
      const person = people.get(user);
      return person ? { ok: true, user: { id: user, team_id: TEAM, ...person } } : { ok: false, error: 'user_not_found' };
    },
    'views.open': ({ trigger_id: trigger = '', view = '' }) => {
      views.push({ trigger, view });
      return { ok: true };
    },
  };

  return {
    posted,
    reactions,
    statuses,
    views,
    people,
    channels,
    shared,
    scopes: [...botScopes(true)],
    write: (message) => void posted.push(message as Posted),
    handle(method, args, token) {
      const run = methods[method];
      const schema = Object.entries(REQUESTS).find(([name]) => name === method)?.[1];
      if (!run || !schema) return { kind: 'violation', because: 'an unknown route' };
      if (token !== BOT_TOKEN) return { kind: 'answer', body: { ok: false, error: 'invalid_auth' } };
      const checked = schema.safeParse(args);
      if (!checked.success) return { kind: 'violation', because: JSON.stringify(checked.error.issues) };
      return { kind: 'answer', body: run(args) };
    },
  };
}
