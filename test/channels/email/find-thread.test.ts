import { beforeEach, describe, expect, it } from '@jest/globals';
import { createThreadHeads, newHead, withMail } from '../../../src/channels/email/thread-heads.ts';
import { findOwnThread, findThread } from '../../../src/channels/email/find-thread.ts';
import type { MailClues, ThreadFinder } from '../../../src/channels/email/find-thread.ts';
import {
  ownMessageId,
  plusAddress,
  threadKeyFor,
  tokenFor,
  tokenOfAddress,
  tokenOfMessageId,
} from '../../../src/channels/email/thread-key.ts';
import { channelName, participantKey } from '../../../src/domain/ids.ts';
import type { ThreadRef } from '../../../src/domain/message.ts';

const SUPPORT = 'support@larkfield.example';
const SECRET = 'a secret of this mailbox';
const MIA = 'mia.keller@example.com';
const TOM = 'tom.becker@example.com';
const ANA = 'ana.souza@example.com';
const ROOT = '<mia-1@example.com>';
const TOM_ROOT = '<tom-1@example.com>';
const refTo = (space: string, key: string): ThreadRef => ({ channel: channelName('email'), account: SUPPORT, space, key });
const MIAS = refTo(MIA, threadKeyFor(ROOT, MIA));
const TOMS = refTo(TOM, threadKeyFor(TOM_ROOT, TOM));
const ours = (thread: ThreadRef, turn: string, secret = SECRET): string =>
  ownMessageId(tokenFor(secret, thread.key, thread.space), turn, SUPPORT);
const plus = (thread: ThreadRef, secret = SECRET): string => plusAddress(tokenFor(secret, thread.key, thread.space), SUPPORT);
const OURS = ours(MIAS, 'turn-1/0');
const OURS_2 = ours(MIAS, 'turn-2/0');
const STRANGE = '<someone-9@example.net>';

const clues = (parts: Partial<MailClues>): MailClues => ({
  sender: MIA,
  messageId: '<new@example.com>',
  bodyHash: 'b0d1',
  inReplyTo: [],
  references: [],
  recipients: [SUPPORT],
  ...parts,
});

/** Mia wrote and Ana read along; Tom has a conversation of his own. `known` says whether the memory survived. */
async function finderFor(known: boolean): Promise<ThreadFinder> {
  const texts = new Map<string, string>();
  const heads = createThreadHeads(
    { load: async (name) => texts.get(name), save: async (name, value) => void texts.set(name, value) },
    SUPPORT,
  );
  if (known) {
    await heads.save(withMail(newHead(MIAS.key, MIA), { at: 1, messageId: ROOT, subject: 'Mugs', cc: [ANA], author: MIA }));
    await heads.save(withMail(newHead(TOMS.key, TOM), { at: 1, messageId: TOM_ROOT, subject: 'Tent', cc: [], author: TOM }));
  }
  const stored = [
    { id: 'mia-1@example.com', thread: MIAS, participants: [participantKey(MIA)] },
    { id: 'colleague-1@larkfield.example', thread: MIAS, participants: [participantKey(MIA)] },
    { id: 'tom-1@example.com', thread: TOMS, participants: [participantKey(TOM)] },
  ];
  return {
    account: SUPPORT,
    secret: SECRET,
    heads,
    directory: {
      findThreads: async (ids) => (known ? stored.filter(({ id }) => ids.includes(id)) : []),
      participants: async (thread) => (known && thread.key === MIAS.key ? [participantKey(MIA)] : []),
    },
  };
}

