import { createHash, timingSafeEqual } from 'node:crypto';
import type { Challenge } from '../../domain/conversation.ts';
import type { ConversationId, CustomerId, ParticipantKey } from '../../domain/ids.ts';
import type { AgentSettings } from '../../domain/playbook.ts';
import type { Random } from '../../domain/ports.ts';
import { minutesAfter } from '../when.ts';

const SALT_BYTES = 16;
const CODES = 1_000_000;

/** Who a code is for: it proves nothing for anybody else, nor in another conversation. */
export interface CodeHolder {
  readonly conversation: ConversationId;
  readonly participant: ParticipantKey;
}

/**
 * Makes a code of 6 digits and what we keep of it. `customerId` is undefined for an address without an account: the same
 * work is done, and no code will ever fit.
 */
export function issueCode(
  holder: CodeHolder,
  customerId: CustomerId | undefined,
  at: Date,
  settings: AgentSettings['identity'],
  random: Random,
): { readonly code: string; readonly challenge: Challenge } {
  const code = String(random.below(CODES)).padStart(6, '0');
  const salt = Buffer.from(random.bytes(SALT_BYTES)).toString('hex');
  return {
    code,
    challenge: {
      salt,
      hash: digest(holder, salt, code).toString('hex'),
      sentAt: at,
      expiresAt: minutesAfter(at, settings.codeMinutes),
      triesLeft: settings.tries,
      customerId,
    },
  };
}

export type CodeVerdict = 'right' | 'wrong' | 'expired' | 'too_many';

/** Compares in constant time, and spends the same time for addresses without an account. */
export function judgeCode(challenge: Challenge, holder: CodeHolder, code: string, at: Date): CodeVerdict {
  const fits = timingSafeEqual(digest(holder, challenge.salt, code), Buffer.from(challenge.hash, 'hex'));
  if (challenge.triesLeft <= 0) return 'too_many';
  if (at >= challenge.expiresAt) return 'expired';
  return fits && challenge.customerId !== undefined ? 'right' : 'wrong';
}

function digest({ conversation, participant }: CodeHolder, salt: string, code: string): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([conversation, participant, salt, code]))
    .digest();
}
