import { AppError } from '../../domain/error.ts';

const PORTAL = 'https://discord.com/developers/applications';

/** Closings of the gateway after which it makes no sense to connect again (developers/topics/opcodes-and-status-codes). */
const FINAL: Readonly<Record<number, { readonly message: string; readonly hint: string }>> = {
  4004: { message: 'Discord refuses the token', hint: `make a new one at ${PORTAL} → your app → Bot → Reset Token, and set DISCORD_TOKEN` },
  4010: { message: 'Discord refuses the shard', hint: 'this is a fault of ours: please report it' },
  4011: { message: 'the bot is in too many servers for one connection', hint: 'set guildIds, and invite the bot to fewer servers' },
  4012: { message: 'Discord refuses the API version', hint: 'update Deskhand' },
  4013: { message: 'Discord does not know the intents that we ask for', hint: 'update Deskhand' },
  4014: {
    message: 'the message content intent is off, so the bot cannot read what customers write',
    hint: `switch it on at ${PORTAL} → your app → Bot → Privileged Gateway Intents → Message Content Intent, and start again`,
  },
};

/** Undefined for a closing after which discord.js connects again. */
export function finalClosing(code: number): AppError | undefined {
  const reason = FINAL[code];
  if (reason === undefined) return undefined;
  return new AppError('channel_unauthorized', reason.message, { retryable: false, hint: reason.hint });
}

export const problemOf = (error: AppError): string => (error.hint === undefined ? error.message : `${error.message}: ${error.hint}`);
