import type { Capabilities } from '../channel.ts';

/** Of the mailbox and of the demo inbox alike; here so that the demo inbox loads no mail protocol. */
export const EMAIL_CAPABILITIES: Capabilities = {
  maxLength: 1_000_000,
  formatting: 'html',
  privateReply: 'direct',
  edits: false,
  buttons: false,
  silenceHours: 72,
};
