import { z } from 'zod';
import type { SlackApi } from './slack-api.ts';
import { isDirect, SLACK } from './slack-names.ts';

/** The desk's channel, and those who are listed as staff with an account here. */
export interface SlackDeskAccess {
  readonly channel: string;
  readonly staff: readonly { readonly name: string; readonly accounts: readonly string[] }[];
}

const room = z.looseObject({
  channel: z.looseObject({ is_member: z.boolean().optional(), is_ext_shared: z.boolean().optional(), is_private: z.boolean().optional() }),
});
const person = z.looseObject({
  user: z.looseObject({ deleted: z.boolean().nullish(), is_restricted: z.boolean().nullish(), is_ultra_restricted: z.boolean().nullish() }),
});

/** What keeps the desk from working: its channel, and accounts that are not there. `team` is our workspace. */
export async function checkSlackDesk({ channel, staff }: SlackDeskAccess, team: string, api: SlackApi): Promise<readonly string[]> {
  const accounts = staff.flatMap(({ name, accounts: all }) =>
    all.filter((account) => account.startsWith(`${SLACK}/`)).map((account) => ({ name, account })),
  );
  const nobody = accounts.length === 0 ? ['Slack: nobody in staff.yaml has a slack account, so nobody can press a button at the desk'] : [];
  const people = await Promise.all(accounts.map(({ name, account }) => checkPerson(name, account, team, api)));
  return [...(await checkChannel(channel, api)), ...nobody, ...people.flat()];
}

async function checkChannel(channel: string, api: SlackApi): Promise<readonly string[]> {
  if (isDirect(channel)) return [`Slack: desk.channel ${channel} is a direct message: name a channel`];
  const reply = await api.call('conversations.info', { channel });
  const info = reply.kind === 'ok' ? room.safeParse(reply.body).data?.channel : undefined;
  if (!info)
    return [
      `Slack: the desk's channel ${channel} cannot be read (${reply.kind === 'refused' ? reply.error : reply.kind}): check desk.channel`,
    ];
  return [
    ...(info.is_member === true ? [] : [`Slack: the app is not in the desk's channel ${channel}: write "/invite @" and its name there`]),
    ...(info.is_ext_shared === true
      ? [`Slack: the desk's channel ${channel} is shared with another company, which reads every ticket: name another`]
      : []),
  ];
}

async function checkPerson(name: string, account: string, team: string, api: SlackApi): Promise<readonly string[]> {
  const [, home, user] = account.split('/');
  if (home !== team)
    return [`Slack: ${name} is listed with the workspace ${home}, ours is ${team}: people of another company can press nothing`];
  const reply = await api.call('users.info', { user });
  const found = reply.kind === 'ok' ? person.safeParse(reply.body).data?.user : undefined;
  if (!found || found.deleted === true) return [`Slack: there is no ${user} (${name} in staff.yaml): copy the member id again`];
  const isGuest = found.is_restricted === true || found.is_ultra_restricted === true;
  return isGuest ? [`Slack: ${name} in staff.yaml is a guest of the workspace; make sure that they may decide on refunds`] : [];
}
