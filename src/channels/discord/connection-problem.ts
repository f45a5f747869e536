import { z } from 'zod';
import { finalClosing, problemOf } from './close-codes.ts';
import type { AppError } from '../../domain/error.ts';

/** Discord's heart beats every 41 seconds; a socket that is silent for longer is dead, whatever it says. */
const SILENT_MS = 55_000;
/** A resume takes a second or two. */
const RECONNECT_MS = 20_000;

export interface ConnectionState {
  readonly refused: AppError | undefined;
  readonly isConnected: boolean;
  readonly isOutOfIdentifies: boolean;
  readonly lastHeardAt: Date | undefined;
  readonly now: Date;
}

/** What stands in the way of hearing from Discord, for the operator; undefined while all is well. */
export function connectionProblem({ refused, isConnected, isOutOfIdentifies, lastHeardAt, now }: ConnectionState): string | undefined {
  if (refused !== undefined) return problemOf(refused);
  if (isOutOfIdentifies && !isConnected) {
    return 'the connection to Discord was opened anew 50 times within an hour, so it rests until the hour is over: is a second Deskhand running with the same token?';
  }
  const silentMs = lastHeardAt === undefined ? Number.POSITIVE_INFINITY : now.getTime() - lastHeardAt.getTime();
  if (!isConnected && silentMs > RECONNECT_MS) return 'no connection to Discord: check the network, and https://discordstatus.com';
  if (silentMs > SILENT_MS)
    return `no sign of life from Discord for ${Math.round(silentMs / 1_000)} seconds; it is connected again by itself`;
  return undefined;
}

/** 401 where the gateway's address is asked for: discord.js names it by this code. */
export function refusedToken(error: unknown): AppError | undefined {
  const { code, status } = z.object({ code: z.unknown(), status: z.unknown() }).partial().safeParse(error).data ?? {};
  return code === 'TokenInvalid' || status === 401 ? finalClosing(4_004) : undefined;
}
