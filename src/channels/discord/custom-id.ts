import type { ThreadRef } from '../../domain/message.ts';
import { toPlace, toThreadRef } from './discord-thread.ts';

/**
 * What a button or form of ours does: `say` answers with its own label, `form` opens the form that `typed` comes back
 * from, `reveal` shows what could not be sent as a direct message.
 */
export type ControlVerb = 'say' | 'code' | 'words' | 'typed' | 'reveal';
const VERBS: readonly ControlVerb[] = ['say', 'code', 'words', 'typed', 'reveal'];

export interface Control {
  readonly verb: ControlVerb;
  readonly thread: ThreadRef;
  /** Tells the controls of one message apart. */
  readonly index: number;
  /** Whose answer counts, where others can press as well. */
  readonly asked?: string | undefined;
}

const MARK = 'dh';

/**
 * Discord's `custom_id` (100 characters at most): it carries the conversation, so that a press counts for it even after
 * a restart and from a direct message. Discord takes only ids that a message of ours carries.
 */
export function toCustomId({ verb, thread, index, asked }: Control): string {
  return [MARK, verb, index, thread.account, thread.space, thread.key, ...(asked === undefined ? [] : [asked])].join(':');
}

/** Undefined for a control that is not ours. */
export function fromCustomId(customId: string): Control | undefined {
  const match = /^dh:([a-z]+):(\d{1,2}):(@me|\d{1,20}):(\d{1,20}):((?:aside-)?\d{1,20}|dm)(?::(\d{1,20}))?$/.exec(customId);
  const [, name, index, account, space, key, asked] = match ?? [];
  const verb = VERBS.find((known) => known === name);
  if (verb === undefined || account === undefined || space === undefined || key === undefined) return undefined;
  return { verb, index: Number(index), thread: toThreadRef(toPlace({ account, space, key })), asked };
}