describe('the conversation of a mail', () => {
  let finder: ThreadFinder;
  beforeEach(async () => {
    finder = await finderFor(true);
  });

  it.each<[string, Partial<MailClues>]>([
    ['answers our reply', { inReplyTo: [OURS], references: [ROOT, OURS] }],
    ['answers our reply, References cut to the last', { inReplyTo: [OURS], references: [OURS] }],
    ['answers our reply, References cut to the first', { references: [ROOT] }],
    ['answers our reply without References', { inReplyTo: [OURS] }],
    ['answers our reply without In-Reply-To', { references: [ROOT, OURS] }],
    ['answers an older reply of ours', { inReplyTo: [OURS], references: [ROOT, OURS, OURS_2] }],
    ['answers a long thread', { inReplyTo: [OURS_2], references: [ROOT, OURS, STRANGE, OURS_2] }],
    ['has References in another order', { references: [OURS_2, STRANGE, ROOT] }],
    ['names a strange mail first', { inReplyTo: [STRANGE], references: [STRANGE, OURS] }],
    ['comes to the plus address alone', { recipients: [plus(MIAS)] }],
    ['comes to the plus address beside others', { recipients: ['friend@example.com', plus(MIAS)] }],
    ['adds to their own first mail before we answered', { inReplyTo: [ROOT], references: [ROOT] }],
    ['adds to their own first mail by In-Reply-To alone', { inReplyTo: [ROOT] }],
    ["answers a colleague's mail", { inReplyTo: ['<colleague-1@larkfield.example>'] }],
    ['names the domain in capitals', { inReplyTo: [OURS.replace('larkfield.example', 'LARKFIELD.example')] }],
    ['is a second mail of a person in copy', { sender: ANA, inReplyTo: [OURS], references: [ROOT, OURS] }],
    ['is of a person in copy who names the root', { sender: ANA, references: [ROOT] }],
    ['is of a person in copy at the plus address', { sender: ANA, recipients: [plus(MIAS)] }],
    ['changes the subject and keeps the thread', { inReplyTo: [OURS], bodyHash: 'other' }],
    ['names somebody else first and then our reply', { inReplyTo: [TOM_ROOT, OURS] }],
  ])('is the old one when it %s', async (_, parts) => {
    expect(await findThread(clues(parts), finder)).toEqual(MIAS);
  });

  it.each<[string, Partial<MailClues>]>([
    ['answers nothing', {}],
    ['names mails that nobody knows', { references: [STRANGE], inReplyTo: [STRANGE] }],
    ["is a stranger's with Mia's Message-ID of ours", { sender: 'eve@evil.example', inReplyTo: [OURS], references: [ROOT, OURS] }],
    ["is a stranger's with Mia's root", { sender: 'eve@evil.example', references: [ROOT] }],
    ["is a stranger's at Mia's plus address", { sender: 'eve@evil.example', recipients: [plus(MIAS)] }],
    ["is Tom's with Mia's token", { sender: TOM, recipients: [plus(MIAS)] }],
    ["is Tom's with Mia's Message-ID of ours", { sender: TOM, inReplyTo: [OURS] }],
    ["is Mia's with Tom's token", { recipients: [plus(TOMS)] }],
    ["is Mia's with Tom's root", { references: [TOM_ROOT] }],
    ['holds a token with a proof made up', { recipients: [plus(MIAS, 'another secret')] }],
    ['holds a Message-ID with a proof made up', { inReplyTo: [ours(MIAS, 'turn-1/0', 'another secret')] }],
    ['holds a token cut short', { recipients: [plus(MIAS).replace(/.@/, '@')] }],
    ['holds our Message-ID at another domain', { inReplyTo: [OURS.replace('@larkfield.example', '@evil.example')] }],
    ['holds a ticket number in its plus address', { recipients: ['support+T-1042@larkfield.example'] }],
  ])("is a new one of the sender's own when it %s", async (_, parts) => {
    const mail = clues(parts);
    const thread = await findThread(mail, finder);
    expect(thread.space).toBe(mail.sender);
    expect([MIAS.key, TOMS.key]).not.toContain(thread.key);
  });

  it.each<[string, Partial<MailClues>]>([
    ['the customer by our reply', { inReplyTo: [OURS] }],
    ['the customer by the plus address', { recipients: [plus(MIAS)] }],
    ['the customer by their root', { references: [ROOT] }],
  ])('is still known for %s after the memory was lost', async (_, parts) => {
    expect(await findThread(clues(parts), await finderFor(false))).toEqual(MIAS);
  });

  it.each<[string, string, Partial<MailClues>]>([
    ['a person in copy', ANA, { inReplyTo: [OURS] }],
    ['a stranger', 'eve@evil.example', { references: [ROOT] }],
  ])('is a new one for %s after the memory was lost', async (_, sender, parts) => {
    expect((await findThread(clues({ sender, ...parts }), await finderFor(false))).space).toBe(sender);
  });

  it.each<[string, Partial<MailClues>, ThreadRef | undefined]>([
    ["a colleague's answer to the customer's mail", { sender: SUPPORT, inReplyTo: [ROOT] }, MIAS],
    ["a colleague's answer to our own reply", { sender: SUPPORT, inReplyTo: [OURS] }, MIAS],
    ["a colleague's mail to somebody new", { sender: SUPPORT }, undefined],
    ['a report about our reply', { sender: 'mailer-daemon@mx.example.net', inReplyTo: [OURS] }, MIAS],
    [
      'a forged report with a made-up proof',
      { sender: 'mailer-daemon@mx.example.net', inReplyTo: [ours(MIAS, 'x', 'another secret')] },
      undefined,
    ],
  ])('is found without its sender for %s', async (_, parts, expected) => {
    expect(await findOwnThread(clues(parts), finder)).toEqual(expected);
  });

  it('is the same for two mails of one sender that name the same unknown root', async () => {
    const first = await findThread(clues({ messageId: '<m1@example.com>', references: [STRANGE] }), finder);
    const second = await findThread(clues({ messageId: '<m2@example.com>', references: [STRANGE, '<m1@example.com>'] }), finder);
    expect(second).toEqual(first);
  });
});

describe('a thread token', () => {
  it('is read back from Message-ID and address, and fits in front of an @', () => {
    const token = tokenFor(SECRET, MIAS.key, MIA);
    expect(tokenOfMessageId(OURS, SUPPORT)).toEqual(token);
    expect(tokenOfAddress(plus(MIAS), SUPPORT)).toEqual(token);
    expect(plus(MIAS).split('@')[0]?.length).toBeLessThanOrEqual(64);
  });

  it('differs for every customer, key and secret', () => {
    const proofs = [
      tokenFor(SECRET, MIAS.key, MIA),
      tokenFor(SECRET, MIAS.key, TOM),
      tokenFor(SECRET, TOMS.key, MIA),
      tokenFor('other', MIAS.key, MIA),
    ];
    expect(new Set(proofs.map(({ proof }) => proof)).size).toBe(4);
  });
});
