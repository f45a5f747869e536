import type { StaffMember } from '../domain/deskhand.ts';
import { participantKey } from '../domain/ids.ts';
import type { ConfigFiles, Settings, StaffFile } from './schemas.ts';

/** Whoever is at the desk is a colleague in customers' threads too: the agent is silent where they answer. */
export function withColleagues({ settings, staff }: ConfigFiles): Pick<Settings['channels'], 'slack' | 'discord'> {
  const { slack, discord } = settings.channels;
  const people = Object.values(staff.staff);
  return {
    slack: { ...slack, staff: [...new Set([...slack.staff, ...people.flatMap((person) => person.slack ?? [])])] },
    discord: { ...discord, staffUsers: [...new Set([...discord.staffUsers, ...people.flatMap((person) => person.discord ?? [])])] },
  };
}

/** One person of `staff.yaml`, with the keys by which channels know them. */
export function toStaffMember(name: string, { slack, discord, email, ...member }: StaffFile['staff'][string]): StaffMember {
  const accounts = [
    ...(slack === undefined ? [] : [`slack/${slack}`]),
    ...(discord === undefined ? [] : [`discord/${discord}`]),
    ...(email === undefined ? [] : [email.toLowerCase()]),
  ];
  return { name, ...member, accounts: accounts.map(participantKey) };
}

/** A desk whose platform has no token: worth a warning, no reason to stop. */
export function deskIsAway(on: Settings['desk']['on'], access: Readonly<Record<'slack' | 'discord', unknown>>): readonly string[] {
  if (on === 'none' || access[on] !== undefined) return [];
  return [`desk.on is ${on}, but ${on} is not connected: tickets show on the page and in the terminal only`];
}
