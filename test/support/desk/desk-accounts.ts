import type { Config } from '../../../src/config.ts';
import { participantKey } from '../../../src/domain/ids.ts';
import { TOKEN, type FakeUser } from '../discord/discord-objects.ts';
import { APP_TOKEN, BOT_TOKEN } from '../slack/fake-workspace.ts';
import { OTHER_TEAM, TEAM } from '../slack/slack-payloads.ts';
import type { Person } from './desk-side.ts';

/** Slack's channel of the desk. */
export const DESK_CHANNEL = 'C0DESK001';
/** Discord's channel or forum of the desk. */
export const DESK_ROOM = '200000000000000009';

export const SLACK_PEOPLE: Readonly<Record<Person, { readonly team: string; readonly user: string }>> = {
  ana: { team: TEAM, user: 'U0ANA0001' },
  ben: { team: TEAM, user: 'U0BEN0001' },
  chris: { team: TEAM, user: 'U0CHRIS01' },
  stranger: { team: TEAM, user: 'U0STRANGE' },
  outsider: { team: OTHER_TEAM, user: 'U0OUTSIDE' },
};

const user = (id: number, username: string): FakeUser => ({ id: `40000000000000900${id}`, username });
export const DISCORD_PEOPLE: Readonly<Record<Person, FakeUser>> = {
  ana: user(1, 'ana'),
  ben: user(2, 'ben'),
  chris: user(3, 'chris'),
  stranger: user(4, 'stranger'),
  outsider: user(5, 'outsider'),
};

/** What an operator sets to reach a stand-in of the platform. */
export const slackEnv = (apiUrl: string): Readonly<Record<string, string>> => ({
  SLACK_BOT_TOKEN: BOT_TOKEN,
  SLACK_APP_TOKEN: APP_TOKEN,
  SLACK_API_URL: apiUrl,
});
export const discordEnv = (apiUrl: string): Readonly<Record<string, string>> => ({
  DISCORD_TOKEN: TOKEN,
  DISCORD_API_URL: apiUrl,
});

/** The desk in Slack. Chris is also listed under an account of another company, as somebody may do by mistake. */
export function withSlackDesk(config: Config): Config {
  const keyOf = ({ team, user: id }: (typeof SLACK_PEOPLE)[Person]): string => `slack/${team}/${id}`;
  const accounts = Object.entries(SLACK_PEOPLE).map(([name, person]) => [name, keyOf(person)] as const);
  return withDesk({ ...config, slack: config.slack && { ...config.slack, agentView: false } }, 'slack', DESK_CHANNEL, accounts);
}

/** The desk on Discord, with the same mistake. */
export function withDiscordDesk(config: Config): Config {
  const accounts = Object.entries(DISCORD_PEOPLE).map(([name, { id }]) => [name, `discord/${id}`] as const);
  return withDesk(config, 'discord', DESK_ROOM, accounts);
}

function withDesk(config: Config, on: 'slack' | 'discord', channel: string, people: readonly (readonly [string, string])[]): Config {
  const keysOf = (name: string): readonly string[] => people.flatMap(([known, key]) => (known === name ? [key] : []));
  return {
    ...config,
    settings: { ...config.settings, desk: { ...config.settings.desk, on, channel } },
    staff: config.staff.map((member) => {
      const own = keysOf(member.name);
      const wrong = member.name === 'chris' ? keysOf('outsider') : [];
      return own.length > 0 ? { ...member, accounts: [...own, ...wrong].map((key) => participantKey(key)) } : member;
    }),
  };
}
