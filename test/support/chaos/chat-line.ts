import { createHmac } from 'node:crypto';
import { FakeDiscord } from '../discord/fake-discord.ts';
import { startFakeSlack } from '../slack/fake-slack.ts';
import { messageEvent } from '../slack/slack-payloads.ts';
import { CHAOS_SECRET, SUPPORT_ROOM } from './chat-names.ts';
import type { ChildHandle } from './child-process.ts';
import type { ChildSettings, Delivery } from './protocol.ts';
import type { Post, World } from './world.ts';

/** How customers reach the process that is killed, and what they see. Survives every kill. */
export interface ChatLine {
  readonly settings: Pick<ChildSettings, 'chat'>;
  /** What was posted, in the customers' own names for their messages. */
  readonly posts: readonly Post[];
  readonly holdNextPost: World['holdNextPost'];
  /** What the customers call the message that the platform calls so. */
  nameOf(external: string): string;
  /** True once it is sure to be answered: acknowledged, or standing in a history that will be read. */
  deliver(child: ChildHandle, message: Delivery): Promise<boolean>;
  /** Requests that the platform would not have taken. */
  readonly violations: readonly string[];
  close(): Promise<void>;
}

/** The world's own screens over plain requests. */
export const loopbackLine = (world: World): ChatLine => ({
  settings: {},
  posts: world.posts,
  holdNextPost: (lateByMs) => world.holdNextPost(lateByMs),
  deliver: (child, message) => child.deliver(message),
  nameOf: (external) => external,
  violations: [],
  close: async () => undefined,
});

export const openChatLine = (platform: 'slack' | 'discord'): Promise<ChatLine> =>
  platform === 'slack' ? openSlackLine() : openDiscordLine();

async function openSlackLine(): Promise<ChatLine> {
  const posts: Post[] = [];
  const names = new Map<string, string>();
  const slack = await startFakeSlack(
    () => Math.floor(Date.now() / 1_000),
    ({ text, channel }, isLate) => posts.push(postOf(text, channel, isLate, names)),
  );
  return {
    settings: { chat: { platform: 'slack', apiUrl: slack.apiUrl } },
    posts,
    nameOf: (ts) => names.get(ts) ?? ts,
    violations: slack.violations,
    holdNextPost: (lateByMs) => new Promise((onCome) => slack.fail({ kind: 'late', method: 'chat.postMessage', lateByMs, onCome })),
    async deliver(child, { id, conversation, text }) {
      const ts = `1770000000.${id.slice(1).padStart(6, '0')}`;
      names.set(ts, id);
      const body = JSON.stringify(
        messageEvent({ text, ts, channel: `D0CHAOS${conversation.slice(1)}`, user: `U0CHAOS${conversation.slice(1)}` }),
      );
      const seconds = String(Math.floor(Date.now() / 1_000));
      const signature = `v0=${createHmac('sha256', CHAOS_SECRET).update(`v0:${seconds}:${body}`).digest('hex')}`;
      const headers = { 'content-type': 'application/json', 'x-slack-request-timestamp': seconds, 'x-slack-signature': signature };
      try {
        return (await fetch(`http://127.0.0.1:${child.chatPort}/slack/events`, { method: 'POST', body, headers })).ok;
      } catch {
        return false;
      }
    },
    close: () => slack.close(),
  };
}

async function openDiscordLine(): Promise<ChatLine> {
  const posts: Post[] = [];
  const names = new Map<string, string>();
  const discord = new FakeDiscord();
  await discord.start();
  discord.addChannel({ id: SUPPORT_ROOM, type: 0, name: 'support' });
  discord.onPosted = ({ content, channel_id: channel }, isLate) => posts.push(postOf(content, channel, isLate, names));
  const said = new Set<string>();
  return {
    settings: { chat: { platform: 'discord', apiUrl: discord.apiUrl } },
    posts,
    nameOf: (id) => names.get(id) ?? id,
    violations: discord.violations,
    holdNextPost: (lateByMs) =>
      new Promise((onCome) => discord.fail({ when: /^POST \/channels\/\d+\/messages$/, status: 200, lateByMs, onCome })),
    async deliver(_child, { id, conversation, text }) {
      if (said.has(id)) discord.gateway.repeatLast(1);
      else {
        said.add(id);
        const user = { id: `40000000000000000${conversation.slice(1)}`, username: conversation };
        names.set(discord.say(user, SUPPORT_ROOM, text).id, id);
      }
      return true;
    },
    close: () => discord.stop(),
  };
}

/** The agent names the messages that it answers as the platform does; the checker knows them as the customers do. */
const postOf = (text: string, to: string, late: boolean, names: ReadonlyMap<string, string>): Post => ({
  id: `post-${to}-${text}`,
  to,
  text: text
    .split(/\s+/)
    .map((name) => names.get(name) ?? name)
    .join(' '),
  at: performance.now(),
  late,
});
