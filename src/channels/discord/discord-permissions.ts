import { z } from 'zod';
import { assertNever } from '../../domain/assert-never.ts';
import { snowflake } from './discord-payloads.ts';

/** Bits of a permission set, and their names as the server's settings show them (developers/topics/permissions). */
const PERMISSIONS = {
  viewChannel: { bit: 1n << 10n, label: 'View Channel' },
  sendMessages: { bit: 1n << 11n, label: 'Send Messages' },
  embedLinks: { bit: 1n << 14n, label: 'Embed Links' },
  readHistory: { bit: 1n << 16n, label: 'Read Message History' },
  manageThreads: { bit: 1n << 34n, label: 'Manage Threads' },
  createThreads: { bit: 1n << 35n, label: 'Create Public Threads' },
  sendInThreads: { bit: 1n << 38n, label: 'Send Messages in Threads' },
} as const;
export type PermissionName = keyof typeof PERMISSIONS;
const ADMINISTRATOR = 1n << 3n;

/** The server's settings call the same bit otherwise in a forum. */
export const labelOf = (name: PermissionName, isForum: boolean): string =>
  isForum && name === 'sendMessages' ? 'Create Posts' : PERMISSIONS[name].label;

/** What a channel is for, which decides what the bot has to be allowed there. */
export type ChannelPurpose =
  | { readonly kind: 'support' }
  /** `tags`: resolved posts are marked there. */
  | { readonly kind: 'support_forum'; readonly tags: boolean }
  | { readonly kind: 'desk'; readonly isForum: boolean };

/** In every channel: without these nothing is heard, and nothing that was missed is read. */
const HEAR = ['viewChannel', 'readHistory'] as const;

/** What the bot uses there, in the order in which the server's settings list it. */
export function neededIn(purpose: ChannelPurpose): readonly PermissionName[] {
  switch (purpose.kind) {
    case 'support':
      return [...HEAR, 'sendMessages', 'sendInThreads', 'createThreads'];
    case 'support_forum':
      return [...HEAR, 'sendInThreads', ...(purpose.tags ? (['manageThreads'] as const) : [])];
    case 'desk':
      return [
        ...HEAR,
        'sendMessages',
        'sendInThreads',
        'embedLinks',
        ...(purpose.isForum ? [] : (['createThreads'] as const)),
        'manageThreads',
      ];
    default:
      return assertNever(purpose);
  }
}

const bits = z
  .string()
  .regex(/^\d{1,30}$/)
  .transform(BigInt);

export const overwrites = z.array(z.object({ id: snowflake, allow: bits, deny: bits })).default([]);
export const roles = z.array(z.object({ id: snowflake, permissions: bits }));
export type Overwrites = z.infer<typeof overwrites>;

/** The bot in one server. */
export interface Membership {
  readonly guild: string;
  readonly user: string;
  readonly roles: readonly string[];
  /** Of the whole server, those that the bot does not have included. */
  readonly known: z.infer<typeof roles>;
}

/**
 * Which of these the bot lacks in a channel. Discord's own order: the server's permissions of everybody and of each role,
 * then the channel's for everybody, for all roles together, and for the member; a later word counts more
 * (developers/topics/permissions#permission-overwrites).
 */
export function lackingIn(channel: Overwrites, bot: Membership, needed: readonly PermissionName[]): readonly PermissionName[] {
  const { guild, user } = bot;
  const own = new Set(bot.roles);
  const base = union(bot.known.filter(({ id }) => id === guild || own.has(id)).map(({ permissions }) => permissions));
  if ((base & ADMINISTRATOR) !== 0n) return [];
  const layers = [
    channel.filter(({ id }) => id === guild),
    channel.filter(({ id }) => own.has(id) && id !== guild),
    channel.filter(({ id }) => id === user),
  ];
  const allowed = layers.reduce(
    (before, layer) => (before & ~union(layer.map(({ deny }) => deny))) | union(layer.map(({ allow }) => allow)),
    base,
  );
  // Who does not see a channel can do nothing in it, whatever else is allowed.
  if ((allowed & PERMISSIONS.viewChannel.bit) === 0n) return needed.filter((name) => name === 'viewChannel');
  return needed.filter((name) => (allowed & PERMISSIONS[name].bit) === 0n);
}

const union = (sets: readonly bigint[]): bigint => sets.reduce((all, one) => all | one, 0n);
