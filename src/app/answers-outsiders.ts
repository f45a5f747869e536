import type { Config } from '../config.ts';
import { isReservedAddress } from '../domain/reserved-domain.ts';

/**
 * Whether people outside can write to us with this configuration. Mail to an address of a reserved domain is a rehearsal,
 * and so is a platform that a server on loopback stands in for (ADR 13).
 */
export function answersOutsiders({ imap, supportAddress, slack, discord }: Config): boolean {
  const byMail = imap !== undefined && !isReservedAddress(supportAddress ?? '');
  return byMail || [slack, discord].some((access) => access !== undefined && !isOnLoopback(access.apiUrl));
}

const isOnLoopback = (url: string | undefined): boolean => url !== undefined && /^https?:\/\/(?:localhost|\[::1\]|127\.)/.test(url);
